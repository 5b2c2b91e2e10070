/** What the grid puts on the clipboard, read by the program of others that is here: LibreOffice, with the filters of its clipboard. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { toHtml, toTsv } from '../../src/kit/grid/clipboard.ts';
import { readPasted } from '../../src/kit/grid/pasted.ts';

const OFFICE = process.env['GDC_SOFFICE'] ?? 'soffice';
const isThere = spawnSync(OFFICE, ['--version']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'gdc-clipboard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Calc has in its cells after it read a file, as text by tabs. */
function readByCalc(name: string, content: string, filter: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  const home = pathToFileURL(join(folder, 'home')).href;
  const as = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false';
  execFileSync(
    OFFICE,
    [
      `-env:UserInstallation=${home}`,
      '--headless',
      `--infilter=${filter}`,
      '--convert-to',
      as,
      '--outdir',
      folder,
      path,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return readFileSync(path.replace(/\.\w+$/, '.csv'), 'utf8');
}

const CELLS = [
  ['Skills for all,\nin rural areas', 'BDT', 'Ongoing'],
  ['Measuring "meaningful" connectivity <3 & more', '', 'Planned'],
  ['Épargne — اقتصاد — 经济', 'ITU-D', 'in the fourth quarter of 2025'],
  ['=1+1', '@sum', '+41 22 730 5111'],
];

// Where it is not installed the tests are counted as skipped.
describe.runIf(isThere)('a copy, read by LibreOffice', () => {
  it('as a table: lines within cells, quotes, other scripts, and no formula that is run', () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      const read = readByCalc(`${direction}.html`, toHtml(CELLS, direction), 'HTML (StarCalc)');
      expect(readPasted(read, '')).toEqual(CELLS);
    }
  }, 180_000);

  it('as plain text: the same, and what would be a formula is a text', () => {
    const read = readByCalc(
      'cells.txt',
      toTsv(CELLS),
      'Text - txt - csv (StarCalc):9,34,76,1,,0,false,false',
    );
    const text = (cell: string): string => cell.replace(/^(?=[=+@])/, "'");
    expect(readPasted(read, '')).toEqual(CELLS.map((row) => row.map(text)));
  }, 180_000);
});
