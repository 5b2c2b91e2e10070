/**
 * The annex as it is printed: objectives down, the WSIS process and the ITU's activities across, lines in the cells. Each line is a
 * row: walked to with the arrows, edited where it stands, added, taken out and moved within its cell, each in one step.
 */
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Annex, AnnexCell, AnnexLine, AnnexRowView, RowKey } from '@/generated/wire.ts';
import { Badge, Button, isMirrored, Menu, MenuItem, MenuSection } from '@/kit/index.ts';
import { useClient, useEditable, useOff, useWords } from '@/lib/client.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { useNotices } from '@/lib/notices.ts';
import { Line, LineWords } from './annex-line.tsx';
import { LineEditor } from './line-editor.tsx';
import { useActionLines } from './action-lines.ts';
import { type AnnexBench, useAnnexOffer } from './offer.ts';
import { nameOf, nearest, type Place, placeOf, type Shape, stepOf, walk } from './places.ts';
import { FEW, type MatrixState } from './state.ts';

export interface AnnexViewProps {
  state: MatrixState;
  annex: Annex;
  selected: RowKey | undefined;
  onSelect: (key: RowKey) => void;
  onOpen: (key: RowKey) => void;
}

/** Two presses so soon, in milliseconds, and so near to each other are one double press. */
const DOUBLE = 500;
const NEAR = 6;
/** Titles are names; reasons may be long. */
const LONGEST = { title: 300, reason: 50_000 };

/** What is being typed: a line that is there, or a new one behind another. */
type Typing =
  | { sort: 'line'; line: AnnexLine }
  | { sort: 'new'; objective: string; column: string; after: RowKey | undefined };

export function AnnexView({ state, annex, selected, onSelect, onOpen }: AnnexViewProps) {
  const client = useClient();
  const editing = useEditing();
  const notices = useNotices();
  const { say } = useWords();
  const editable = useEditable();
  const off = useOff();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 1, slot: 0 });
  const [typing, setTyping] = useState<Typing>();
  /** A line that has the keys as soon as it is drawn, and is opened to be typed into where it is new. */
  const wanted = useRef<{ id: string; edit: boolean } | undefined>(undefined);
  const busy = useRef(false);
  /** The line that was pressed last: the details that its first press opens may have moved it away before the second. */
  const pressed = useRef<{ line: AnnexLine; at: number; x: number; y: number } | undefined>(undefined);
  /** What was typed is a new line, which has the keys, or will. */
  const added = useRef(false);

  const shape = useMemo(
    (): Shape =>
      annex.rows.map((row) => [1, ...row.cells.map((cell) => cell.lines.length + (editable ? 1 : 0))]),
    [annex, editable],
  );
  const stop = nearest(shape, at);

  const lineAt = useCallback(
    ({
      row,
      column,
      slot,
    }: Place): { row: AnnexRowView; cell: AnnexCell; line: AnnexLine | undefined } | undefined => {
      const found = annex.rows[row];
      const cell = found?.cells[column - 1];
      return found && cell ? { row: found, cell, line: cell.lines[slot] } : undefined;
    },
    [annex],
  );
  const focusAt = useCallback((place: Place): void => {
    setAt(place);
    box.current?.querySelector<HTMLElement>(`[data-at="${nameOf(place)}"]`)?.focus();
  }, []);

  useEffect(() => {
    const { current } = wanted;
    if (!current) {
      return;
    }
    const found = box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(current.id)}"]`);
    if (!found) {
      return;
    }
    wanted.current = undefined;
    found.focus();
    const place = lineAt(placeOf(found.dataset['at'] ?? ''));
    if (current.edit && place?.line) {
      setTyping({ sort: 'line', line: place.line });
    }
    // Looked for whenever other lines are drawn, and when an editor has gone.
  }, [lineAt, typing]);

  const edit = useCallback(
    (line: AnnexLine): void => {
      if (editable) {
        setTyping({ sort: 'line', line });
      } else {
        notices.tell({ tone: 'attention', text: off });
      }
    },
    [editable, notices, off],
  );
  /** One step after the other: a held key waits until the annex shows what it did. */
  const inTurn = useCallback(
    async (step: () => Promise<void>): Promise<void> => {
      if (busy.current) {
        return;
      }
      busy.current = true;
      try {
        await step();
        await state.caughtUp();
      } catch (reason) {
        notices.report(reason);
      } finally {
        busy.current = false;
      }
    },
    [notices, state],
  );

  const current = lineAt(stop);
  const bench = useMemo(
    (): AnnexBench => ({
      editable: () => editable,
      line: () => current?.line,
      edit: () => {
        if (current?.line) {
          edit(current.line);
        }
      },
      add: () => {
        const place = { ...stop, slot: current?.cell.lines.length ?? 0 };
        if (!current) {
          return;
        }
        if (current.cell.column === 'itu_activities') {
          setTyping({
            sort: 'new',
            objective: current.row.objective.id,
            column: current.cell.column,
            after: current.line?.row,
          });
          return;
        }
        const button = box.current?.querySelector<HTMLElement>(`[data-at="${nameOf(place)}"]`);
        button?.click();
      },
      remove: () =>
        inTurn(async () => {
          if (current?.line) {
            const { line } = current;
            if (line.row.kind === 'commitment') {
              await editing.ask('commitment', [line.row.id]);
            }
            await client.write('matrix_line_remove', { row: line.row });
            await state.caughtUp();
            // The line that comes to stand here has the keys, or the last one before it.
            const slot = Math.max(0, Math.min(stop.slot, current.cell.lines.length - 2));
            requestAnimationFrame(() => focusAt({ ...stop, slot }));
          }
        }),
      move: (by) =>
        inTurn(async () => {
          const { line, cell, row } = current ?? {};
          const to = stop.slot + by;
          if (!line || !cell || !row || to < 0 || to >= cell.lines.length) {
            return;
          }
          const after = by === 1 ? cell.lines[to] : cell.lines[to - 1];
          if (line.row.kind === 'commitment') {
            await editing.ask('commitment', [line.row.id]);
          }
          wanted.current = { id: line.row.id, edit: false };
          await client.write('matrix_line_move', {
            row: line.row,
            objective: row.objective.id,
            column: cell.column,
            after: after?.row ?? null,
          });
          client.said.emit(say('matrix-moved', { place: to + 1, count: cell.count }));
        }),
    }),
    [client, current, edit, editable, editing, focusAt, inTurn, say, state, stop],
  );
  useAnnexOffer(state, bench);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const here =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-at]') : undefined;
    const name = here?.dataset['at'];
    if (name === undefined || event.metaKey || event.target instanceof HTMLTextAreaElement) {
      return;
    }
    const place = placeOf(name);
    const line = lineAt(place)?.line;
    const step =
      event.altKey || event.shiftKey ? undefined : stepOf(event.key, event.ctrlKey, isMirrored(box.current));
    if (step) {
      const next = walk(shape, place, step);
      event.preventDefault();
      event.stopPropagation();
      focusAt(next);
      const reached = lineAt(next)?.line;
      // The details, where they are open, stay with what one looks at.
      if (selected && reached) {
        onSelect(reached.row);
      }
      return;
    }
    if (!line || event.ctrlKey) {
      return;
    }
    if (event.key === 'F2' || (event.key === 'Enter' && !event.altKey)) {
      event.preventDefault();
      edit(line);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(line.row);
    } else if (event.key === 'Delete' && !event.altKey) {
      event.preventDefault();
      if (editable) {
        void bench.remove();
      } else {
        notices.tell({ tone: 'attention', text: off });
      }
    }
  };

  const close = (back: boolean): void => {
    const id = typing?.sort === 'line' ? typing.line.row.id : undefined;
    setTyping(undefined);
    if (!back || wanted.current || added.current) {
      added.current = false;
      return;
    }
    if (id !== undefined) {
      wanted.current = { id, edit: false };
    } else {
      requestAnimationFrame(() => focusAt(stop));
    }
  };
  const keep = async (text: string): Promise<void> => {
    if (typing?.sort === 'line') {
      const { line } = typing;
      const field = client.kinds
        .get()
        .get(line.row.kind)
        ?.fields.find(({ name }) => name === line.edits);
      if (!field) {
        throw new Error(`${line.row.kind} has no ${line.edits}`);
      }
      const before = line.edits === 'title' ? line.title : line.reason;
      await editing.keep({
        kind: line.row.kind,
        id: line.row.id,
        field,
        value: text === '' ? null : text,
        typed: text,
        was: before === '' ? null : before,
        token: newToken(),
      });
      await state.caughtUp();
    } else if (typing && text !== '') {
      const { objective, column, after } = typing;
      const written = await client.write('matrix_line_add', {
        objective,
        column,
        title: text,
        ...(after ? { after } : {}),
      });
      if (written.created !== null) {
        wanted.current = { id: written.created, edit: false };
        added.current = true;
      }
      await state.caughtUp();
    }
  };
  const link = (objective: string, column: string, actionLine: string): void =>
    void inTurn(async () => {
      const written = await client.write('matrix_line_add', { objective, column, action_line: actionLine });
      if (written.created !== null) {
        wanted.current = { id: written.created, edit: true };
      }
    });

  const grid = {
    keys: (place: Place) => ({ 'data-at': nameOf(place), tabIndex: nameOf(place) === nameOf(stop) ? 0 : -1 }),
    selected,
    editable,
    typing,
  };
  return (
    <div className="x-scroll" data-testid="annex-scroll">
      <div
        ref={box}
        role="grid"
        tabIndex={-1}
        className="x-annex"
        data-testid="annex"
        aria-label={say('matrix-annex')}
        aria-readonly={editable ? undefined : true}
        aria-rowcount={annex.rows.length + 1}
        onKeyDown={onKeyDown}
        onPointerDownCapture={({ target, clientX, clientY, timeStamp, button }) => {
          const before = pressed.current;
          pressed.current = undefined;
          if (button !== 0 || !(target instanceof HTMLElement) || target.closest('textarea')) {
            return;
          }
          if (
            before &&
            timeStamp - before.at < DOUBLE &&
            Math.hypot(clientX - before.x, clientY - before.y) < NEAR
          ) {
            // Once the second press is over: its end would take the keys.
            window.addEventListener('click', () => edit(before.line), { once: true });
            return;
          }
          const name = target.closest<HTMLElement>('[data-line]')?.dataset['at'];
          const line = name === undefined ? undefined : lineAt(placeOf(name))?.line;
          pressed.current = line && { line, at: timeStamp, x: clientX, y: clientY };
        }}
        onFocus={(event) => {
          const name = event.target.closest<HTMLElement>('[data-at]')?.dataset['at'];
          if (name !== undefined) {
            setAt(placeOf(name));
          }
        }}
      >
        <div role="row" className="x-row x-head">
          <span role="columnheader">{annex.corner}</span>
          {annex.columns.map(({ column, label }) => (
            <span key={column} role="columnheader">
              {label}
            </span>
          ))}
        </div>
        {annex.rows.map((row, at) => (
          <div key={row.objective.id} role="row" className="x-row" data-objective={row.objective.id}>
            <span role="rowheader" className="x-objective">
              <button
                type="button"
                className="x-line"
                {...grid.keys({ row: at, column: 0, slot: 0 })}
                onClick={() => onSelect(row.objective)}
              >
                {row.badge === '' ? null : <Badge>{row.badge}</Badge>}
                <span className="x-words">
                  <bdi>{row.objective.title}</bdi>
                </span>
              </button>
            </span>
            {row.cells.map((cell, position) => (
              <span key={cell.column} role="gridcell" className="x-cell" data-column={cell.column}>
                {cell.lines.length === 0 && !editable ? (
                  <span className="k-quiet x-none">{say('matrix-cell-empty')}</span>
                ) : null}
                {cell.lines.map((line, slot) => {
                  const newHere =
                    typing?.sort === 'new' &&
                    typing.objective === row.objective.id &&
                    typing.column === cell.column &&
                    typing.after?.id === line.row.id;
                  return (
                    <span key={`${line.row.kind} ${line.row.id}`} className="x-slot">
                      {typing?.sort === 'line' && typing.line.row.id === line.row.id ? (
                        <LineEditor
                          before={
                            line.edits === 'reason' ? <LineWords line={{ ...line, reason: '' }} /> : undefined
                          }
                          label={say(line.edits === 'title' ? 'matrix-edit-title' : 'matrix-edit-reason', {
                            line: `${line.short} ${line.title}`,
                          })}
                          text={line.edits === 'title' ? line.title : line.reason}
                          placeholder={line.edits === 'title' ? undefined : say('matrix-reason')}
                          max={line.edits === 'title' ? LONGEST.title : LONGEST.reason}
                          onKeep={keep}
                          onClose={close}
                        />
                      ) : (
                        <Line
                          line={line}
                          isSelected={selected?.id === line.row.id}
                          keys={grid.keys({ row: at, column: position + 1, slot })}
                          onSelect={() => onSelect(line.row)}
                        />
                      )}
                      {newHere ? (
                        <LineEditor
                          label={say('matrix-new-line')}
                          text=""
                          placeholder={say('matrix-new-line')}
                          max={LONGEST.title}
                          onKeep={keep}
                          onClose={close}
                        />
                      ) : null}
                    </span>
                  );
                })}
                {cell.count > cell.lines.length ? (
                  <Button look="quiet" onPress={() => state.limit.set(state.limit.get() + 5 * FEW)}>
                    {say('matrix-more', { count: cell.count - cell.lines.length })}
                  </Button>
                ) : null}
                {typing?.sort === 'new' &&
                typing.after === undefined &&
                typing.objective === row.objective.id &&
                typing.column === cell.column ? (
                  <LineEditor
                    label={say('matrix-new-line')}
                    text=""
                    placeholder={say('matrix-new-line')}
                    max={LONGEST.title}
                    onKeep={keep}
                    onClose={close}
                  />
                ) : editable ? (
                  <AddLine
                    objective={row.objective.title}
                    label={annex.columns[position]?.label ?? ''}
                    cell={cell}
                    keys={grid.keys({ row: at, column: position + 1, slot: cell.lines.length })}
                    onTitle={() =>
                      setTyping({
                        sort: 'new',
                        objective: row.objective.id,
                        column: cell.column,
                        after: undefined,
                      })
                    }
                    onActionLine={(line) => link(row.objective.id, cell.column, line)}
                  />
                ) : null}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface AddLineProps {
  objective: string;
  label: string;
  cell: AnnexCell;
  keys: { 'data-at': string; tabIndex: number };
  onTitle: () => void;
  onActionLine: (id: string) => void;
}

/** The place behind the last line: an activity is typed at once, an action line is chosen. */
function AddLine({ objective, label, cell, keys, onTitle, onActionLine }: AddLineProps) {
  const { say } = useWords();
  const lines = useActionLines();
  const name = say('matrix-add-in', { column: label, objective });
  const button = (press?: () => void) => (
    <Button
      look="quiet"
      icon="plus"
      aria-label={name}
      data-at={keys['data-at']}
      data-add
      excludeFromTabOrder={keys.tabIndex < 0}
      {...(press ? { onPress: press } : {})}
    >
      {say('matrix-add')}
    </Button>
  );
  if (cell.column !== 'wsis_process') {
    return <span className="x-add">{button(onTitle)}</span>;
  }
  const there = new Set(cell.lines.filter(({ row }) => row.kind === 'mapping').map(({ short }) => short));
  return (
    <span className="x-add">
      <Menu label={name} trigger={button()}>
        <MenuItem id="title" icon="edit" label={say('matrix-add-activity')} onAction={onTitle} />
        <MenuSection label={say('matrix-add-action-line')}>
          {lines.map((line) => (
            <MenuItem
              key={line.id}
              id={line.id}
              label={`${line.short} ${line.title}`}
              hint={there.has(line.short) ? say('matrix-there-already') : undefined}
              onAction={() => onActionLine(line.id)}
            />
          ))}
        </MenuSection>
      </Menu>
    </span>
  );
}
