/**
 * Which elements the rows are drawn with. A row keeps its elements as long as it is drawn, and with them its editor; one that comes
 * takes those of one that has gone, since new texts in old elements are far cheaper than new elements. Elements that nobody takes are
 * spared, out of sight: a list that a filter made short becomes long again with the next key.
 */
import type { ReactElement } from 'react';

export type LineKey = string | number | bigint;

/** What is drawn, in its order: each line by its key, and the number of its elements; undefined: they are never taken over. */
export interface Slots {
  readonly keys: readonly LineKey[];
  readonly numbers: readonly (number | undefined)[];
  /** The numbers of elements that are kept out of sight. */
  readonly spares: readonly number[];
  /** The first number that was never given. */
  readonly next: number;
}

/** Elements that are spared at the most: as many as the rows of a large screen. */
const SPARES = 64;

/** What the last drawing gave. */
export class SlotBook<Props> {
  #drawn: Slots = { keys: [], numbers: [], spares: [], next: 0 };
  #elements: ReadonlyMap<number, ReactElement<Props>> = new Map();

  give(keys: readonly LineKey[], isReused: (position: number) => boolean): Slots {
    return giveSlots(this.#drawn, keys, isReused);
  }

  /** What was drawn last under a number. */
  element(number: number): ReactElement<Props> | undefined {
    return this.#elements.get(number);
  }

  /** These have been drawn. A drawing that was begun and thrown away leaves nothing behind. */
  keep(slots: Slots, elements: ReadonlyMap<number, ReactElement<Props>>): void {
    this.#drawn = { ...slots, spares: slots.spares.filter((number) => elements.has(number)) };
    this.#elements = elements;
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
  const spares = [...before.spares];
  const staying = keys.filter((key) => stood.has(key)).length;
  /** Spares stand last: to put one before lines that stay moves those, which many new lines are worth and one is not. */
  const mayMove = keys.length - staying > staying;
  // React leaves in its place what stood behind all that it has come by; what stood before is moved alone.
  let last = -1;
  const take = (from: number, to: number, isLast: boolean): number => {
    const at = free.findIndex((one) => one > from && one < to);
    const taken = at < 0 ? undefined : before.numbers[free.splice(at, 1)[0] ?? -1];
    const given = taken ?? (isLast || mayMove ? spares.pop() : undefined);
    if (given !== undefined) {
      return given;
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
    const isLast = ahead[at] === Number.POSITIVE_INFINITY;
    const inPlace = free.find((one) => one > last && one < (ahead[at] ?? 0));
    if (inPlace === undefined) {
      return take(-1, last, isLast);
    }
    const number = take(last, ahead[at] ?? 0, isLast);
    last = inPlace;
    return number;
  });
  spares.push(...free.flatMap((at) => before.numbers[at] ?? []));
  return { keys, numbers, spares: spares.slice(-SPARES), next };
}
