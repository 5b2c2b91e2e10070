/** The marks of a drawing: diamonds, bars that fade where nobody knows, numbers of several; and the legend that says what they mean. */
import type { Shape } from './geometry.ts';
import { lengthOf } from './measure.ts';
import { PALE } from './picture-parts.ts';
import type { Sign } from './signs.ts';
import type { TimelineMark } from './types.ts';

export const FONT = "'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif";
// On paper and in other programs there are no themes: these are the colours of the light one.
export const INK = '#1b1f24';
export const QUIET = '#5a626c';
export const LINE = '#e6e6e1';
export const FIRM = '#cfcfc8';
export const ACCENT = '#1c5a9c';
export const PAPER = '#ffffff';
const BAR = '#85857c';

/** What is drawn of a mark. */
export type Drawn = Pick<TimelineMark, 'sort' | 'kind' | 'computed' | 'doubt' | 'fate' | 'past' | 'count'>;

export type Flip = (at: number, length?: number) => number;

/** The fades of one drawing: each is defined once, under a name that no other drawing on the page has. */
export class Fades {
  readonly #known = new Map<string, string>();

  constructor(
    private readonly prefix: string,
    private readonly mirrored: boolean,
  ) {}

  /** The fill of a bar that is full from here to there, in parts of its length. */
  fill(colour: string, from: number, to: number): string {
    const at = (part: number): string => Math.min(1, Math.max(0, part)).toFixed(2);
    const [first, last] = this.mirrored ? [at(1 - to), at(1 - from)] : [at(from), at(to)];
    const key = `${colour} ${first} ${last}`;
    const name = this.#known.get(key) ?? `${this.prefix}f${this.#known.size}`;
    this.#known.set(key, name);
    return `url(#${name})`;
  }

  definitions(): string {
    const stop = (at: string, colour: string, strength: number): string =>
      `<stop offset="${at}" stop-color="${colour}" stop-opacity="${strength}"/>`;
    return [...this.#known]
      .map(([key, name]) => {
        const [colour = '', first = '0', last = '1'] = key.split(' ');
        const ends = [first === '0.00' ? 1 : 0.1, last === '1.00' ? 1 : 0.1] as const;
        const stops = [
          stop('0', colour, ends[0]),
          stop(first, colour, 1),
          stop(last, colour, 1),
          stop('1', colour, ends[1]),
        ];
        return `<linearGradient id="${name}">${stops.join('')}</linearGradient>`;
      })
      .join('');
  }
}

/** One mark. `left`: its first pixel, before it is mirrored; `short`: a number as there is room for; `worded`: its words stand on it. */
export function figure(
  mark: Drawn,
  shape: Shape,
  left: number,
  line: number,
  flip: Flip,
  fades: Fades,
  short: (count: number) => string,
  worded = false,
): string {
  const colour = mark.kind === 'commitment' ? BAR : mark.past ? QUIET : ACCENT;
  const long = shape.right - shape.left;
  if (mark.count > 1) {
    const at = flip(left, 26);
    return `<rect x="${at.toFixed(1)}" y="${line - 8}" width="26" height="16" rx="8" fill="${PAPER}" stroke="${colour}"/><text x="${(at + 13).toFixed(1)}" y="${line + 4}" text-anchor="middle" font-size="10">${short(mark.count)}</text>`;
  }
  if (shape.exact) {
    return diamond(mark, flip(left + long / 2), line, colour);
  }
  const from = (shape.sureFrom - shape.left) / long;
  const to = (shape.sureTo - shape.left) / long;
  const vague = from > 0.01 || to < 0.99;
  const high = worded ? 4 : mark.kind === 'commitment' ? 6 : 10;
  const top = worded ? line + 7 : line - high / 2;
  const fill = vague ? fades.fill(colour, from, to) : colour;
  return `<rect x="${flip(left, long).toFixed(1)}" y="${top}" width="${long.toFixed(1)}" height="${high}" rx="2" fill="${fill}"/>`;
}

/** A day, told apart by what is in it. */
function diamond(mark: Drawn, middle: number, line: number, colour: string): string {
  const gone = mark.fate === 'gone';
  const open = mark.computed || mark.doubt || gone;
  const x = (by: number): string => (middle + by).toFixed(1);
  const stop =
    mark.sort === 'deadline'
      ? `<path d="M${x(7)} ${line - 7}V${line + 7}" stroke="${colour}" stroke-width="2"/>`
      : '';
  const inside = open ? colour : PAPER;
  const plain = mark.doubt || gone;
  const sign = plain
    ? ''
    : mark.sort === 'deliverable'
      ? `<path d="M${x(0)} ${line - 2.8}l2.8 2.8l-2.8 2.8l-2.8 -2.8z" fill="${inside}"/>`
      : mark.sort === 'decision'
        ? `<path d="M${x(-3.6)} ${line}l3.6 -3.6v7.2z" fill="${inside}"/>`
        : '';
  const dash = mark.doubt && !gone ? ' stroke-dasharray="2.4 1.8"' : '';
  const paper = gone ? PALE : PAPER;
  return `${stop}<path d="M${x(0)} ${line - 7}l7 7l-7 7l-7 -7z" fill="${open ? paper : colour}" stroke="${colour}" stroke-width="${gone ? 1 : 1.6}"${dash}/>${sign}`;
}

const PLAIN: Drawn = {
  sort: '',
  kind: 'milestone',
  computed: false,
  doubt: false,
  fate: 'same',
  past: true,
  count: 1,
};

/** A sign of the legend, with what it means. */
export interface Explained extends Sign {
  words: string;
}

const signLong = ({ shape, words }: Explained): number =>
  shape.right - shape.left + 6 + lengthOf(words, `12px ${FONT}`) + 20;

/** The signs of a legend in lines that are no longer than this. */
export function legendLines(signs: readonly Explained[], long: number): readonly (readonly Explained[])[] {
  const lines: Explained[][] = [];
  let at = Number.POSITIVE_INFINITY;
  for (const sign of signs) {
    at += signLong(sign);
    if (at > long) {
      lines.push([]);
      at = signLong(sign);
    }
    lines.at(-1)?.push(sign);
  }
  return lines;
}

/** One line of the legend. */
export function legend(
  signs: readonly Explained[],
  line: number,
  from: number,
  flip: Flip,
  fades: Fades,
  text: (at: number, said: string) => string,
): string {
  const parts: string[] = [];
  let at = from;
  for (const sign of signs) {
    const { name, shape, words } = sign;
    const mark: Drawn = {
      ...PLAIN,
      sort: name,
      computed: name === 'computed',
      doubt: name === 'doubt',
      fate: name === 'ghost' ? 'gone' : 'same',
    };
    const long = shape.right - shape.left;
    parts.push(figure(mark, shape, at, line, flip, fades, String), text(at + long + 6, words));
    at += signLong(sign);
  }
  return parts.join('');
}
