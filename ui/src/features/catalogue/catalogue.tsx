/** The catalogue: what the reference says, list by list, and one search over all of them. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { RowKey } from '@/generated/wire.ts';
import { Button, SearchField } from '@/kit/index.ts';
import { isEditable, useClient, useOff, usePlan, useSource, useWords } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import { useNavigation } from '@/lib/navigation.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { TableScreen } from '@/parts/table/index.ts';
import './catalogue.css';
import { inOrder } from './definitions.ts';
import { type Counts, Found } from './found.tsx';
import { InstrumentDialog } from './instrument-dialog.tsx';
import type { CatalogueState } from './state.ts';

/** Lists beside which an instrument is made of a table. */
const OF_INSTRUMENTS: ReadonlySet<string> = new Set(['instrument', 'provision']);

export function Catalogue(props: ScreenProps<CatalogueState>) {
  const { state, onSelect, onOpen } = props;
  const client = useClient();
  const plan = usePlan();
  const source = useSource();
  const navigation = useNavigation();
  const { say, locale } = useWords();
  const known = useStore(client.kinds);
  const chosen = useStore(state.kind);
  const text = useStore(state.text);
  const results = useStore(state.results);
  const off = useOff();
  const [counts, setCounts] = useState<Counts>();
  const [isMaking, setMaking] = useState(false);
  /** The result that was gone to: the keys come back to it. */
  const left = useRef<string | undefined>(undefined);
  const search = useRef<HTMLInputElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const kinds = useMemo(
    () => inOrder([...known.values()].filter((kind) => kind.catalogue).map((kind) => kind.kind)),
    [known],
  );
  const kind = kinds.includes(chosen) ? chosen : kinds[0];
  const numbers = useMemo(() => new Intl.NumberFormat(locale), [locale]);
  const selected = props.selected?.kind === kind ? props.selected : undefined;

  // The inspector shows a row of the list that is shown, or none of another.
  useEffect(() => {
    if (props.selected && props.selected.kind !== kind) {
      onSelect(undefined);
    }
  }, [props.selected, kind, onSelect]);
  const offer = useMemo(
    (): readonly Command[] => [
      {
        id: 'catalogue.search',
        label: () => client.words.get().say('catalogue-search'),
        icon: 'search',
        keys: keysOf('catalogue.search'),
        run: () => search.current?.focus(),
      },
      {
        id: 'catalogue.back',
        label: () => client.words.get().say('catalogue-back-command'),
        icon: 'back',
        keys: keysOf('catalogue.back'),
        leavesTyping: true,
        when: () => !state.results.get() && state.text.get().trim() !== '',
        run: () => state.results.set(true),
      },
      {
        id: 'instrument.add',
        label: () => client.words.get().say('catalogue-instrument-new'),
        icon: 'plus',
        when: () => isEditable(client),
        run: () => setMaking(true),
      },
    ],
    [client, state],
  );
  useCommands(offer);

  const goTo = (key: RowKey): void => {
    left.current = key.id;
    navigation.show('catalogue', { row: key });
    // The table is drawn after this; its keys are where the row is.
    requestAnimationFrame(() => focusList(right.current));
  };
  const showAll = (wanted: string): void => {
    const { list } = state.table(wanted);
    list.set({ ...list.get(), text: state.text.get() });
    state.kind.set(wanted);
    state.results.set(false);
    requestAnimationFrame(() => focusList(right.current));
  };
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      const first = right.current?.querySelector<HTMLElement>('.c-found-row, textarea');
      if (first) {
        event.preventDefault();
        first.focus();
      }
    }
  };
  const onListKey = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && move(event.currentTarget, step)) {
      event.preventDefault();
    }
  };

  return (
    <section className="c-screen" aria-label={say('screen-catalogue')} data-testid="catalogue">
      <div className="c-side">
        <h1 className="t-title">{say('screen-catalogue')}</h1>
        <div onKeyDownCapture={onSearchKey}>
          <SearchField
            label={say('catalogue-search')}
            placeholder={say('catalogue-search-short')}
            inputRef={search}
            value={text}
            onChange={(next) => state.text.set(next)}
            data-testid="catalogue-search"
          />
        </div>
        {/* The buttons in it have the focus; the arrows go from one to the next. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <nav aria-label={say('catalogue-lists')} className="c-kinds" onKeyDown={onListKey}>
          <ul>
            {kinds.map((one) => {
              const isShown = !results && one === kind;
              const found = results ? counts?.get(one) : undefined;
              return (
                <li key={one}>
                  <button
                    type="button"
                    className="c-kind"
                    aria-current={isShown ? 'true' : undefined}
                    data-testid={`list-${one}`}
                    onClick={() => {
                      if (found !== undefined && found > 0) {
                        showAll(one);
                      } else {
                        state.text.set('');
                        state.kind.set(one);
                      }
                    }}
                  >
                    <span>{known.get(one)?.plural}</span>
                    {/* While one searches it is how many were found. The others are those of now. */}
                    {results ? (
                      <span className="c-count">{found === undefined ? '' : numbers.format(found)}</span>
                    ) : source.at === 'now' && plan.counts[one] !== undefined ? (
                      <span className="c-count">{numbers.format(plan.counts[one])}</span>
                    ) : null}
                  </button>
                </li>
              );
            })}
          </ul>
        </nav>
      </div>
      <div ref={right} className="c-main">
        {!results && text.trim() !== '' ? (
          <div className="c-back">
            <Button
              look="quiet"
              icon="back"
              data-testid="catalogue-back"
              onPress={() => state.results.set(true)}
            >
              {say('catalogue-back', { text: text.trim() })}
            </Button>
          </div>
        ) : null}
        {results ? (
          <Found
            text={text.trim()}
            kinds={kinds}
            first={left}
            onCounts={setCounts}
            onGoTo={goTo}
            onShowAll={showAll}
            onLeave={() => search.current?.focus()}
          />
        ) : kind === undefined ? null : (
          <TableScreen
            key={kind}
            state={state.table(kind)}
            level={2}
            selected={selected}
            onSelect={onSelect}
            onOpen={onOpen}
            actions={
              OF_INSTRUMENTS.has(kind) ? (
                <>
                  <Button
                    icon="forward"
                    data-testid="catalogue-carry"
                    onPress={() => navigation.show('carry', selected ? { row: selected } : {})}
                  >
                    {say('catalogue-carry')}
                  </Button>
                  <Button icon="plus" data-testid="instrument-new" off={off} onPress={() => setMaking(true)}>
                    {say('catalogue-instrument-new')}
                  </Button>
                </>
              ) : undefined
            }
          />
        )}
      </div>
      {isMaking ? (
        <InstrumentDialog
          onMade={async (id, op) => {
            // Its list first: what is selected is a row of the list that is shown, and the list knows of it.
            state.results.set(false);
            state.kind.set('instrument');
            await state.table('instrument').view.caughtUp(op);
            goTo({ kind: 'instrument', id });
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </section>
  );
}

/** Goes to the next or the one before, of what takes the focus in a list. */
function move(list: HTMLElement, step: number): boolean {
  const all = [...list.querySelectorAll<HTMLElement>('button')];
  const here = all.findIndex((one) => one === document.activeElement);
  const next = all[here + step];
  next?.focus();
  return next !== undefined;
}

function focusList(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>('[role="grid"] textarea')?.focus();
}
