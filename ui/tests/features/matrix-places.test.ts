/** Where an arrow leads in the annex. */
import { describe, expect, it } from 'vitest';
import { nearest, type Shape, stepOf, walk } from '@/features/matrix/places.ts';

/** Three rows; the second has nothing in its last column, the third nothing in its middle one. */
const SHAPE: Shape = [
  [1, 3, 2],
  [1, 2, 0],
  [1, 0, 4],
];

describe('walking', () => {
  it('goes down through a cell and on into the next row that has something there', () => {
    expect(walk(SHAPE, { row: 0, column: 1, slot: 1 }, 'down')).toEqual({ row: 0, column: 1, slot: 2 });
    expect(walk(SHAPE, { row: 0, column: 1, slot: 2 }, 'down')).toEqual({ row: 1, column: 1, slot: 0 });
    expect(walk(SHAPE, { row: 0, column: 2, slot: 1 }, 'down')).toEqual({ row: 2, column: 2, slot: 0 });
    expect(walk(SHAPE, { row: 1, column: 1, slot: 1 }, 'down')).toEqual({ row: 1, column: 1, slot: 1 });
  });
  it('goes up to the end of the cell above', () => {
    expect(walk(SHAPE, { row: 2, column: 2, slot: 0 }, 'up')).toEqual({ row: 0, column: 2, slot: 1 });
    expect(walk(SHAPE, { row: 0, column: 1, slot: 0 }, 'up')).toEqual({ row: 0, column: 1, slot: 0 });
  });
  it('goes sideways over cells that are empty', () => {
    expect(walk(SHAPE, { row: 2, column: 0, slot: 0 }, 'inward')).toEqual({ row: 2, column: 2, slot: 0 });
    expect(walk(SHAPE, { row: 2, column: 2, slot: 3 }, 'outward')).toEqual({ row: 2, column: 0, slot: 0 });
    expect(walk(SHAPE, { row: 1, column: 1, slot: 0 }, 'inward')).toEqual({ row: 1, column: 1, slot: 0 });
  });
  it('goes to the ends of the row and of the page', () => {
    expect(walk(SHAPE, { row: 1, column: 1, slot: 1 }, 'first')).toEqual({ row: 1, column: 0, slot: 0 });
    expect(walk(SHAPE, { row: 1, column: 0, slot: 0 }, 'last')).toEqual({ row: 1, column: 1, slot: 0 });
    expect(walk(SHAPE, { row: 1, column: 1, slot: 1 }, 'top')).toEqual({ row: 0, column: 0, slot: 0 });
    expect(walk(SHAPE, { row: 0, column: 0, slot: 0 }, 'bottom')).toEqual({ row: 2, column: 2, slot: 3 });
  });
  it('stands at what is nearest to a place that has gone', () => {
    expect(nearest(SHAPE, { row: 0, column: 1, slot: 9 })).toEqual({ row: 0, column: 1, slot: 2 });
    expect(nearest(SHAPE, { row: 1, column: 2, slot: 0 })).toEqual({ row: 1, column: 0, slot: 0 });
    expect(nearest([], { row: 3, column: 1, slot: 0 })).toEqual({ row: 0, column: 0, slot: 0 });
  });
});

describe('keys', () => {
  it('point where they point when mirrored', () => {
    expect(stepOf('ArrowRight', false, false)).toBe('inward');
    expect(stepOf('ArrowRight', false, true)).toBe('outward');
    expect(stepOf('ArrowLeft', false, true)).toBe('inward');
    expect(stepOf('Home', true, false)).toBe('top');
    expect(stepOf('a', false, false)).toBeUndefined();
  });
});
