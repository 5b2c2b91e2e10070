import { describe, expect, it } from 'vitest';
import { pace } from '@/kit/grid/edge-scroll.ts';

describe('scrolling while something is dragged', () => {
  it('stands still between the edges', () => {
    for (const at of [108, 150, 292]) {
      expect(pace(at, 100, 300)).toBe(0);
    }
  });

  it('is faster the further out, alike to both sides, and never too fast to follow', () => {
    const out = [302, 330, 360].map((at) => pace(at, 100, 300));
    expect(out).toEqual(out.toSorted((a, b) => a - b));
    expect(out[0]).toBeGreaterThan(0);
    expect([98, 70, 40].map((at) => -pace(at, 100, 300))).toEqual(out);
    expect(pace(100_000, 100, 300)).toBe(32);
    expect(pace(-100_000, 100, 300)).toBe(-32);
  });
});
