/** The page that is printed: built in pieces, cut into tables that repeat their head, and stopped without a trace. */
import { describe, expect, it } from 'vitest';
import { makePage, PAGE_ID, removePage } from '@/app/print-page.ts';
import type { PrintJob, PrintPiece } from '@/lib/print.ts';

const COLUMNS = [
  { label: 'Ref.', share: 1 },
  { label: 'Title', share: 3 },
];

function job(rows: number, onPiece: () => void = () => undefined): PrintJob {
  return {
    title: 'Commitments',
    facts: ['with the words “schools”'],
    landscape: true,
    total: rows,
    async *pieces() {
      yield [{ sort: 'table', columns: COLUMNS }];
      for (let from = 0; from < rows; from += 100) {
        onPiece();
        yield Array.from(
          { length: Math.min(100, rows - from) },
          (_, at): PrintPiece => ({ sort: 'row', cells: [`R-${from + at}`, [{ text: '<b>no markup</b>' }]] }),
        );
      }
    },
  };
}

const HEAD = { plan: 'The plan', facts: ['Printed today'] };

describe('the page', () => {
  it('holds every row, each table with its head and the name of the plan', async () => {
    const told: number[] = [];
    const made = await makePage(job(1_050), HEAD, 'a4', new AbortController().signal, (rows) =>
      told.push(rows),
    );
    expect(made).toBe(true);
    const page = document.getElementById(PAGE_ID);
    expect(page?.dataset['page']).toBe('a4-wide');
    expect(page?.querySelectorAll('tbody tr')).toHaveLength(1_050);
    const tables = [...(page?.querySelectorAll('table') ?? [])];
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      expect(table.querySelector('thead')?.textContent).toContain('The plan · Commitments');
      expect(table.querySelector('thead')?.textContent).toContain('Title');
    }
    expect(page?.querySelector('b')).toBeNull();
    expect(told.at(-1)).toBe(1_050);
    removePage();
    expect(document.getElementById(PAGE_ID)).toBeNull();
  });
  it('is not there when it was stopped', async () => {
    const stop = new AbortController();
    let pieces = 0;
    const made = await makePage(
      job(5_000, () => {
        pieces += 1;
        if (pieces === 3) {
          stop.abort();
        }
      }),
      HEAD,
      'a3',
      stop.signal,
      () => undefined,
    );
    expect(made).toBe(false);
    expect(pieces).toBeLessThan(5);
    expect(document.getElementById(PAGE_ID)).toBeNull();
  });
  it('is not there when its rows could not be read', async () => {
    const broken: PrintJob = {
      title: 'Broken',
      facts: [],
      async *pieces() {
        yield [];
        throw new Error('gone');
      },
    };
    await expect(makePage(broken, HEAD, 'a4', new AbortController().signal, () => undefined)).rejects.toThrow(
      'gone',
    );
    expect(document.getElementById(PAGE_ID)).toBeNull();
  });
});
