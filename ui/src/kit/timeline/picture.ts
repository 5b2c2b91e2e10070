/** The timeline as a drawing that stands alone: fonts named, in light colours, with a title. For files and for paper. */
import { shapeOf, type Shape } from './geometry.ts';
import { type Labelled, placeLabels } from './labels.ts';
import { lengthOf } from './measure.ts';
import { DASH, ghost, linkPath, type Place } from './picture-parts.ts';
import { headerLevels, ticks } from './scale.ts';
import { markKey, type TimelineLane, type TimelineLink, type TimelineMark } from './types.ts';
import { type TimelineWords, tickWords } from './words.ts';

export interface Picture {
  title: string;
  /** What it shows, for who does not see it. */
  description: string;
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

const FONT = "'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif";
// On paper and in other programs there are no themes: these are the colours of the light one.
const INK = '#1b1f24';
const QUIET = '#5a626c';
const LINE = '#e6e6e1';
const FIRM = '#cfcfc8';
const ACCENT = '#1c5a9c';
const BAR = '#85857c';

const NAMES = 200;
const HEAD = 70;

const escaped = (text: string): string =>
  // Marks of direction around names mean nothing to who draws.
  text.replace(/[\u2066-\u2069]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The drawing, and its size in pixels. */
export function svgOf(picture: Picture): { svg: string; width: number; height: number } {
  const { from, to, day, unit, top, bottom, today, words, mirrored, lines } = picture;
  const width = Math.ceil(NAMES + (to - from) * day);
  const height = Math.ceil(HEAD + (bottom - top) * unit) + 8;
  const parts: string[] = [];
  const flip = (at: number, length = 0): number => (mirrored ? width - at - length : at);
  const x = (number: number): number => NAMES + (number - from) * day;
  const y = (half: number): number => HEAD + (half - top) * unit;
  const text = (at: number, line: number, said: string, more = '', end = false): void => {
    const anchor = end === mirrored ? 'start' : 'end';
    parts.push(
      `<text x="${flip(at).toFixed(1)}" y="${line.toFixed(1)}" text-anchor="${anchor}" ${more}>${escaped(said)}</text>`,
    );
  };
  const rule = (at: number, colour: string, first: number): void => {
    parts.push(`<path d="M${flip(at).toFixed(1)} ${first}V${height}" stroke="${colour}"/>`);
  };
  text(8, 16, picture.title, `font-weight="600" font-size="14"`);
  const [upper, lower] = headerLevels(day);
  for (const [level, line] of [
    [upper, 38],
    [lower, 56],
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
    rule(x(today + 0.5), ACCENT, 60);
    text(x(today + 0.5) + 4, 68, words.today, `fill="${ACCENT}" font-size="10" font-weight="600"`);
  }
  const measure = { day, today };
  const origin = from * day - NAMES;
  // What begins before the page does not reach under the names.
  parts.push('<g clip-path="url(#c)">');
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
  for (const row of rows.values()) {
    const labelled = row.map(
      ({ mark, shape }): Labelled => ({
        key: markKey(mark),
        left: shape.left,
        right: shape.right,
        words: mark.count > 1 ? 0 : lengthOf(mark.label, `13px ${FONT}`) + 4,
      }),
    );
    const placed = placeLabels(labelled, (today + 0.5) * day);
    for (const { mark, shape, line } of row) {
      const was = mark.was ? ghost(shapeOf(mark.was, measure), shape, place, line, QUIET) : '';
      parts.push(
        `<g><title>${escaped(mark.words)}</title>`,
        was,
        figure(mark, shape, origin, line, flip, words),
        '</g>',
      );
      const label = placed.get(markKey(mark));
      if (label) {
        const said = cut(mark.label, label.length);
        text(label.from - origin, line + 4.5, said, mark.past ? `fill="${QUIET}"` : '');
      }
    }
  }
  parts.push('</g>');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT.replaceAll('"', "'")}" font-size="12" fill="${INK}"><title>${escaped(picture.title)}</title><desc>${escaped(picture.description)}</desc><defs><clipPath id="c"><rect x="${flip(NAMES, width - NAMES)}" y="${HEAD}" width="${width - NAMES}" height="${height - HEAD}"/></clipPath><linearGradient id="f"><stop offset="0" stop-color="${ACCENT}" stop-opacity="0.1"/><stop offset="0.5" stop-color="${ACCENT}"/><stop offset="1" stop-color="${ACCENT}" stop-opacity="0.1"/></linearGradient><linearGradient id="p"><stop offset="0" stop-color="${QUIET}" stop-opacity="0.1"/><stop offset="0.5" stop-color="${QUIET}"/><stop offset="1" stop-color="${QUIET}" stop-opacity="0.1"/></linearGradient></defs><rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`;
  return { svg, width, height };
}

function figure(
  mark: TimelineMark,
  shape: Shape,
  origin: number,
  line: number,
  flip: (at: number, length?: number) => number,
  words: TimelineWords,
): string {
  const colour = mark.kind === 'commitment' ? BAR : mark.past ? QUIET : ACCENT;
  const left = shape.left - origin;
  const long = shape.right - shape.left;
  if (mark.count > 1) {
    const at = flip(left, 26);
    return `<rect x="${at.toFixed(1)}" y="${line - 8}" width="26" height="16" rx="8" fill="#ffffff" stroke="${colour}"/><text x="${(at + 13).toFixed(1)}" y="${line + 4}" text-anchor="middle" font-size="10">${words.short(mark.count)}</text>`;
  }
  if (shape.exact) {
    const at = flip((shape.left + shape.right) / 2 - origin);
    const stop =
      mark.sort === 'deadline'
        ? `<path d="M${at + 7} ${line - 7}V${line + 7}" stroke="${colour}" stroke-width="2"/>`
        : '';
    const gone = mark.fate === 'gone';
    const open = mark.computed || mark.doubt || gone;
    return `${stop}<path d="M${at} ${line - 7}l7 7l-7 7l-7 -7z" fill="${open ? '#ffffff' : colour}" stroke="${colour}" stroke-width="1.6"${gone ? ` ${DASH}` : mark.doubt ? ' stroke-dasharray="2.4 1.8"' : ''}/>`;
  }
  const vague = shape.sureFrom > shape.left + 0.5 || shape.sureTo < shape.right - 0.5;
  const high = mark.kind === 'commitment' ? 6 : 10;
  const fill = vague ? `url(#${mark.past ? 'p' : 'f'})` : colour;
  return `<rect x="${flip(left, long).toFixed(1)}" y="${line - high / 2}" width="${long.toFixed(1)}" height="${high}" rx="2" fill="${fill}"/>`;
}

function cut(said: string, length: number): string {
  let text = said;
  while (
    text.length > 1 &&
    lengthOf(`${text}…`, `13px ${FONT}`) > length &&
    lengthOf(said, `13px ${FONT}`) + 2 > length
  ) {
    text = text.slice(0, -1);
  }
  return text === said ? said : `${text.trimEnd()}…`;
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

/** Cuts a whole into pages: along time first, then down. */
export function pagesOf(
  { from, to, height, day, unit }: { from: number; to: number; height: number; day: number; unit: number },
  width: number,
  high: number,
): readonly { from: number; to: number; top: number; bottom: number }[] {
  const across = Math.max(1, Math.floor((width - NAMES) / day));
  const down = Math.max(4, Math.floor((high - HEAD - 8) / unit));
  const pages: { from: number; to: number; top: number; bottom: number }[] = [];
  for (let top = 0; top < Math.max(1, height); top += down) {
    for (let first = from; first < to; first += across) {
      pages.push({
        from: first,
        to: Math.min(first + across, to),
        top,
        bottom: Math.min(top + down, Math.max(1, height)),
      });
    }
  }
  return pages;
}
