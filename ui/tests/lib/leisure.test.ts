/** What nobody waits for, and who types on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atLeisure } from '@/lib/leisure.ts';

const key = (): void => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));

describe('what nobody waits for', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is done once, when nothing has happened for a while', () => {
    const run = vi.fn();
    const leisure = atLeisure(run);
    leisure.soon();
    leisure.soon();
    vi.advanceTimersByTime(1_499);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
    key();
    vi.advanceTimersByTime(10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('waits for whoever types on', () => {
    const run = vi.fn();
    atLeisure(run).soon();
    for (let letter = 0; letter < 5; letter += 1) {
      vi.advanceTimersByTime(1_000);
      key();
    }
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_500);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is forgotten with what asked for it', () => {
    const run = vi.fn();
    const leisure = atLeisure(run);
    leisure.soon();
    leisure.forget();
    key();
    vi.advanceTimersByTime(10_000);
    expect(run).not.toHaveBeenCalled();
  });
});
