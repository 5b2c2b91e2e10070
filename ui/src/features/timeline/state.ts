/** The timeline as it outlives its turns on the screen: what a lane is, how near it is, what is shown. */
import type { Source, TimelineGet, ViewQuery } from '@/generated/wire.ts';
import { LEVELS, LONGEST } from '@/kit/timeline/index.ts';
import { isFlag, recall, remember } from '@/lib/kept.ts';
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';
import { createList, type ListState, queryOf, withoutFilters } from '@/parts/table/list.ts';
import type { TableDef } from '@/parts/table/def.ts';

/** What the timeline shows, whatever part of it is on screen. */
export type TimelineAsk = Omit<TimelineGet, 'from' | 'to' | 'top' | 'bottom' | 'links' | 'selected'>;

export const LANES = ['objective', 'group', 'lead', 'plan'] as const;
export type LaneBy = (typeof LANES)[number];
export const LINKS = ['none', 'selected', 'all'] as const;
export type LinksShown = (typeof LINKS)[number];

export interface Shown {
  lanes: LaneBy;
  commitments: boolean;
  links: LinksShown;
  /** Rows stand closer. */
  dense: boolean;
  /** Pixels of a day. */
  day: number;
  folded: ReadonlySet<string | null>;
}

export interface TimelineState extends ScreenState {
  readonly shown: Store<Shown>;
  readonly list: Store<ListState>;
  /** A row that another place of the window wants to see. */
  readonly wished: Store<string | undefined>;
  change(to: Partial<Shown>): void;
}

/** Filters are those of the table of milestones: what is filtered here is filtered there in the same way. */
export const FILTERED: TableDef = {
  kind: 'milestone',
  name: 'timeline',
  icon: 'timeline',
  title: 'title',
  columns: [],
  computed: {},
  groupings: [],
  group: '',
  filters: ['kind'],
  hidden: ['date', 'anchor', 'anchor_distance', 'anchor_unit', 'anchor_from', 'anchor_working'],
  words: {
    create: 'milestones-new',
    newTitle: 'milestones-new-title',
    remove: 'milestones-delete',
    emptyTitle: 'milestones-empty-title',
    emptyText: 'milestones-empty-text',
    computed: 'given-cell',
  },
};

const QUARTERS = LEVELS.find(([name]) => name === 'quarter')?.[1] ?? 0.8;

const isOneOf =
  <T extends string>(all: readonly T[]) =>
  (value: unknown): value is T =>
    all.some((one) => one === value);
const isLength = (value: unknown): value is number =>
  typeof value === 'number' && value > 0.005 && value < 100;

export function createTimeline(): TimelineState {
  const habit = (what: string): string => `timeline.${what}`;
  const shown = createStore<Shown>({
    lanes: recall(habit('lanes'), isOneOf(LANES)) ?? 'group',
    commitments: recall(habit('commitments'), isFlag) ?? false,
    links: recall(habit('links'), isOneOf(LINKS)) ?? 'selected',
    dense: recall(habit('dense'), isFlag) ?? false,
    day: recall(habit('day'), isLength) ?? QUARTERS,
    folded: new Set(),
  });
  const list = createList(FILTERED);
  const wished = createStore<string | undefined>(undefined);
  return {
    shown,
    list,
    wished,
    change(to) {
      const next = { ...shown.get(), ...to };
      for (const what of ['lanes', 'commitments', 'links', 'dense', 'day'] as const) {
        if (next[what] !== shown.get()[what]) {
          remember(habit(what), next[what]);
        }
      }
      shown.set(next);
    },
    wish({ row, filters, text }: Wish) {
      if (filters) {
        const { filterFields } = list.get();
        list.set({
          ...withoutFilters(list.get()),
          text: text ?? '',
          filters,
          filterFields: [...new Set([...filterFields, ...filters.keys()])],
        });
      }
      if (row) {
        wished.set(`${row.kind} ${row.id}`);
      }
    },
    reset() {
      list.set(withoutFilters(list.get()));
      shown.set({ ...shown.get(), folded: new Set() });
    },
  };
}

/** Letters, cells and rows as they are drawn at a text size. `compare`: the state whose marks are shown as ghosts. */
export function askOf(
  { lanes, commitments, day, folded }: Shown,
  query: ViewQuery,
  source: Source,
  compare: Source | undefined,
  zoom: number,
): TimelineAsk {
  return {
    source,
    compare: compare ?? null,
    query,
    commitments,
    lanes,
    folded: [...folded],
    scale: { day, letter: 7 * zoom, label: LONGEST * zoom, cell: 34, rows: 8 },
  };
}

export function filterQuery(list: ListState, discreet: boolean): ViewQuery {
  return queryOf(FILTERED, { ...list, group: '', sort: [] }, discreet);
}
