/** The bar that looks for words in all rows of the view, on the screen or not, and replaces them. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CellPlace, Found } from '@/generated/wire.ts';
import { Button, Checkbox, IconButton, TextField, useAnnounce } from '@/kit/index.ts';
import { useOff, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import type { Bench } from './actions.ts';
import { type FindState, NO_FIND, nothingFound } from './find.ts';
import { everyRow, wireRange } from './ranges.ts';

export interface FindBarProps {
  bench: Bench;
  /** Columns that are shown, in their order. */
  columns: readonly string[];
  /** The cell where one is. */
  at: () => { row: number; column: string } | undefined;
  /** Goes to a cell without taking the keys along. */
  onGo: (id: string, row: number, column: string) => void;
  /** Gives the keys back to the rows. */
  onLeave: () => void;
}

type Step = 'here' | 'next' | 'previous';

export function FindBar(props: FindBarProps) {
  const { find } = props.bench.state;
  const open = useStore(find, (now) => now.open);
  return open === undefined ? null : <OpenBar key={open} {...props} />;
}

function OpenBar({ bench, columns, at, onGo, onLeave }: FindBarProps) {
  const { client, state } = bench;
  const { find, view } = state;
  const { say } = useWords();
  const announce = useAnnounce();
  const notices = useNotices();
  const off = useOff();
  const now = useStore(find);
  const { op } = useSyncExternalStore(view.subscribe, view.getState);
  const [found, setFound] = useState<Found>();
  const input = useRef<HTMLInputElement>(null);
  /** Looks are done one after the other, so that no key is lost and each goes on from where the one before it led. */
  const looks = useRef<Promise<CellPlace | undefined>>(Promise.resolve(undefined));
  const waiting = useRef(0);
  /** Where a look led, until the rows are there: they go to it in the next frame, and keys may be faster. */
  const led = useRef<CellPlace | undefined>(undefined);
  const place = useRef(at);
  const go = useRef(onGo);
  useEffect(() => {
    place.current = at;
    go.current = onGo;
  });
  // Something else is looked for: what was replaced before is no answer to that.
  const set = (part: Partial<FindState>): void => find.set({ ...find.get(), replaced: undefined, ...part });
  const { text, exact, whole, open } = now;
  const nothing = say(nothingFound(now));

  const lookNow = useCallback(
    async (way: Step, isGoing: boolean, from: CellPlace | undefined): Promise<CellPlace | undefined> => {
      if (find.get().text.trim() === '') {
        setFound(undefined);
        return undefined;
      }
      const here = from ?? led.current ?? place.current();
      const answer = await client.call('cells_find', {
        range: wireRange(bench, everyRow(bench, columns)),
        text: find.get().text,
        exact: find.get().exact,
        whole: find.get().whole,
        step: way,
        ...(here ? { at: here } : {}),
      });
      setFound(answer);
      const { cell, count } = answer;
      if (cell && isGoing) {
        // The rows around it are read first: a cell that is not there cannot be gone to.
        await view.reach(cell.id);
        const to = { row: cell.row, column: cell.column };
        led.current = to;
        go.current(cell.id, cell.row, cell.column);
        requestAnimationFrame(() => {
          if (led.current === to) {
            led.current = undefined;
          }
        });
      }
      announce(cell ? say('find-count', { nth: cell.nth, count }) : say(nothingFound(find.get())));
      return cell && isGoing ? { row: cell.row, column: cell.column } : here;
    },
    [announce, bench, client, columns, find, say, view],
  );
  const look = useCallback(
    (way: Step, isGoing: boolean): void => {
      // Who has not waited goes on from where the keys before lead, which is not yet the cell where one is.
      const goesOn = waiting.current > 0;
      waiting.current += 1;
      looks.current = looks.current
        .then((before) => lookNow(way, isGoing, goesOn ? before : undefined))
        .catch((error: unknown) => {
          notices.report(error);
          return undefined;
        })
        .finally(() => {
          waiting.current -= 1;
        });
    },
    [lookNow, notices],
  );
  const isFirst = useRef(true);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  // What is typed is looked for when the person pauses; other rows or a step count it anew and stay where one is.
  useEffect(() => {
    const isTyped = !isFirst.current;
    isFirst.current = false;
    const timer = setTimeout(() => {
      look('here', isTyped);
    }, 150);
    return () => clearTimeout(timer);
    // `op` renews the count.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [text, exact, whole, look]);
  useEffect(() => {
    look('here', false);
  }, [op, look]);

  const close = (): void => {
    find.set({ ...find.get(), open: undefined });
    onLeave();
  };
  const step = (way: Step): void => {
    look(way, true);
  };
  const replace = (): void => {
    bench.propose({
      range: wireRange(bench, everyRow(bench, columns)),
      change: { do: 'replace', text: text.trim(), with: now.with, exact, whole },
    });
  };
  return (
    // The bar gives its own keys back; what is in it are fields and buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="search"
      aria-label={say('find-label')}
      className="t-find"
      data-testid="find-bar"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          close();
        } else if (event.key === 'F3' || (event.key === 'Enter' && event.target === input.current)) {
          event.preventDefault();
          event.stopPropagation();
          step(event.shiftKey ? 'previous' : 'next');
        }
      }}
    >
      <TextField
        label={say('find-text')}
        labelHidden
        placeholder={say('find-text')}
        inputRef={input}
        value={text}
        onChange={(next) => set({ text: next })}
        data-testid="find-text"
      />
      {open === 'replace' ? (
        <TextField
          label={say('find-with')}
          labelHidden
          placeholder={say('find-with')}
          value={now.with}
          onChange={(next) => set({ with: next })}
          data-testid="find-with"
        />
      ) : null}
      <span className="t-find-count k-quiet" data-testid="find-count">
        {found === undefined
          ? ''
          : found.cell
            ? say('find-count', { nth: found.cell.nth, count: found.count })
            : nothing}
      </span>
      <IconButton
        icon="up"
        label={say('find-previous')}
        shortcut="Shift+F3"
        onPress={() => step('previous')}
      />
      <IconButton icon="down" label={say('find-next')} shortcut="F3" onPress={() => step('next')} />
      <Checkbox isSelected={exact} onChange={(on) => set({ exact: on })}>
        {say('find-exact')}
      </Checkbox>
      <Checkbox isSelected={whole} onChange={(on) => set({ whole: on })}>
        {say('find-whole')}
      </Checkbox>
      {open === 'replace' ? (
        // Where nothing is left to be replaced it keeps the keys that a dialog gives back to it, and says why it does nothing.
        <Button
          off={off === '' && (found?.count ?? 0) === 0 ? nothing : off}
          onPress={replace}
          data-testid="find-replace"
        >
          {say('find-replace')}
        </Button>
      ) : (
        <Button look="quiet" onPress={() => set({ open: 'replace' })} data-testid="find-more">
          {say('find-more')}
        </Button>
      )}
      <IconButton icon="close" label={say('find-close')} onPress={close} data-testid="find-close" />
    </div>
  );
}

/** Opens the bar; what was looked for before is selected in it. */
export function openFind({ find }: Bench['state'], open: 'find' | 'replace'): void {
  find.set({ ...NO_FIND, ...find.get(), open });
}
