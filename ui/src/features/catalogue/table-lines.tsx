/** What a table comes to, provision by provision, and the rows of it that come to nothing. */
import { useId } from 'react';
import type { InstrumentTable } from '@/generated/wire.ts';
import { useWords } from '@/lib/client.ts';

export function TableLines({ read }: { read: InstrumentTable }) {
  const { say } = useWords();
  const id = useId();
  return (
    <>
      {read.lines.length > 0 ? (
        <section className="c-inst-part" aria-labelledby={id}>
          <h3 id={id}>{say('catalogue-lines')}</h3>
          {/* What is scrolled is reached by the keys. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="c-lines" tabIndex={0} role="group" aria-labelledby={id}>
            <table data-testid="table-lines">
              <thead>
                <tr>
                  <th scope="col">{say('catalogue-column-paragraph')}</th>
                  <th scope="col">{say('catalogue-column-action')}</th>
                  <th scope="col">{say('catalogue-column-asked')}</th>
                  <th scope="col">{say('catalogue-lines-notes')}</th>
                </tr>
              </thead>
              <tbody>
                {read.lines.map((line) => (
                  <tr key={line.row}>
                    <th scope="row">
                      <bdi>{line.paragraph}</bdi>
                    </th>
                    <td>
                      {line.heading === '' ? null : <p className="k-quiet">{line.heading}</p>}
                      <bdi>{line.action}</bdi>
                    </td>
                    <td>
                      {line.asked.map((part, at) => (
                        // One name may stand twice in a cell.
                        // oxlint-disable-next-line react/no-array-index-key
                        <p key={at} data-known={part.names.length > 0 || undefined} title={part.words}>
                          <bdi>{part.names.length > 0 ? part.names.join(', ') : part.words}</bdi>
                        </p>
                      ))}
                    </td>
                    <td className="k-quiet">{line.notes.join(' · ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {read.more > 0 ? (
              <p className="k-quiet">{say('catalogue-lines-more', { count: read.more })}</p>
            ) : null}
          </div>
        </section>
      ) : null}
      {read.left.length > 0 ? (
        <section className="c-inst-part" aria-label={say('catalogue-lines-left')} data-testid="table-left">
          <h3>{say('catalogue-lines-left')}</h3>
          <ul className="c-left">
            {read.left.map((left) => (
              <li key={left.row}>
                <span className="k-quiet">{say('catalogue-lines-row', { row: left.row })}</span>{' '}
                <bdi>{left.text}</bdi> <span className="k-quiet">{left.why}</span>
              </li>
            ))}
          </ul>
          {read.left_count > read.left.length ? (
            <p className="k-quiet">
              {say('catalogue-lines-more', { count: read.left_count - read.left.length })}
            </p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
