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
  /** It is drawn as a bar: where there is no room beside it, words may lie in it. */
  bar?: boolean;
}

export interface Placed {
  /** Before or behind the mark, as one reads, or in what is seen of it. */
  side: 'before' | 'after' | 'inside';
  /** Where the words begin, and how long they may be. */
  from: number;
  length: number;
  /** The part of a bar in which its words keep in sight. */
  within?: { from: number; to: number };
}

/** Between words and what is beside them. */
export const GAP = 6;
/** Shorter than this, words say nothing. */
export const LEAST = 28;
/** Room around words that lie in a bar, at both ends together. */
export const INSET = 8;

/** The pixels between which anything is seen. */
export interface Sight {
  first: number;
  last: number;
}

const ALL: Sight = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

/**
 * Places by key, of the marks of one row. `today`: the pixel of the line, where words keep clear of it. What is not in sight has no
 * words, and no words lie out of sight.
 */
export function placeLabels(
  row: readonly Labelled[],
  today: number | undefined,
  { first, last }: Sight = ALL,
): ReadonlyMap<string, Placed> {
  const marks = row
    .filter(({ left, right }) => right > first && left < last)
    .toSorted((a, b) => a.left - b.left || a.right - b.right);
  const placed = new Map<string, Placed>();
  /** The last pixel that is taken, from the left. */
  let taken = Number.NEGATIVE_INFINITY;
  for (const [at, mark] of marks.entries()) {
    // Marks that lie one over the other share their end: words stand behind all of them.
    taken = Math.max(taken, marks[at - 1]?.right ?? taken);
    const found = mark.words > 0 ? place(mark, taken, marks[at + 1], today, { first, last }) : undefined;
    if (found && found.length >= Math.min(LEAST, mark.words)) {
      placed.set(mark.key, found);
      taken = Math.max(taken, found.from + found.length);
    }
    taken = Math.max(taken, mark.right);
  }
  return placed;
}

/** The first place where the words are whole; where none is, the longest. */
function place(
  mark: Labelled,
  taken: number,
  next: Labelled | undefined,
  today: number | undefined,
  sight: Sight,
): Placed | undefined {
  const after = Math.min(mark.words, roomAfter(mark, next, today, sight.last));
  const before = Math.min(
    mark.words,
    roomBefore(mark, Math.max(taken, sight.first - GAP), today, sight.last),
  );
  const places: readonly Placed[] = [
    { side: 'after', from: mark.right + GAP, length: after },
    { side: 'before', from: mark.left - GAP - before, length: before },
    ...(mark.bar === true ? inBar(mark, taken, next, today, sight) : []),
  ];
  const longest = Math.max(...places.map(({ length }) => length));
  return places.find(({ length }) => length === longest);
}

/** Places in a bar: on this side of today and on that. */
function inBar(
  mark: Labelled,
  taken: number,
  next: Labelled | undefined,
  today: number | undefined,
  sight: Sight,
): readonly Placed[] {
  const bar = {
    from: Math.max(mark.left, taken) + GAP,
    to: Math.min(mark.right, next?.left ?? mark.right) - GAP,
  };
  const parts =
    today === undefined || today + GAP <= bar.from || today - GAP >= bar.to
      ? [bar]
      : [
          { from: bar.from, to: today - GAP },
          { from: today + GAP, to: bar.to },
        ];
  return parts.map((within) => {
    const from = Math.max(within.from, sight.first);
    const room = Math.min(within.to, sight.last) - from - INSET;
    return { side: 'inside', from, length: Math.min(mark.words, room), within };
  });
}

function roomAfter(
  mark: Labelled,
  next: Labelled | undefined,
  today: number | undefined,
  last: number,
): number {
  const from = mark.right + GAP;
  let limit = last;
  if (next) {
    limit = Math.min(limit, next.left - GAP);
    // The next one will need the room before it, where its own words would cross today.
    const crosses =
      today !== undefined &&
      next.right <= today &&
      next.right + GAP + next.words > today - GAP &&
      next.words > 0;
    if (crosses && next.left - GAP - next.words >= from + LEAST) {
      limit = Math.min(limit, next.left - 2 * GAP - next.words);
    }
  }
  if (today !== undefined && today + GAP > from && mark.right <= today + GAP) {
    limit = Math.min(limit, today - GAP);
  }
  return limit - from;
}

function roomBefore(mark: Labelled, taken: number, today: number | undefined, last: number): number {
  const to = mark.left - GAP;
  if (to > last) {
    return 0;
  }
  let limit = taken + GAP;
  if (today !== undefined && today - GAP < to && mark.left >= today - GAP) {
    limit = Math.max(limit, today + GAP);
  }
  return to - limit;
}

/** Whether words are drawn alike. Those in a bar keep in sight by themselves: where they are just now is not looked at. */
export function isDrawnAlike(a: Placed | undefined, b: Placed | undefined): boolean {
  if (a === undefined || b === undefined) {
    return a === b;
  }
  const inside = a.side === 'inside';
  const place = (of: Placed): readonly (number | undefined)[] =>
    inside ? [of.within?.from, of.within?.to] : [of.from];
  return a.side === b.side && a.length === b.length && place(a).every((at, n) => at === place(b)[n]);
}
