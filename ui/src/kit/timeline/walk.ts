/** Where the arrow keys lead from a mark: along its lane by time, to the nearest of the lane above or below. */
import { markKey, type TimelineLane, type TimelineMark } from './types.ts';

export type Step = 'later' | 'earlier' | 'up' | 'down' | 'first' | 'last';

export interface Standing {
  mark: TimelineMark;
  /** Its first pixel, and its last. */
  left: number;
  right: number;
}

/** A mark, the head of a lane, or a day beyond what is loaded that has to be scrolled to first. */
export type Target =
  | { to: 'mark'; key: string }
  | { to: 'lane'; index: number }
  | { to: 'day'; lane: number; day: string }
  | undefined;

function ofLane(all: readonly Standing[], lane: number): readonly Standing[] {
  return all
    .filter(({ mark }) => mark.lane === lane)
    .toSorted((a, b) => a.left - b.left || a.mark.row - b.mark.row || a.right - b.right);
}

/** From a mark, or from the head of a lane where `from` is undefined. */
export function walk(
  step: Step,
  lane: number,
  from: string | undefined,
  all: readonly Standing[],
  lanes: readonly TimelineLane[],
): Target {
  const here = ofLane(all, lane);
  const at = here.findIndex(({ mark }) => markKey(mark) === from);
  const standing = here[at];
  const mark = (one: Standing | undefined): Target => one && { to: 'mark', key: markKey(one.mark) };
  const own = lanes.find(({ index }) => index === lane);
  const beyond = (side: 'before' | 'after'): Target =>
    own && own[side].count > 0 && own[side].day !== '' ? { to: 'day', lane, day: own[side].day } : undefined;
  switch (step) {
    case 'later':
      return mark(here[from === undefined ? 0 : at + 1]) ?? beyond('after');
    case 'earlier':
      return (at > 0 ? mark(here[at - 1]) : beyond('before')) ?? { to: 'lane', index: lane };
    case 'first':
      return beyond('before') ?? mark(here[0]);
    case 'last':
      return beyond('after') ?? mark(here.at(-1));
    case 'up':
    case 'down':
      return vertical(step === 'up' ? -1 : 1, standing, lane, all, lanes);
  }
}

/** The next mark above or below in the same lane, where it lies near; else the nearest of the next lane. */
function vertical(
  direction: 1 | -1,
  from: Standing | undefined,
  lane: number,
  all: readonly Standing[],
  lanes: readonly TimelineLane[],
): Target {
  const next = lanes.find(({ index }) => index === lane + direction);
  if (!from) {
    return next && { to: 'lane', index: next.index };
  }
  const middle = (one: Standing): number => (one.left + one.right) / 2;
  const nearest = (found: readonly Standing[]): Standing | undefined =>
    found.reduce<Standing | undefined>((best, one) => {
      const far = (of: Standing): number => Math.abs(middle(of) - middle(from));
      return best === undefined || far(one) < far(best) ? one : best;
    }, undefined);
  const rows = ofLane(all, lane).filter(({ mark }) => (mark.row - from.mark.row) * direction > 0);
  const close = rows.toSorted((a, b) => (a.mark.row - b.mark.row) * direction)[0]?.mark.row;
  const beside = close === undefined ? undefined : nearest(rows.filter(({ mark }) => mark.row === close));
  if (beside) {
    return { to: 'mark', key: markKey(beside.mark) };
  }
  const found = next && nearest(ofLane(all, next.index));
  if (found) {
    return { to: 'mark', key: markKey(found.mark) };
  }
  if (!next) {
    return undefined;
  }
  const day = next.before.day || next.after.day;
  return day === '' ? { to: 'lane', index: next.index } : { to: 'day', lane: next.index, day };
}

/** The step that a key asks for. */
export function stepOf(key: string, mirrored: boolean): Step | undefined {
  switch (key) {
    case 'ArrowRight':
      return mirrored ? 'earlier' : 'later';
    case 'ArrowLeft':
      return mirrored ? 'later' : 'earlier';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}
