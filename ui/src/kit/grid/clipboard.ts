/** Cells to and from the clipboard, as Excel and Word write and read them. */

/** One field of tab-separated text: quoted, as Excel does, where it holds a tab, a line break or a quote. */
function field(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(field).join('\t')).join('\r\n');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}

export function toHtml(cells: readonly (readonly string[])[], direction: 'ltr' | 'rtl'): string {
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`);
  return `<table dir="${direction}"><tbody>${rows.join('')}</tbody></table>`;
}

/** The text of a paste that is one cell, or undefined if it is several. Excel ends a single cell with a line break. */
export function singleCell(text: string, html: string): string | undefined {
  const bare = text.replace(/\r?\n$/, '');
  const quoted = /^"((?:[^"]|"")*)"$/.exec(bare);
  if (quoted && /[\t\r\n]/.test(bare)) {
    return (quoted[1] ?? '').replaceAll('""', '"').replaceAll('\r\n', '\n');
  }
  if (/[\t\r\n]/.test(bare)) {
    return undefined;
  }
  const cells = html.match(/<t[dh][\s>]/gi)?.length ?? 0;
  return cells > 1 ? undefined : bare;
}
