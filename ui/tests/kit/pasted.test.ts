import { describe, expect, it } from 'vitest';
import { toHtml, toTsv } from '../../src/kit/grid/clipboard.ts';
import { PASTED_MAX, readPasted } from '../../src/kit/grid/pasted.ts';

const FIXTURES = import.meta.glob<string>('../fixtures/clipboard/*.{html,txt}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const fixture = (name: string): string => FIXTURES[`../fixtures/clipboard/${name}`] ?? '';

const SHEET = [
  ['Skills for all,\nin rural areas', 'BDT', 'Ongoing'],
  ['Measuring "meaningful" connectivity <3', 'BDT', 'Planned'],
];

describe('what comes from the clipboard', () => {
  it('is read of Excel: line breaks within cells, merged cells, no rows that a filter hides', () => {
    const cells = readPasted(fixture('excel.txt'), fixture('excel.html'));
    expect(cells).toEqual([
      [...(SHEET[0] ?? []), '03/04/2026'],
      [...(SHEET[1] ?? []), '05/06/2026'],
      ['Épargne et économie', null, '', '3,5'],
    ]);
  });

  it('is read of its plain text, where there is no other', () => {
    expect(readPasted(fixture('excel.txt'), '')).toEqual([
      ['Skills for all,\nin rural areas', 'BDT', 'Ongoing', '03/04/2026'],
      ['Measuring "meaningful" connectivity <3', '', 'Planned', '05/06/2026'],
      ['Épargne et économie', '', '', '3,5'],
    ]);
  });

  it('is read of LibreOffice, of a sheet and of a text with a list and a table', () => {
    expect(readPasted('', fixture('libreoffice-calc.html'))).toEqual([
      [...(SHEET[0] ?? []), '03.04.2026'],
      [...(SHEET[1] ?? []), '05.06.2026'],
      ['Épargne et économie', null, 'Ongoing', '3.5'],
    ]);
    expect(readPasted('', fixture('libreoffice-writer.html'))).toEqual([
      ['Skills for all', null, null],
      ['Standards for everybody', null, null],
      ['Giga\nwith UNICEF', 'BDT', '16 December 2025'],
      ['EQUALS', 'BDT', 'end of 2026'],
    ]);
  });

  it('is read of Word: lists without their marks, changes as they would be accepted, tables', () => {
    expect(readPasted('1.\tSkills', fixture('word-list.html'))).toEqual([
      ['Skills for all'],
      ['Standards for everybody'],
      ['Measuring'],
    ]);
    expect(readPasted('', fixture('word-table.html'))).toEqual([
      ['Giga\nwith UNICEF', 'BDT', '16 December 2025'],
      ['EQUALS', 'BDT', 'end of 2026'],
    ]);
  });

  it('is read of the plain text of a list in Word: its marks are no column', () => {
    expect(readPasted('1.\tSkills\r\n2.\tStandards\tBDT\r\n', '')).toEqual([
      ['1. Skills', null],
      ['2. Standards', 'BDT'],
    ]);
    expect(readPasted('•\tSkills\r\n•\tStandards', '')).toEqual([['• Skills'], ['• Standards']]);
    // A column of numbers is one, and so are marks with nothing behind them.
    expect(readPasted('1\tSkills\r\n2\tStandards', '')).toEqual([
      ['1', 'Skills'],
      ['2', 'Standards'],
    ]);
    expect(readPasted('1.\r\n2.', '')).toEqual([['1.'], ['2.']]);
  });

  it('comes back as it went out, both ways', () => {
    const cells = [
      ['a "b"\tc', 'two\nlines', ''],
      ['<b>&amp;', '"', '-'],
    ];
    expect(readPasted(toTsv(cells), '')).toEqual(cells);
    expect(readPasted('', toHtml(cells, 'rtl'))).toEqual([['a "b" c', 'two\nlines', ''], cells[1]]);
  });

  it('goes out with formulas that no spreadsheet runs', () => {
    expect(toTsv([['=1+1', '@x', '-2', '- a']])).toBe("'=1+1\t'@x\t'-2\t- a");
    expect(toHtml([['=1+1']], 'ltr')).toContain('mso-number-format');
  });

  it('runs nothing, fetches nothing, and takes names for names', () => {
    const html =
      '<img src="x" onerror="window.hit = 1"><script>window.hit = 1</script><style>a{}</style>' +
      '<p>__proto__</p><p onclick="window.hit = 1">constructor</p><iframe src="javascript:1"></iframe>';
    expect(readPasted('', html)).toEqual([['__proto__'], ['constructor']]);
    expect('hit' in window).toBe(false);
  });

  it('is made whole where it is ragged, and nothing where there is nothing', () => {
    expect(readPasted('a\r\nb\tc\td\r\n\r\n\t\r\n', '')).toEqual([
      ['a', null, null],
      ['b', 'c', 'd'],
    ]);
    expect(readPasted('', '')).toBeUndefined();
    expect(readPasted('\t\r\n', '')).toBeUndefined();
    expect(readPasted('', '<p> </p>')).toBeUndefined();
    expect(readPasted('"open\tquote', '')).toEqual([['"open', 'quote']]);
  });

  it('is bounded: too many cells, spans of any size, a million letters, quotes without end', () => {
    expect(readPasted('a\t'.repeat(PASTED_MAX + 2), '')).toBe('too-many');
    expect(readPasted('', '<table><tr><td rowspan=65000 colspan=9000>a</td></tr></table>')).toEqual([
      ['a', ...Array<null>(999).fill(null)],
    ]);
    const wide = '<tr><td rowspan=65000 colspan=1000>a</td></tr>'.repeat(400);
    expect(readPasted('', `<table>${wide}</table>`)).toBe('too-many');
    expect(readPasted('x'.repeat(1_000_000), '')).toEqual([['x'.repeat(1_000_000)]]);
    expect(readPasted('"'.repeat(200_001), '')).toHaveLength(1);
    const rows = Array.from({ length: 10_000 }, (_, at) => `${at}\tb\tc\td\te\tf\tg\th\ti\tj`).join('\r\n');
    expect(readPasted(rows, '')).toHaveLength(10_000);
  });
});
