/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { applyWords, loadWords } from '@/lib/words.ts';
import { pseudoOf } from '@/lib/pseudo.ts';

const sources = import.meta.glob<string>('../../src/{app,features,lib,parts}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const english = import.meta.glob<string>('../../../assets/locales/en/ui-*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const defined = new Set(
  Object.entries(english)
    .filter(([path]) => !path.endsWith('ui-kit.ftl'))
    .flatMap(([, text]) => [...text.matchAll(/^([a-z][a-z0-9-]*) *=/gm)].map((match) => match[1] ?? '')),
);
const code = Object.values(sources).join('\n');
const quoted = new Set(
  [...code.matchAll(/'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'/g)].map((match) => match[1] ?? ''),
);
/** Keys that are put together: the theme, the part of the details. */
const prefixes = [...code.matchAll(/say\(`([a-z-]+-)\$\{/g)].map((match) => match[1] ?? '');
/** Only what stands directly in a call. */
const called = [...code.matchAll(/\bsay\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');

describe('words of the window', () => {
  it('every word that is said is defined', () => {
    expect(called.length).toBeGreaterThan(100);
    expect(called.filter((key) => !defined.has(key))).toEqual([]);
  });

  it('every word that is defined is said', () => {
    expect(
      [...defined].filter((key) => !quoted.has(key) && !prefixes.some((prefix) => key.startsWith(prefix))),
    ).toEqual([]);
  });

  it('says a word with its arguments, and the key of a word that there is not', () => {
    const { say } = loadWords('en');
    expect(say('undo-of', { step: 'Set status' })).toBe('Undo “\u2068Set status\u2069”');
    expect(say('no-such-word')).toBe('no-such-word');
  });

  it('falls back to English, and tells the page its language and direction', () => {
    const root = document.createElement('html');
    const arabic = loadWords('ar');
    expect(arabic.say('cancel')).toBe('Cancel');
    applyWords(arabic, root);
    expect([root.lang, root.dir]).toEqual(['ar', 'rtl']);
    applyWords(loadWords('en'), root);
    expect([root.lang, root.dir]).toEqual(['en', 'ltr']);
  });

  it('writes days before months and Western digits in every language', () => {
    const day = new Date(2026, 10, 3);
    for (const language of ['en', 'ar', 'en-XA', 'ar-XB']) {
      const { locale } = loadWords(language);
      expect(new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(day)).toMatch(/^3\b/);
    }
  });
});

describe('languages that nobody speaks', () => {
  it('make English long, accented and framed, names left alone', () => {
    const { say } = loadWords('en-XA');
    // The same as in the core: a tenth more, and the vowels doubled.
    expect(say('cancel')).toBe('[Ƈaaƞƈeeŀ~]');
    expect(say('undo-of', { step: 'Set status' })).toContain('\u2068Set status\u2069');
    expect(pseudoOf('en-XA')?.transform('Hello World')).toBe('Ħeeŀŀoo Ẇoořŀḓ');
  });

  it('mirror each word, and leave blanks where lines break', () => {
    const words = loadWords('ar-XB');
    expect(words.direction).toBe('rtl');
    expect(words.say('not-stated')).toBe('\u202enot\u202c \u202estated\u202c');
  });
});
