/** Days and pixels, and the two levels of headers. Nothing here knows the screen. */
import { utcDay, utcMonday, utcMonth, utcYear } from 'd3-time';

/** Lengths of a day in pixels, from decades to weeks. */
export const ZOOMS = [
  0.012, 0.02, 0.033, 0.055, 0.09, 0.15, 0.2, 0.28, 0.42, 0.6, 0.8, 1.15, 1.7, 2.6, 4, 6, 9, 14, 22, 34,
] as const;

export type Level = 'decade' | 'year' | 'quarter' | 'month' | 'week' | 'day';

/** The zooms that have a name, and the length of a day in each. */
export const LEVELS: readonly (readonly [Level, number])[] = [
  ['decade', 0.033],
  ['year', 0.2],
  ['quarter', 0.8],
  ['month', 2.6],
  ['week', 9],
];

/** What the lower header counts at a length of a day. */
export function levelOf(day: number): Level {
  if (day < 0.09) {
    return 'decade';
  }
  if (day < 0.42) {
    return 'year';
  }
  if (day < 1.7) {
    return 'quarter';
  }
  if (day < 6) {
    return 'month';
  }
  return day < 18 ? 'week' : 'day';
}

/** The named zoom that is nearest. */
export function nearestLevel(day: number): Level {
  const far = (of: number): number => Math.abs(Math.log(of / day));
  return LEVELS.reduce((best, one) => (far(one[1]) < far(best[1]) ? one : best))[0];
}

/** The next zoom, nearer (1) or farther (-1). */
export function nextZoom(day: number, step: number): number {
  const at = ZOOMS.reduce(
    (best, zoom, index) =>
      Math.abs(Math.log(zoom / day)) < Math.abs(Math.log((ZOOMS[best] ?? 1) / day)) ? index : best,
    0,
  );
  return ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + step))] ?? day;
}

const DAY = 86_400_000;
/** Days are counted from 1 January of the year 1, as the program behind the window counts them. */
const BEGIN = Date.UTC(2000, 0, 1) / DAY - 730_120;

/** The number of a day such as `2026-05-14`. */
export function numberOf(day: string): number {
  const at = new Date(`${day}T00:00:00Z`).getTime();
  return Math.round(at / DAY) - BEGIN;
}

export function dateOf(number: number): Date {
  return new Date((Math.floor(number) + BEGIN) * DAY);
}

/** A number as a day, within the years that dates can name. */
export function dayOf(number: number): string {
  const date = dateOf(number);
  const year = date.getUTCFullYear();
  if (year < 1000) {
    return '1000-01-01';
  }
  return year > 9999 ? '9999-12-31' : date.toISOString().slice(0, 10);
}

/** A stretch of a header. */
export interface Tick {
  /** First day, as a number, and the day behind the last. */
  from: number;
  to: number;
  /** What it is called: a year, a quarter, a month, a day; by its level. */
  level: Level;
  date: Date;
}

type Interval = { floor(date: Date): Date; offset(date: Date, step?: number): Date };

const quarters: Interval = {
  floor: (date) => new Date(Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 1)),
  offset: (date, step = 1) => utcMonth.offset(date, 3 * step),
};
const decades: Interval = {
  floor: (date) => new Date(Date.UTC(Math.floor(date.getUTCFullYear() / 10) * 10, 0, 1)),
  offset: (date, step = 1) => utcYear.offset(date, 10 * step),
};
const INTERVALS: Readonly<Record<Level, Interval>> = {
  decade: decades,
  year: utcYear,
  quarter: quarters,
  month: utcMonth,
  week: utcMonday,
  day: utcDay,
};

/** The stretches of a level between two days. */
export function ticks(level: Level, from: number, to: number): readonly Tick[] {
  const interval = INTERVALS[level];
  const found: Tick[] = [];
  let at = interval.floor(dateOf(from));
  const last = dateOf(to).getTime();
  while (at.getTime() <= last && found.length < 2000) {
    const next = interval.offset(at, 1);
    found.push({ from: number(at), to: number(next), level, date: at });
    at = next;
  }
  return found;
}

function number(date: Date): number {
  return Math.round(date.getTime() / DAY) - BEGIN;
}

/** The two levels of the header at a length of a day: the upper names what the lower counts. */
export function headerLevels(day: number): readonly [Level, Level] {
  switch (levelOf(day)) {
    case 'decade':
      return day < 0.033 ? ['decade', 'decade'] : ['decade', 'year'];
    case 'year':
      return ['decade', 'year'];
    case 'quarter':
      return ['year', 'quarter'];
    case 'month':
      return ['year', 'month'];
    case 'week':
      return ['month', 'week'];
    case 'day':
      return ['month', 'day'];
  }
}

/** By what a mark moves at a length of a day, with the keys. */
export function moveUnit(day: number): 'day' | 'week' | 'month' | 'quarter' | 'year' {
  const level = levelOf(day);
  return level === 'decade' ? 'year' : level;
}

/** Days of a unit, on average: what a mark is dragged by. */
export const DAYS_OF: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.31,
  half: 182.62,
  year: 365.24,
  decade: 3652.4,
};
