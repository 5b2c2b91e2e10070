/** What a timeline is drawn from. The kit knows lanes, marks and days; what they stand for is up to the caller. */

/** Start and end, not before and not after, as `2026-05-14`; empty: open or not known. */
export interface Days {
  start_not_before: string;
  start_not_after: string;
  end_not_before: string;
  end_not_after: string;
}

export interface Beyond {
  /** How many lie there. */
  count: number;
  /** Day of the nearest. */
  day: string;
}

export interface TimelineLane {
  key: string | null;
  label: string;
  badge: string;
  count: number;
  /** Its position among all lanes. */
  index: number;
  /** Its first half row. */
  top: number;
  rows: number;
  folded: boolean;
  /** What lies before and after the window that was asked for. */
  before: Beyond;
  after: Beyond;
}

export interface TimelineMark {
  kind: string;
  id: string;
  lane: number;
  row: number;
  /** More than one: they are gathered. */
  count: number;
  label: string;
  /** All about it, for assistive technology. */
  words: string;
  when: string;
  days: Days;
  sort: string;
  exact: boolean;
  goes_on: boolean;
  doubt: boolean;
  computed: boolean;
  past: boolean;
  step: string;
  note: string;
  fate: string;
  was: Days | null;
}

export interface TimelineEnd {
  id: string;
  top: number;
  days: Days;
}

export interface TimelineLink {
  from: TimelineEnd;
  to: TimelineEnd;
  from_end: boolean;
  words: string;
}

/** A mark that is being moved: where it would be. */
export interface Moving {
  key: string;
  days: Days;
  when: string;
}

/** One name for a mark. */
export function markKey({ kind, id }: { kind: string; id: string }): string {
  return `${kind} ${id}`;
}
