import { describe, expect, it } from 'vitest';
import {
  branchOf,
  countFitting,
  findLine,
  foremost,
  linesOf,
  moveBy,
  pathOf,
  siblingOf,
} from '@/features/groups/tree.ts';
import type { GroupNode } from '@/generated/wire.ts';

function node(id: string, depth: number, children = 0, title = id): GroupNode {
  return { id, title, short: '', depth, children, badge: '', when: '', ended: false };
}

/** a(b(c), d), Économie, f */
const NODES = [
  node('a', 0, 2),
  node('b', 1, 1),
  node('c', 2),
  node('d', 1),
  node('e', 0, 0, 'Économie'),
  node('f', 0),
];
const none: ReadonlySet<string> = new Set();
const ids = (turned = none, filter = ''): readonly string[] =>
  linesOf(NODES, turned, filter).map((line) => line.node.id);
const at = (key: string, line: number, mirrored = false, turned = none): unknown =>
  moveBy(linesOf(NODES, turned, ''), line, { key, mirrored, page: 2 });

describe('the lines of a tree', () => {
  it('are all there in a small tree, and without what is folded', () => {
    expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(ids(new Set(['b']))).toEqual(['a', 'b', 'd', 'e', 'f']);
    expect(ids(new Set(['a', 'b']))).toEqual(['a', 'e', 'f']);
  });

  it('say where they stand among those that are shown', () => {
    const lines = linesOf(NODES, none, '');
    expect(lines.map(({ place, of }) => `${place}/${of}`)).toEqual([
      '1/3',
      '1/2',
      '1/1',
      '2/2',
      '2/3',
      '3/3',
    ]);
    expect(lines.map(({ expanded }) => expanded)).toEqual([
      true,
      true,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('fit a filter without accents, with what is above them, also out of what is folded', () => {
    expect(ids(none, 'economie')).toEqual(['e']);
    const lines = linesOf(NODES, new Set(['a', 'b']), 'C');
    expect(lines.map((line) => [line.node.id, line.fits])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['e', true],
    ]);
    expect(countFitting(lines)).toBe(2);
  });

  it('begin folded below the roots where they are many', () => {
    const many = [
      node('root', 0, 1),
      node('branch', 1, 500),
      ...Array.from({ length: 500 }, (_, n) => node(`leaf ${n}`, 2)),
    ];
    expect(linesOf(many, none, '').map((line) => line.node.id)).toEqual(['root', 'branch']);
    expect(linesOf(many, new Set(['branch']), '')).toHaveLength(502);
  });
});

describe('a key', () => {
  it('moves by line, by page and to the ends, and never out of the tree', () => {
    expect(at('ArrowDown', 0)).toEqual({ go: 1 });
    expect(at('ArrowDown', 5)).toEqual({ go: 5 });
    expect(at('PageUp', 1)).toEqual({ go: 0 });
    expect(at('End', 0)).toEqual({ go: 5 });
    expect(at('x', 0)).toBeUndefined();
  });

  it('folds and unfolds, goes in and out; mirrored, the other way round', () => {
    expect(at('ArrowLeft', 1)).toEqual({ turn: ['b'] });
    expect(at('ArrowLeft', 2)).toEqual({ go: 1 });
    expect(at('ArrowRight', 1)).toEqual({ go: 2 });
    expect(at('ArrowRight', 1, true)).toEqual({ turn: ['b'] });
    expect(at('ArrowRight', 1, false, new Set(['b']))).toEqual({ turn: ['b'] });
    expect(at('*', 1, false, new Set(['b']))).toEqual({ turn: ['b'] });
  });

  it('finds names: one letter goes on, more letters stay where they fit', () => {
    const lines = linesOf(NODES, none, '');
    expect(findLine(lines, 0, 'e')).toBe(4);
    expect(findLine(lines, 4, 'eco')).toBe(4);
    expect(findLine(lines, 4, 'e')).toBe(4);
    expect(findLine(lines, 5, 'a')).toBe(0);
    expect(findLine(lines, 0, 'zzz')).toBeUndefined();
  });
});

describe('places in the whole tree', () => {
  it('names what is above, what is below, and what stands beside', () => {
    expect(pathOf(NODES, 'c').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(branchOf(NODES, 'a')).toEqual(['a', 'b', 'c', 'd']);
    expect(branchOf(NODES, 'gone')).toEqual([]);
    expect(siblingOf(NODES, 'a', 1)).toBe('e');
    expect(siblingOf(NODES, 'e', -1)).toBe('a');
    expect(siblingOf(NODES, 'd', 1)).toBeUndefined();
    expect(siblingOf(NODES, 'b', -1)).toBeUndefined();
  });
});

describe('the group that is shown first', () => {
  const about = (badge: string, ended = false): GroupNode => ({ ...node(badge, 1), badge, ended });

  it('is the one whose standing sub-groups are about most objectives', () => {
    const nodes = [
      node('assembly', 0, 1),
      about('5'),
      node('working', 0, 2),
      about('1'),
      about('2'),
      node('later', 0, 2),
      about('3'),
      about('4'),
    ];
    expect(foremost(nodes)?.id).toBe('working');
    // The same objective twice is one, and what has ended does not count.
    const past = [...nodes.slice(0, 3), about('1'), about('1'), ...nodes.slice(5)];
    expect(foremost(past)?.id).toBe('later');
    const over = nodes.map((one) => (one.id === 'working' ? { ...one, ended: true } : one));
    expect(foremost(over)?.id).toBe('later');
  });

  it('is the first that has not ended, where nothing is said of objectives', () => {
    expect(foremost([{ ...node('a', 0), ended: true }, node('b', 0)])?.id).toBe('b');
    expect(foremost([{ ...node('a', 0), ended: true }])?.id).toBe('a');
    expect(foremost([])).toBeUndefined();
  });
});
