/** Cells to the clipboard, as Excel, LibreOffice and Word read them. */

/** What a spreadsheet would take for a formula. */
function isFormula(text: string): boolean {
  return /^[=+@]|^-\S/.test(text);
}

/** One field of tab-separated text: quoted, as Excel does, where it holds a tab, a line break or a quote. */
function field(text: string): string {
  const inert = isFormula(text) ? `'${text}` : text;
  return /["\t\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

export function toTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(field).join('\t')).join('\r\n');
}

function escape(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // Excel would begin another row at a plain line break.
      .replaceAll('\n', '<br style="mso-data-placement:same-cell">')
  );
}

/** What stands in such a cell is a text, whatever it looks like: said as Excel reads it, and as LibreOffice does. */
const AS_TEXT = ` style="mso-number-format:'\\@'" sdnum="1033;0;@"`;

export function toHtml(cells: readonly (readonly string[])[], direction: 'ltr' | 'rtl'): string {
  const cell = (text: string): string => `<td${isFormula(text) ? AS_TEXT : ''}>${escape(text)}</td>`;
  const rows = cells.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<table dir="${direction}"><tbody>${rows.join('')}</tbody></table>`;
}
