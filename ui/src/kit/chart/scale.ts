/** Where the figures of a chart stand: what is not known has no place, and is never nothing. */

/** A figure at a time. */
export interface ChartPoint {
  id: string;
  /** The time, in years: 2025.5 is the middle of 2025. Undefined: not known. */
  from: number | undefined;
  /** As far as it may be; the same as `from`, where it is one day. */
  to: number | undefined;
  /** The figure; undefined: not known. */
  value: number | undefined;
  /** The time, in words. */
  when: string;
  /** The figure, in words. */
  words: string;
  /** What was counted: only what counts the same is joined by a line. */
  series?: string;
}

/** A figure that others are seen against. */
export interface ChartLevel {
  value: number;
  /** "Target: 500 000 by 2030". */
  words: string;
}

/** A point that has a place; both in percent of the drawing, from its beginning and from its bottom. */
export interface PlacedPoint {
  point: ChartPoint;
  x: number;
  /** From where to where its time may be. */
  span: readonly [number, number];
  y: number;
}

/** A stretch between two figures. */
export interface Stretch {
  from: PlacedPoint;
  to: PlacedPoint;
  /** For so long nothing was known that it is drawn as not known: broken. */
  isGap: boolean;
}

export interface Placed {
  points: readonly PlacedPoint[];
  stretches: readonly Stretch[];
  /** Points without a time or a figure. */
  unplaced: readonly ChartPoint[];
  levels: readonly (ChartLevel & { y: number })[];
  /** The first and the last year. */
  years: readonly [number, number];
}

/** Years without a figure, beyond which a line would claim to know what was between. */
const GAP = 1.5;
/** Room above the highest and below the lowest, in percent: words of levels stand there, away from the figures. */
const ROOM = 18;

export function place(points: readonly ChartPoint[], levels: readonly ChartLevel[]): Placed {
  const known = points.filter(hasPlace).toSorted((a, b) => middle(a) - middle(b));
  const unplaced = points.filter((point) => !hasPlace(point));
  const values = [...known.map(({ value }) => value), ...levels.map(({ value }) => value)];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const first = Math.floor(Math.min(...known.map(({ from }) => from)));
  // A day at the very end of a year is of that year.
  const last = Math.max(first + 1, Math.ceil(Math.max(...known.map(({ to }) => to)) - 1e-6));
  const x = (time: number): number => ((time - first) / (last - first)) * 100;
  const y = (value: number): number =>
    high === low ? 50 : ROOM + ((value / 2 - low / 2) / (high / 2 - low / 2)) * (100 - 2 * ROOM);
  const placed = known.map(
    (point): PlacedPoint => ({
      point,
      x: x(middle(point)),
      span: [x(point.from), x(point.to)],
      y: y(point.value),
    }),
  );
  // A figure that is not known, at a known time between two others, breaks what is drawn between them.
  const unknown = unplaced.flatMap(({ from, to, value }) =>
    from !== undefined && to !== undefined && value === undefined ? [(from + to) / 2] : [],
  );
  const stretches = [...new Set(placed.map(({ point }) => point.series))].flatMap((series) =>
    joined(
      placed.filter(({ point }) => point.series === series),
      unknown,
    ),
  );
  return {
    points: placed,
    stretches,
    unplaced,
    levels: levels.map((level) => ({ ...level, y: y(level.value) })),
    years: [first, last],
  };
}

function joined(points: readonly PlacedPoint[], unknown: readonly number[]): Stretch[] {
  return points.slice(1).flatMap((to, at): Stretch[] => {
    const from = points[at];
    if (!from) {
      return [];
    }
    const [begins, ends] = [timeOf(from), timeOf(to)];
    const isGap = ends - begins > GAP || unknown.some((time) => time > begins && time < ends);
    return [{ from, to, isGap }];
  });
}

type Known = ChartPoint & { from: number; to: number; value: number };

function hasPlace(point: ChartPoint): point is Known {
  return [point.from, point.to, point.value].every((part) => part !== undefined && Number.isFinite(part));
}

function middle({ from, to }: Known): number {
  return (from + to) / 2;
}

function timeOf({ point }: PlacedPoint): number {
  return ((point.from ?? 0) + (point.to ?? 0)) / 2;
}
