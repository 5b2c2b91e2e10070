/** What has changed since an earlier state, in sentences, gathered by row. */
import type { ChangeView, MomentView, RowKey } from '@/generated/wire.ts';
import { EmptyState } from '@/kit/index.ts';
import { useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useReading } from '@/lib/reading.ts';
import type { OverviewState } from './state.ts';

/** Rows that are shown, and sentences of each. */
const ROWS = 6;
const SENTENCES = 2;
/** Differences that are asked for, so that there are rows enough. */
const ASKED = 60;

interface ChangedRow extends RowKey {
  title: string;
  what: What;
  /** What is different in a row that both states have. */
  sentences: readonly string[];
  more: number;
}

type What = 'added' | 'changed' | 'removed';

export interface ChangedProps {
  state: OverviewState;
  since: MomentView | undefined;
  onOpen: (key: RowKey) => void;
}

export function Changed({ state, since, onOpen }: ChangedProps) {
  const discreet = useDiscreet();
  const navigation = useNavigation();
  const { say, locale } = useWords();
  const source = useSource();
  const reading = useReading(
    'compare',
    since && { a: since.source, b: source, limit: ASKED, discreet },
    state,
  );
  const { error } = reading;
  // What is shown stays while it is asked for anew; but not before an audience, where it may be private.
  const value = discreet && !reading.isCurrent ? undefined : reading.value;
  const rows = gathered(value?.changes ?? []).slice(0, ROWS);
  const number = new Intl.NumberFormat(locale).format(value?.total ?? 0);
  return (
    <section
      className="o-card"
      aria-labelledby="o-changed"
      aria-busy={since !== undefined && value === undefined && error === undefined}
      data-testid="changed"
    >
      <h2 id="o-changed">
        {since ? say('overview-changed-since', { name: since.name }) : say('overview-changed')}
      </h2>
      {error !== undefined ? (
        <p className="o-quiet">{error instanceof Error ? error.message : say('overview-failed')}</p>
      ) : since === undefined || value?.total === 0 ? (
        <EmptyState title={say(since ? 'overview-changed-empty-title' : 'overview-changed-first-title')}>
          {say(since ? 'overview-changed-empty-text' : 'overview-changed-first-text')}
        </EmptyState>
      ) : (
        <ul className="o-list">
          {rows.map((row) => (
            <li key={`${row.kind} ${row.id}`}>
              <button
                type="button"
                className="o-line"
                // What is gone cannot be shown; History tells what it was.
                onClick={() =>
                  row.what === 'removed'
                    ? navigation.show('history', { compare: since.source })
                    : onOpen({ kind: row.kind, id: row.id })
                }
              >
                <span className="o-title">
                  <bdi>{row.title}</bdi>
                </span>
                {row.what === 'changed' ? (
                  row.sentences.map((sentence) => (
                    <span key={sentence} className="o-sentence">
                      <bdi>{sentence}</bdi>
                    </span>
                  ))
                ) : (
                  <span className="o-sentence">{say(`overview-what-${row.what}`)}</span>
                )}
                {row.more > 0 ? (
                  <span className="o-hint">{say('overview-changed-more', { count: row.more })}</span>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      )}
      {since && value && value.total > 0 ? (
        <button
          type="button"
          className="o-all"
          data-testid="all-changes"
          onClick={() => navigation.show('history', { compare: since.source })}
        >
          {say('overview-changed-all', { count: value.total, number })}
        </button>
      ) : null}
    </section>
  );
}

/** The differences of one row stand together. */
export function gathered(changes: readonly ChangeView[]): readonly ChangedRow[] {
  const rows = new Map<string, ChangeView[]>();
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`;
    rows.set(key, [...(rows.get(key) ?? []), change]);
  }
  return [...rows.values()].flatMap((all) => {
    const [first] = all;
    if (!first) {
      return [];
    }
    const sentences = [...new Set(all.map(({ sentence }) => sentence))];
    return [
      {
        kind: first.kind,
        id: first.id,
        title: first.title === '' ? first.ref : first.title,
        what: first.what === 'added' || first.what === 'removed' ? first.what : 'changed',
        sentences: sentences.slice(0, SENTENCES),
        more: Math.max(0, sentences.length - SENTENCES),
      },
    ];
  });
}
