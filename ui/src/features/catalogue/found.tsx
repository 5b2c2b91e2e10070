/** What a search finds in all lists of the catalogue, list by list. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RowKey, RowView } from '@/generated/wire.ts';
import { Badge, Button, EmptyState, showSigns, useAnnounce } from '@/kit/index.ts';
import { useClient, useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { textOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { EVERYTHING } from '@/lib/views.ts';

/** Rows of one list that are shown at once. */
const FEW = 6;
/** What says more about a row than its name, where a kind has it. */
const HINTS = ['kind', 'date', 'adopted', 'instrument', 'heading', 'aliases', 'place'];

interface Part {
  kind: string;
  count: number;
  rows: readonly RowView[];
}

/** How many rows of each list were found. */
export type Counts = ReadonlyMap<string, number>;

export interface FoundProps {
  text: string;
  kinds: readonly string[];
  /** The result that gets the keys, once: where one comes back from it. */
  first: { current: string | undefined };
  onCounts: (counts: Counts) => void;
  onGoTo: (key: RowKey) => void;
  /** Shows all that fit of one kind, in its table. */
  onShowAll: (kind: string) => void;
  /** Escape, or up from the first: back to what is searched for. */
  onLeave: () => void;
}

export function Found({ text, kinds, first, onCounts, onGoTo, onShowAll, onLeave }: FoundProps) {
  const client = useClient();
  const notices = useNotices();
  const announce = useAnnounce();
  const source = useSource();
  const known = useStore(client.kinds);
  const { say, locale } = useWords();
  const discreet = useDiscreet();
  const [found, setFound] = useState<{ parts: readonly Part[]; discreet: boolean }>();
  // Before an audience what was found without one is not shown, until it has been looked for again.
  const parts = discreet && !found?.discreet ? undefined : found?.parts;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const wanted = parts && first.current;
    if (wanted !== undefined) {
      first.current = undefined;
      box.current?.querySelector<HTMLElement>(`[data-found="${CSS.escape(wanted)}"]`)?.focus();
    }
  }, [parts, first]);
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const all = await Promise.all(
        kinds.map(async (kind): Promise<Part> => {
          const fields = HINTS.filter((name) => known.get(kind)?.fields.some((one) => one.name === name));
          const { count, rows } = await client.call('view_get', {
            kind,
            source,
            query: { ...EVERYTHING, text, ...(discreet ? { discreet } : {}) },
            from: 0,
            to: FEW,
            // Without any all fields would come.
            fields: fields.length > 0 ? fields : ['id'],
          });
          return { kind, count, rows };
        }),
      );
      if (!left) {
        setFound({ parts: all.filter(({ count }) => count > 0), discreet });
        onCounts(new Map(all.map(({ kind, count }) => [kind, count])));
        const total = all.reduce((sum, { count }) => sum + count, 0);
        announce(say('catalogue-found', { count: total }));
      }
    };
    look().catch(notices.report);
    return () => {
      left = true;
    };
  }, [announce, client, discreet, kinds, known, notices, onCounts, say, source, text]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const here = all.findIndex((one) => one === document.activeElement);
    if (event.key === 'Escape' || (step === -1 && here === 0)) {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    } else if (step !== undefined && all[here + step]) {
      event.preventDefault();
      all[here + step]?.focus();
    }
  };
  if (parts?.length === 0) {
    return (
      <EmptyState icon="search" title={say('catalogue-none-title')}>
        {say('catalogue-none-text')}
      </EmptyState>
    );
  }
  return (
    // The buttons in it have the focus; the arrows go from one to the next.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={box}
      className="c-found"
      aria-label={say('catalogue-results')}
      data-testid="catalogue-found"
      onKeyDown={onKeyDown}
    >
      {parts ? (
        <p className="c-total" data-testid="catalogue-total">
          {say('catalogue-found', { count: parts.reduce((sum, { count }) => sum + count, 0) })}
        </p>
      ) : null}
      {parts?.map(({ kind, count, rows }) => (
        <section key={kind} aria-labelledby={`c-found-${kind}`}>
          <h2 id={`c-found-${kind}`}>
            <span>{known.get(kind)?.plural}</span>
            <span className="c-count">{new Intl.NumberFormat(locale).format(count)}</span>
          </h2>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className="c-found-row"
                  data-found={row.id}
                  onClick={() => onGoTo({ kind: row.kind, id: row.id })}
                >
                  {row.short === '' || row.short === row.title ? null : (
                    <Badge look="line">{row.short}</Badge>
                  )}
                  <span className="c-found-words">
                    <bdi>{showSigns(row.title)}</bdi>
                    <span className="c-found-hint">
                      {HINTS.map((name) => textOf(row, name))
                        .filter((words) => words !== '')
                        .join(' · ')}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {count > rows.length ? (
            <Button look="quiet" onPress={() => onShowAll(kind)}>
              {say('catalogue-show-all', { count, kind: known.get(kind)?.plural ?? '' })}
            </Button>
          ) : null}
        </section>
      ))}
    </section>
  );
}
