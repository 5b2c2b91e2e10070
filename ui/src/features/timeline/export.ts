/** The timeline on paper and in files: drawn anew from the same rows, in light colours, with its headers on every page. */
import type { FileInfo, RowKey, TimelineView } from '@/generated/wire.ts';
import {
  dayOf,
  GHOST,
  numberOf,
  pagesOf,
  type Picture,
  SIGNS,
  svgOf,
  type TimelineLane,
  type TimelineWords,
} from '@/kit/timeline/index.ts';
import type { Client } from '@/lib/client.ts';
import { filterFacts } from '@/parts/table/filter-facts.ts';
import type { ListState } from '@/parts/table/list.ts';
import { FILTERED, type LinksShown, type TimelineAsk } from './state.ts';

export interface Drawing {
  client: Client;
  ask: TimelineAsk;
  /** The filters that the question was made of. */
  list: ListState;
  words: TimelineWords;
  unit: number;
  lines: boolean;
  /** Which links are drawn, and for which row. */
  links: LinksShown;
  selected: RowKey | undefined;
  /** The days that are seen, by their numbers. */
  seen: readonly [number, number];
}

/** So wide a picture no program refuses. */
const WIDEST = 12_000;
/** A3, lying, without its margins, at 96 dots to the inch. */
const PAGE = { width: 1500, height: 1030 };
const MOST_PAGES = 60;

async function read(
  { client, ask, links, selected }: Drawing,
  from: number,
  to: number,
): Promise<TimelineView> {
  const window = { from: dayOf(from), to: dayOf(to), links, selected: selected ?? null };
  const whole = await client.call('timeline_get', { ...ask, ...window, top: 0, bottom: 1 });
  return client.call('timeline_get', { ...ask, ...window, top: 0, bottom: Math.min(whole.height, 4000) });
}

type Unplaced = Omit<Picture, 'from' | 'to' | 'top' | 'bottom' | 'sheet' | 'prefix'>;

/** When it was made and what it is of: what the bar above it says on the screen. */
async function factsOf({ client, ask, list, words }: Drawing, view: TimelineView): Promise<string> {
  const { say, locale } = client.words.get();
  const compared = client.compared.get();
  const moment = client.momentName.get();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return [
    say('timeline-lanes-are', { lanes: words.lanes }),
    ...(await filterFacts(client, { kind: FILTERED.kind, source: ask.source, query: ask.query, list })),
    ...(compared && view.compared !== ''
      ? [say('compare-print', { state: compared.name, counts: view.compared })]
      : []),
    ...(view.undated > 0 ? [say('timeline-picture-undated', { count: view.undated })] : []),
    ...(moment === '' ? [] : [say('print-moment', { moment })]),
    ...(client.discreet.get() ? [say('print-discreet')] : []),
    say('print-on', { date: day.format(new Date()) }),
  ].join(' · ');
}

async function pictureOf(drawing: Drawing, view: TimelineView): Promise<Unplaced> {
  const { client, ask, words, unit, lines } = drawing;
  const { say } = client.words.get();
  const compared = client.compared.get();
  const signs = compared ? [...SIGNS, GHOST] : SIGNS;
  return {
    title: `${client.plan.get().title} · ${say('screen-timeline')}`,
    facts: await factsOf(drawing, view),
    legend: signs.map((sign) => ({
      ...sign,
      words: say(`timeline-sign-${sign.name}`, { state: compared?.name ?? '' }),
    })),
    description: say('timeline-picture-description', { count: view.count }),
    lanes: view.lanes,
    marks: view.marks,
    links: view.links,
    today: numberOf(view.today),
    day: ask.scale.day,
    unit,
    lines,
    mirrored: document.documentElement.dir === 'rtl',
    words,
  };
}

/** Writes what is seen across, and all lanes, to a file that the person chooses; answers which. */
export async function saveAs(drawing: Drawing, format: 'svg' | 'png'): Promise<FileInfo['file'] | undefined> {
  const { client, ask, seen } = drawing;
  const chosen = await client.call('file_choose', {
    purpose: format === 'svg' ? 'drawing' : 'picture',
    suggested: `${client.words.get().say('screen-timeline')}.${format}`,
  });
  if (!chosen) {
    return undefined;
  }
  const from = Math.floor(seen[0]);
  const to = Math.min(Math.ceil(seen[1]), Math.floor(from + WIDEST / ask.scale.day));
  const view = await read(drawing, from, to);
  const made = svgOf({
    ...(await pictureOf(drawing, view)),
    from,
    to,
    top: 0,
    bottom: Math.min(view.height, 4000),
    sheet: '',
    prefix: 't',
  });
  const content = format === 'svg' ? made.svg : await pngOf(made);
  await client.call('picture_write', { file: chosen.file, format, content });
  return chosen.file;
}

/** The bytes of a picture in hexadecimal digits. */
async function pngOf({
  svg,
  width,
  height,
}: {
  svg: string;
  width: number;
  height: number;
}): Promise<string> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const sharp = Math.max(1, Math.min(2, 16_000 / Math.max(width, height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * sharp);
    canvas.height = Math.round(height * sharp);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Half rows between which no mark stands, from top to bottom. */
function breaksOf(lanes: readonly TimelineLane[], lines: boolean): readonly number[] {
  return lanes.flatMap(({ top, rows }) => [
    ...Array.from({ length: rows }, (_, row) => top + row * 2 + (lines || row === 0 ? 0 : 0.5)),
    top + rows * 2 + (lines ? 0 : 1),
  ]);
}

/** Prints all of it on A3, cut into pages that each have names and headers. */
export async function print(drawing: Drawing, view: TimelineView): Promise<void> {
  const { ask, unit } = drawing;
  const today = numberOf(view.today);
  const first = view.first === '' ? today : numberOf(view.first);
  const last = view.last === '' ? today : numberOf(view.last);
  const room = 40 / ask.scale.day;
  const [from, to] = [Math.floor(first - room), Math.ceil(last + 300 / ask.scale.day)];
  const whole = await read(drawing, from, to);
  const picture = await pictureOf(drawing, whole);
  const { say } = drawing.client.words.get();
  const all = pagesOf(
    {
      from,
      to,
      height: whole.height,
      day: ask.scale.day,
      unit,
      breaks: breaksOf(whole.lanes, drawing.lines),
    },
    PAGE.width,
    PAGE.height,
  );
  const pages = all.slice(0, MOST_PAGES);
  const box = document.createElement('div');
  box.className = 'tl-print';
  for (const [at, page] of pages.entries()) {
    const sheet = document.createElement('div');
    sheet.className = 'tl-page';
    const number = all.length > 1 ? say('timeline-picture-sheet', { number: at + 1, count: all.length }) : '';
    const made = svgOf({ ...picture, ...page, sheet: number, prefix: `t${at}-` });
    const drawn = new DOMParser().parseFromString(made.svg, 'image/svg+xml');
    sheet.append(document.importNode(drawn.documentElement, true));
    box.append(sheet);
  }
  document.body.append(box);
  const over = (): void => box.remove();
  window.addEventListener('afterprint', over, { once: true });
  window.print();
}
