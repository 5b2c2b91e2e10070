/** The list of commitments: who does what, by when, how far. */
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { KindInfo, RowView } from '@/generated/wire.ts';
import {
  Button,
  type CellValue,
  type CommitDetail,
  EmptyState,
  Grid,
  type GridApi,
  type GridGroup,
  type GridPaste,
  type GridRange,
} from '@/kit/index.ts';
import { useClient, useEditable, usePlan, useWords } from '@/lib/client.ts';
import { type Command, useCommandList, useCommands } from '@/lib/commands.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { cellOf, readDate, suggestRows } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { type Store, useStore } from '@/lib/store.ts';
import { PAGE, type RowSource, type RowsView } from '@/lib/views.ts';
import { type Bench, createRow, deleteRows, fillCells, KIND, moveRow } from './actions.ts';
import { buildColumns, type Letters, longest } from './columns.tsx';
import './commitments.css';
import { COMPUTED, groupKey, isFiltered, type ListState, nextSort, queryOf } from './list.ts';
import { OwnerDialog, type OwnerDialogProps } from './owner-dialog.tsx';
import { Toolbar } from './toolbar.tsx';

export interface CommitmentsProps {
  view: RowsView;
  list: Store<ListState>;
  /** The row that is shown elsewhere; a change moves there. */
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  /** Shows the row in full. */
  onOpen: (id: string) => void;
}

export function Commitments(props: CommitmentsProps) {
  const client = useClient();
  const kind = useStore(client.kinds, (kinds) => kinds.get(KIND));
  return kind ? <List {...props} kind={kind} /> : null;
}

const rowId = (row: RowView): string => row.id;

function List({ view, list, selected, onSelect, onOpen, kind }: CommitmentsProps & { kind: KindInfo }) {
  const client = useClient();
  const editing = useEditing();
  const notices = useNotices();
  const commands = useCommandList();
  const { say } = useWords();
  const plan = usePlan();
  const editable = useEditable();
  // Not the text of the filter: what is typed goes to the view at once, and draws nothing but itself and the rows that come.
  const keys = useStore(list, (state) => state.columns);
  const widths = useStore(list, (state) => state.widths);
  const collapsed = useStore(list, (state) => state.collapsed);
  const group = useStore(list, (state) => state.group);
  const sort = useStore(list, (state) => state.sort);
  const filtered = useStore(list, isFiltered);
  const shown = useSyncExternalStore(view.subscribe, view.getState);
  const grid = useRef<GridApi>(null);
  const search = useRef<HTMLInputElement>(null);
  const [owner, setOwner] = useState<OwnerDialogProps>();
  const bench = useMemo<Bench>(
    () => ({
      client,
      editing,
      view,
      askOwner: () =>
        new Promise((resolve) => {
          const onAnswer = (id: string | undefined): void => {
            setOwner(undefined);
            resolve(id);
          };
          setOwner({ onAnswer });
        }),
    }),
    [client, editing, view],
  );
  const box = useRef<HTMLDivElement>(null);
  const room = useWidth(box) / useStore(client.settings, (settings) => settings.text_size / 100);

  useEffect(() => {
    const ask = (): void => view.setQuery(queryOf(list.get()));
    ask();
    return list.subscribe(ask);
  }, [view, list]);
  useEffect(() => {
    view.setFields(fieldsOf(keys));
  }, [view, keys]);
  useEffect(() => {
    if (shown.error !== undefined) {
      notices.report(shown.error);
    }
  }, [shown.error, notices]);

  const [letters, setLetters] = useState<Letters>({});
  const met = longest(letters, firstRows(shown.rows));
  if (met !== letters) {
    setLetters(met);
  }
  const columns = useMemo(
    () => buildColumns(kind, { keys, widths, room, letters }, say, editing.names),
    [kind, keys, widths, room, letters, say, editing.names],
  );
  const groups = useMemo(
    () =>
      shown.groups.map(({ key, label, badge, from, count }): GridGroup => {
        const id = groupKey(key);
        return {
          key: id,
          label: label === '' ? say('grouping-empty') : label,
          badge: badge === '' ? undefined : badge,
          from,
          count,
          collapsed: collapsed.has(id),
        };
      }),
    [shown.groups, collapsed, say],
  );
  const field = useCallback((key: string) => kind.fields.find((one) => one.name === key), [kind]);

  /** The row as it was when its editor opened: what the person saw. Cells that are changed without one have none. */
  const seen = useRef<{ row: RowView; key: string } | undefined>(undefined);
  const onCommit = useCallback(
    async (id: string, key: string, value: CellValue, { typed }: CommitDetail): Promise<void> => {
      const edited = field(key);
      const { rows } = view.getState();
      const index = rows.indexOf(id);
      const row = index === undefined ? undefined : rows.get(index);
      const opened = seen.current?.row.id === id && seen.current.key === key ? seen.current.row : row;
      if (!edited || !opened) {
        // Saying that it was kept would be worse than asking to try again.
        throw new Error(say('edit-row-away'));
      }
      const was = cellOf(opened, key).value;
      // A second try is made by somebody who has been told, and sees what is there now.
      seen.current = undefined;
      const written = await editing.keep({
        kind: KIND,
        id,
        field: edited,
        value,
        typed,
        was,
        token: newToken(),
      });
      await view.caughtUp(written.op);
    },
    [editing, field, say, view],
  );
  useEffect(() => client.editors.join(async () => (await grid.current?.finishEdit()) ?? true), [client]);

  const onClear = useCallback(
    async (range: GridRange): Promise<void> => {
      const fields = range.columns.filter((key) => field(key)?.computed === false);
      if (fields.length > 0) {
        await fillCells(bench, range, list.get(), fields, null);
      }
    },
    [bench, field, list],
  );

  const onPaste = useCallback(
    ({ range, text }: GridPaste): void => {
      const plain = text.replace(/\r?\n$/, '');
      const simple = range.columns.every((key) => ['text', 'long'].includes(field(key)?.field ?? ''));
      if (!editable || !simple || /[\t\n]/.test(plain)) {
        notices.tell({ tone: 'attention', text: say(editable ? 'paste-one' : 'read-only-cell') });
        return;
      }
      fillCells(bench, range, list.get(), range.columns, plain === '' ? null : plain).catch(notices.report);
    },
    [bench, editable, field, list, notices, say],
  );

  const onReadOnly = useCallback(
    (id: string, key: string): void => {
      if (editable) {
        if (key in COMPUTED) {
          onOpen(id);
        }
        notices.tell({ tone: 'info', text: say(key in COMPUTED ? 'computed-cell' : 'given-cell') });
        return;
      }
      notices.tell({
        tone: 'attention',
        text: plan.read_only_because === '' ? say('read-only-cell') : plan.read_only_because,
        action: { label: say('plan-copy'), run: () => void commands.run('plan.copy') },
      });
    },
    [commands, editable, notices, onOpen, plan.read_only_because, say],
  );

  const [active, setActive] = useState<string | undefined>(selected);
  // There is always a row where one is, and the details of it.
  const first = shown.rows.idAt(0);
  useEffect(() => {
    if (selected === undefined && first !== undefined) {
      onSelect(first);
    } else if (selected !== undefined && shown.loaded && shown.total === 0) {
      onSelect(undefined);
    }
  }, [selected, first, shown.loaded, shown.total, onSelect]);
  useOffer({ bench, list, view, grid, active, commands, onSelect });
  useEffect(() => {
    view.setAnchor(active);
  }, [view, active]);
  const clearFilters = (): void => list.set({ ...list.get(), text: '', filters: new Map() });

  return (
    <section className="c-screen" aria-label={kind.plural} data-testid="commitments">
      <Toolbar
        kind={kind}
        list={list}
        count={shown.count}
        total={shown.total}
        searchRef={search}
        onLeaveSearch={() => grid.current?.focus()}
      />
      <div ref={box} className="c-grid" data-testid="grid" data-loaded={shown.loaded || undefined}>
        <Grid
          label={kind.plural}
          rows={shown.rows}
          rowId={rowId}
          columns={columns}
          groups={group === '' ? undefined : groups}
          sort={sort}
          active={selected === undefined ? undefined : { rowId: selected }}
          readOnly={!editable}
          empty={
            shown.loaded ? (
              <Nothing filtered={filtered && shown.total > 0} editable={editable} onClear={clearFilters} />
            ) : undefined
          }
          onEditStart={(row, key) => {
            seen.current = { row, key };
          }}
          onCommit={onCommit}
          onClear={onClear}
          onPaste={onPaste}
          onReadOnly={onReadOnly}
          onOpen={(row) => onOpen(row.id)}
          onSort={(column, additive) =>
            list.set({ ...list.get(), sort: nextSort(list.get().sort, column, additive) })
          }
          onToggleGroup={(key) => list.set({ ...list.get(), collapsed: toggled(list.get().collapsed, key) })}
          onActiveChange={(id) => {
            setActive(id);
            if (id !== undefined) {
              onSelect(id);
            }
          }}
          onColumnResize={(key, width) =>
            list.set({ ...list.get(), widths: { ...list.get().widths, [key]: Math.round(width) } })
          }
          understandDate={(text) => readDate(client, text)}
          suggest={async (key, text) => {
            const suggested = field(key);
            return suggested ? suggestRows(client, suggested, text) : [];
          }}
          apiRef={grid}
        />
      </div>
      {owner ? <OwnerDialog {...owner} /> : null}
    </section>
  );
}

/** Fields that the columns need, and those that a new row takes over from the row beside it. */
export function fieldsOf(columns: readonly string[]): readonly string[] {
  return [...new Set([...columns, 'owner', 'objective', 'lead', 'status', 'kind'])];
}

function firstRows(rows: RowSource): readonly RowView[] {
  return Array.from({ length: Math.min(rows.count, PAGE) }, (_, at) => rows.get(at) ?? []).flat();
}

/** In steps, so that dragging the edge of the window does not lay the columns out at every pixel. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const measure = (): void => setWidth(Math.floor(element.clientWidth / 10) * 10);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}

interface Offer {
  bench: Bench;
  list: Store<ListState>;
  view: RowsView;
  grid: { readonly current: GridApi | null };
  active: string | undefined;
  commands: ReturnType<typeof useCommandList>;
  onSelect: (id: string | undefined) => void;
}

/** The commands of this screen. */
function useOffer({ bench, list, view, grid, active, onSelect }: Offer): void {
  const current = useRef(active);
  useEffect(() => {
    current.current = active;
  }, [active]);
  const offer = useMemo((): readonly Command[] => {
    const { client } = bench;
    const say = (key: string): string => client.words.get().say(key);
    const editable = (): boolean => client.plan.get().open === 'plan';
    const rowHere = (): RowView | undefined => {
      const { rows } = view.getState();
      const index = current.current === undefined ? 0 : rows.indexOf(current.current);
      return index === undefined ? undefined : rows.get(index);
    };
    const create = async (): Promise<void> => {
      const id = await createRow(bench, list.get(), rowHere());
      if (id === undefined) {
        return;
      }
      if ((await view.position(id)) === undefined) {
        // A new row that the filters hide would be lost to the eye.
        list.set({ ...list.get(), text: '', filters: new Map() });
        view.setQuery(queryOf(list.get()));
        await view.reload();
      }
      const index = await view.position(id);
      list.set({ ...list.get(), collapsed: new Set() });
      onSelect(id);
      grid.current?.scrollToRow(id, index, 'title');
      // The row is drawn in the next frame; only then is there a cell to edit. What is typed takes the title's place.
      requestAnimationFrame(() => {
        grid.current?.startEdit();
        requestAnimationFrame(() => {
          if (document.activeElement instanceof HTMLTextAreaElement) {
            document.activeElement.select();
          }
        });
      });
    };
    const range = (): GridRange | undefined => grid.current?.range();
    const move = (by: 1 | -1) => async (): Promise<void> => {
      if (current.current !== undefined) {
        await moveRow(bench, current.current, by);
      }
    };
    const movable = (): boolean =>
      editable() && current.current !== undefined && list.get().sort.length === 0;
    return [
      {
        id: 'commitment.new',
        label: () => say('commitment-new'),
        icon: 'plus',
        keys: ['Ctrl+Shift+N'],
        when: editable,
        run: create,
      },
      {
        id: 'commitment.delete',
        label: () => say('commitment-delete'),
        icon: 'delete',
        keys: ['Ctrl+Delete'],
        leavesTyping: true,
        when: () => editable() && current.current !== undefined,
        run: async () => {
          const selected = range();
          if (selected) {
            await deleteRows(bench, selected, list.get());
          }
        },
      },
      {
        id: 'commitment.up',
        label: () => say('row-up'),
        icon: 'up',
        keys: ['Alt+ArrowUp'],
        leavesTyping: true,
        when: movable,
        run: move(-1),
      },
      {
        id: 'commitment.down',
        label: () => say('row-down'),
        icon: 'down',
        keys: ['Alt+ArrowDown'],
        leavesTyping: true,
        when: movable,
        run: move(1),
      },
    ];
  }, [bench, list, view, grid, onSelect]);
  useCommands(offer);
}

function Nothing({
  filtered,
  editable,
  onClear,
}: {
  filtered: boolean;
  editable: boolean;
  onClear: () => void;
}) {
  const { say } = useWords();
  const commands = useCommandList();
  if (filtered) {
    return (
      <EmptyState
        icon="filter"
        title={say('filtered-empty-title')}
        actions={<Button onPress={onClear}>{say('filters-clear')}</Button>}
      >
        {say('filtered-empty-text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="commitments"
      title={say('commitments-empty-title')}
      actions={
        editable ? (
          <Button look="primary" icon="plus" onPress={() => commands.run('commitment.new')}>
            {say('commitment-new')}
          </Button>
        ) : undefined
      }
    >
      {say('commitments-empty-text')}
    </EmptyState>
  );
}
