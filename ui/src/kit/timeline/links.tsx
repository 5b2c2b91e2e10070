/** What hangs on what: an elbow from the one to the other, with the distance beside it. */
import { type Measure, shapeOf } from './geometry.ts';
import type { TimelineLink } from './types.ts';

export interface LinksProps {
  links: readonly TimelineLink[];
  measure: Measure;
  origin: number;
  /** Pixels of half a row, and of the canvas. */
  unit: number;
  width: number;
  height: number;
  mirrored: boolean;
  /** Each lane is one row of the plan, without room around it. */
  lines: boolean;
  /** How long words are. */
  length: (words: string) => number;
  /** Nothing stands there, in a row by its first half row. */
  isFree: (top: number, from: number, to: number) => boolean;
}

/** Room between a mark and the bend of a line. */
const BEND = 14;

export function Links({
  links,
  measure,
  origin,
  unit,
  width,
  height,
  mirrored,
  lines,
  length,
  isFree,
}: LinksProps) {
  const middle = unit * (lines ? 1 : 1.5);
  const drawn = links.map((link) => {
    const [from, to] = [shapeOf(link.from.days, measure), shapeOf(link.to.days, measure)];
    const y = (top: number): number => top * unit + middle;
    const start = (link.from_end ? from.right : (from.left + from.right) / 2) - origin;
    const end = (to.left + to.right) / 2 - origin;
    return { link, start, end, y1: y(link.from.top), y2: y(link.to.top) };
  });
  return (
    <>
      <svg
        className="k-tl-links"
        width={width}
        height={height}
        aria-hidden="true"
        focusable="false"
        style={mirrored ? { transform: 'scaleX(-1)' } : undefined}
      >
        {drawn.map(({ link, start, end, y1, y2 }) => {
          const down = y2 > y1 ? 1 : -1;
          const bend = y1 === y2 ? y1 - unit + 2 : y2 - down * Math.min(BEND, Math.abs(y2 - y1) / 2);
          return (
            <path
              key={`${link.from.id} ${link.to.id}`}
              d={`M${start} ${y1 + (y1 === y2 ? -9 : 9 * down)}V${bend}H${end}V${y2 - (y1 === y2 ? 9 : 10 * down)}`}
            />
          );
        })}
      </svg>
      {drawn.map(({ link, end }) => {
        // Before the mark that hangs, where nothing else stands; its sentence says it in any case.
        const long = length(link.words) + 8;
        const from = end - 14 - long;
        return isFree(link.to.top, from + origin, from + long + origin) ? (
          <span
            key={`${link.from.id} ${link.to.id}`}
            className="k-tl-distance"
            style={{ insetInlineStart: from, insetBlockStart: link.to.top * unit + middle - 8 }}
          >
            <bdi>{link.words}</bdi>
          </span>
        ) : null;
      })}
    </>
  );
}
