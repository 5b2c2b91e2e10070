/** What the overview compares with, and how it gathers what has changed. */
import { describe, expect, it } from 'vitest';
import { gathered } from '@/features/overview/changed.tsx';
import { chosenFor, createOverview, othersOf, sinceOf } from '@/features/overview/state.ts';
import type { ChangeView, MomentView, Source } from '@/generated/wire.ts';
import { PLAN } from '../fake/host.ts';

const NOW: Source = { at: 'now' };

function moment(sort: string, source: Source, name = sort): MomentView {
  return { moment: '', source, name, at: '', by: '', sort, op: null };
}

const START = moment('start', { at: 'moment', moment: '0' });
const POINT = moment('restore_point', { at: 'moment', moment: '0' });
const SENT = moment('snapshot', { at: 'moment', moment: 'abc' });
const SHIPPED = moment('shipped', { at: 'shipped', name: 'starter' });

describe('the earlier state to compare with', () => {
  it('stands on the list once, under its best name', () => {
    expect(othersOf([SENT, POINT, START, SHIPPED], NOW)).toEqual([SENT, START, SHIPPED]);
  });

  it('is never the state that is shown', () => {
    expect(othersOf([SENT, START], { at: 'moment', moment: 'abc' })).toEqual([START]);
    expect(sinceOf(othersOf([SHIPPED], SHIPPED.source), undefined)).toBeUndefined();
  });

  it('is where the plan comes from, unless another one was chosen that is still there', () => {
    expect(sinceOf([SENT, START, SHIPPED], undefined)).toBe(START);
    expect(sinceOf([SENT, START, SHIPPED], 'moment abc')).toBe(SENT);
    expect(sinceOf([START, SHIPPED], 'moment abc')).toBe(START);
    expect(sinceOf([SHIPPED], undefined)).toBe(SHIPPED);
  });

  it('is kept for each plan by itself', () => {
    localStorage.clear();
    const other = { ...PLAN, title: 'Another plan' };
    const state = createOverview();
    state.choose(PLAN, 'moment abc');
    state.choose(other, 'moment 0');
    const later = createOverview().choices.get();
    expect(chosenFor(later, PLAN)).toBe('moment abc');
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
  });

  it('stands together by row, two sentences each, and says how many more there are', () => {
    const [first, second] = gathered([
      change('a', 'a status'),
      change('b', 'Title of b added', 'added'),
      change('a', 'a date'),
      change('a', 'a lead'),
    ]);
    expect(first).toMatchObject({ id: 'a', title: 'Title of a', sentences: ['a status', 'a date'], more: 1 });
    expect(second).toMatchObject({ id: 'b', title: '', gone: false, more: 0 });
  });

  it('knows what is gone', () => {
    expect(gathered([change('a', 'a removed', 'removed')])[0]?.gone).toBe(true);
  });
});
