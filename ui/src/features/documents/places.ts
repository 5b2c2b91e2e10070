/** Places in the outline: where a block goes that is moved by keys, or dragged. */

/** Where a row lands that is moved: behind another, or before the first. */
export interface Landing {
  after: string | null;
  before?: string;
  /** Its place among all, from 1 on. */
  place: number;
}

/** One place up or down; none: it is at that end already. */
export function stepped(ids: readonly string[], id: string, by: 1 | -1): Landing | undefined {
  const at = ids.indexOf(id);
  return at < 0 || at + by < 0 || at + by >= ids.length ? undefined : landed(ids, id, at + by);
}

/** At this place among the others, from 0 on. None: nothing would move. */
export function landed(ids: readonly string[], id: string, place: number): Landing | undefined {
  const at = ids.indexOf(id);
  const others = ids.filter((one) => one !== id);
  const to = Math.max(0, Math.min(place, others.length));
  if (at < 0 || to === at) {
    return undefined;
  }
  const [first] = others;
  const after = others[to - 1];
  return after === undefined
    ? { after: null, ...(first === undefined ? {} : { before: first }), place: 1 }
    : { after, place: to + 1 };
}

/** The place among the others that the pointer is over: `middles` are those of all rows, from top to bottom. */
export function placeAt(middles: readonly number[], from: number, pointer: number): number {
  return middles.filter((middle, index) => index !== from && middle < pointer).length;
}
