/** What became other since a document was made as a file last, and what is old: each with its row, to look at. */
import { useMemo } from 'react';
import type { PaperView, RowKey } from '@/generated/wire.ts';
import { NOW, useDiscreet, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { changesOf, drawnOn } from './changed.ts';

/** More than these nobody reads here; the history has all. */
const MOST = 40;
const COMPARED = 3_000;
/** Of these the title says the fact. */
const TOLD: ReadonlySet<string> = new Set(['assignment', 'update']);

export interface ChangedFactsProps {
  paper: PaperView;
  onOpen: (key: RowKey) => void;
}

export function ChangedFacts({ paper, onOpen }: ChangedFactsProps) {
  const { say } = useWords();
  const discreet = useDiscreet();
  const since = paper.changed?.since;
  const asked = since && {
    a: { at: 'moment' as const, moment: String(since.op) },
    b: NOW,
    limit: COMPARED,
    discreet,
  };
  const { value } = useReading('compare', asked);
  const drawn = useMemo(() => drawnOn(paper), [paper]);
  const changes = useMemo(() => changesOf(value?.changes ?? [], drawn), [value, drawn]);
  return (
    <div className="dc-changes" data-testid="changed-facts">
      {since ? (
        <section>
          <h3>{say('documents-changed-since', { when: since.at_text, file: since.file })}</h3>
          {value && changes.length === 0 ? (
            <p className="k-quiet">{say('documents-changed-none')}</p>
          ) : (
            <ul>
              {changes.slice(0, MOST).map(({ kind, id, field, sentence }) => (
                <li key={`${kind} ${id} ${field ?? ''}`}>
                  <button type="button" className="k-link" onClick={() => onOpen({ kind, id })}>
                    {sentence}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <More count={changes.length - MOST} />
        </section>
      ) : null}
      {paper.aged.length === 0 ? null : (
        <section>
          <h3>{say('documents-old')}</h3>
          <ul>
            {paper.aged.slice(0, MOST).map(({ kind, id, title, note }, index) => (
              // One row may have several facts that are old.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${kind} ${id} ${index}`}>
                <button type="button" className="k-link" onClick={() => onOpen({ kind, id })}>
                  {note === '' || TOLD.has(kind) ? (
                    <bdi>{title}</bdi>
                  ) : (
                    say('documents-old-of', { row: title, fact: note })
                  )}
                </button>
              </li>
            ))}
          </ul>
          <More count={paper.old - MOST} />
        </section>
      )}
    </div>
  );
}

function More({ count }: { count: number }) {
  const { say } = useWords();
  return count > 0 ? <p className="k-quiet">{say('documents-more', { count })}</p> : null;
}
