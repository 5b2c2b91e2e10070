/** The table of milestones, by date. */
import type { TableDef } from '@/parts/table/def.ts';

/** Groupings that this screen makes itself, of rows that stand by date. */
export const BY_TODAY = 'today';
export const BY_YEAR = 'year';

export const DEFINITION: TableDef = {
  kind: 'milestone',
  name: 'milestones',
  icon: 'calendar',
  title: 'title',
  // What it hangs on is empty in most rows: it stands last, and gives way first.
  columns: ['when', 'title', 'kind', 'place', 'outcome', 'shown_as_of', 'hangs_on'],
  computed: { when: 'when', hangs_on: 'anchor', shown_as_of: 'as_of' },
  needs: [
    'when',
    'date',
    'anchor',
    'anchor_distance',
    'anchor_unit',
    'anchor_from',
    'anchor_working',
    'hangs_on',
    'hanging',
  ],
  edits: { when: 'date', shown_as_of: 'as_of' },
  why: { hangs_on: 'milestones-given-hangs-on' },
  hidden: ['date', 'anchor', 'anchor_distance', 'anchor_unit', 'anchor_from', 'anchor_working'],
  shapes: {
    // "second half of 2026" is read whole.
    when: { width: 162 },
    kind: { width: 100, quiet: true },
    place: { width: 110 },
    hangs_on: { width: 168 },
    outcome: { width: 156 },
    document_symbol: { width: 112 },
    commitment: { width: 104 },
    group: { width: 120 },
    shown_as_of: { width: 90, quiet: true },
    source: { width: 104, quiet: true },
  },
  labels: { when: 'column-when', hangs_on: 'milestones-hangs-on', shown_as_of: 'column-as-of' },
  pinned: ['when', 'title'],
  groupings: ['kind', 'commitment', 'group'],
  ownGroupings: { [BY_TODAY]: 'milestones-by-today', [BY_YEAR]: 'milestones-by-year' },
  group: BY_TODAY,
  filters: ['kind'],
  sort: [{ column: 'when', descending: false }],
  words: {
    create: 'milestones-new',
    newTitle: 'milestones-new-title',
    remove: 'milestones-delete',
    emptyTitle: 'milestones-empty-title',
    emptyText: 'milestones-empty-text',
    computed: 'given-cell',
  },
};
