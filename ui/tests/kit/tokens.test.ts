/** Contrast of every pair of colours that meet, computed from tokens.css, in every theme. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = readFileSync(join(import.meta.dirname, '../../src/kit/tokens.css'), 'utf8');

type Colour = [number, number, number];

function block(selector: string): Map<string, string> {
  const start = source.indexOf(`${selector} {`);
  const body = source.slice(start, source.indexOf('\n}', start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]),
  );
}

const base = block(':root');
const contrast = new Map([...base, ...block('[data-theme="contrast"]')]);

function colour(tokens: Map<string, string>, name: string, dark: boolean): Colour {
  const value = tokens.get(name) ?? '';
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value);
  const hex = pair?.[dark ? 2 : 1];
  if (!hex) {
    throw new Error(`${name} is not a pair of colours: ${value}`);
  }
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Colour;
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function ratio(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['--canvas', '--surface', '--raised', '--sunken', '--hover', '--selected'];
const TEXT: [string, string[]][] = [
  ...['--ink', '--ink-2', '--ink-3'].map((ink): [string, string[]] => [ink, GROUNDS]),
  ['--ink', ['--attention-soft', '--done-soft', '--danger-soft', '--accent-soft']],
  ['--ink-on-accent', ['--accent', '--accent-strong']],
  ['--accent', ['--surface', '--canvas', '--raised']],
  ['--accent-strong', ['--accent-soft']],
  ['--danger', ['--surface', '--raised', '--danger-soft']],
  ['--attention', ['--surface', '--attention-soft']],
  ['--inserted', ['--surface']],
  ['--deleted', ['--surface']],
];
/** Marks and edges of controls need 3 to 1. */
const MARKS: [string, string[]][] = [
  ...['--idle', '--active', '--done'].map((ink): [string, string[]] => [
    ink,
    ['--surface', '--selected', '--sunken'],
  ]),
  ['--line-control', ['--surface', '--raised']],
  ['--focus', ['--surface', '--canvas', '--raised', '--selected', '--sunken']],
];

describe.each([
  ['light', base, false, 4.5],
  ['dark', base, true, 4.5],
  ['contrast, light', contrast, false, 7],
  ['contrast, dark', contrast, true, 7],
] as const)('%s', (_, tokens, dark, least) => {
  it.each(TEXT)('text in %s can be read', (ink, grounds) => {
    for (const ground of grounds) {
      expect(ratio(colour(tokens, ink, dark), colour(tokens, ground, dark)), ground).toBeGreaterThanOrEqual(
        least,
      );
    }
  });

  it.each(MARKS)('%s can be seen', (ink, grounds) => {
    for (const ground of grounds) {
      expect(ratio(colour(tokens, ink, dark), colour(tokens, ground, dark)), ground).toBeGreaterThanOrEqual(
        3,
      );
    }
  });
});
