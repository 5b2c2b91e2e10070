/** Where a role that is carried goes on the board. */
import { describe, expect, it } from 'vitest';
import { step } from '@/features/groups/carry.ts';

const SIZE = { row: 3, column: 4 };

describe('a carried role', () => {
  it('goes where the arrow points, and no further than the board', () => {
    expect(step({ row: 1, column: 1 }, 'ArrowRight', SIZE, false)).toEqual({ row: 1, column: 2 });
    expect(step({ row: 1, column: 1 }, 'ArrowRight', SIZE, true)).toEqual({ row: 1, column: 0 });
    expect(step({ row: 2, column: 3 }, 'ArrowDown', SIZE, false)).toEqual({ row: 2, column: 3 });
    expect(step({ row: 0, column: 0 }, 'ArrowUp', SIZE, false)).toEqual({ row: 0, column: 0 });
    expect(step({ row: 1, column: 1 }, 'End', SIZE, false)).toEqual({ row: 1, column: 3 });
    expect(step({ row: 1, column: 1 }, 'x', SIZE, false)).toBeUndefined();
  });
});
