/** From four days to what is drawn: a diamond, or a bar that fades where nobody knows. */
import { numberOf } from './scale.ts';
import type { Days } from './types.ts';

/** Room that an end takes up which is open or not known, and half of a diamond; as they are reckoned with behind the window. */
export const FADE = 72;
export const HALF = 8;

export interface Shape {
  /** First and last pixel. */
  left: number;
  right: number;
  /** One known day. */
  exact: boolean;
  /** From here to there it is certain; of one unknown day nothing is: both are the middle. */
  sureFrom: number;
  sureTo: number;
  /** The end is open, or not known. */
  openStart: boolean;
  openEnd: boolean;
}

export interface Measure {
  /** Pixels of a day. */
  day: number;
  /** Number of today. */
  today: number;
}

/** Where a mark is drawn, in pixels from the first day of the calendar. */
export function shapeOf(days: Days, { day, today }: Measure, goesOn = false): Shape {
  const at = (text: string): number | undefined => (text === '' ? undefined : numberOf(text));
  const [a, b, c, d] = [
    at(days.start_not_before),
    at(days.start_not_after),
    at(days.end_not_before),
    at(days.end_not_after),
  ];
  const known = [a, b, c, d].filter((one) => one !== undefined);
  const first = known.length > 0 ? Math.min(...known) : today;
  const last = known.length > 0 ? Math.max(...known) : today;
  if (a !== undefined && a === b && b === c && c === d) {
    const middle = (a + 0.5) * day;
    return {
      left: middle - HALF,
      right: middle + HALF,
      exact: true,
      sureFrom: middle,
      sureTo: middle,
      openStart: false,
      openEnd: false,
    };
  }
  const left = a === undefined ? first * day - FADE : a * day;
  const open = (last + 1) * day;
  const right = d !== undefined ? (d + 1) * day : (goesOn ? Math.max(open, today * day) : open) + FADE;
  const end = Math.max(right, left + 2 * HALF);
  // It certainly lasts from the last day on which it may begin to the first on which it may end.
  const [from, to] = [b ?? first, goesOn && c === undefined ? Math.max(last, today) : (c ?? last)];
  const sure = from <= to && !(a === c && b === d);
  const middle = (left + end) / 2;
  return {
    left,
    right: end,
    exact: false,
    sureFrom: sure ? Math.min(Math.max(from * day, left), end) : middle,
    // What is drawn longer than it is, so that it is seen, is certain to its end.
    sureTo: sure ? (end > right && c === d ? end : Math.min(Math.max((to + 1) * day, left), end)) : middle,
    openStart: a === undefined,
    openEnd: d === undefined,
  };
}
