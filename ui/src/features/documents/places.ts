/** Places in the outline: where blocks go that are moved by keys, or dragged; a heading alone, or with its section. */

/** Where rows land that are moved: behind another, or before the first. */
export interface Landing {
  /** What is moved, from top to bottom. */
  ids: readonly string[];
  after: string | null;
  before?: string;
  /** The place of the first of them among all, from 1 on. */
  place: number;
}

/** A block of the outline, and its level where it is a heading. */
export interface Placed {
  id: string;
  level: number | undefined;
}

/** A heading and all that stands below it, up to the next heading of its level; of any other block itself. */
export function sectionOf(blocks: readonly Placed[], id: string): readonly string[] {
  const at = blocks.findIndex((block) => block.id === id);
  const level = blocks[at]?.level;
  if (at < 0 || level === undefined) {
    return at < 0 ? [] : [id];
  }
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex((block) => block.level !== undefined && block.level <= level);
  return [id, ...(end < 0 ? rest : rest.slice(0, end)).map((block) => block.id)];
}

/** One place up or down; none: it is at that end already. */
export function stepped(ids: readonly string[], id: string, by: 1 | -1): Landing | undefined {
  const at = ids.indexOf(id);
  return at < 0 || at + by < 0 || at + by >= ids.length ? undefined : landed(ids, [id], at + by);
}

/** A section past its neighbour: past the section of its level that stands there, or over the heading that it stood under. */
export function steppedSection(blocks: readonly Placed[], id: string, by: 1 | -1): Landing | undefined {
  const ids = blocks.map((block) => block.id);
  const moved = sectionOf(blocks, id);
  const at = ids.indexOf(id);
  const level = blocks[at]?.level;
  if (level === undefined) {
    return stepped(ids, id, by);
  }
  if (by < 0) {
    // The heading before it that is none of what stands below a neighbour.
    const before = blocks
      .slice(0, at)
      .findLastIndex((block) => block.level !== undefined && block.level <= level);
    return landed(ids, moved, Math.max(0, before));
  }
  const next = blocks[at + moved.length];
  if (!next) {
    return undefined;
  }
  const past = next.level === level ? sectionOf(blocks, next.id).length : 1;
  return landed(ids, moved, at + past);
}

/** At this place among the others, from 0 on. None: nothing would move. */
export function landed(ids: readonly string[], moved: readonly string[], place: number): Landing | undefined {
  const at = moved[0] === undefined ? -1 : ids.indexOf(moved[0]);
  const others = ids.filter((one) => !moved.includes(one));
  const to = Math.max(0, Math.min(place, others.length));
  if (at < 0 || to === at) {
    return undefined;
  }
  const [first] = others;
  const after = others[to - 1];
  return after === undefined
    ? { ids: moved, after: null, ...(first === undefined ? {} : { before: first }), place: 1 }
    : { ids: moved, after, place: to + 1 };
}

/** The place among the others that the pointer is over: `middles` are those of all rows, from top to bottom; `count` of them, from
 * `from` on, are dragged. */
export function placeAt(middles: readonly number[], from: number, pointer: number, count = 1): number {
  return middles.filter((middle, index) => (index < from || index >= from + count) && middle < pointer)
    .length;
}
