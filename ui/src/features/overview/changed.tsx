/** What has changed since an earlier state, in sentences, gathered by row. */
import type { ChangeView, KindInfo, MomentView, RowKey } from '@/generated/wire.ts';
import { EmptyState } from '@/kit/index.ts';
import { useClient, useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useStore } from '@/lib/store.ts';
import { useReading } from './reading.ts';
import type { OverviewState } from './state.ts';

/** Rows that are shown, and sentences of each. */
const ROWS = 6;
const SENTENCES = 2;
/** Differences that are asked for, so that there are rows enough. */
const ASKED = 60;

interface ChangedRow extends RowKey {
  /** Empty, where the sentences begin with it. */
  title: string;
  gone: boolean;
  sentences: readonly string[];
  more: number;
}

export interface ChangedProps {
  state: OverviewState;
  since: MomentView | undefined;
  onOpen: (key: RowKey) => void;
}

export function Changed({ state, since, onOpen }: ChangedProps) {
  const client = useClient();
  const discreet = useDiscreet();
  const navigation = useNavigation();
  const kinds = useStore(client.kinds);
  const { say, locale } = useWords();
  const source = useSource();
  const { value, error } = useReading(
    state,
    'compare',
    since && { a: since.source, b: source, limit: ASKED },
  );
  const seen = (value?.changes ?? []).filter((change) => !discreet || !isPrivate(kinds, change));
  const rows = gathered(seen).slice(0, ROWS);
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
                  row.gone
                    ? navigation.show('history', { compare: since.source })
                    : onOpen({ kind: row.kind, id: row.id })
                }
              >
                {row.title === '' ? null : (
                  <span className="o-title">
                    <bdi>{row.title}</bdi>
                  </span>
                )}
                {row.sentences.map((sentence) => (
                  <span key={sentence} className="o-sentence">
                    {sentence}
                  </span>
                ))}
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
          {/* A number that counts what is hidden would tell of it. */}
          {discreet
            ? say('overview-changed-all-hidden')
            : say('overview-changed-all', { count: value.total, number })}
        </button>
      ) : null}
    </section>
  );
}

function isPrivate(kinds: ReadonlyMap<string, KindInfo>, { kind, field }: ChangeView): boolean {
  const info = kinds.get(kind);
  return info?.private === true || info?.fields.some((one) => one.name === field && one.private) === true;
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
        title: first.sentence.includes(first.title) ? '' : first.title,
        gone: first.what === 'removed',
        sentences: sentences.slice(0, SENTENCES),
        more: Math.max(0, sentences.length - SENTENCES),
      },
    ];
  });
}
