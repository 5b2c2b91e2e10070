import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { toHtml, toTsv } from '../../src/kit/grid/clipboard.ts';
import { directionOf } from '../../src/kit/grid/direction.ts';
import { Flow } from '../../src/kit/grid/flow.ts';
import { readNumber } from '../../src/kit/grid/numbers.ts';
import { singleCell } from '../../src/kit/grid/pasted.ts';
import { narrow } from '../../src/kit/grid/sessions.ts';
import { SlotBook } from '../../src/kit/grid/slots.ts';
import { restoreSigns, showSigns } from '../../src/kit/hidden-signs.ts';

describe('the elements of rows', () => {
  const isRow = (key: string | number): boolean => !String(key).startsWith('g:');
  /** Draws these lines after those. */
  const draw = (book: SlotBook<object>, ...keys: (string | number)[]): readonly (number | undefined)[] => {
    const slots = book.give(keys, (at) => isRow(keys[at] ?? ''));
    const numbers = [...slots.numbers, ...slots.spares].filter((number) => number !== undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
    book.keep(slots, new Map(numbers.map((number) => [number, createElement('div')])));
    return slots.numbers;
  };

  it('stay with their row, and go over in their order to those that take the place of others', () => {
    const book = new SlotBook<object>();
    expect(draw(book, 'a', 'b', 'c', 'd')).toEqual([0, 1, 2, 3]);
    expect(draw(book, 'x', 'c', 'y')).toEqual([0, 2, 3]);
    // The second was given up with the row before, and waited out of sight for a line that is more.
    expect(draw(book, 'p', 'q', 'c', 'r')).toEqual([0, 1, 2, 3]);
  });

  it('wait while a list is short, and are there when it is long again', () => {
    const book = new SlotBook<object>();
    draw(book, 'a', 'b', 'c', 'd');
    expect(draw(book)).toEqual([]);
    const again = draw(book, 'a', 'b', 'c', 'd', 'e');
    expect(again.toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  it('are not spared without end', () => {
    const book = new SlotBook<object>();
    draw(book, ...Array.from({ length: 500 }, (_, at) => at));
    draw(book);
    const again = draw(book, ...Array.from({ length: 100 }, (_, at) => at));
    expect(again.filter((number) => Number(number) >= 500)).toHaveLength(36);
  });

  it('that were not drawn are not waited for', () => {
    const book = new SlotBook<object>();
    draw(book, 'a', 'b');
    book.keep(
      book.give([], () => true),
      new Map([[1, createElement('div')]]),
    );
    expect(draw(book, 'c', 'd').toSorted()).toEqual([1, 2]);
  });

  it('go from the top to the bottom while one scrolls down, and none is moved while one scrolls up', () => {
    const book = new SlotBook<object>();
    draw(book, 0, 1, 2, 3);
    expect(draw(book, 2, 3, 4, 5)).toEqual([2, 3, 0, 1]);
    expect(draw(book, 1, 2, 3, 4)).toEqual([4, 2, 3, 0]);
    // What waits out of sight stands last: it is not put before those that stay.
    expect(draw(book, 0, 1, 2, 3)).toEqual([5, 4, 2, 3]);
  });

  it('are not shared with the headers of groups, nor given twice', () => {
    const book = new SlotBook<object>();
    expect(draw(book, 'g:1', 'a', 'g:2', 'b')).toEqual([undefined, 0, undefined, 1]);
    expect(draw(book, 'c', 'g:2', 'd', 'b')).toEqual([0, undefined, 2, 1]);
    const many = Array.from({ length: 40 }, (_, at) => `m${at}`);
    for (const keys of [many, many.toReversed(), many.slice(7, 30), [...many.slice(20), 'z', 'g:3', 'a']]) {
      const given = draw(book, ...keys).filter((number) => number !== undefined);
      expect(new Set(given).size).toBe(keys.filter(isRow).length);
    }
  });

  it('are what they were where a drawing was thrown away', () => {
    const book = new SlotBook<object>();
    draw(book, 'a', 'b');
    book.give(['c', 'd'], () => true);
    expect(draw(book, 'b', 'e')).toEqual([1, 0]);
  });
});

describe('the flow of lines', () => {
  const groups = [
    { key: 'a', label: 'A', from: 0, count: 2, collapsed: false },
    { key: 'b', label: 'B', from: 2, count: 3, collapsed: true },
    { key: 'c', label: 'C', from: 5, count: 1, collapsed: false },
  ];

  it('is the rows where there are no groups', () => {
    const flow = new Flow(3);
    expect(flow.lineCount).toBe(3);
    expect(flow.at(2)).toEqual({ kind: 'row', index: 2 });
    expect(flow.at(3)).toBeUndefined();
    expect(flow.lineOfRow(1)).toBe(1);
  });

  it('leaves out the rows of collapsed groups, and finds every line both ways', () => {
    const flow = new Flow(6, groups);
    expect(flow.lineCount).toBe(6);
    const lines = Array.from({ length: 6 }, (_, line) => flow.at(line));
    expect(lines.map((line) => (line?.kind === 'row' ? line.index : line?.group.key))).toEqual([
      'a',
      0,
      1,
      'b',
      'c',
      5,
    ]);
    for (const [number, line] of lines.entries()) {
      expect(
        line?.kind === 'row' ? flow.lineOfRow(line.index) : flow.lineOfGroup(line?.group.key ?? ''),
      ).toBe(number);
    }
    expect(flow.lineOfRow(3)).toBeUndefined();
    expect(flow.groupOfRow(3)?.key).toBe('b');
  });

  it('finds the nearest row in a direction', () => {
    const flow = new Flow(6, groups);
    expect(flow.rowFrom(3, 1)).toBe(5);
    expect(flow.rowFrom(3, -1)).toBe(1);
    expect(flow.rowFrom(0, -1)).toBeUndefined();
  });
});

describe('numbers', () => {
  it.each([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['-3', -3],
    ['−3', -3],
    ['1 234', 1234],
    ['1\u202f234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1234567],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['1.2340', 1.234],
    [',5', 0.5],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value });
  });

  it.each(['1,234', '12.345'])('%s can be read in two ways', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'ambiguous' });
  });

  it.each(['', 'many', '1,2,3', '1.2,3.4', '12a', '--1', '.', '1,234.5,6'])('%s is none', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'none' });
  });
});

describe('the clipboard', () => {
  it('quotes as Excel does and reads a single cell back', () => {
    for (const text of ['plain', 'with "quotes"', 'a\tb', 'two\nlines', '"', '']) {
      expect(singleCell(`${toTsv([[text]])}\r\n`, '')).toBe(text);
    }
  });

  it('knows several cells from one', () => {
    expect(singleCell('a\tb', '')).toBeUndefined();
    expect(singleCell('a\r\nb', '')).toBeUndefined();
    expect(singleCell('a b', '<table><tr><td>a</td><td>b</td></tr></table>')).toBeUndefined();
    expect(singleCell('a', '<table><tr><td>a</td></tr></table>')).toBe('a');
  });

  it('writes HTML that cannot be mistaken for markup', () => {
    expect(toHtml([['<b>&"']], 'rtl')).toBe(
      '<table dir="rtl"><tbody><tr><td>&lt;b&gt;&amp;&quot;</td></tr></tbody></table>',
    );
  });
});

describe('narrowing options', () => {
  const options = ['Égypte', 'Kenya', 'ITU · BDT'].map((label) => ({ id: label, label }));

  it('finds without accents and case, the beginnings first', () => {
    expect(narrow(options, 'eg').map((one) => one.label)).toEqual(['Égypte']);
    expect(narrow(options, 'bdt').map((one) => one.label)).toEqual(['ITU · BDT']);
    expect(
      narrow(
        [
          { id: '1', label: 'a b' },
          { id: '2', label: 'b' },
        ],
        'b',
      ).map((one) => one.id),
    ).toEqual(['2', '1']);
    expect(narrow(options, '')).toHaveLength(3);
  });
});

describe('signs that nobody sees', () => {
  it('are shown by their number, and kept; what somebody typed like that stays as typed', () => {
    const text = 'a\u202eb\u0007\n\tc \u200f\u2068';
    expect(showSigns(text)).toBe('a⟨U+202E⟩b⟨U+0007⟩\n\tc \u200f⟨U+2068⟩');
    expect(restoreSigns(showSigns(text))).toBe(text);
    expect(restoreSigns('⟨U+0041⟩')).toBe('⟨U+0041⟩');
  });

  it('a text has the direction of its first letter', () => {
    expect(['2026: plan', '٢٠٢٦ خطة', '\u202eשלום', '1–2 %'].map(directionOf)).toEqual([
      'ltr',
      'rtl',
      'rtl',
      undefined,
    ]);
  });
});
