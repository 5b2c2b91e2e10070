/** The tree of groups as lines: which are shown, where each stands among its siblings, and where a key leads. */
import type { GroupNode } from '@/generated/wire.ts';

export interface Line {
  node: GroupNode;
  /** Undefined: it has nothing to fold. */
  expanded: boolean | undefined;
  /** Place among the siblings that are shown, from 1, and how many they are. */
  place: number;
  of: number;
  /** It fits the filter itself; otherwise it is there because something below it does. */
  fits: boolean;
}

/** In a larger tree everything below the roots begins folded; a smaller one is seen whole. */
const SMALL = 400;

/** Whether a group is unfolded before anybody has turned it. */
function beginsOpen(node: GroupNode, total: number): boolean {
  return total <= SMALL || (node.depth === 0 && node.children <= SMALL);
}

export function isOpen(node: GroupNode, total: number, turned: ReadonlySet<string>): boolean {
  return beginsOpen(node, total) !== turned.has(node.id);
}

/** As the core folds text of filters: without case and accents. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** What is searched in a group is folded once. */
const FOLDED = new WeakMap<GroupNode, string>();

function textOf(node: GroupNode): string {
  const known = FOLDED.get(node);
  if (known !== undefined) {
    return known;
  }
  const text = fold(`${node.title} ${node.short}`);
  FOLDED.set(node, text);
  return text;
}

/** Positions of the groups that fit the filter, and of those above them. */
function fitting(
  nodes: readonly GroupNode[],
  filter: string,
): { fits: ReadonlySet<number>; shown: ReadonlySet<number> } {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  const fits = new Set<number>();
  const shown = new Set<number>();
  /** The position of the group above, at each depth. */
  const above: number[] = [];
  nodes.forEach((node, at) => {
    above.length = Math.min(above.length, node.depth);
    const text = textOf(node);
    if (words.every((word) => text.includes(word))) {
      fits.add(at);
      shown.add(at);
      for (const one of above) {
        shown.add(one);
      }
    }
    above.push(at);
  });
  return { fits, shown };
}

export function linesOf(
  nodes: readonly GroupNode[],
  turned: ReadonlySet<string>,
  filter: string,
): readonly Line[] {
  const found = filter.trim() === '' ? undefined : fitting(nodes, filter);
  const lines: (Line & { parent: number })[] = [];
  const siblings = new Map<number, number>();
  const above: number[] = [];
  let folded = Number.POSITIVE_INFINITY;
  nodes.forEach((node, at) => {
    above.length = Math.min(above.length, node.depth);
    const parent = above.at(-1) ?? -1;
    above.push(at);
    if (node.depth > folded) {
      return;
    }
    folded = Number.POSITIVE_INFINITY;
    if (found && !found.shown.has(at)) {
      return;
    }
    // While one looks for something, what was found is not hidden in what is folded.
    const open = found !== undefined || isOpen(node, nodes.length, turned);
    if (node.children > 0 && !open) {
      folded = node.depth;
    }
    const place = (siblings.get(parent) ?? 0) + 1;
    siblings.set(parent, place);
    lines.push({
      node,
      parent,
      place,
      of: 0,
      expanded: node.children > 0 ? open : undefined,
      fits: found === undefined || found.fits.has(at),
    });
  });
  return lines.map(({ parent, ...line }) => ({ ...line, of: siblings.get(parent) ?? 1 }));
}

/**
 * The group that is shown while nobody has chosen one: of those that have not ended, the one whose sub-groups, as they stand
 * now, are about most objectives; of equals the first in the tree. Where no sub-group is about an objective, the first group
 * that has not ended.
 */
export function foremost(nodes: readonly GroupNode[]): GroupNode | undefined {
  const objectives = new Map<GroupNode, Set<string>>();
  const above: GroupNode[] = [];
  for (const node of nodes) {
    above.length = Math.min(above.length, node.depth);
    const parent = above.at(-1);
    if (parent && node.badge !== '' && !node.ended) {
      objectives.set(parent, (objectives.get(parent) ?? new Set()).add(node.badge));
    }
    above.push(node);
  }
  const standing = nodes.filter((node) => !node.ended);
  const count = (node: GroupNode): number => objectives.get(node)?.size ?? 0;
  const most = standing.reduce((max, node) => Math.max(max, count(node)), 0);
  return standing.find((node) => count(node) === most) ?? nodes[0];
}

/** How many groups fit a filter. */
export function countFitting(lines: readonly Line[]): number {
  return lines.filter((line) => line.fits).length;
}

/** The groups above one, from the root; the unfolding of all of them shows it. */
export function pathOf(nodes: readonly GroupNode[], id: string): readonly GroupNode[] {
  const above: GroupNode[] = [];
  for (const node of nodes) {
    above.length = Math.min(above.length, node.depth);
    if (node.id === id) {
      return above;
    }
    above.push(node);
  }
  return [];
}

/** The group and all that are below it. */
export function branchOf(nodes: readonly GroupNode[], id: string): readonly string[] {
  const at = nodes.findIndex((node) => node.id === id);
  const root = nodes[at];
  if (!root) {
    return [];
  }
  let end = at + 1;
  while (end < nodes.length && (nodes[end]?.depth ?? 0) > root.depth) {
    end += 1;
  }
  return nodes.slice(at, end).map((node) => node.id);
}

/** The sibling before or after a group, in the order of the plan. */
export function siblingOf(nodes: readonly GroupNode[], id: string, by: 1 | -1): string | undefined {
  const at = nodes.findIndex((node) => node.id === id);
  const depth = nodes[at]?.depth;
  if (depth === undefined) {
    return undefined;
  }
  const ahead = by === 1 ? nodes.slice(at + 1) : nodes.slice(0, at).toReversed();
  // The first that is not below it: a sibling, or the end of the branch.
  const next = ahead.find((node) => node.depth <= depth);
  return next?.depth === depth ? next.id : undefined;
}

/** The next line that begins with what was typed; with one letter the search goes on from the line after this one. */
export function findLine(lines: readonly Line[], from: number, typed: string): number | undefined {
  const wanted = fold(typed);
  const first = [...wanted].length === 1 ? from + 1 : from;
  for (let step = 0; step < lines.length; step += 1) {
    const at = (first + step) % lines.length;
    const node = lines[at]?.node;
    if (node && (fold(node.title).startsWith(wanted) || fold(node.short).startsWith(wanted))) {
      return at;
    }
  }
  return undefined;
}

export type Move =
  | { go: number }
  /** Folds or unfolds these. */
  | { turn: readonly string[] };

export interface TreeKey {
  key: string;
  mirrored: boolean;
  /** Lines of a page. */
  page: number;
}

/** Where a key leads from a line; undefined: it is none of the tree's. */
export function moveBy(
  lines: readonly Line[],
  at: number,
  { key, mirrored, page }: TreeKey,
): Move | undefined {
  const last = lines.length - 1;
  const go = (to: number): Move => ({ go: Math.max(0, Math.min(last, to)) });
  const here = lines[at];
  const inward = mirrored ? 'ArrowLeft' : 'ArrowRight';
  const outward = mirrored ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + page);
    case 'PageUp':
      return go(at - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(last);
    case inward:
      if (here?.expanded === false) {
        return { turn: [here.node.id] };
      }
      return go(here?.expanded ? at + 1 : at);
    case outward:
      if (here?.expanded) {
        return { turn: [here.node.id] };
      }
      return go(parentLine(lines, at) ?? at);
    case '*':
      return {
        turn: siblingLines(lines, at).flatMap(({ expanded, node }) => (expanded === false ? node.id : [])),
      };
    default:
      return undefined;
  }
}

function parentLine(lines: readonly Line[], at: number): number | undefined {
  const depth = lines[at]?.node.depth ?? 0;
  for (let above = at - 1; above >= 0; above -= 1) {
    if ((lines[above]?.node.depth ?? 0) < depth) {
      return above;
    }
  }
  return undefined;
}

function siblingLines(lines: readonly Line[], at: number): readonly Line[] {
  const depth = lines[at]?.node.depth ?? 0;
  const parent = parentLine(lines, at);
  const end = lines.findIndex((line, index) => index > at && line.node.depth < depth);
  return lines
    .slice((parent ?? -1) + 1, end < 0 ? undefined : end)
    .filter((line) => line.node.depth === depth);
}
