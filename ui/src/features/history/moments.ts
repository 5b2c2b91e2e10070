/** Earlier states of the plan, kept fresh while they are shown. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MomentView, RestorePointView, Source } from '@/generated/wire.ts';
import { useClient, useDiscreet, usePlan, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { dayAndTime } from '@/lib/times.ts';
import { type Extra, keyOf } from './state.ts';

/** A state that can be looked at, compared with and returned to. */
export interface EarlierState {
  key: string;
  /** None: it can be gone back to, and not be shown without that. */
  source: Source | undefined;
  name: string;
  /** When, and by whom. */
  note: string;
  sort: 'start' | 'snapshot' | 'restore_point' | 'parent' | 'shipped';
  /** Made because somebody asked for it, or sent to somebody; the others the application made for itself. */
  named: boolean;
  /** The restore point, where it is one. */
  restorePoint: string | undefined;
  /** Its copy is not whole. */
  damaged: boolean;
}

export interface EarlierStates {
  loaded: boolean;
  states: readonly EarlierState[];
}

/** Asks again a moment after a step: who types on does not ask for each letter. */
const REST = 300;

export function useEarlierStates(): EarlierStates {
  const client = useClient();
  const notices = useNotices();
  const plan = usePlan();
  const discreet = useDiscreet();
  const { say, locale, language } = useWords();
  const [found, setFound] = useState<{
    moments: readonly MomentView[];
    points: readonly RestorePointView[];
  }>();
  const asked = useRef(0);
  const ask = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const isPlan = client.plan.get().open === 'plan';
    const [moments, points] = await Promise.all([
      client.call('moments_list', {}),
      isPlan ? client.call('restore_points', {}) : [],
    ]);
    if (mine === asked.current) {
      setFound({ moments, points });
    }
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan or another language is another list.
  useEffect(() => {
    let timer = 0;
    const again = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        ask().catch(notices.report);
      }, REST);
    };
    ask().catch(notices.report);
    const leave = [
      client.changed.listen(again),
      client.renew.listen(again),
      client.opened.listen(again),
      // A restore point is no step; but that it was made is said.
      client.said.listen(again),
    ];
    // Restore points come by themselves, too: who comes back to the window sees them.
    window.addEventListener('focus', again);
    return () => {
      asked.current += 1;
      clearTimeout(timer);
      window.removeEventListener('focus', again);
      for (const stop of leave) {
        stop();
      }
    };
  }, [ask, client, notices, plan.file?.file, language]);
  return useMemo(() => {
    if (!found) {
      return { loaded: false, states: [] };
    }
    const note = (at: string, by: string): string =>
      [at === '' ? '' : dayAndTime(at, locale), discreet ? '' : by].filter((one) => one !== '').join(' · ');
    const shown = found.moments.filter(({ sort }) => sort === 'restore_point');
    const points = found.points.map(
      (point): EarlierState => ({
        key: `point ${point.id}`,
        // A copy of another line of the same plan is no moment of this one.
        source: shown.find(({ at, op }) => at === point.at && op === point.op)?.source,
        name: point.label,
        note: note(point.at, ''),
        sort: 'restore_point',
        named: point.why === 'asked',
        restorePoint: point.id,
        damaged: point.damaged,
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
              note: note(moment.at, moment.by),
              sort: isSort(moment.sort) ? moment.sort : 'snapshot',
              named: true,
              restorePoint: undefined,
              damaged: false,
            },
          ],
    );
    return { loaded: true, states: inOrder([...moments, ...points], found) };
  }, [found, discreet, locale, say]);
}

/** Newest first, as far as it is known when they were made; what came with the application last. */
function inOrder(
  states: readonly EarlierState[],
  found: { moments: readonly MomentView[]; points: readonly RestorePointView[] },
): readonly EarlierState[] {
  const times = new Map<string, string>([
    ...found.moments.map(({ sort, source, at }) => [`${sort} ${keyOf(source)}`, at] as const),
    ...found.points.map(({ id, at }) => [`point ${id}`, at] as const),
  ]);
  const rank = ({ sort, key }: EarlierState): string => (sort === 'shipped' ? '' : (times.get(key) ?? ''));
  return states.toSorted((a, b) => rank(b).localeCompare(rank(a)));
}

const SORTS: readonly EarlierState['sort'][] = ['start', 'snapshot', 'restore_point', 'parent', 'shipped'];

function isSort(sort: string): sort is EarlierState['sort'] {
  return SORTS.some((one) => one === sort);
}

/** The state behind a step, and how it is called. */
export function useStateBehind(): (op: number, at: string) => Extra {
  const { locale } = useWords();
  return (op, at) => ({ source: { at: 'moment', moment: String(op) }, name: dayAndTime(at, locale) });
}
