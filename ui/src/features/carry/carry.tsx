/** What does a new resolution ask, and what of ours answers it? Paragraphs at the side, one of them whole beside it. */
import { useEffect } from 'react';
import { EmptyState } from '@/kit/index.ts';
import { useSource, useWords } from '@/lib/client.ts';
import { CommandError } from '@/lib/api.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import './carry.css';
import { Choose } from './choose.tsx';
import { useParagraphs } from './feed.ts';
import { change, type CarryState } from './state.ts';
import { Table } from './table.tsx';

export function Carry({ state, selected, onSelect, onOpen }: ScreenProps<CarryState>) {
  const { say } = useWords();
  const source = useSource();
  const instrument = useStore(state.shown, (shown) => shown.instrument);
  const feed = useParagraphs(state, source);
  const gone = feed.error instanceof CommandError && feed.error.sort === 'stale';
  useEffect(() => {
    // Of another moment, or deleted: another one is chosen.
    if (gone) {
      change(state.shown, { instrument: undefined });
    }
  }, [gone, state]);
  if (instrument !== undefined && feed.view) {
    return (
      <Table
        key={instrument}
        state={state}
        feed={feed}
        view={feed.view}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
      />
    );
  }
  return (
    <section className="k-view cf-screen" aria-label={say('screen-carry')} data-testid="carry">
      <header className="k-view-bar">
        <h1 className="k-view-title">{say('screen-carry')}</h1>
      </header>
      {instrument === undefined ? (
        <Choose state={state} onChoose={(id) => change(state.shown, { instrument: id })} />
      ) : feed.error === undefined ? null : (
        <EmptyState icon="warning" title={say('carry-failed')}>
          {feed.error instanceof Error ? feed.error.message : null}
        </EmptyState>
      )}
    </section>
  );
}
