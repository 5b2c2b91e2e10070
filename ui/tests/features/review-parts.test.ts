import { describe, expect, it } from 'vitest';
import type { ReviewItem, ReviewValue } from '@/generated/wire.ts';
import { choicesOf, chosenOf, headingOf, standingOf } from '@/features/review/choices.ts';
import { piecesOf } from '@/features/review/sentence.ts';
import { filtersFor, isFiltered, NO_FILTERS } from '@/features/review/state.ts';

const value = (text: string): ReviewValue => ({ value: text, text, marks: [], fields: [] });

function itemOf(part: Partial<ReviewItem> = {}): ReviewItem {
  return {
    item: 'commitment:1:title',
    kind: 'commitment',
    kind_label: 'Commitment',
    id: '1',
    ref: 'ITU-001',
    title: 'A title',
    field: 'title',
    field_label: 'Title',
    fields: ['title'],
    is_long: false,
    state: 'conflict',
    why: 'several',
    why_text: 'Several changed it.',
    sentence: '',
    common: value('old'),
    mine: value('old'),
    mine_from: '',
    held: null,
    theirs: [{ value: value('new'), from: ['snap-1'], who: 'BDT' }],
    both: null,
    preselected: 'later',
    decision: null,
    again: false,
    open: true,
    can_write: true,
    private: false,
    ...part,
  };
}

const decision = (word: string, from: string | null = null): ReviewItem['decision'] => ({
  decision: word,
  from,
  value: null,
  note: '',
  by: '',
  at: '',
  text: '',
});

describe('what can be decided', () => {
  it('has numbers in the order of the buttons, and 0 for later', () => {
    const keys = choicesOf(itemOf({ both: value('both') })).map(({ id, key }) => [id, key]);
    expect(keys).toEqual([
      ['mine', '1'],
      ['theirs-0', '2'],
      ['both', '3'],
      ['write', '4'],
      ['ask', '5'],
      ['later', '0'],
    ]);
  });

  it('offers each version once, and no key where the numbers are used up', () => {
    const theirs = Array.from({ length: 9 }, (_, at) => ({
      value: value(`${at}`),
      from: [`snap-${at}`],
      who: `W${at}`,
    }));
    const choices = choicesOf(itemOf({ theirs, can_write: false }));
    expect(choices.filter(({ decision: one }) => one === 'theirs')).toHaveLength(9);
    expect(choices.find(({ id }) => id === 'theirs-7')?.key).toBe('9');
    expect(choices.find(({ id }) => id === 'theirs-8')?.key).toBe('');
    expect(choices.find(({ id }) => id === 'later')?.key).toBe('0');
    expect(choices.some(({ id }) => id === 'write')).toBe(false);
  });

  it('shows as chosen what was decided, by whoever has that version, else what is preselected', () => {
    const theirs = [
      { value: value('a'), from: ['s1', 's2'], who: 'BDT and BR' },
      { value: value('b'), from: ['s3'], who: 'TSB' },
    ];
    expect(chosenOf(itemOf({ theirs, decision: decision('theirs', 's3') }))).toBe('theirs-1');
    expect(chosenOf(itemOf({ theirs, decision: decision('theirs', 's2') }))).toBe('theirs-0');
    expect(chosenOf(itemOf({ decision: decision('mine') }))).toBe('mine');
    expect(chosenOf(itemOf({ preselected: 'theirs' }))).toBe('theirs-0');
    expect(chosenOf(itemOf({ preselected: 'both' }))).toBe('both');
  });

  it('tells open, taken, decided, left open and asked again apart', () => {
    expect(standingOf(itemOf())).toBe('open');
    expect(standingOf(itemOf({ open: false }))).toBe('taken');
    expect(standingOf(itemOf({ open: false, decision: decision('mine') }))).toBe('decided');
    expect(standingOf(itemOf({ decision: decision('ask') }))).toBe('later');
    expect(standingOf(itemOf({ again: true }))).toBe('again');
  });

  it('is decided, where it is held back', () => {
    const held = { text: 'Applying leaves this open', rows: [] };
    expect(standingOf(itemOf({ decision: decision('theirs'), held }))).toBe('decided');
  });

  it('takes the one version of all who have it, and of several that of one of them', () => {
    const both = [{ value: value('a, b'), from: ['s1', 's2'], who: 'BDT and BR' }];
    const from = (theirs: ReviewItem['theirs']): unknown[] =>
      choicesOf(itemOf({ theirs })).flatMap((choice) => (choice.decision === 'theirs' ? [choice.from] : []));
    expect(from(both)).toEqual([undefined]);
    expect(from([...both, { value: value('c'), from: ['s3'], who: 'TSB' }])).toEqual(['s1', 's3']);
  });

  it('is headed by the reference of the row, or by what it is', () => {
    expect(headingOf(itemOf())).toEqual({ lead: 'ITU-001', title: 'A title' });
    expect(headingOf(itemOf({ ref: 'WSIS+20', title: 'WSIS+20', kind_label: 'Milestone' }))).toEqual({
      lead: 'Milestone',
      title: 'WSIS+20',
    });
  });
});

describe('a sentence', () => {
  const name = (text: string): string => `\u2068${text}\u2069`;

  it('has what is proposed as inserted, what was there as deleted, and who', () => {
    const sentence = `${name('BDT')} changed place: ${name('new')}, was: ${name('old')}`;
    expect(piecesOf(itemOf({ sentence }))).toEqual([
      { mark: 'who', text: 'BDT' },
      { mark: 'same', text: ' changed place: ' },
      { mark: 'inserted', text: 'new' },
      { mark: 'same', text: ', was: ' },
      { mark: 'deleted', text: 'old' },
    ]);
  });

  it('is whole: no character of it is lost, whatever stands in it', () => {
    const sentence = `a ${name('x')} b ${name(`in ${name('new')} ner`)} \u2068 open`;
    const whole = piecesOf(itemOf({ sentence }))
      .map(({ text }) => text)
      .join('');
    expect(whole.replaceAll(/[\u2068\u2069]/g, '')).toBe(sentence.replaceAll(/[\u2068\u2069]/g, ''));
    expect(
      piecesOf(itemOf({ sentence })).some(({ mark, text }) => mark === 'inserted' && text === 'new'),
    ).toBe(true);
  });

  it('does not mark as proposed what was there already', () => {
    const theirs = [{ value: value('old'), from: ['s'], who: 'TSB' }];
    const sentence = `${name('TSB')} left it as it was: ${name('old')}`;
    expect(piecesOf(itemOf({ sentence, theirs })).some(({ mark }) => mark === 'inserted')).toBe(false);
  });
});

describe('filters', () => {
  it('begin with what needs a decision, or with all where nothing does', () => {
    expect(filtersFor(3).state).toBe('open');
    expect(filtersFor(0).state).toBe('');
    expect(isFiltered(NO_FILTERS)).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, field: '' })).toBe(true);
  });
});
