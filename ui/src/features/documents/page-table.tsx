/** A table of a page. */
import type { PaperCell, PaperTable } from '@/generated/wire.ts';
import { Runs } from './page-runs.tsx';

export function PageTable({ table }: { table: PaperTable }) {
  const { caption, summary, columns, rows, more } = table;
  const whole = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  return (
    <>
      <table className="dc-table" aria-label={caption.length === 0 ? summary : undefined}>
        {caption.length === 0 ? null : (
          <caption>
            <Runs runs={caption} />
          </caption>
        )}
        <colgroup>
          {columns.map(({ label, share }) => (
            <col key={label} style={{ inlineSize: `${(100 * share) / whole}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // A row may stand under two headings.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={`${row.tag} ${index}`} data-heading={row.heading || undefined}>
              {row.heading ? (
                <th colSpan={columns.length} scope="colgroup">
                  {row.cells.map((cell) => (
                    <Cell key={cell.tag} cell={cell} />
                  ))}
                </th>
              ) : (
                row.cells.map((cell, at) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={at}>
                    <Cell cell={cell} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {more === '' ? null : <p className="dc-more">{more}</p>}
    </>
  );
}

function Cell({ cell }: { cell: PaperCell }) {
  return cell.paragraphs.map((paragraph, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index} className="dc-cell" data-dash={paragraph.dash || undefined}>
      <Runs runs={paragraph.runs} />
    </span>
  ));
}
