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
  /** Where the words of a milestone end, where they stand behind it. */
  wordsEnd: (id: string) => number | undefined;
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
  wordsEnd,
}: LinksProps) {
  const middle = unit * (lines ? 1 : 1.5);
  const drawn = links.map((link) => {
    const [from, to] = [shapeOf(link.from.days, measure), shapeOf(link.to.days, measure)];
    const y = (top: number): number => top * unit + middle;
    const start = (link.from_end ? from.right : (from.left + from.right) / 2) - origin;
    const end = (to.left + to.right) / 2 - origin;
    const [y1, y2] = [y(link.from.top), y(link.to.top)];
    const down = y2 > y1 ? 1 : -1;
    const bend = y1 === y2 ? y1 - unit + 2 : y2 - down * Math.min(BEND, Math.abs(y2 - y1) / 2);
    const path = `M${start} ${y1 + (y1 === y2 ? -9 : 9 * down)}V${bend}H${end}V${y2 - (y1 === y2 ? 9 : 10 * down)}`;
    // Before the mark that hangs, or behind its words, where nothing else stands; its line and its sentence say it in any case.
    const long = length(link.words) + 8;
    const behind = (wordsEnd(link.to.id) ?? to.right) + 6 - origin;
    const at = [end - 14 - long, behind].find((place) =>
      isFree(link.to.top, place + origin, place + long + origin),
    );
    return { link, path, at };
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
        {drawn.map(({ link, path }) => (
          <g key={`${link.from.id} ${link.to.id}`}>
            <path d={path} />
            <path className="k-tl-hint" d={path}>
              <title>{link.words}</title>
            </path>
          </g>
        ))}
      </svg>
      {drawn.map(({ link, at }) =>
        at === undefined ? null : (
          <span
            key={`${link.from.id} ${link.to.id}`}
            className="k-tl-distance"
            style={{ insetInlineStart: at, insetBlockStart: link.to.top * unit + middle - 8 }}
          >
            <bdi>{link.words}</bdi>
          </span>
        ),
      )}
    </>
  );
}
