/** Earlier states of the plan, kept fresh while they are shown. */
import { useEffect, useMemo } from 'react';
import type { MomentView, RestorePointView, Source } from '@/generated/wire.ts';
import { useDiscreet, usePlan, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useReading } from '@/lib/reading.ts';
import { keyOf, whenOf } from '@/lib/sources.ts';
import { dayAndTime } from '@/lib/times.ts';
import type { Extra } from './state.ts';

/** A state that can be looked at, compared with and returned to. */
export interface EarlierState {
  key: string;
  /** None: it can be gone back to, and not be shown without that. */
  source: Source | undefined;
  name: string;
  /** When, by whom, and the beginning of its sum. */
  note: string;
  sort: 'start' | 'edition' | 'snapshot' | 'restore_point' | 'parent' | 'shipped';
  /** Made because somebody asked for it, or sent to somebody; the others the application made for itself. */
  named: boolean;
  /** The restore point, where it is one. */
  restorePoint: string | undefined;
  /** Its copy is not whole. */
  damaged: boolean;
  /** How it is quoted; empty: it is no edition. */
  quote: string;
}

interface Found {
  moments: readonly MomentView[];
  points: readonly RestorePointView[];
}

export interface EarlierStates {
  loaded: boolean;
  states: readonly EarlierState[];
}

export function useEarlierStates(): EarlierStates {
  const notices = useNotices();
  const isPlan = usePlan().open === 'plan';
  const discreet = useDiscreet();
  const { say, locale } = useWords();
  const moments = useReading('moments_list', {}, { often: true });
  // A restore point is no step, and may come by itself.
  const points = useReading('restore_points', isPlan ? {} : undefined, { often: true });
  const error = moments.error ?? points.error;
  useEffect(() => {
    if (error !== undefined) {
      notices.report(error);
    }
  }, [error, notices]);
  const found = useMemo(
    (): Found | undefined =>
      moments.value && (points.value || !isPlan)
        ? { moments: moments.value, points: points.value ?? [] }
        : undefined,
    [moments.value, points.value, isPlan],
  );
  return useMemo(() => {
    if (!found) {
      return { loaded: false, states: [] };
    }
    const note = (when: string, by: string, sum: string): string =>
      [when, discreet ? '' : by, sum].filter((one) => one !== '').join(' · ');
    const shown = found.moments.filter(({ sort }) => sort === 'restore_point');
    const points = found.points.map(
      (point): EarlierState => ({
        key: `point ${point.id}`,
        // A copy of another line of the same plan is no moment of this one.
        source: shown.find(({ at, op }) => at === point.at && op === point.op)?.source,
        name: point.label,
        note: dayAndTime(point.at, locale),
        sort: 'restore_point',
        named: point.why === 'asked',
        restorePoint: point.id,
        damaged: point.damaged,
        quote: '',
      }),
    );
    const moments = found.moments.flatMap((moment): readonly EarlierState[] =>
      // They are listed by themselves, with why they were made.
      moment.sort === 'restore_point'
        ? []
        : [
            {
              key: `${moment.sort} ${keyOf(moment.source)}`,
              source: moment.source,
              name: moment.name === '' ? say('history-nameless') : moment.name,
              note: note(
                whenOf(moment, locale),
                moment.by,
                moment.sum === '' ? '' : say('history-sum', { sum: moment.sum }),
              ),
              sort: isSort(moment.sort) ? moment.sort : 'snapshot',
              named: true,
              restorePoint: undefined,
              damaged: false,
              quote: moment.quote,
            },
          ],
    );
    return { loaded: true, states: inOrder([...moments, ...points], timesOf(found)) };
  }, [found, discreet, locale, say]);
}

/** The states of this plan down to how it began, then what it came from, and last what came with the application. */
const PLACES: { readonly [K in EarlierState['sort']]: number } = {
  edition: 0,
  snapshot: 0,
  restore_point: 0,
  start: 1,
  parent: 2,
  shipped: 3,
};

/** In these places the newest first, as far as it is known when they were made (`times`, by key). */
export function inOrder(
  states: readonly EarlierState[],
  times: ReadonlyMap<string, string>,
): readonly EarlierState[] {
  const timeOf = ({ key }: EarlierState): string => times.get(key) ?? '';
  return states.toSorted((a, b) => PLACES[a.sort] - PLACES[b.sort] || timeOf(b).localeCompare(timeOf(a)));
}

function timesOf({ moments, points }: Found): ReadonlyMap<string, string> {
  return new Map([
    ...moments.map(({ sort, source, at }) => [`${sort} ${keyOf(source)}`, at] as const),
    ...points.map(({ id, at }) => [`point ${id}`, at] as const),
  ]);
}

const SORTS: readonly EarlierState['sort'][] = [
  'start',
  'edition',
  'snapshot',
  'restore_point',
  'parent',
  'shipped',
];

function isSort(sort: string): sort is EarlierState['sort'] {
  return SORTS.some((one) => one === sort);
}

/** The state behind a step, and how it is called. */
export function useStateBehind(): (op: number, at: string) => Extra {
  const { locale } = useWords();
  return (op, at) => ({ source: { at: 'moment', moment: String(op) }, name: dayAndTime(at, locale) });
}
