/** A review on the table: its files above, what is proposed at the side, one item or the files beside it. */
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ReviewBrief, ReviewFileView, ReviewView, RowKey } from '@/generated/wire.ts';
import { Button, EmptyState, useAnnounce } from '@/kit/index.ts';
import { useClient, useOff, useWords } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { apply, decide } from './actions.ts';
import { AskDialog, LetterDialog } from './ask.tsx';
import { Bar } from './bar.tsx';
import { BulkDialog } from './bulk.tsx';
import { type Choice, choicesOf } from './choices.ts';
import { useItems } from './feed.ts';
import { Files } from './files.tsx';
import { Filters } from './filters.tsx';
import { ItemList } from './list.tsx';
import { MinutesDialog } from './minutes.tsx';
import { change, filter, filtersFor, isFiltered, type ReviewState } from './state.ts';
import { Versions } from './versions.tsx';
import { isWritable, WriteDialog } from './write.tsx';

type DialogName = 'minutes' | 'ask' | 'write' | 'bulk';

export interface TableProps {
  state: ReviewState;
  view: ReviewView;
  all: readonly ReviewBrief[];
  turn: number;
  reading: ReactNode;
  selected: RowKey | undefined;
  onSelect: (key: RowKey | undefined) => void;
  onOpen: (key: RowKey) => void;
  onDismiss: () => void;
}

export function Table({
  state,
  view,
  all,
  turn,
  reading,
  selected,
  onSelect,
  onOpen,
  onDismiss,
}: TableProps) {
  const { shown } = state;
  const client = useClient();
  const notices = useNotices();
  const announce = useAnnounce();
  const kinds = useStore(client.kinds);
  const { say } = useWords();
  const filters = useStore(shown, (now) => now.filters);
  const at = useStore(shown, (now) => now.at);
  const key = useStore(shown, (now) => now.item);
  const intake = useStore(state.intake);
  const items = useItems(view.review, filters, turn);
  const [dialog, setDialog] = useState<DialogName>();
  const [letter, setLetter] = useState<ReviewFileView>();
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLElement>(null);
  /** What was decided last, to open it again. */
  const last = useRef<string>(undefined);
  /** It was decided: where it stays in the list, the next one is gone to. */
  const leaving = useRef<string>(undefined);
  const readOnly = useOff();
  const off = readOnly || (view.state === 'closed' ? say('review-off-closed') : '');
  const total = items.total ?? 0;

  // After each answer: the item that is looked at is found again, or the one in its place is looked at.
  const { find, at: itemAt, isCurrent } = items;
  const here = itemAt(at)?.item;
  useEffect(() => {
    if (!isCurrent || key === undefined) {
      return;
    }
    const place = find(key);
    const next = place < 0 ? Math.min(at, total - 1) : leaving.current === key ? place + 1 : place;
    leaving.current = undefined;
    const now = Math.max(Math.min(next, total - 1), 0);
    const found = itemAt(now);
    if (total === 0) {
      change(shown, { item: undefined, at: 0 });
      // With the last item the list went, and the keys with it: what is left to do is to apply.
      if (document.activeElement === document.body) {
        root.current?.querySelector<HTMLElement>('.l-bar-end [data-look="primary"]')?.focus();
      }
    } else if (now !== at || (found && found.item !== key)) {
      change(shown, { at: now, item: found?.item ?? key });
    }
    // The functions are made with the answers.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isCurrent, turn, total, key, here]);

  const isLooking = key !== undefined;
  const item = isLooking ? itemAt(at) : undefined;
  const itemKey = item?.item;
  // The details beside follow, where they are open.
  const follows = selected !== undefined;
  const rowKind = item?.kind;
  const rowId = item?.id;
  useEffect(() => {
    if (follows && rowKind !== undefined && rowId !== undefined) {
      onSelect({ kind: rowKind, id: rowId });
    }
  }, [follows, rowKind, rowId, onSelect]);
  useEffect(() => {
    if (detail.current) {
      detail.current.scrollTop = 0;
    }
  }, [itemKey]);

  const go = (index: number): void => {
    // Before the list has come it is gone to all the same: the answer finds the item in its place.
    if (total > 0 || !items.isCurrent) {
      const to = Math.max(total > 0 ? Math.min(index, total - 1) : index, 0);
      change(shown, { at: to, item: itemAt(to)?.item ?? `at ${to}` });
    }
  };
  const lookAtFiles = (): void => change(shown, { item: undefined, at: 0 });
  const attempt = (work: () => Promise<unknown>): void => {
    setBusy(true);
    work()
      .catch(notices.report)
      .finally(() => setBusy(false));
  };
  const settled = (): void => {
    last.current = itemKey;
    leaving.current = itemKey;
    list.current?.focus();
  };
  const choose = (choice: Choice): void => {
    if (!item || busy) {
      return;
    }
    if (off !== '') {
      notices.tell({ tone: 'info', text: off });
    } else if (choice.decision === 'ask') {
      setDialog('ask');
    } else if (choice.decision === 'write') {
      if (isWritable(item, kinds.get(item.kind)?.fields ?? [])) {
        setDialog('write');
      } else {
        notices.tell({ tone: 'info', text: say('review-write-not') });
      }
    } else {
      settled();
      attempt(() => decide(client, { review: view.review, items: [item.item], choice }));
    }
  };
  const undecide = (): void => {
    const wanted = item?.decision ? item.item : last.current;
    if (wanted === undefined || off !== '') {
      announce(off === '' ? say('review-undecide-none') : off);
      return;
    }
    attempt(async () => {
      await decide(client, { review: view.review, items: [wanted], choice: undefined });
      last.current = undefined;
      change(shown, { item: wanted });
    });
  };
  const applyNow = (): void => {
    if (!busy) {
      attempt(() => apply(client, notices, view, items.op ?? view.op));
    }
  };
  const close = async (): Promise<void> => {
    const waits = view.state === 'open' && view.counts.items > 0;
    const yes =
      !waits ||
      (await notices.ask({
        title: say('review-close-title'),
        text: say('review-close-text', { count: view.counts.apply }),
        yes: say('review-close-do'),
        no: say('cancel'),
      }));
    if (yes) {
      await client.call('review_close', { review: view.review });
      change(shown, { review: undefined, item: undefined, at: 0 });
      client.reviewed.emit();
      announce(say('review-closed'));
    }
  };
  const reopen = async (): Promise<void> => {
    await client.call('review_close', { review: view.review, reopen: true });
    client.reviewed.emit();
  };
  const putBack = async (file: ReviewFileView): Promise<void> => {
    const yes = await notices.ask({
      title: say('review-put-back-title', { who: file.who }),
      text: say('review-put-back-text'),
      yes: say('review-put-back'),
      no: say('cancel'),
    });
    if (yes) {
      await client.call('review_put_back', { review: view.review, snapshot: file.snapshot });
      client.reviewed.emit();
    }
  };

  const canApply = view.counts.apply > 0 && off === '' && view.state !== 'closed';
  const latest = useRef({ applyNow, undecide, close, off, canApply });
  useEffect(() => {
    latest.current = { applyNow, undecide, close, off, canApply };
  });
  const offer = useMemo(
    (): readonly Command[] => [
      {
        id: 'review.apply',
        label: () => say('review-apply-command'),
        icon: 'check',
        keys: keysOf('review.apply'),
        once: true,
        when: () => latest.current.canApply,
        why: () => latest.current.off || say('review-off-nothing'),
        run: () => latest.current.applyNow(),
      },
      {
        id: 'review.bulk',
        label: () => say('review-bulk'),
        icon: 'columns',
        keys: keysOf('review.bulk'),
        when: () => latest.current.off === '',
        why: () => latest.current.off,
        run: () => setDialog('bulk'),
      },
      {
        id: 'review.minutes',
        label: () => say('review-minutes'),
        icon: 'documents',
        run: () => setDialog('minutes'),
      },
      {
        id: 'review.find',
        label: () => say('review-find'),
        icon: 'search',
        keys: keysOf('review.find'),
        run: () => search.current?.focus(),
      },
      {
        id: 'review.close',
        label: () => say('review-close'),
        icon: 'close',
        when: () => latest.current.off === '',
        why: () => latest.current.off,
        run: () => latest.current.close(),
      },
    ],
    [say],
  );
  useCommands(offer);

  /** Keys of the whole screen; not where somebody writes, nor in a dialog over it. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.repeat ||
      event.nativeEvent.isComposing ||
      !(target instanceof HTMLElement) ||
      !event.currentTarget.contains(target) ||
      target.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null
    ) {
      return;
    }
    const wanted = item && choicesOf(item).find((choice) => choice.key === event.key);
    const letterKey = event.key.toLowerCase();
    if (wanted && !event.shiftKey) {
      choose(wanted);
    } else if (letterKey === 'j' || letterKey === 'k') {
      list.current?.focus();
      go(isLooking ? at + (letterKey === 'j' ? 1 : -1) : 0);
    } else if (event.key === 'Backspace') {
      undecide();
    } else if (event.key === 'Escape' && !list.current?.contains(target)) {
      list.current?.focus();
    } else {
      return;
    }
    event.preventDefault();
  };
  const isHere = (kind: string): boolean => item !== undefined && kinds.has(kind);
  return (
    // The parts in it have the focus; these keys mean the same in all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={root}
      className="k-view v-screen l-screen"
      aria-label={say('screen-review')}
      data-testid="review"
      data-review={view.review}
      onKeyDown={onKeyDown}
    >
      <Bar
        view={view}
        all={all}
        state={state}
        isBusy={busy}
        off={off}
        isAtFiles={!isLooking}
        canApply={canApply}
        onFiles={lookAtFiles}
        onApply={applyNow}
        onMinutes={() => setDialog('minutes')}
        onBulk={() => setDialog('bulk')}
        onClose={() => void close().catch(notices.report)}
        onReopen={() => void reopen().catch(notices.report)}
      />
      {reading}
      <div className="l-beside">
        <div className="l-side">
          <Filters
            view={view}
            shown={shown}
            searchRef={search}
            onLeaveSearch={() => {
              list.current?.focus();
              go(0);
            }}
          />
          {items.total === 0 ? (
            <div className="l-none" data-testid="review-none">
              <EmptyState
                icon="check"
                title={say(noneOf(filters.state, isFiltered(filters), view))}
                actions={
                  filters.state === '' && !isFiltered(filters) ? undefined : (
                    <Button onPress={() => filter(shown, { ...filtersFor(0) })} data-testid="review-show-all">
                      {say('review-show-all')}
                    </Button>
                  )
                }
              />
            </div>
          ) : (
            <ItemList
              items={items}
              at={at}
              isLooking={isLooking}
              onGo={go}
              onEnter={() => {
                if (!isLooking) {
                  go(0);
                } else {
                  choices.current?.querySelector<HTMLElement>('[data-look="primary"], button')?.focus();
                }
              }}
              onLeave={lookAtFiles}
              listRef={list}
            />
          )}
        </div>
        <div ref={detail} className="l-detail">
          {item ? (
            <Versions
              item={item}
              files={view.files}
              off={off}
              onChoose={choose}
              onUndecide={undecide}
              onOpen={
                isHere(item.kind) && item.mine.value !== null
                  ? () => onOpen({ kind: item.kind, id: item.id })
                  : item.field === ''
                    ? undefined
                    : () => onOpen({ kind: item.kind, id: item.id })
              }
              onOpenRow={onOpen}
              choicesRef={choices}
            />
          ) : (
            <Files
              view={view}
              refused={intake.refused}
              known={intake.known}
              off={off}
              onPutBack={(file) => void putBack(file).catch(notices.report)}
              onLetter={setLetter}
              onOpen={onOpen}
              onBegin={() => {
                list.current?.focus();
                go(0);
              }}
              onDismiss={onDismiss}
            />
          )}
        </div>
      </div>
      {dialog === 'minutes' ? (
        <MinutesDialog review={view.review} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'bulk' ? (
        <BulkDialog view={view} filters={filters} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'ask' && item ? (
        <AskDialog
          // It goes on to the letter when the list has gone on to the next item.
          key="ask"
          review={view.review}
          item={item}
          files={view.files}
          onAsked={settled}
          onClose={() => {
            setDialog(undefined);
            requestAnimationFrame(() => list.current?.focus());
          }}
        />
      ) : null}
      {dialog === 'write' && item ? (
        <WriteDialog
          review={view.review}
          item={item}
          onWritten={settled}
          onClose={() => {
            setDialog(undefined);
            requestAnimationFrame(() => list.current?.focus());
          }}
        />
      ) : null}
      {letter ? (
        <LetterDialog review={view.review} file={letter} onClose={() => setLetter(undefined)} />
      ) : null}
    </section>
  );
}

/** Why the list is empty. */
function noneOf(state: string, filtered: boolean, view: ReviewView): string {
  if (view.counts.items === 0) {
    return 'review-none-proposed';
  }
  if (filtered) {
    return 'review-none-filtered';
  }
  return state === 'open' ? 'review-none-open' : 'review-none-state';
}
