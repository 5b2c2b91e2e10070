/** The words that a timeline needs; the caller has them. */
import type { Level, Tick } from './scale.ts';

export interface TimelineWords {
  locale: string;
  today: string;
  /** "Q3". */
  quarter(number: number): string;
  /** "2020s". */
  decade(year: string): string;
  /** How to move in it; read once when it gets the keys. */
  help: string;
  fold(lane: string): string;
  unfold(lane: string): string;
  /** What lies before and after what is seen. */
  before(count: number): string;
  after(count: number): string;
  /** A number as people write it. */
  number(count: number): string;
  /** The same within a mark, which has room for four signs: 9,979 is "10K" there. */
  short(count: number): string;
  /** How many rows are in a lane. */
  rows(count: number): string;
  lanes: string;
}

/** What a stretch of a header is called. `alone`: nothing above it says the rest. */
export function tickWords(
  { level, date }: Tick,
  words: TimelineWords,
  length: number,
  alone: boolean,
): string {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(words.locale, { ...options, timeZone: 'UTC' }).format(date);
  const year = String(date.getUTCFullYear());
  switch (level) {
    case 'decade':
      return length < 40 && !alone ? `’${year.slice(2)}` : words.decade(year);
    case 'year':
      return length < 34 && !alone ? `’${year.slice(2)}` : year;
    case 'quarter':
      return length < 22
        ? String(Math.floor(date.getUTCMonth() / 3) + 1)
        : words.quarter(Math.floor(date.getUTCMonth() / 3) + 1);
    case 'month':
      if (alone) {
        return format({ month: length < 120 ? 'short' : 'long', year: 'numeric' });
      }
      return format({ month: length < 30 ? 'narrow' : length < 86 ? 'short' : 'long' });
    case 'week':
    case 'day':
      return format({ day: 'numeric' });
  }
}

/** What a stretch is called in full, for a title. */
export function tickTitle({ level, date }: Tick, words: TimelineWords): string {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(words.locale, { ...options, timeZone: 'UTC' }).format(date);
  const titles: Readonly<Record<Level, () => string>> = {
    decade: () => words.decade(String(date.getUTCFullYear())),
    year: () => String(date.getUTCFullYear()),
    quarter: () => `${words.quarter(Math.floor(date.getUTCMonth() / 3) + 1)} ${date.getUTCFullYear()}`,
    month: () => format({ month: 'long', year: 'numeric' }),
    week: () => format({ day: 'numeric', month: 'long', year: 'numeric' }),
    day: () => format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  };
  return titles[level]();
}
