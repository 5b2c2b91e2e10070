/** All assignments of a group and of the groups below it, edited in place. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RowKey, ViewQuery } from '@/generated/wire.ts';
import type { Client } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { EVERYTHING, RowsView, type ViewShape } from '@/lib/views.ts';
import { createTable, type TableDef, TableScreen, type TableState } from '@/parts/table/index.ts';
import type { GroupsState } from './state.ts';
import { branchOf } from './tree.ts';

const KIND = 'assignment';

const DEF: TableDef = {
  kind: KIND,
  name: 'assignments',
  icon: 'person',
  title: 'title',
  columns: [
    'role',
    'organization',
    'state',
    'start',
    'end',
    'stated_as',
    'basis',
    'as_of',
    'source',
    'source_para',
  ],
  computed: {},
  hidden: ['commitment', 'milestone', 'action_line'],
  shapes: {
    group: { width: 210, grow: 1 },
    role: { width: 104 },
    organization: { width: 116 },
    state: { width: 104 },
    start: { width: 92 },
    end: { width: 92 },
    stated_as: { width: 150, quiet: true },
    basis: { width: 92, quiet: true },
    as_of: { width: 96, quiet: true },
    source: { width: 120, quiet: true },
    source_para: { width: 150, quiet: true },
  },
  pinned: ['role', 'organization'],
  groupings: ['group', 'organization', 'role', 'state'],
  group: 'group',
  filters: ['role', 'organization'],
  words: {
    create: 'groups-new-assignment',
    newTitle: 'groups-assignments',
    remove: 'groups-assignment-delete',
    emptyTitle: 'groups-assignments-empty-title',
    emptyText: 'groups-assignments-empty-text',
    computed: 'given-cell',
  },
};

/** Rows of some groups only, whatever else is asked for. */
class BranchView extends RowsView {
  #groups: readonly string[] = [];
  #asked: ViewQuery = EVERYTHING;

  constructor(client: Client, shape: ViewShape) {
    super(client, shape, within(EVERYTHING, []));
  }

  setGroups(groups: readonly string[]): void {
    this.#groups = groups;
    super.setQuery(within(this.#asked, groups));
  }

  override setQuery(query: ViewQuery): void {
    this.#asked = query;
    super.setQuery(within(query, this.#groups));
  }
}

function within(query: ViewQuery, groups: readonly string[]): ViewQuery {
  return { ...query, filters: [...query.filters, { field: 'group', any: [...groups] }] };
}

interface Kept {
  table: TableState;
  view: BranchView;
}

/** The table outlives its turns on the screen, as the screen does. */
const KEPT = new WeakMap<GroupsState, Kept>();

function tableOf(state: GroupsState): Kept {
  const kept = KEPT.get(state);
  if (kept) {
    return kept;
  }
  const table = createTable(state.client, DEF);
  table.view.close();
  const view = new BranchView(state.client, { kind: KIND, fields: DEF.columns });
  const made = { view, table: { ...table, view, subscribe: view.subscribe } };
  KEPT.set(state, made);
  return made;
}

export interface AssignmentsProps {
  state: GroupsState;
  group: string;
  onOpen: (key: RowKey) => void;
}

export function Assignments({ state, group, onOpen }: AssignmentsProps) {
  const { table, view } = useMemo(() => tableOf(state), [state]);
  const nodes = useStore(
    state.tree,
    useCallback((tree) => tree.nodes, []),
  );
  const [selected, setSelected] = useState<RowKey>();
  useEffect(() => view.setGroups(branchOf(nodes, group)), [view, nodes, group]);
  return <TableScreen state={table} selected={selected} onSelect={setSelected} onOpen={onOpen} level={2} />;
}
