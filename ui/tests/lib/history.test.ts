import { describe, expect, it } from 'vitest';
import { type EarlierState, inOrder } from '@/features/history/moments.ts';
import type { ChangeView, KindInfo, StepView } from '@/generated/wire.ts';
import { linesOf } from '@/app/share-counts.ts';
import { byKind, changedRows } from '@/features/history/changes.ts';
import { runsOf } from '@/features/history/runs.ts';
import { compare, createHistory, isFiltered, NO_FILTERS, withoutPrivate } from '@/features/history/state.ts';
import { loadWords } from '@/lib/words.ts';

const step = (op: number, at: string, by: string): StepView => ({
  op,
  kind: 'commitment_set',
  name: 'Set title',
  sentences: [],
  more: 0,
  at,
  by,
  organization: '',
  state: 'done',
  private: false,
});

const change = (kind: string, id: string, what: string, field: string | null): ChangeView => ({
  kind,
  id,
  ref: id,
  title: id,
  what,
  field,
  field_label: field ?? '',
  before: null,
  after: null,
  before_text: '',
  after_text: '',
  sentence: '',
  private: false,
});

const kind = (name: string, plural: string, part: Partial<KindInfo> = {}): [string, KindInfo] => [
  name,
  { kind: name, label: name, plural, catalogue: false, private: false, fields: [], ...part },
];

describe('steps', () => {
  it('stand under one head while day and person stay the same', () => {
    const runs = runsOf([
      step(5, '2026-11-23T12:00:00', 'A'),
      step(4, '2026-11-23T11:00:00', 'A'),
      step(3, '2026-11-23T10:00:00', 'B'),
      step(2, '2026-11-22T10:00:00', 'B'),
      step(1, '2026-11-22T09:00:00', 'A'),
    ]);
    expect(runs.map((run) => run.steps.map(({ op }) => op))).toEqual([[5, 4], [3], [2], [1]]);
  });
});

describe('differences', () => {
  const kinds = new Map([kind('commitment', 'Commitments'), kind('person', 'Persons', { private: true })]);
  const changes = [
    change('commitment', 'ITU-010', 'changed', 'title'),
    change('commitment', 'ITU-010', 'changed', 'follow_up'),
    change('commitment', 'ITU-9', 'added', null),
    change('person', 'p', 'removed', null),
  ];

  it('are gathered by row, in the order of references', () => {
    const rows = changedRows(changes);
    expect(rows.map(({ what }) => what)).toEqual(['changed', 'added', 'removed']);
    const [first, second] = byKind(rows, kinds);
    expect(first?.rows.map(({ ref, fields }) => [ref, fields.length])).toEqual([
      ['ITU-9', 0],
      ['ITU-010', 2],
    ]);
    expect(second?.label).toBe('Persons');
  });
});

describe('filters', () => {
  const fields = [
    { name: 'title', private: false, target: null },
    { name: 'follow_up', private: true, target: null },
    { name: 'contact', private: false, target: 'person' },
  ] as unknown as KindInfo['fields'];
  const kinds = new Map([
    kind('commitment', 'Commitments', { fields }),
    kind('person', 'Persons', { private: true }),
  ]);
  const seen = (part: Partial<typeof NO_FILTERS>): Partial<typeof NO_FILTERS> => {
    const { by, kind: name, field, row } = withoutPrivate({ ...NO_FILTERS, ...part }, kinds);
    return { by, kind: name, field, row };
  };

  it('that tell of persons and private fields do not hold before an audience', () => {
    expect(seen({ by: 'Amina', kind: 'commitment', field: 'title' })).toMatchObject({
      by: undefined,
      kind: 'commitment',
      field: 'title',
    });
    expect(seen({ kind: 'commitment', field: 'follow_up' }).field).toBeUndefined();
    expect(seen({ kind: 'commitment', field: 'contact' }).field).toBeUndefined();
    expect(seen({ kind: 'person', field: 'name' })).toMatchObject({ kind: undefined, field: undefined });
    expect(seen({ row: { kind: 'person', id: 'p' } }).row).toBeUndefined();
  });
});

describe('wishes', () => {
  it('a row, a kind or a state to compare; and no filter outlives its plan', () => {
    const history = createHistory();
    history.wish?.({ row: { kind: 'commitment', id: 'x' } });
    expect(history.shown.get().filters.row?.id).toBe('x');
    history.wish?.({ compare: { at: 'moment', moment: '3' } });
    expect(history.shown.get().part).toBe('compare');
    compare(history.shown, { at: 'now' }, { at: 'now' }, { source: { at: 'file', file: 'f' }, name: 'F' });
    expect(history.shown.get().extras).toHaveLength(1);
    history.reset?.();
    expect(isFiltered(history.shown.get().filters)).toBe(false);
    expect(history.shown.get()).toMatchObject({ part: 'steps', extras: [], comparison: undefined });
  });
});

describe('what goes and what stays', () => {
  const { say } = loadWords('en');
  const kinds = new Map([
    kind('commitment', 'Commitments'),
    kind('person', 'Persons', { private: true }),
    kind('goal', 'Goals', { catalogue: true }),
    kind('note', 'Notes'),
    kind('dossier', 'Dossiers'),
  ]);
  const plain = (lines: readonly string[]): string[] =>
    lines.map((line) => line.replace(/[\u2068\u2069]/g, ''));

  it('are lines with a plural of their own; what is not known yet is at least named', () => {
    const info = {
      goes: { commitment: 1, goal: 17, note: 2, dossier: 3 },
      stays: { person: 12, 'commitment.follow_up': 1 },
    };
    const { goes, stays } = linesOf(info, kinds, say, false);
    expect(plain(goes)).toEqual(['1 commitment', '2 notes', 'Dossiers: 3', 'the catalogue, 17 entries']);
    expect(plain(stays)).toEqual(['12 persons', '1 follow-up flag', 'the history']);
  });

  it('do not count what is private before an audience', () => {
    const info = { goes: { commitment: 2, person: 3 }, stays: { 'commitment.follow_up': 1 } };
    const { goes, stays } = linesOf(info, kinds, say, true);
    expect(plain(goes)).toEqual(['2 commitments']);
    expect(stays.join(' ')).not.toMatch(/\d/);
  });
});

describe('earlier states', () => {
  it('lead from the newest down to how the plan began, then to what it came from', () => {
    const state = (key: string, sort: EarlierState['sort']): EarlierState => ({
      key,
      sort,
      source: undefined,
      name: key,
      note: '',
      named: true,
      restorePoint: undefined,
      damaged: false,
      quote: '',
    });
    const states = [
      state('shipped', 'shipped'),
      state('received', 'parent'),
      state('begun', 'start'),
      state('sent', 'snapshot'),
      state('kept', 'restore_point'),
      state('received first', 'parent'),
    ];
    // What was received may have been made later than one's own plan began.
    const times = new Map([
      ['shipped', '2026-11-23'],
      ['received', '2026-03-02'],
      ['begun', '2026-03-01'],
      ['sent', '2026-04-01'],
      ['kept', '2026-05-01'],
    ]);
    expect(inOrder(states, times).map(({ name }) => name)).toEqual([
      'kept',
      'sent',
      'begun',
      'received',
      'received first',
      'shipped',
    ]);
  });
});
