/** A screen of rows: bar and grid. What the kinds have of their own comes by the definition and by props. */
import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { CellsDo, GroupView, KindInfo, RowView, Written } from '@/generated/wire.ts';
import {
  Button,
  type CellValue,
  type CommitDetail,
  EmptyState,
  Grid,
  type GridApi,
  type GridFill,
  type GridGroup,
  type GridPaste,
  type GridRange,
  PASTED_MAX,
} from '@/kit/index.ts';
import { useClient, useCompared, useDiscreet, useEditable, usePlan, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { cellOf, readDate, suggestRows } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { CompareBar, comparedQuery, stopComparing, useCompareOffer } from '@/parts/compare/index.ts';
import { type Bench, dropRows, type Task } from './actions.ts';
import { AS_OF, lostDay, tellLostDay } from './as-of.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { useCellMenu } from './cell-menu.tsx';
import { ChangeDialog, type Proposal } from './change-dialog.tsx';
import { allColumns, type Column } from './columns.tsx';
import type { TableDef } from './def.ts';
import { useHidden, withoutHidden } from './discreet.ts';
import { FindBar } from './find-bar.tsx';
import { fitColumns } from './fit.ts';
import { markOf, rowOf, sameRow, useColumns, useGroups } from './grid-data.ts';
import { HeadItems } from './head-items.tsx';
import { isFiltered, movedColumn, nextSort, queryOf, toggled } from './list.ts';
import { useOffer } from './offer.ts';
import { OwnerDialog, type OwnerDialogProps } from './owner-dialog.tsx';
import { changeCells, copyRange, wireRange } from './ranges.ts';
import { fieldsOf, type TableState } from './state.ts';
import { SavedDialog } from './saved-dialog.tsx';
import { SortDialog } from './sort-dialog.tsx';
import './table.css';
import { today } from '@/lib/times.ts';
import { Toolbar } from './toolbar.tsx';

export interface TableScreenProps extends ScreenProps<TableState> {
  /** Level of its heading: 2 inside another screen. */
  level?: 1 | 2;
  /** Controls of its own, in the bar. */
  actions?: ReactNode;
  /** Position of the row that is selected at first; undefined: not known yet. */
  start?: number | undefined;
  /** Draws columns in a way of its own. The function must be kept. */
  adapt?: (columns: readonly Column[]) => readonly Column[];
  /** Groups that the screen makes, where the core makes none. */
  groups?: readonly GroupView[] | undefined;
  /** Rows that are read second. The function must be kept. */
  tone?: (row: RowView) => 'quiet' | undefined;
  /** Keeps a cell in a way of its own; undefined: it is kept as a field of the row. */
  onKeep?: (row: RowView, key: string, value: CellValue, typed: string) => Promise<Written> | undefined;
  /** Enter, a double click or typing in a cell that is not typed into: true, if this answers it, with what was typed. */
  onAct?: (id: string, key: string, typed: string) => boolean;
  /** A row that a dialog of the screen has changed, once that is shown: it is kept in sight, wherever it stands then. */
  sought?: { id: string } | undefined;
  /** What else one can begin with, where there are no rows. */
  begin?: ReactNode;
  children?: ReactNode;
}

export function TableScreen(props: TableScreenProps) {
  const client = useClient();
  const whole = useStore(client.kinds, (kinds) => kinds.get(props.state.def.kind));
  const hidden = useHidden(props.state.def.kind);
  const kind = useMemo(
    () => whole && { ...whole, fields: whole.fields.filter(({ name }) => !hidden.has(name)) },
    [whole, hidden],
  );
  return kind ? <Table {...props} kind={kind} hidden={hidden} /> : null;
}

const rowId = (row: RowView): string => row.id;
const asTheyAre = (columns: readonly Column[]): readonly Column[] => columns;
const NO_GROUPS: readonly GroupView[] = [];
/** Fields of which no order says anything. */
const NEVER_SORTED: ReadonlySet<string> = new Set(['long', 'order']);

interface TableProps extends TableScreenProps {
  /** With the fields that may be seen. */
  kind: KindInfo;
  /** Names of the others. */
  hidden: ReadonlySet<string>;
}

function Table(props: TableProps) {
  const {
    state,
    kind,
    hidden,
    selected,
    onSelect,
    onOpen,
    level = 1,
    adapt = asTheyAre,
    onAct,
    onKeep,
  } = props;
  const { def, list, view } = state;
  const client = useClient();
  const editing = useEditing();
  const notices = useNotices();
  const commands = useCommandList();
  const { say } = useWords();
  const plan = usePlan();
  const editable = useEditable();
  const discreet = useDiscreet();
  // Not the text of the filter: what is typed goes to the view at once, and draws nothing but itself and the rows that come.
  const keys = useStore(list, (now) => now.columns);
  const sorted = useStore(list, (now) => now.sort);
  const sort = useMemo(() => sorted.filter(({ column }) => !hidden.has(column)), [sorted, hidden]);
  const compared = useCompared();
  const isNarrowed = useStore(list, (now) => isFiltered(withoutHidden(now, hidden, def.computed)));
  const filtered = isNarrowed || compared?.only === true;
  const shown = useSyncExternalStore(view.subscribe, view.getState);
  const grid = useRef<GridApi>(null);
  const search = useRef<HTMLInputElement>(null);
  const [owner, setOwner] = useState<OwnerDialogProps>();
  const [proposal, setProposal] = useState<Proposal>();
  const [task, setTask] = useState<Task>();
  const groupsNow = useRef<readonly GridGroup[] | undefined>(undefined);
  const bench = useMemo<Bench>(
    () => ({
      client,
      editing,
      notices,
      state,
      askOwner: () =>
        new Promise((resolve) => {
          const onAnswer = (id: string | undefined): void => {
            setOwner(undefined);
            resolve(id);
          };
          setOwner({ onAnswer });
        }),
      propose: setProposal,
      show: setTask,
      folded: () => (groupsNow.current ?? []).filter(({ collapsed }) => collapsed),
    }),
    [client, editing, notices, state],
  );
  const box = useRef<HTMLDivElement>(null);
  const { sought } = props;
  useEffect(() => {
    if (sought) {
      grid.current?.scrollToRow(sought.id);
    }
  }, [sought]);

  useEffect(() => {
    view.setShown(true);
    return () => view.setShown(false);
  }, [view]);
  useEffect(() => {
    const ask = (): void =>
      view.setQuery(
        comparedQuery(queryOf(def, withoutHidden(list.get(), hidden, def.computed), discreet), compared),
      );
    ask();
    return list.subscribe(ask);
  }, [def, view, list, hidden, discreet, compared]);
  useCompareOffer('table');
  useEffect(() => {
    view.setFields(fieldsOf(def, keys));
  }, [def, view, keys]);
  useEffect(() => {
    if (shown.error !== undefined) {
      notices.report(shown.error);
    }
  }, [shown.error, notices]);

  const built = useColumns(state, kind, shown.rows, box);
  const columns = useMemo(() => adapt(built), [adapt, built]);
  const own = props.groups ?? NO_GROUPS;
  const groups = useGroups(state, shown.groups.length > 0 ? shown.groups : own);
  useEffect(() => {
    groupsNow.current = groups;
  }, [groups]);
  const field = useCallback(
    (key: string) => {
      const name = def.edits?.[key] ?? key;
      return kind.fields.find((one) => one.name === name);
    },
    [def, kind],
  );

  /** The row as it was when its editor opened: what the person saw. Cells that are changed without one have none. */
  const seen = useRef<{ row: RowView; key: string } | undefined>(undefined);
  const onCommit = useCallback(
    async (id: string, key: string, value: CellValue, { typed }: CommitDetail): Promise<void> => {
      const edited = field(key);
      const row = rowOf(view, id);
      const opened = seen.current?.row.id === id && seen.current.key === key ? seen.current.row : row;
      if (!edited || !opened) {
        // Saying that it was kept would be worse than asking to try again.
        throw new Error(say('edit-row-away'));
      }
      const was = cellOf(opened, edited.name).value;
      // A second try is made by somebody who has been told, and sees what is there now.
      seen.current = undefined;
      const kept = onKeep?.(opened, key, value, typed);
      const written = await (kept ??
        editing.keep({ kind: def.kind, id, field: edited, value, typed, was, token: newToken() }));
      await view.caughtUp(written.op);
      if (key !== AS_OF && lostDay(opened, rowOf(view, id))) {
        const isShown = list.get().columns.includes(AS_OF);
        const cells = (isShown && grid.current) || undefined;
        tellLostDay({ notices, say, id, grid: cells, step: written.op ?? undefined });
      }
    },
    [def, editing, field, list, notices, onKeep, say, view],
  );
  useEffect(() => client.editors.join(async () => (await grid.current?.finishEdit()) ?? true), [client]);

  const onClear = useCallback(
    (range: GridRange): Promise<void> => changeCells(bench, wireRange(bench, range), { do: 'clear' }),
    [bench],
  );
  const onCopyRange = useCallback((range: GridRange) => copyRange(bench, range), [bench]);
  const onFill = useCallback(
    ({ range, direction, before }: GridFill): void => {
      const columns = before === undefined ? range.columns : [before, ...range.columns];
      const change: CellsDo = direction === 'down' ? { do: 'fill_down' } : { do: 'fill_right' };
      changeCells(bench, wireRange(bench, { ...range, columns }), change).catch(notices.report);
    },
    [bench, notices],
  );
  const onPaste = useCallback(
    ({ range, cells, beyond, cut }: GridPaste): void => {
      if (!editable) {
        notices.tell({ tone: 'attention', text: say('read-only-cell') });
      } else if (cells === 'too-many') {
        notices.tell({ tone: 'attention', text: say('paste-too-many', { limit: PASTED_MAX }) });
      } else if (cells === undefined) {
        notices.tell({ tone: 'attention', text: say('paste-nothing') });
      } else {
        const change: CellsDo = {
          do: 'paste',
          cells: cells.map((row) => [...row]),
          beyond: [...beyond],
          ...(cut ? { cut: wireRange(bench, cut) } : {}),
        };
        setProposal({ range: wireRange(bench, range), change });
      }
    },
    [bench, editable, notices, say],
  );

  const onReadOnly = useCallback(
    (id: string, key: string, typed: string | undefined): string | undefined => {
      if (editable) {
        if (typed !== undefined && onAct?.(id, key, typed)) {
          return undefined;
        }
        return say(def.why?.[key] ?? (key in def.computed ? def.words.computed : 'given-cell'));
      }
      notices.tell({
        tone: 'attention',
        text: plan.read_only_because === '' ? say('read-only-cell') : plan.read_only_because,
        action: { label: say('plan-copy'), run: () => void commands.run('plan.copy') },
      });
      return undefined;
    },
    [commands, def, editable, notices, onAct, plan.read_only_because, say],
  );

  const onSort = useCallback(
    (key: string, additive: boolean): void =>
      list.set({ ...list.get(), sort: nextSort(list.get().sort, key, additive) }),
    [list],
  );
  const onLeaveSearch = useCallback(() => grid.current?.focus(), []);
  const shownKeys = useMemo(() => columns.map(({ key }) => key), [columns]);
  /** The cell where one is. */
  const place = useCallback(() => {
    const range = grid.current?.range();
    const [column] = range?.columns ?? [];
    return range && column !== undefined ? { row: range.from, column } : undefined;
  }, []);
  const goTo = useCallback(
    (id: string, row: number, column: string): void => {
      list.set({ ...list.get(), collapsed: new Set() });
      // The grid draws the rows that were read, and the groups that were opened, in the next frame.
      requestAnimationFrame(() => grid.current?.scrollToRow(id, row, column));
    },
    [list],
  );
  const onColumnMove = useCallback(
    (key: string, before: string | undefined): void =>
      list.set({ ...list.get(), columns: movedColumn(list.get().columns, key, before) }),
    [list],
  );
  const onFit = useCallback(
    (some: readonly string[]): void => {
      fitColumns(bench, grid, some).catch(notices.report);
    },
    [bench, notices],
  );
  const headMenu = useCallback(
    (key: string): ReactNode => (
      <HeadItems state={state} columnKey={key} columns={columns} onSort={onSort} onFit={onFit} />
    ),
    [state, columns, onSort, onFit],
  );
  const onRowMove = useCallback(
    (from: number, to: number, before: number): void => {
      dropRows(bench, from, to, before).catch(notices.report);
    },
    [bench, notices],
  );
  const onToggleGroup = useCallback(
    (key: string): void => list.set({ ...list.get(), collapsed: toggled(list.get().collapsed, key) }),
    [list],
  );
  const onColumnResize = useCallback(
    (key: string, width: number): void =>
      list.set({ ...list.get(), widths: { ...list.get().widths, [key]: Math.round(width) } }),
    [list],
  );

  // There is always a row where one is, and the details of it.
  const start = 'start' in props ? props.start : 0;
  const first = start === undefined ? undefined : (shown.rows.idAt(start) ?? shown.rows.idAt(0));
  const told = selected?.kind === def.kind ? selected.id : undefined;
  useEffect(() => {
    if (told === undefined && first !== undefined) {
      onSelect({ kind: def.kind, id: first });
    } else if (told !== undefined && shown.loaded && shown.total === 0) {
      onSelect(undefined);
    }
  }, [def, told, first, shown.loaded, shown.total, onSelect]);
  // It is drawn as the chosen one at once, and not a second time when the window has heard of it.
  const chosen = told ?? first;
  const [active, setActive] = useState<string | undefined>(chosen);
  useOffer({ bench, grid, active, onSelect });
  const cellMenu = useCellMenu({ bench, grid, onOpen });
  // A row that was asked for from elsewhere may be far from those that are loaded: where it stands is asked for.
  const isAway = chosen !== undefined && shown.loaded && shown.rows.indexOf(chosen) === undefined;
  const anchor = isAway ? chosen : active;
  useEffect(() => {
    view.setAnchor(anchor);
  }, [view, anchor]);
  const sortable = useMemo(
    () =>
      allColumns(def, kind, say).filter(
        ({ key }) => def.computed[key] !== '' && !NEVER_SORTED.has(field(key)?.field ?? 'text'),
      ),
    [def, kind, say, field],
  );
  const clearFilters = (): void => {
    list.set({ ...list.get(), text: '', filters: new Map(), conditions: new Map() });
    client.compared.set(compared && { ...compared, only: false });
  };
  const isCompared = compared !== undefined;
  const mark = useMemo(() => {
    const seen = new Set(shownKeys);
    return isCompared ? (row: RowView) => markOf(row, seen) : undefined;
  }, [isCompared, shownKeys]);

  return (
    <section className="k-view t-screen" aria-label={kind.plural} data-testid={def.name}>
      <Toolbar
        kind={kind}
        state={state}
        level={level}
        filtered={filtered}
        bench={bench}
        actions={props.actions}
        count={shown.count}
        total={shown.total}
        searchRef={search}
        onLeaveSearch={onLeaveSearch}
      />
      <FindBar bench={bench} columns={shownKeys} at={place} onGo={goTo} onLeave={onLeaveSearch} />
      <CompareBar kind={def.kind} query={view.query} counts={shown.compared} onLeave={onLeaveSearch} />
      <div
        ref={box}
        role="presentation"
        className="t-grid"
        data-testid="grid"
        data-loaded={shown.loaded || undefined}
        onContextMenu={cellMenu.onContextMenu}
        onKeyDown={(event) => {
          // What the cells take Escape for comes first. Dialogs of cells are elsewhere in the document.
          const isHere = event.target instanceof Node && event.currentTarget.contains(event.target);
          if (event.key === 'Escape' && isCompared && isHere && !event.defaultPrevented) {
            stopComparing(client);
          }
        }}
      >
        <Grid
          label={kind.plural}
          rows={shown.rows}
          rowId={rowId}
          sameRow={sameRow}
          columns={columns}
          groups={groups}
          sort={sort}
          active={chosen === undefined ? undefined : { rowId: chosen }}
          readOnly={!editable}
          tone={props.tone}
          mark={mark}
          empty={
            shown.loaded ? (
              <Nothing
                def={def}
                filtered={filtered && shown.total > 0}
                same={!isNarrowed && compared?.only === true}
                editable={editable}
                begin={props.begin}
                onClear={clearFilters}
              />
            ) : undefined
          }
          onEditStart={(row, key) => {
            seen.current = { row, key };
          }}
          onCommit={onCommit}
          onClear={onClear}
          onPaste={onPaste}
          copyRange={onCopyRange}
          onFill={onFill}
          onReadOnly={onReadOnly}
          onOpen={(row, key) => {
            if (key === undefined || !editable || !onAct?.(row.id, key, '')) {
              onOpen({ kind: def.kind, id: row.id });
            }
          }}
          onSort={onSort}
          onToggleGroup={onToggleGroup}
          onColumnMove={onColumnMove}
          headMenu={headMenu}
          onRowMove={editable ? onRowMove : undefined}
          onActiveChange={(id) => {
            setActive(id);
            if (id !== undefined) {
              onSelect({ kind: def.kind, id });
            }
          }}
          onColumnResize={onColumnResize}
          onColumnFit={onFit}
          today={today}
          understandDate={(text) => readDate(client, text)}
          suggest={async (key, text) => {
            const suggested = field(key);
            return suggested ? suggestRows(client, suggested, text) : [];
          }}
          apiRef={grid}
        />
      </div>
      {cellMenu.menu}
      {owner ? <OwnerDialog {...owner} /> : null}
      {task?.task === 'sort' ? (
        <SortDialog state={state} columns={sortable} onClose={() => setTask(undefined)} />
      ) : null}
      {task?.task === 'save' ? (
        <SavedDialog
          bench={bench}
          kept={task.view}
          onClose={(name) => {
            setTask(undefined);
            if (name !== undefined) {
              notices.tell({ tone: 'done', text: say('views-kept', { name }) });
            }
          }}
        />
      ) : null}
      {task?.task === 'bulk' ? (
        <BulkDialog
          bench={bench}
          kind={kind}
          range={task.range}
          columns={shownKeys}
          onClose={() => setTask(undefined)}
        />
      ) : null}
      {proposal ? (
        <ChangeDialog bench={bench} proposal={proposal} onClose={() => setProposal(undefined)} />
      ) : null}
      {props.children}
    </section>
  );
}

interface NothingProps {
  def: TableDef;
  filtered: boolean;
  /** Only what changed is asked for, and nothing did. */
  same: boolean;
  editable: boolean;
  begin: ReactNode;
  onClear: () => void;
}

function Nothing({ def, filtered, same, editable, begin, onClear }: NothingProps) {
  const { say } = useWords();
  const commands = useCommandList();
  if (filtered) {
    return (
      <EmptyState
        icon="filter"
        title={say(same ? 'compare-only-empty-title' : 'filtered-empty-title')}
        actions={<Button onPress={onClear}>{say('filters-clear')}</Button>}
      >
        {say(same ? 'compare-only-empty-text' : 'filtered-empty-text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={def.icon}
      title={say(def.words.emptyTitle)}
      actions={
        editable ? (
          <>
            <Button look="primary" icon="plus" onPress={() => commands.run(`${def.kind}.new`)}>
              {say(def.words.create)}
            </Button>
            {begin}
          </>
        ) : undefined
      }
    >
      {say(def.words.emptyText)}
    </EmptyState>
  );
}
