/** What lies outside of what is seen, and where nothing stands. */
import type { Placed, Sight } from './labels.ts';
import { numberOf } from './scale.ts';
import type { TimelineLane } from './types.ts';
import type { Stands } from './use-standing.ts';
import type { Standing } from './walk.ts';

/** How many rows of a lane lie before and after what is seen: those outside the window, and those in it that are not seen. */
export function beyond(
  lane: TimelineLane,
  here: readonly Standing[],
  left: number,
  right: number,
): readonly [number, number] {
  const count = (outside: (one: Standing) => boolean): number =>
    here.filter(outside).reduce((sum, one) => sum + one.mark.count, 0);
  return [
    lane.before.count + count((one) => one.right < left),
    lane.after.count + count((one) => one.left > right),
  ];
}

/** The day of the nearest mark of a lane that lies outside of what is seen. */
export function nearestOutside(
  lane: TimelineLane,
  here: readonly Standing[],
  side: 'before' | 'after',
  left: number,
  right: number,
  day: number,
): number | undefined {
  const near =
    side === 'before'
      ? here.filter((one) => one.right < left).toSorted((a, b) => b.right - a.right)[0]
      : here.filter((one) => one.left > right).toSorted((a, b) => a.left - b.left)[0];
  if (near) {
    return (near.left + near.right) / 2 / day;
  }
  return lane[side].day === '' ? undefined : numberOf(lane[side].day);
}

/** Whether a stretch of a row is in sight, and neither a mark nor words nor the line of today stand there. */
export function isFree(
  standing: readonly Stands[],
  labels: ReadonlyMap<string, Placed>,
  lanes: readonly TimelineLane[],
  top: number,
  from: number,
  to: number,
  today: number,
  sight: Sight,
): boolean {
  const tops = new Map(lanes.map((lane) => [lane.index, lane.top]));
  const clear = (begin: number, end: number): boolean => end <= from || begin >= to;
  return (
    from >= sight.first &&
    to <= sight.last &&
    clear(today, today) &&
    standing
      .filter(({ mark }) => (tops.get(mark.lane) ?? -1) + mark.row * 2 === top)
      .every(({ key, shape }) => {
        const label = labels.get(key);
        return clear(shape.left, shape.right) && (!label || clear(label.from, label.from + label.length));
      })
  );
}
