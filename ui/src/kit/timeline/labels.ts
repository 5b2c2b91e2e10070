/**
 * Where words stand beside their marks. A pure function: of one row of a lane, marks with the lengths of their words in, places
 * out. No words lie over other words, over another mark or over the line of today, and all stand beside their own mark; those
 * that have no room are cut, and left out where nothing readable would be left.
 */

export interface Labelled {
  key: string;
  /** First and last pixel of the mark. */
  left: number;
  right: number;
  /** Length of its words; 0: it has none. */
  words: number;
}

export interface Placed {
  /** Before or behind the mark, as one reads. */
  side: 'before' | 'after';
  /** Where the words begin, and how long they may be. */
  from: number;
  length: number;
}

/** Between words and what is beside them. */
export const GAP = 6;
/** Shorter than this, words say nothing. */
export const LEAST = 28;

/**
 * Places by key, of the marks of one row. `today`: the pixel of the line, where words keep clear of it. `first`: the pixel before
 * which nothing is seen.
 */
export function placeLabels(
  row: readonly Labelled[],
  today: number | undefined,
  first = Number.NEGATIVE_INFINITY,
): ReadonlyMap<string, Placed> {
  const marks = row.toSorted((a, b) => a.left - b.left || a.right - b.right);
  const placed = new Map<string, Placed>();
  /** The last pixel that is taken, from the left. */
  let taken = first - GAP;
  for (const [at, mark] of marks.entries()) {
    // Marks that lie one over the other share their end: words stand behind all of them.
    taken = Math.max(taken, marks[at - 1]?.right ?? taken);
    const next = marks[at + 1];
    const wants = mark.words > 0;
    if (wants) {
      const before = roomBefore(mark, taken, today);
      const after = roomAfter(mark, next, today);
      const fitting = after >= mark.words ? 'after' : before >= mark.words ? 'before' : undefined;
      const side = fitting ?? (after >= before ? 'after' : 'before');
      const length = Math.min(mark.words, side === 'after' ? after : before);
      if (length >= Math.min(LEAST, mark.words)) {
        const from = side === 'after' ? mark.right + GAP : mark.left - GAP - length;
        placed.set(mark.key, { side, from, length });
        if (side === 'after') {
          taken = Math.max(taken, from + length);
        }
      }
    }
    taken = Math.max(taken, mark.right);
  }
  return placed;
}

function roomAfter(mark: Labelled, next: Labelled | undefined, today: number | undefined): number {
  const from = mark.right + GAP;
  let limit = Number.POSITIVE_INFINITY;
  if (next) {
    limit = next.left - GAP;
    // The next one will need the room before it, where its own words would cross today.
    const crosses =
      today !== undefined &&
      next.right <= today &&
      next.right + GAP + next.words > today - GAP &&
      next.words > 0;
    if (crosses && next.left - GAP - next.words >= from + LEAST) {
      limit = next.left - 2 * GAP - next.words;
    }
  }
  if (today !== undefined && today + GAP > from && mark.right <= today + GAP) {
    limit = Math.min(limit, today - GAP);
  }
  return limit - from;
}

function roomBefore(mark: Labelled, taken: number, today: number | undefined): number {
  const to = mark.left - GAP;
  let limit = taken + GAP;
  if (today !== undefined && today - GAP < to && mark.left >= today - GAP) {
    limit = Math.max(limit, today + GAP);
  }
  return to - limit;
}
