/** What a drawing of the timeline holds beside its marks: what hangs on what, and where marks were before. */
import { type Measure, type Shape, shapeOf } from './geometry.ts';
import type { TimelineLink } from './types.ts';

/** Inside of what was, or is gone: pale, because a broken line is what is in doubt. */
export const PALE = '#dcdcd6';
export const DASH = 'stroke-dasharray="3 2.5"';

/** Room between a mark and the bend of a line, as on the screen. */
const BEND = 14;

export interface Place {
  /** Pixels of the first day that is drawn. */
  origin: number;
  /** Where an x stands on the page, in a mirrored one too. */
  flip: (at: number, length?: number) => number;
}

/** The elbow of a link, from the middle of one row to the middle of another. */
export function linkPath(
  link: TimelineLink,
  measure: Measure,
  { origin, flip }: Place,
  [y1, y2]: readonly [number, number],
  unit: number,
): string {
  const [from, to] = [shapeOf(link.from.days, measure), shapeOf(link.to.days, measure)];
  const start = flip((link.from_end ? from.right : (from.left + from.right) / 2) - origin);
  const end = flip((to.left + to.right) / 2 - origin);
  const down = y2 > y1 ? 1 : -1;
  const same = y1 === y2;
  const bend = same ? y1 - unit + 2 : y2 - down * Math.min(BEND, Math.abs(y2 - y1) / 2);
  const [first, last] = [y1 + (same ? -9 : 9 * down), y2 - (same ? 9 : 10 * down)];
  return `M${start.toFixed(1)} ${first.toFixed(1)}V${bend.toFixed(1)}H${end.toFixed(1)}V${last.toFixed(1)}`;
}

/** Where a mark was in the earlier state, with a line to where it is. */
export function ghost(was: Shape, now: Shape, { origin, flip }: Place, line: number, colour: string): string {
  const middle = (of: Shape): number => flip((of.left + of.right) / 2 - origin);
  const [from, to] = [middle(was), middle(now)];
  const trail = `<path d="M${from.toFixed(1)} ${line}H${to.toFixed(1)}" stroke="${colour}" ${DASH}/>`;
  if (was.exact) {
    const diamond = `M${from.toFixed(1)} ${line - 7}l7 7l-7 7l-7 -7z`;
    return `${trail}<path d="${diamond}" fill="${PALE}" stroke="${colour}"/>`;
  }
  const long = was.right - was.left;
  const left = flip(was.left - origin, long).toFixed(1);
  return `${trail}<rect x="${left}" y="${line - 5}" width="${long.toFixed(1)}" height="10" rx="2" fill="${PALE}" stroke="${colour}"/>`;
}
