/** The tables of the catalogue: for each kind the columns that say what it is. */
import type { ColumnShape, TableDef } from '@/parts/table/def.ts';

const WORDS: TableDef['words'] = {
  create: 'catalogue-new',
  newTitle: 'catalogue-new-title',
  remove: 'catalogue-delete',
  emptyTitle: 'catalogue-empty-title',
  emptyText: 'catalogue-empty-text',
  computed: 'catalogue-computed-cell',
};

/** What an empty list teaches: those of the rules are filled from the timeline, and holidays by whoever keeps the plan. */
const RULES: TableDef['words'] = { ...WORDS, emptyText: 'catalogue-rules-empty-text' };
const HOLIDAYS: TableDef['words'] = { ...WORDS, emptyText: 'catalogue-holidays-empty-text' };

/** Widths that a field has in every list. */
const SHAPES: Readonly<Record<string, ColumnShape>> = {
  number: { width: 64 },
  code: { width: 92, lines: 1 },
  acronym: { width: 92 },
  symbol: { width: 132 },
  paragraph: { width: 112 },
  instrument: { width: 120, lines: 1 },
  short_title: { width: 160 },
  aliases: { width: 160, quiet: true },
  kind: { width: 128, quiet: true },
  parent: { width: 100 },
  facilitators: { width: 230 },
  goals: { width: 150 },
  adopted: { width: 104 },
  date: { width: 128 },
  place: { width: 110 },
  document_symbol: { width: 110 },
  body: { width: 150 },
  source: { width: 110, quiet: true },
  confidence: { width: 96, quiet: true },
};

const LABELS = {
  number: 'catalogue-number',
  facilitators: 'catalogue-facilitators',
  document_symbol: 'catalogue-symbol',
};

type Own = Partial<TableDef> & Pick<TableDef, 'columns'>;

/** In the order in which they are offered. Their columns fit beside the lists and the details; the others are at hand in "Columns". */
const OWN: Readonly<Record<string, Own>> = {
  objective: {
    columns: ['number', 'title', 'short_title', 'aliases', 'source'],
    pinned: ['number', 'title'],
  },
  instrument: {
    columns: ['symbol', 'title', 'adopted', 'body'],
    pinned: ['symbol', 'title'],
  },
  provision: {
    columns: ['paragraph', 'title', 'kind', 'asked', 'objective'],
    pinned: ['paragraph', 'title'],
    groupings: ['instrument', 'objective', 'kind'],
    group: 'instrument',
    filters: ['objective', 'kind'],
  },
  action_line: {
    columns: ['code', 'title', 'facilitators', 'goals'],
    computed: { facilitators: '' },
    pinned: ['code', 'title'],
  },
  goal: { columns: ['number', 'title', 'source'], pinned: ['number', 'title'] },
  organization: {
    title: 'name',
    columns: ['acronym', 'name', 'kind', 'parent', 'address'],
    naming: ['acronym'],
    pinned: ['acronym', 'name'],
    groupings: ['kind', 'parent'],
    filters: ['kind'],
  },
  role: { columns: ['title'] },
  source: {
    columns: ['symbol', 'title', 'date', 'body'],
    pinned: ['symbol', 'title'],
  },
  calendar_entry: {
    columns: ['date', 'title', 'kind', 'place', 'document_symbol'],
    pinned: ['date', 'title'],
    groupings: ['kind'],
    filters: ['kind'],
    sort: [{ column: 'date', descending: false }],
  },
  rule_pack: { columns: ['title', 'description', 'source', 'confidence'], words: RULES },
  rule: {
    columns: ['title', 'anchor_distance', 'anchor_unit', 'kind', 'confidence'],
    groupings: ['rule_pack'],
    group: 'rule_pack',
    words: RULES,
  },
  holiday: {
    columns: ['date', 'title', 'source'],
    pinned: ['date', 'title'],
    sort: [{ column: 'date', descending: false }],
    words: HOLIDAYS,
  },
};

/** The kinds of the catalogue in their order; one that is not known here stands behind. */
export function inOrder(kinds: readonly string[]): readonly string[] {
  const order = Object.keys(OWN);
  const rank = (kind: string): number => {
    const at = order.indexOf(kind);
    return at < 0 ? order.length : at;
  };
  return kinds.toSorted((a, b) => rank(a) - rank(b));
}

export function definitionOf(kind: string): TableDef {
  return {
    kind,
    name: `catalogue-${kind}`,
    icon: 'catalogue',
    title: 'title',
    computed: {},
    shapes: SHAPES,
    labels: LABELS,
    groupings: [],
    group: '',
    filters: [],
    words: WORDS,
    ...(OWN[kind] ?? { columns: ['title'] }),
  };
}
