/** Search over everything: words in any of six languages, the best first, each with where it was found. */
import { useEffect, useRef, useState } from 'react';
import type { FoundRow, RowKey, SearchFound } from '@/generated/wire.ts';
import { Badge, Button, EmptyState, FilterChip, SearchField, useAnnounce } from '@/kit/index.ts';
import { useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { AnswerCard } from '@/parts/answer/index.ts';
import './search.css';
import type { SearchState } from './state.ts';

/** Rows that are shown at first, and those that come with each press. */
const PAGE = 40;
/** The core takes no more at once. */
const LONGEST = 1000;

export function Search({ state, onOpen }: ScreenProps<SearchState>) {
  const { say } = useWords();
  const announce = useAnnounce();
  const source = useSource();
  const discreet = useDiscreet();
  const { text, kind } = useStore(state.shown);
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(PAGE);
  const wanted = text.trim();
  const request = {
    text: wanted,
    source,
    kinds: kind === undefined ? [] : [kind],
    from: 0,
    to: shown,
    discreet,
  };
  const { value, error, isCurrent } = useReading('search_find', wanted === '' ? undefined : request, state);
  useEffect(() => {
    input.current?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else is looked for begins with its first page.
  useEffect(() => setShown(PAGE), [wanted, kind]);
  const count = value?.count;
  useEffect(() => {
    if (isCurrent && count !== undefined) {
      announce(say('search-found', { count }));
    }
  }, [announce, say, isCurrent, count]);
  return (
    <section className="k-view s-screen" aria-label={say('screen-search')} data-testid="search">
      <header className="k-view-bar s-bar">
        <h1 className="k-view-title">{say('screen-search')}</h1>
        <div className="s-field">
          <SearchField
            label={say('search-label')}
            placeholder={say('search-label')}
            inputRef={input}
            value={text}
            maxLength={LONGEST}
            onChange={(next) => state.shown.set({ text: next, kind: undefined })}
          />
        </div>
      </header>
      <div className="s-scroll">
        {wanted === '' ? (
          <EmptyState icon="search" title={say('search-empty-title')}>
            {say('search-empty-text')}
          </EmptyState>
        ) : error !== undefined ? (
          <EmptyState icon="warning" title={say('search-failed')}>
            {error instanceof Error ? error.message : null}
          </EmptyState>
        ) : value === undefined ? (
          <p className="s-found k-quiet">
            <span className="k-late">{say('search-reading')}</span>
          </p>
        ) : (
          <Found
            found={value}
            kind={kind}
            onKind={(next) => state.shown.set({ text, kind: next })}
            onMore={() => setShown(shown + PAGE)}
            onOpen={onOpen}
          />
        )}
      </div>
    </section>
  );
}

interface FoundProps {
  found: SearchFound;
  kind: string | undefined;
  onKind: (kind: string | undefined) => void;
  onMore: () => void;
  onOpen: (key: RowKey) => void;
}

function Found({ found, kind, onKind, onMore, onOpen }: FoundProps) {
  const { say, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  const more = found.count - found.rows.length;
  if (found.kinds.length === 0 && !found.card) {
    return (
      <EmptyState
        icon="search"
        title={say(found.says_something ? 'search-none-title' : 'search-signs-title')}
      >
        {say(found.says_something ? 'search-none-text' : 'search-signs-text')}
      </EmptyState>
    );
  }
  return (
    <div className="s-found">
      {found.card ? <AnswerCard card={found.card} onOpen={onOpen} /> : null}
      {found.kinds.length > 1 ? (
        <div className="s-kinds" role="group" aria-label={say('search-kinds')}>
          {found.kinds.map((one) => (
            <FilterChip
              key={one.kind}
              opens={false}
              isOn={kind === one.kind}
              aria-pressed={kind === one.kind}
              onPress={() => onKind(kind === one.kind ? undefined : one.kind)}
            >
              {`${one.label} ${number.format(one.count)}`}
            </FilterChip>
          ))}
        </div>
      ) : null}
      <ul className="s-list" aria-label={say('search-results')}>
        {found.rows.map((row) => (
          <li key={`${row.row.kind} ${row.row.id}`}>
            <Line found={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Button look="quiet" onPress={onMore}>
          {say('search-more', { count: more })}
        </Button>
      ) : null}
    </div>
  );
}

function Line({ found, onOpen }: { found: FoundRow; onOpen: (key: RowKey) => void }) {
  const { row } = found;
  return (
    <button type="button" className="s-line" onClick={() => onOpen({ kind: row.kind, id: row.id })}>
      <span className="s-name">
        {row.short === row.title || row.short === '' ? null : <Badge look="line">{row.short}</Badge>}
        <bdi>{row.title}</bdi>
      </span>
      <span className="s-kind">{found.kind_label}</span>
      {found.snippet.length > 0 ? (
        <span className="s-where">
          <span className="s-field-name">{found.field}</span>{' '}
          <bdi>
            {found.snippet.map((piece, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place.
              piece.found ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
            )}
          </bdi>
        </span>
      ) : null}
    </button>
  );
}
