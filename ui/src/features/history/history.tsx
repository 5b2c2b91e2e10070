/** What was it like in February? Earlier states, the steps that led from one to the other, and any two compared. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { FilterChip, Icon } from '@/kit/index.ts';
import { useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { Compare } from './compare.tsx';
import { useFeed } from './feed.ts';
import { Filters } from './filters.tsx';
import './history.css';
import { type EarlierStates, useEarlierStates } from './moments.ts';
import { change, type HistoryState, withoutPrivate } from './state.ts';
import { States } from './states.tsx';
import { Steps } from './steps.tsx';

const PARTS = ['steps', 'compare'] as const;

export function History({ state: { shown }, onOpen }: ScreenProps<HistoryState>) {
  const { say } = useWords();
  const part = useStore(shown, (state) => state.part);
  const root = useRef<HTMLElement>(null);
  const narrow = useNarrow(root);
  const earlier = useEarlierStates();
  const search = useRef<HTMLInputElement>(null);
  const offer = useMemo((): readonly Command[] => {
    return [
      {
        id: 'history.find',
        label: () => say('history-search'),
        icon: 'search',
        keys: keysOf('history.find'),
        run: () => {
          change(shown, { part: 'steps' });
          requestAnimationFrame(() => search.current?.focus());
        },
      },
      {
        id: 'history.compare',
        label: () => say('history-compare-two'),
        icon: 'columns',
        run: () => change(shown, { part: 'compare' }),
      },
    ];
  }, [shown, say]);
  useCommands(offer);
  return (
    <section
      ref={root}
      className="k-view h-screen"
      aria-label={say('screen-history')}
      data-testid="history"
      data-narrow={narrow || undefined}
    >
      <header className="k-view-bar">
        <h1 className="k-view-title">{say('screen-history')}</h1>
        <div className="h-parts" role="group" aria-label={say('history-parts')}>
          {PARTS.map((one) => (
            <FilterChip
              key={one}
              opens={false}
              isOn={part === one}
              aria-pressed={part === one}
              onPress={() => change(shown, { part: one })}
              data-testid={`history-${one}`}
            >
              {say(`history-part-${one}`)}
            </FilterChip>
          ))}
        </div>
      </header>
      <div className="h-body">
        <StatesPane shown={shown} narrow={narrow} earlier={earlier} />
        <div className="h-main">
          {part === 'steps' ? (
            <StepsPane shown={shown} searchRef={search} />
          ) : (
            <Compare shown={shown} states={earlier.states} onOpen={onOpen} />
          )}
        </div>
      </div>
    </section>
  );
}

function StepsPane({
  shown,
  searchRef,
}: {
  shown: HistoryState['shown'];
  searchRef: RefObject<HTMLInputElement | null>;
}) {
  const kinds = useStore(useClient().kinds);
  const discreet = useDiscreet();
  const set = useStore(shown, (state) => state.filters);
  const filters = useMemo(() => (discreet ? withoutPrivate(set, kinds) : set), [discreet, set, kinds]);
  const feed = useFeed(filters);
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <Filters
        filters={filters}
        shown={shown}
        people={feed.people}
        searchRef={searchRef}
        onLeaveSearch={() => list.current?.querySelector<HTMLElement>('[data-stop][tabindex="0"]')?.focus()}
      />
      <div ref={list} className="h-scroll">
        <Steps shown={shown} feed={feed} />
      </div>
    </>
  );
}

interface StatesPaneProps {
  shown: HistoryState['shown'];
  narrow: boolean;
  earlier: EarlierStates;
}

/** Beside the steps; where there is little room, folded above them. */
function StatesPane({ shown, narrow, earlier }: StatesPaneProps) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!narrow) {
    return <States shown={shown} {...earlier} />;
  }
  return (
    <div className="h-states-folded">
      <button type="button" className="h-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'down' : 'forward'} size={14} />
        {say('history-states-count', { count: earlier.states.length })}
      </button>
      {isOpen ? <States shown={shown} {...earlier} /> : null}
    </div>
  );
}

/** Less than this, in pixels at normal text size, is little room. */
const NARROW = 720;

function useNarrow(root: RefObject<HTMLElement | null>): boolean {
  const client = useClient();
  const zoom = useStore(client.settings, (settings) => settings.text_size) / 100;
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    const element = root.current;
    if (!element) {
      return undefined;
    }
    const eye = new ResizeObserver(([entry]) => {
      if (entry) {
        setWidth(entry.contentRect.width);
      }
    });
    eye.observe(element);
    return () => eye.disconnect();
  }, [root]);
  return width / zoom < NARROW;
}
