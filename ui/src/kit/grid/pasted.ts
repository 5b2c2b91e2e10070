/**
 * What comes from the clipboard, as cells: of Excel, LibreOffice and Word, of a page, or plain text. HTML is read in a document
 * that is never shown: nothing in it runs, and nothing is fetched for it.
 */

/** Row by row; null: nothing is said of that cell (a row that is shorter, the rest of a cell that is merged sideways). */
export type PastedCells = readonly (readonly (string | null)[])[];

/** More cells than this are not taken at once. */
export const PASTED_MAX = 200_000;

/** So long a source is read as plain text where that says the same: it is ten times as fast. */
const HTML_MAX = 4_000_000;

/** The cells of a paste; `too-many`, or undefined where there is nothing in it. */
export function readPasted(text: string, html: string): PastedCells | 'too-many' | undefined {
  const isPlain = html === '' || (html.length > HTML_MAX && text !== '' && !/(?:row|col)span/i.test(html));
  const read = isPlain ? fromText(text) : fromHtml(html);
  const cells = read === undefined ? fromText(text) : read;
  return cells === 'too-many' || cells === undefined ? cells : withoutEmptyEnds(cells);
}

/** The text of a paste that is one cell, or undefined if it is several. */
export function singleCell(text: string, html: string): string | undefined {
  const cells = readPasted(text, html);
  if (cells === undefined) {
    return '';
  }
  if (cells === 'too-many' || cells.length !== 1 || cells[0]?.length !== 1) {
    return undefined;
  }
  return cells[0][0] ?? '';
}

// Plain text

/** Tab-separated text, as spreadsheets write it: a field is quoted where it holds a tab or a line break. */
function fromText(text: string): (string | null)[][] | 'too-many' | undefined {
  if (text === '') {
    return undefined;
  }
  const rows: string[][] = [];
  let row: string[] = [];
  let count = 0;
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedField(text, at) : undefined;
    const end = quoted?.end ?? fieldEnd(text, at);
    row.push(quoted?.value ?? text.slice(at, end));
    count += 1;
    if (count > PASTED_MAX) {
      return 'too-many';
    }
    const behind = text[end];
    if (behind !== '\t') {
      rows.push(row);
      row = [];
    }
    if (behind === undefined) {
      break;
    }
    at = end + (behind === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (at === text.length && behind !== '\t') {
      // The last line ends with a line break, as each does.
      break;
    }
  }
  return rows.length > 1 && rows.every(([mark, words]) => words !== undefined && LIST_MARK.test(mark ?? ''))
    ? rows.map(([mark, words, ...others]) => [`${mark} ${words}`, ...others])
    : rows;
}

/**
 * The mark of a list and nothing else. In plain text Word sets it apart with a tab, which makes no column of it: where it belongs to
 * a list that counts on, it is left out with those of other programs.
 */
const LIST_MARK = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]|[•·▪‣◦●○■□–—-])$/i;

function fieldEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\t' || sign === '\n' || sign === '\r') {
      return at;
    }
  }
  return text.length;
}

/** A quoted field, and where it ends; undefined where the quotes belong to the text. */
function quotedField(text: string, from: number): { value: string; end: number } | undefined {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      return undefined;
    }
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const behind = text[quote + 1];
    const inner = text.slice(from + 1, quote);
    const ends = behind === undefined || behind === '\t' || behind === '\n' || behind === '\r';
    // Nobody quotes what needs no quotes: a text that is "so" is one with quotes.
    return ends && /[\t\n\r]|""/.test(inner)
      ? { value: inner.replaceAll('""', '"').replaceAll('\r\n', '\n').replaceAll('\r', '\n'), end: quote + 1 }
      : undefined;
  }
}

// HTML

const BLOCKS: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE UL'.split(
    ' ',
  ),
);
/** What is no text of a cell: what draws or runs, what was struck out while changes were tracked. */
const SILENT: ReadonlySet<string> = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE META LINK OBJECT IFRAME SVG DEL XML'.split(' '),
);

function isSilent(element: Element): boolean {
  const style = element.getAttribute(STYLE) ?? '';
  // Word draws the number of a list as a text of its own, marked so.
  return (
    SILENT.has(element.tagName.toUpperCase()) ||
    (style !== '' && /mso-list:\s*ignore|display:\s*none|mso-hide:\s*all/i.test(style))
  );
}

function isBlock(node: Node): node is Element {
  return node instanceof Element && BLOCKS.has(node.tagName.toUpperCase());
}

function fromHtml(html: string): (string | null)[][] | 'too-many' | undefined {
  const { body } = new DOMParser().parseFromString(inert(html), 'text/html');
  const rows: (string | null)[][] = [];
  let line = '';
  let count = 0;
  const flush = (): void => {
    const text = clean(line);
    line = '';
    if (text !== '') {
      rows.push([text]);
      count += 1;
    }
  };
  /** False: there are too many. */
  const walk = (parent: Element): boolean => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) {
        line += collapsed(node.textContent ?? '');
      } else if (node instanceof Element && !isSilent(node)) {
        const tag = node.tagName.toUpperCase();
        if (tag === 'BR') {
          flush();
        } else if (tag === 'TABLE' && node instanceof HTMLTableElement) {
          flush();
          const table = fromTable(node, PASTED_MAX - count);
          if (table === 'too-many') {
            return false;
          }
          rows.push(...table);
          count += table.reduce((sum, row) => sum + row.length, 0);
        } else if (isBlock(node)) {
          flush();
          if (!walk(node)) {
            return false;
          }
          flush();
        } else if (!walk(node)) {
          return false;
        }
      }
    }
    return count <= PASTED_MAX;
  };
  if (!walk(body)) {
    return 'too-many';
  }
  flush();
  return rows.length > 0 ? rows : undefined;
}

/** Where the style of an element is kept: as a style of its own the policy of the page would refuse it. */
const STYLE = 'data-style';

/**
 * Nothing runs in that document, and nothing is drawn; but a browser complains of each handler and each style that it may not take.
 * One pass, whatever is in it.
 */
function inert(html: string): string {
  return withoutSheets(html).replace(/<[^<>]*>/g, (tag) =>
    tag.replace(/([\s"'/])on[a-z]+\s*=/gi, '$1data-off=').replace(/([\s"'/])style\s*=/gi, `$1${STYLE}=`),
  );
}

function withoutSheets(html: string): string {
  const begins = /<style\b/gi;
  const ends = /<\/style[^<>]*>/gi;
  let out = '';
  let from = 0;
  for (let sheet = begins.exec(html); sheet; sheet = begins.exec(html)) {
    out += html.slice(from, sheet.index);
    ends.lastIndex = sheet.index;
    if (!ends.exec(html)) {
      return out;
    }
    from = ends.lastIndex;
    begins.lastIndex = from;
  }
  return out + html.slice(from);
}

/**
 * The cells of a table. What is merged downwards holds for all its rows; what is merged sideways stands in the first column, and of
 * the others nothing is said.
 */
function fromTable(table: HTMLTableElement, most: number): (string | null)[][] | 'too-many' {
  const shown = [...table.rows].filter((row) => !isSilent(row));
  const rows: (string | null)[][] = shown.map(() => []);
  let count = 0;
  for (const [at, row] of shown.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[at]?.[column] !== undefined) {
        column += 1;
      }
      const text = isSilent(cell) ? '' : clean(textIn(cell));
      const across = Math.min(Math.max(cell.colSpan, 1), 1000);
      const down = Math.min(Math.max(cell.rowSpan, 1), shown.length - at);
      count += across * down;
      if (count > most) {
        return 'too-many';
      }
      for (let below = 0; below < down; below += 1) {
        for (let beside = 0; beside < across; beside += 1) {
          const target = rows[at + below];
          if (target) {
            target[column + beside] = beside === 0 ? text : null;
          }
        }
      }
      column += across;
    }
  }
  // What was left out by a span that overlaps another has no text of its own.
  return rows.map((row) => Array.from(row, (text) => text ?? null));
}

/** The text in an element: line breaks where it shows them. */
function textIn(parent: Element): string {
  let text = '';
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) {
      text += collapsed(node.textContent ?? '');
    } else if (node instanceof Element && !isSilent(node)) {
      if (node.tagName.toUpperCase() === 'BR') {
        text += '\n';
      } else if (isBlock(node)) {
        text += `\n${textIn(node)}\n`;
      } else {
        text += textIn(node);
      }
    }
  }
  return text;
}

/** Line breaks and runs of spaces of the source say nothing. */
function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ');
}

function clean(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function withoutEmptyEnds(cells: readonly (readonly (string | null)[])[]): PastedCells | undefined {
  const isEmpty = (row: readonly (string | null)[]): boolean =>
    row.every((text) => (text ?? '').trim() === '');
  const last = cells.findLastIndex((row) => !isEmpty(row));
  if (last < 0) {
    return undefined;
  }
  const rows = cells.slice(0, last + 1);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) =>
    row.length < width ? [...row, ...Array<null>(width - row.length).fill(null)] : row,
  );
}
