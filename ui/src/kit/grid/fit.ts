/** How wide a column is to be so that nothing in it is cut: what is drawn is measured as it is drawn, the rest by its longest texts. */
import type { GridColumn, GridSource } from './types.ts';

/** The narrowest that a column gets. */
export const LEAST = 48;
/** What needs more stands on two lines, or is cut: a table is read across. */
const MOST = 480;
/** Rows that are looked through for their longest texts. */
const LOOKED_AT = 2_000;
/** So many of them are measured. */
const MEASURED = 12;
/** Padding of a cell on both sides, and the hairline that keeps the last letter from being cut. */
const EDGES = 21;
/** What a header has beside its own padding. */
const HEAD_EDGE = 2;

/**
 * Width at normal text size that fits the header, the cells that are drawn, the longest texts of the rows that are there, and
 * `texts` of those that are not.
 */
export function fittingWidth<Row>(
  scroller: HTMLElement,
  column: GridColumn<Row>,
  rows: GridSource<Row>,
  texts: readonly string[],
  zoom: number,
): number {
  const all = [...scroller.querySelectorAll<HTMLElement>('.k-grid-head-button')];
  const head = all.find((button) => button.dataset['head'] === column.key);
  const drawn = [
    ...scroller.querySelectorAll<HTMLElement>('.k-grid-row > .k-grid-cell > :is(.k-grid-text, .k-grid-flag)'),
  ].filter((content) => content.parentElement?.dataset['column'] === column.key);
  const probe = document.createElement('div');
  probe.className = 'k-grid-probe';
  const line = (text: string): HTMLElement => {
    const words = document.createElement('span');
    words.className = 'k-grid-text';
    words.textContent = text;
    return words;
  };
  const copyOf = (shown: HTMLElement): HTMLElement[] => {
    const copy = shown.cloneNode(true);
    return copy instanceof HTMLElement ? [copy] : [];
  };
  const heads = head ? copyOf(head) : [];
  const cells = drawn.flatMap(copyOf);
  const plain = [...longestTexts(column, rows), ...texts].map(line);
  probe.append(...heads, ...cells, ...plain);
  scroller.append(probe);
  // What is drawn beside the words of some cells stands beside the words of all.
  const beside = cells.reduce((most, cell) => {
    const words = line(shownText(cell));
    probe.append(words);
    return Math.max(most, cell.offsetWidth - words.offsetWidth);
  }, 0);
  const widths = [
    ...cells.map((cell) => cell.offsetWidth),
    ...plain.map((words) => words.offsetWidth + beside),
  ];
  const titled = Math.max(...heads.map((one) => one.offsetWidth), 0) / zoom + HEAD_EDGE;
  probe.remove();
  const wanted = Math.max(...widths, 0) / zoom + EDGES;
  return Math.max(LEAST, Math.ceil(titled), Math.min(MOST, Math.ceil(wanted)));
}

function longestTexts<Row>(column: GridColumn<Row>, rows: GridSource<Row>): readonly string[] {
  const found = new Set<string>();
  for (let index = 0; index < Math.min(rows.count, LOOKED_AT); index += 1) {
    const row = rows.get(index);
    if (row !== undefined) {
      found.add(column.text(row));
    }
  }
  return [...found].toSorted((a, b) => b.length - a.length).slice(0, MEASURED);
}

/** The words that are seen of a cell, without those for ears alone. */
function shownText(cell: HTMLElement): string {
  const seen = cell.cloneNode(true);
  if (seen instanceof HTMLElement) {
    for (const hidden of seen.querySelectorAll('.k-hidden')) {
      hidden.remove();
    }
  }
  return seen.textContent ?? '';
}
