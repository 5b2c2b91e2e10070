/** The page that is printed: made beside the window, in pieces, and taken away when it is printed. */
import type { PrintCell, PrintColumn, PrintJob, PrintPiece, PrintText } from '@/lib/print.ts';

export type Paper = 'a4' | 'a3';

export interface PageHead {
  plan: string;
  /** When it was printed, and from what. */
  facts: readonly string[];
}

/** So many rows are put on the page before the window gets its turn, in milliseconds of work. */
const TURN = 12;
/** A table of more rows is slow to be laid out: it is cut, and goes on under the same head. */
const LONGEST = 500;

export const PAGE_ID = 'print-page';

/** Makes the page; `onRows` is told how many rows are on it. Ends early, and leaves nothing behind, when it is stopped. */
export async function makePage(
  job: PrintJob,
  head: PageHead,
  paper: Paper,
  stop: AbortSignal,
  onRows: (rows: number) => void,
): Promise<boolean> {
  removePage();
  const page = element('article', 'p-page');
  page.id = PAGE_ID;
  page.dataset['page'] = `${paper}${job.landscape === true ? '-wide' : ''}`;
  // Read by nobody but the printer.
  page.setAttribute('aria-hidden', 'true');
  const title = element('header', 'p-head');
  title.append(named('p', head.plan, 'p-plan'), named('h1', job.title, 'p-title'));
  for (const fact of [...job.facts, ...head.facts]) {
    title.append(named('p', fact, 'p-fact'));
  }
  page.append(title);
  document.body.append(page);
  const writer = new Writer(page, `${head.plan} · ${job.title}`);
  let rows = 0;
  let since = performance.now();
  try {
    for await (const pieces of job.pieces()) {
      for (const piece of pieces) {
        writer.add(piece);
        rows += piece.sort === 'row' ? 1 : 0;
        if (performance.now() - since > TURN) {
          onRows(rows);
          await turn();
          since = performance.now();
        }
        if (stop.aborted) {
          removePage();
          return false;
        }
      }
      onRows(rows);
    }
  } catch (error) {
    removePage();
    throw error;
  }
  if (stop.aborted) {
    removePage();
    return false;
  }
  return true;
}

export function removePage(): void {
  document.getElementById(PAGE_ID)?.remove();
}

/** The window has its turn. */
function turn(): Promise<void> {
  return new Promise((go) => {
    setTimeout(go, 0);
  });
}

class Writer {
  #columns: readonly PrintColumn[] = [];
  #numbers = false;
  #body: HTMLElement | undefined;
  #rows = 0;

  constructor(
    private readonly page: HTMLElement,
    /** Stands above the head of every table, and so on every page. */
    private readonly running: string,
  ) {}

  add(piece: PrintPiece): void {
    switch (piece.sort) {
      case 'heading':
        this.#body = undefined;
        this.page.append(named('h2', piece.text, 'p-heading'));
        break;
      case 'text': {
        this.#body = undefined;
        this.page.append(named('p', piece.text, piece.quiet === true ? 'p-text p-quiet' : 'p-text'));
        break;
      }
      case 'table':
        this.#columns = piece.columns;
        this.#numbers = piece.numbers === true;
        this.#begin();
        break;
      case 'group': {
        const cell = element('th', 'p-group');
        cell.setAttribute('colspan', String(this.#columns.length));
        cell.setAttribute('scope', 'rowgroup');
        indent(cell, piece.depth);
        cell.append(...badge(piece.badge), named('bdi', piece.text));
        if (piece.note !== undefined && piece.note !== '') {
          cell.append(' ', named('span', piece.note, 'p-quiet'));
        }
        this.#row(cell);
        break;
      }
      case 'row':
        this.#row(...piece.cells.map((cell, at) => cellOf(cell, at === 0 ? piece.depth : undefined)));
        break;
    }
  }

  #row(...cells: readonly HTMLElement[]): void {
    if (!this.#body || this.#rows >= LONGEST) {
      this.#begin();
    }
    const row = element('tr', '');
    row.append(...cells);
    this.#body?.append(row);
    this.#rows += 1;
  }

  #begin(): void {
    const table = element('table', 'p-table');
    table.toggleAttribute('data-numbers', this.#numbers);
    const shares = element('colgroup', '');
    const all = this.#columns.reduce((sum, { share }) => sum + share, 0) || 1;
    for (const { share } of this.#columns) {
      const column = element('col', '');
      column.style.inlineSize = `${(share / all) * 100}%`;
      shares.append(column);
    }
    const head = element('thead', '');
    const running = element('tr', 'p-running');
    const words = named('th', this.running);
    words.setAttribute('colspan', String(this.#columns.length));
    running.append(words);
    const labels = element('tr', '');
    for (const { label } of this.#columns) {
      const cell = named('th', label);
      cell.setAttribute('scope', 'col');
      labels.append(cell);
    }
    head.append(running, labels);
    this.#body = element('tbody', '');
    table.append(shares, head, this.#body);
    this.page.append(table);
    this.#rows = 0;
  }
}

function cellOf(cell: PrintCell, depth: number | undefined): HTMLElement {
  const made = element('td', '');
  indent(made, depth);
  const texts: readonly PrintText[] = typeof cell === 'string' ? [{ text: cell }] : cell;
  let into = made;
  texts.forEach((one, at) => {
    if (one.line === true) {
      into = element('div', 'p-line');
      made.append(into);
    } else if (at > 0) {
      into.append(' ');
    }
    const look = [
      one.quiet === true ? 'p-quiet' : '',
      one.firm === true ? 'p-firm' : '',
      one.struck === true ? 'p-struck' : '',
    ]
      .join(' ')
      .trim();
    into.append(...badge(one.badge), named('bdi', one.text, look));
  });
  return made;
}

function indent(cell: HTMLElement, depth: number | undefined): void {
  if (depth !== undefined && depth > 0) {
    cell.style.paddingInlineStart = `${Math.min(depth, 8) * 4}mm`;
  }
}

function badge(sign: string | undefined): readonly (Node | string)[] {
  return sign === undefined || sign === '' ? [] : [named('span', sign, 'p-badge'), ' '];
}

function element(name: string, look: string): HTMLElement {
  const made = document.createElement(name);
  if (look !== '') {
    made.className = look;
  }
  return made;
}

/** Names keep their own direction; what they stand in keeps that of the page. */
function named(name: string, text: string, look = ''): HTMLElement {
  const made = element(name, look);
  const words = name === 'bdi' ? made : element('bdi', '');
  words.textContent = text;
  if (words !== made) {
    made.append(words);
  }
  return made;
}
