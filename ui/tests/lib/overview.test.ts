/** What the overview compares with, and how it gathers what has changed. */
import { describe, expect, it } from 'vitest';
import { gathered } from '@/features/overview/changed.tsx';
import { chosenFor, createOverview, othersOf, sinceOf, stateKey } from '@/features/overview/state.ts';
import type { ChangeView, MomentView, Source } from '@/generated/wire.ts';
import { PLAN } from '../fake/host.ts';

const NOW: Source = { at: 'now' };

function moment(sort: string, source: Source, part: Partial<MomentView> = {}): MomentView {
  return {
    moment: '',
    source,
    name: sort,
    at: '',
    day: '',
    by: '',
    sort,
    op: null,
    sum: '',
    quote: '',
    ...part,
  };
}

const START = moment('start', { at: 'moment', moment: '0' }, { op: 0, at: '2025-02-10' });
const POINT = moment('restore_point', { at: 'moment', moment: '0' }, { op: 0 });
const SENT = moment('snapshot', { at: 'moment', moment: '7' }, { op: 7, at: '2026-06-01' });
const REVIEWED = moment('snapshot', { at: 'moment', moment: 'abc' }, { at: '2026-05-01' });
const SHIPPED = moment('shipped', { at: 'shipped', name: 'starter' }, { at: '2025-02-10' });

describe('the earlier state to compare with', () => {
  it('stands on the list once, also where it was kept twice under one name', () => {
    const copy = { ...POINT, name: START.name };
    expect(othersOf([SENT, copy, START, SHIPPED], NOW)).toEqual([SENT, START, SHIPPED]);
  });

  it('stands beside another of the same moment that has another name', () => {
    const again = { ...SENT, name: 'Sent again' };
    const all = [SENT, again, POINT, START, SHIPPED];
    expect(othersOf(all, NOW)).toEqual(all);
    expect(new Set(all.map(stateKey)).size).toBe(all.length);
    expect(sinceOf(all, stateKey(again))).toBe(again);
    expect(othersOf([SENT, again, START], SENT.source)).toEqual([START]);
  });

  it('is never the state that is shown, and none that came after it', () => {
    expect(othersOf([SENT, START], SENT.source)).toEqual([START]);
    expect(othersOf([SENT, START, SHIPPED], START.source)).toEqual([SHIPPED]);
    // A step that is no named moment, and a state that is none of this plan.
    expect(othersOf([SENT, START], { at: 'moment', moment: '3' })).toEqual([START]);
    expect(othersOf([SENT, REVIEWED, START], REVIEWED.source)).toEqual([START]);
    expect(sinceOf(othersOf([SHIPPED], SHIPPED.source), undefined)).toBeUndefined();
  });

  it('is where the plan comes from, unless another one was chosen that is still there', () => {
    expect(sinceOf([SENT, START, SHIPPED], undefined)).toBe(START);
    expect(sinceOf([SENT, START, SHIPPED], stateKey(SENT))).toBe(SENT);
    expect(sinceOf([START, SHIPPED], stateKey(SENT))).toBe(START);
    expect(sinceOf([SHIPPED], undefined)).toBe(SHIPPED);
  });

  it('is kept for each plan by itself', () => {
    localStorage.clear();
    const other = { ...PLAN, title: 'Another plan' };
    const state = createOverview();
    state.choose(PLAN, 'moment 7');
    state.choose(other, 'moment 0');
    const later = createOverview().choices.get();
    expect(chosenFor(later, PLAN)).toBe('moment 7');
    expect(chosenFor(later, other)).toBe('moment 0');
    expect(chosenFor(later, { ...PLAN, title: 'A third' })).toBeUndefined();
  });
});

describe('what has changed', () => {
  const change = (id: string, sentence: string, what = 'changed'): ChangeView => ({
    kind: 'commitment',
    id,
    ref: id,
    title: `Title of ${id}`,
    what,
    field: null,
    field_label: '',
    before: null,
    after: null,
    before_text: '',
    after_text: '',
    sentence,
    private: false,
  });

  it('stands together by row, two sentences each, and says how many more there are', () => {
    const [first, second] = gathered([
      change('a', 'a status'),
      change('b', 'b added', 'added'),
      change('a', 'a date'),
      change('a', 'a lead'),
    ]);
    expect(first).toMatchObject({ id: 'a', title: 'Title of a', sentences: ['a status', 'a date'], more: 1 });
    expect(second).toMatchObject({ id: 'b', title: 'Title of b', what: 'added', more: 0 });
  });

  it('knows what is gone', () => {
    expect(gathered([change('a', 'a removed', 'removed')])[0]?.what).toBe('removed');
  });
});
