import { describe, expect, it } from 'vitest';
import { rereading } from '@/lib/reread.ts';

describe('reading one at a time', () => {
  it('asks for one more turn, however often it is asked for meanwhile', async () => {
    let turns = 0;
    const load = rereading(async () => {
      turns += 1;
      await Promise.resolve();
    });
    const first = load();
    void load();
    void load();
    await first;
    expect(turns).toBe(2);
    await load();
    expect(turns).toBe(3);
  });

  it('can be asked again after it failed', async () => {
    let turns = 0;
    const load = rereading(() => {
      turns += 1;
      return turns === 1 ? Promise.reject(new Error('gone')) : Promise.resolve();
    });
    await expect(load()).rejects.toThrow('gone');
    await load();
    expect(turns).toBe(2);
  });
});
