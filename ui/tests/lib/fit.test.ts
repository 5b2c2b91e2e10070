import { describe, expect, it } from 'vitest';
import { byFit, FIT, fitOf } from '@/lib/fit.ts';

describe('how well a name fits what was typed', () => {
  it.each([
    ['ITU-018', ['ITU-018', 'Digital public infrastructure'], FIT.exact],
    ['itu-018', ['ITU-018', 'Digital public infrastructure'], FIT.exact],
    ['digital  public', ['ITU-018', 'Digital public infrastructure'], FIT.beginning],
    ['itu-01', ['ITU-018', 'Digital public infrastructure'], FIT.beginning],
    ['infra digital', ['ITU-018', 'Digital public infrastructure'], FIT.words],
    ['018', ['ITU-018', 'Digital public infrastructure'], FIT.words],
    ['nfra', ['ITU-018', 'Digital public infrastructure'], FIT.somewhere],
    ['numerique', ['', 'Numérique pour tous'], FIT.beginning],
    ['kenya', ['KE-01', 'Online safety'], FIT.somewhere],
  ])('%s', (typed, names, fit) => {
    expect(fitOf(typed, names)).toBe(fit);
  });

  it('lists the best first, and leaves the order of those that fit equally well', () => {
    const rows = [
      ['Standards, also for AI', ''],
      ['Maintenance', ''],
      ['AI standards', 'ITU-040'],
      ['Artificial intelligence', 'AI'],
      ['AI for Good', 'ITU-052'],
    ].map(([title = '', short = '']) => ({ title, fit: fitOf('ai', [short, title]) }));
    expect(byFit(rows).map(({ title }) => title)).toEqual([
      'Artificial intelligence',
      'AI standards',
      'AI for Good',
      'Standards, also for AI',
      'Maintenance',
    ]);
  });
});
