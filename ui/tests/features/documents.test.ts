/** The outline of a document: where blocks go, what each kind is asked for, and what a page says of the plan. */
import { describe, expect, it } from 'vitest';
import type { ChangeView, PaperRun, PaperView } from '@/generated/wire.ts';
import { changesOf, drawnOn, readOf, rowOf } from '@/features/documents/changed.ts';
import { landed, placeAt, sectionOf, stepped, steppedSection } from '@/features/documents/places.ts';
import { beginningOf, followerOf, isWritten, settingsOf } from '@/features/documents/settings.ts';
import { roomOf } from '@/features/documents/use-room.ts';
import { field } from '../fake/host.ts';

describe('places of blocks', () => {
  const ids = ['a', 'b', 'c', 'd'];

  it('one step up or down, and none at the ends', () => {
    expect(stepped(ids, 'b', 1)).toEqual({ ids: ['b'], after: 'c', place: 3 });
    expect(stepped(ids, 'c', -1)).toEqual({ ids: ['c'], after: 'a', place: 2 });
    expect(stepped(ids, 'b', -1)).toEqual({ ids: ['b'], after: null, before: 'a', place: 1 });
    expect(stepped(ids, 'a', -1)).toBeUndefined();
    expect(stepped(ids, 'd', 1)).toBeUndefined();
    expect(stepped(ids, 'gone', 1)).toBeUndefined();
  });

  it('to where it was dragged; where it was, nothing moves', () => {
    expect(landed(ids, ['a'], 3)).toEqual({ ids: ['a'], after: 'd', place: 4 });
    expect(landed(ids, ['d'], 0)).toEqual({ ids: ['d'], after: null, before: 'a', place: 1 });
    expect(landed(ids, ['b'], 1)).toBeUndefined();
    expect(landed(ids, ['b'], 99)).toEqual({ ids: ['b'], after: 'd', place: 4 });
    expect(landed(['a'], ['a'], 0)).toBeUndefined();
    expect(landed(ids, ['b', 'c'], 2)).toEqual({ ids: ['b', 'c'], after: 'd', place: 3 });
    expect(landed(ids, ['b', 'c'], 1)).toBeUndefined();
    expect(landed(ids, [], 1)).toBeUndefined();
  });

  it('finds the place under the pointer among the others', () => {
    const middles = [10, 30, 50, 70];
    expect(placeAt(middles, 1, 0)).toBe(0);
    expect(placeAt(middles, 1, 31)).toBe(1);
    expect(placeAt(middles, 1, 51)).toBe(2);
    expect(placeAt(middles, 1, 900)).toBe(3);
    expect(placeAt(middles, 1, 900, 2)).toBe(2);
    expect(placeAt(middles, 1, 45, 2)).toBe(1);
  });

  it('a heading goes with its section, past its neighbour or over the heading that it stood under', () => {
    const blocks = [
      { id: 'intro', level: undefined },
      { id: '1', level: 1 },
      { id: '1.1', level: 2 },
      { id: 'text', level: undefined },
      { id: '1.2', level: 2 },
      { id: '2', level: 1 },
      { id: 'end', level: undefined },
    ];
    expect(sectionOf(blocks, '1')).toEqual(['1', '1.1', 'text', '1.2']);
    expect(sectionOf(blocks, '1.1')).toEqual(['1.1', 'text']);
    expect(sectionOf(blocks, '2')).toEqual(['2', 'end']);
    expect(sectionOf(blocks, 'intro')).toEqual(['intro']);
    expect(sectionOf(blocks, 'gone')).toEqual([]);
    const at = (id: string, by: 1 | -1): string | null | undefined => steppedSection(blocks, id, by)?.after;
    expect(at('1', 1)).toBe('end');
    expect(at('2', -1)).toBe('intro');
    expect(at('1.1', 1)).toBe('1.2');
    expect(at('1.2', -1)).toBe('1');
    expect(at('1.2', 1)).toBe('2');
    expect(at('1.1', -1)).toBe('intro');
    expect(at('1', -1)).toBeNull();
    expect(at('2', 1)).toBeUndefined();
    expect(at('text', 1)).toBe('1.2');
    expect(steppedSection(blocks.slice(1), '1', -1)).toBeUndefined();
  });
});

describe('kinds of blocks', () => {
  it('a heading has a level, what shows rows has filters', () => {
    const fields = ['level', 'numbered', 'caption', 'objective', 'status', 'landscape'].map((name) =>
      field(name),
    );
    expect(settingsOf('heading', fields).map(({ name }) => name)).toEqual(['level', 'numbered', 'landscape']);
    expect(settingsOf('commitments', fields).map(({ name }) => name)).toEqual([
      'caption',
      'objective',
      'status',
      'landscape',
    ]);
    expect(settingsOf('of a newer version', fields)).toEqual([]);
    expect(isWritten('dash')).toBe(true);
    expect(isWritten('')).toBe(true);
    expect(isWritten('annex')).toBe(false);
  });

  it('a new block goes on as what stands before it', () => {
    expect(beginningOf('heading', { kind: 'heading', level: 2, numbered: false })).toEqual({
      kind: 'heading',
      level: 2,
      numbered: false,
    });
    expect(beginningOf('heading', undefined)).toEqual({ kind: 'heading', level: 1, numbered: true });
    expect(beginningOf('paragraph', { kind: 'paragraph', level: 1, numbered: false })).toEqual({
      kind: 'paragraph',
      numbered: false,
    });
    expect(beginningOf('annex', undefined)).toEqual({ kind: 'annex' });
    expect(followerOf('dash')).toBe('dash');
    expect(followerOf('heading')).toBe('paragraph');
  });

  it('room is measured in text', () => {
    expect(roomOf(1200, 1)).toBe('wide');
    expect(roomOf(1200, 1.5)).toBe('medium');
    expect(roomOf(1200, 2)).toBe('narrow');
  });
});

describe('what a page draws on', () => {
  const run = (text: string, more: Partial<PaperRun> = {}): PaperRun => ({ text, ...more });
  const paper = {
    parts: [
      {
        landscape: false,
        pieces: [
          {
            block: 'b1',
            is: 'paragraph',
            tag: 'block/b1/text',
            number: '',
            runs: [run('Of '), run('ongoing', { tag: 'commitment/c1/status', stale: true })],
          },
          { block: 'b1', is: 'paragraph', tag: 'block/b1/text/2', number: '', runs: [run('A second line.')] },
          {
            block: 'b2',
            is: 'table',
            caption: [],
            summary: '',
            columns: [],
            total: 1,
            more: '',
            rows: [
              {
                tag: 'commitment/c2',
                heading: false,
                cells: [
                  { tag: 'commitment/c2/title', paragraphs: [{ dash: false, runs: [run('Giga')] }] },
                  { tag: '', paragraphs: [{ dash: false, runs: [run('as of 2024', { stale: true })] }] },
                ],
              },
            ],
          },
        ],
      },
    ],
  } as unknown as PaperView;

  it('its rows', () => {
    const drawn = drawnOn(paper);
    expect([...drawn].toSorted()).toEqual(['block/b1', 'commitment/c1', 'commitment/c2']);
  });

  it('of all that changed only what stands on it', () => {
    const change = (id: string, what = 'changed'): ChangeView =>
      ({ kind: 'commitment', id, what, field: 'status' }) as unknown as ChangeView;
    const found = changesOf([change('c1'), change('c9'), change('c2', 'removed')], drawnOn(paper));
    expect(found.map(({ id }) => id)).toEqual(['c1']);
  });

  it('reads the words of a block as the page has them', () => {
    expect(readOf(paper).get('b1')).toBe('Of ongoing\nA second line.');
    expect(readOf(paper).has('b2')).toBe(false);
    expect(rowOf('commitment/c1/status')).toEqual({ kind: 'commitment', id: 'c1' });
    expect(rowOf('')).toBeUndefined();
  });
});
