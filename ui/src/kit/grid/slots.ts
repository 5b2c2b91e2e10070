/**
 * Which elements the rows are drawn with. A row keeps its elements as long as it is drawn, and with them its editor; one that comes
 * takes those of one that has gone, since new texts in old elements are far cheaper than new elements.
 */

export type LineKey = string | number | bigint;

/** What is drawn, in its order: each line by its key, and the number of its elements; undefined: they are never taken over. */
export interface Slots {
  readonly keys: readonly LineKey[];
  readonly numbers: readonly (number | undefined)[];
  /** The first number that was never given. */
  readonly next: number;
}

/** What the last drawing gave. */
export class SlotBook {
  #drawn: Slots = { keys: [], numbers: [], next: 0 };

  give(keys: readonly LineKey[], isReused: (position: number) => boolean): Slots {
    return giveSlots(this.#drawn, keys, isReused);
  }

  /** These have been drawn. A drawing that was begun and thrown away leaves nothing behind. */
  keep(slots: Slots): void {
    this.#drawn = slots;
  }
}

/** The elements for these lines, as many as can be of those before, and moved in the document as seldom as can be. */
function giveSlots(before: Slots, keys: readonly LineKey[], isReused: (position: number) => boolean): Slots {
  const stood = new Map(before.keys.map((key, at) => [key, at]));
  const now = new Set(keys);
  const free = before.keys.flatMap((key, at) =>
    now.has(key) || before.numbers[at] === undefined ? [] : [at],
  );
  /** Where the next line that stays stood, for each line. */
  const ahead: number[] = [];
  let stays = Number.POSITIVE_INFINITY;
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    stays = stood.get(keys[at] as LineKey) ?? stays;
    ahead[at] = stays;
  }
  let { next } = before;
  // React leaves in its place what stood behind all that it has come by; what stood before is moved alone.
  let last = -1;
  const take = (from: number, to: number): number => {
    const at = free.findIndex((one) => one > from && one < to);
    const taken = at < 0 ? undefined : before.numbers[free.splice(at, 1)[0] ?? -1];
    if (taken !== undefined) {
      return taken;
    }
    next += 1;
    return next - 1;
  };
  const numbers = keys.map((key, at): number | undefined => {
    const own = stood.get(key);
    if (own !== undefined) {
      last = Math.max(last, own);
      return before.numbers[own];
    }
    if (!isReused(at)) {
      return undefined;
    }
    const inPlace = free.find((one) => one > last && one < (ahead[at] ?? 0));
    if (inPlace === undefined) {
      return take(-1, last);
    }
    const number = take(last, ahead[at] ?? 0);
    last = inPlace;
    return number;
  });
  return { keys, numbers, next };
}
