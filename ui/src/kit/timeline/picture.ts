/** The timeline as a drawing that stands alone: fonts named, in light colours, with a title. For files and for paper. */
import { type Measure, shapeOf, type Shape } from './geometry.ts';
import { INSET, type Labelled, type Placed, placeLabels } from './labels.ts';
import { lengthOf } from './measure.ts';
import {
  ACCENT,
  type Explained,
  Fades,
  figure,
  FIRM,
  FONT,
  INK,
  legend,
  legendLines,
  LINE,
  QUIET,
} from './picture-marks.ts';
import { ghost, linkPath, type Place } from './picture-parts.ts';
import { headerLevels, ticks } from './scale.ts';
import { markKey, type TimelineLane, type TimelineLink, type TimelineMark } from './types.ts';
import { type TimelineWords, tickWords } from './words.ts';

export interface Picture {
  title: string;
  /** When and of what it was made, in words; under the title. */
  facts: string;
  /** Which of several sheets it is, in words; empty: there is one. */
  sheet: string;
  /** What it shows, for who does not see it. */
  description: string;
  legend: readonly Explained[];
  /** Before the names inside it, so that several can stand on one page. */
  prefix: string;
  lanes: readonly TimelineLane[];
  marks: readonly TimelineMark[];
  links: readonly TimelineLink[];
  /** Days by their numbers, and half rows: what of the whole it shows. */
  from: number;
  to: number;
  top: number;
  bottom: number;
  today: number;
  day: number;
  unit: number;
  lines: boolean;
  mirrored: boolean;
  words: TimelineWords;
}

const NAMES = 200;
const HEAD = 88;
/** A line of the legend, and the room that a page keeps for two. */
const SIGNS_HIGH = 20;
const FOOT = 2 * SIGNS_HIGH + 8;

const escaped = (text: string): string =>
  // Marks of direction around names mean nothing to who draws.
  text.replace(/[\u2066-\u2069]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The drawing, and its size in pixels. */
export function svgOf(picture: Picture): { svg: string; width: number; height: number } {
  const { from, to, day, unit, top, bottom, today, words, mirrored, lines } = picture;
  const width = Math.ceil(NAMES + (to - from) * day);
  const height = Math.ceil(HEAD + (bottom - top) * unit) + 8;
  const signs = legendLines(picture.legend, width - 16);
  const whole = height + signs.length * SIGNS_HIGH + 8;
  const fades = new Fades(picture.prefix, mirrored);
  const parts: string[] = [];
  const flip = (at: number, length = 0): number => (mirrored ? width - at - length : at);
  const x = (number: number): number => NAMES + (number - from) * day;
  const y = (half: number): number => HEAD + (half - top) * unit;
  const lettered = (at: number, line: number, said: string, more = ''): string => {
    const anchor = mirrored ? 'end' : 'start';
    return `<text x="${flip(at).toFixed(1)}" y="${line.toFixed(1)}" text-anchor="${anchor}" ${more}>${escaped(said)}</text>`;
  };
  const text = (at: number, line: number, said: string, more = ''): void => {
    parts.push(lettered(at, line, said, more));
  };
  const rule = (at: number, colour: string, first: number): void => {
    parts.push(`<path d="M${flip(at).toFixed(1)} ${first}V${height}" stroke="${colour}"/>`);
  };
  const sheet = picture.sheet === '' ? 0 : lengthOf(picture.sheet, `12px ${FONT}`) + 16;
  text(8, 16, cut(picture.title, width - 16 - sheet, `600 14px ${FONT}`), `font-weight="600" font-size="14"`);
  text(8, 33, cut(picture.facts, width - 16, `11px ${FONT}`), `font-size="11" fill="${QUIET}"`);
  if (picture.sheet !== '') {
    text(width - sheet + 8, 16, picture.sheet, `fill="${QUIET}"`);
  }
  const [upper, lower] = headerLevels(day);
  for (const [level, line] of [
    [upper, 56],
    [lower, 74],
  ] as const) {
    for (const tick of ticks(level, from, to)) {
      const begin = Math.max(x(tick.from), NAMES);
      const length = Math.min(x(tick.to), width) - begin;
      rule(begin, level === upper ? FIRM : LINE, line - 14);
      const name = tickWords(tick, words, (tick.to - tick.from) * day, level === upper);
      if (lengthOf(name, `12px ${FONT}`) + 8 < length) {
        text(begin + 5, line, name, level === upper ? `font-weight="600"` : `fill="${QUIET}"`);
      }
    }
    if (upper === lower) {
      break;
    }
  }
  for (const lane of picture.lanes) {
    const high = lane.rows * 2 + (lines ? 0 : 1);
    const [begin, end] = [y(lane.top), y(lane.top + high)];
    if (end <= HEAD || begin >= height) {
      continue;
    }
    parts.push(`<path d="M0 ${end.toFixed(1)}H${width}" stroke="${FIRM}"/>`);
    for (const [at, said] of wrapped(lane, Math.max(1, Math.floor((end - begin - 6) / 15))).entries()) {
      text(8, Math.max(begin, HEAD) + 16 + at * 15, said, `font-weight="${lines ? 400 : 600}"`);
    }
  }
  if (today >= from && today <= to) {
    rule(x(today + 0.5), ACCENT, 78);
    text(x(today + 0.5) + 4, 86, words.today, `fill="${ACCENT}" font-size="10" font-weight="600"`);
  }
  const measure = { day, today };
  const origin = from * day - NAMES;
  // What begins before the page does not reach under the names.
  parts.push(`<g clip-path="url(#${picture.prefix}c)">`);
  const place: Place = { origin, flip };
  const middle = lines ? 1 : 1.5;
  const inside = (line: number): boolean => line > HEAD && line < height;
  for (const link of picture.links) {
    const ends = [y(link.from.top + middle), y(link.to.top + middle)] as const;
    // Of what goes on over several pages each shows its part; what lies above is not drawn into the head.
    if (ends.some(inside)) {
      parts.push(
        `<g><title>${escaped(link.words)}</title><path d="${linkPath(link, measure, place, ends, unit)}" fill="none" stroke="${QUIET}"/></g>`,
      );
    }
  }
  const rows = new Map<string, { mark: TimelineMark; shape: Shape; line: number }[]>();
  for (const mark of picture.marks) {
    const lane = picture.lanes.find(({ index }) => index === mark.lane);
    const line = lane && y(lane.top + mark.row * 2 + middle);
    if (line !== undefined && inside(line)) {
      const shape = shapeOf(mark.days, measure, mark.goes_on);
      const name = `${mark.lane} ${mark.row}`;
      rows.set(name, [...(rows.get(name) ?? []), { mark, shape, line }]);
    }
  }
  const standing: Standing[] = [];
  const pieces: string[] = [];
  for (const row of rows.values()) {
    const labelled = row.map(
      ({ mark, shape }): Labelled => ({
        key: markKey(mark),
        left: shape.left,
        right: shape.right,
        words: mark.count > 1 ? 0 : lengthOf(mark.label, `13px ${FONT}`) + 4,
        bar: mark.count === 1 && !shape.exact,
      }),
    );
    const placed = placeLabels(labelled, (today + 0.5) * day, { first: from * day, last: to * day });
    for (const { mark, shape, line } of row) {
      const label = placed.get(markKey(mark));
      const isIn = label?.side === 'inside';
      standing.push({ line, shape, label });
      const was = mark.was ? ghost(shapeOf(mark.was, measure), shape, place, line, QUIET) : '';
      pieces.push(
        `<g><title>${escaped(mark.words)}</title>`,
        was,
        figure(mark, shape, shape.left - origin, line, flip, fades, words.short, isIn),
        '</g>',
      );
      if (label) {
        const said = cut(mark.label, label.length, `13px ${FONT}`);
        const begin = label.from - origin + (isIn ? INSET / 2 : 0);
        pieces.push(lettered(begin, line + (isIn ? 1.5 : 4.5), said, mark.past ? `fill="${QUIET}"` : ''));
      }
    }
  }
  // How far what hangs is away: before it, or behind its words, where nothing else stands.
  for (const link of picture.links) {
    const line = y(link.to.top + middle);
    const at = inside(line) ? distanceAt(link, standing, line, measure, (today + 0.5) * day) : undefined;
    if (at !== undefined) {
      pieces.push(lettered(at - origin, line + 4, link.words, `font-size="10.5" fill="${QUIET}"`));
    }
  }
  parts.push(...pieces, '</g>');
  parts.push(
    `<path d="M0 ${height}H${width}" stroke="${FIRM}"/>`,
    ...signs.map((of, at) => {
      const line = height + 15 + at * SIGNS_HIGH;
      return legend(of, line, 8, flip, fades, (begin, said) =>
        lettered(begin, line + 4, said, `fill="${QUIET}"`),
      );
    }),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img" font-family="${FONT.replaceAll('"', "'")}" font-size="12" fill="${INK}"><title>${escaped(picture.title)}</title><desc>${escaped(picture.description)}</desc><defs><clipPath id="${picture.prefix}c"><rect x="${flip(NAMES, width - NAMES)}" y="${HEAD}" width="${width - NAMES}" height="${height - HEAD}"/></clipPath>${fades.definitions()}</defs><rect width="${width}" height="${whole}" fill="#ffffff"/>${parts.join('')}</svg>`;
  return { svg, width, height: whole };
}

/** What stands in a row, with its words. */
interface Standing {
  line: number;
  shape: Shape;
  label: Placed | undefined;
}

/** Where the distance of a link has room; none: nowhere beside what hangs. */
function distanceAt(
  link: TimelineLink,
  standing: readonly Standing[],
  line: number,
  measure: Measure,
  today: number,
): number | undefined {
  const long = lengthOf(link.words, `10.5px ${FONT}`) + 8;
  const { left, right } = shapeOf(link.to.days, measure);
  const row = standing.filter((one) => one.line === line);
  const clear = (from: number): boolean =>
    (from >= today || from + long <= today) &&
    row.every(({ shape, label }) => {
      const free = (begin: number, end: number): boolean => end <= from || begin >= from + long;
      return free(shape.left, shape.right) && (!label || free(label.from, label.from + label.length));
    });
  const own = row.find(({ shape }) => shape.left === left && shape.right === right)?.label;
  const behind = own?.side === 'after' ? own.from + own.length + 8 : right + 8;
  return [(left + right) / 2 - 14 - long, behind].find(clear);
}

function cut(said: string, length: number, font: string): string {
  if (lengthOf(said, font) <= length + 2) {
    return said;
  }
  let text = said;
  while (text.length > 1 && lengthOf(`${text}…`, font) > length) {
    text = text.slice(0, -1);
  }
  return `${text.trimEnd()}…`;
}

/** The name of a lane in lines. */
function wrapped(lane: TimelineLane, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of `${lane.badge} ${lane.label}`.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(`${last} ${word}`, `600 12px ${FONT}`) < NAMES - 16) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}

/** What is cut into pages. */
export interface Cut {
  from: number;
  to: number;
  height: number;
  day: number;
  unit: number;
  /** Half rows between which nothing stands, from top to bottom: a page ends there. */
  breaks: readonly number[];
}

export interface Sheet {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

/** What is a little larger than a page is made smaller rather than cut. */
const SQUEEZE = 1.3;

/** Cuts a whole into pages, alike in length: along time first, then down. */
export function pagesOf(
  { from, to, height, day, unit, breaks }: Cut,
  width: number,
  high: number,
): readonly Sheet[] {
  const room = Math.max(1, (width - NAMES) / day);
  const across = Math.max(1, Math.ceil((to - from) / (room * SQUEEZE)));
  const down = Math.max(4, Math.floor((high - HEAD - FOOT - 8) / unit));
  const sheets: Sheet[] = [];
  const last = Math.max(1, height);
  for (let top = 0; top < last; ) {
    const most = top + down;
    const fitting = breaks.filter((at) => at > top && at <= most).at(-1);
    const bottom = most >= last ? last : (fitting ?? most);
    for (let n = 0; n < across; n += 1) {
      const at = (part: number): number => from + Math.round(((to - from) * part) / across);
      sheets.push({ from: at(n), to: at(n + 1), top, bottom });
    }
    top = bottom;
  }
  return sheets;
}
