/** An instrument on the table: counts above, paragraphs at the side, one of them whole beside it, decided by keys. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CarryDecide, CarryView, EditionReady, RowKey } from '@/generated/wire.ts';
import { Button, EmptyState, IconButton, ProgressBar, useAnnounce } from '@/kit/index.ts';
import { useClient, useOff, useSource, useWords } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { CHOICES, type Choice } from './decisions.ts';
import { AnotherDialog, NewDialog, NotForUsDialog, SupersededDialog } from './dialogs.tsx';
import { EditionDialog, EditionMenu } from './edition.tsx';
import { asked, type Feed, useProposals } from './feed.ts';
import { Filters } from './filters.tsx';
import { ParagraphList } from './list.tsx';
import { Paragraph } from './paragraph.tsx';
import { type CarryState, change, filter } from './state.ts';

type DialogName = 'not_for_us' | 'new' | 'superseded' | 'another';

export interface TableProps {
  state: CarryState;
  feed: Feed;
  view: CarryView;
  selected: RowKey | undefined;
  onSelect: (key: RowKey | undefined) => void;
  onOpen: (key: RowKey) => void;
}

const NONE: readonly string[] = [];

export function Table({ state, feed, view, selected, onSelect, onOpen }: TableProps) {
  const client = useClient();
  const notices = useNotices();
  const navigation = useNavigation();
  const announce = useAnnounce();
  const source = useSource();
  const { say } = useWords();
  const { wanted, text, at, paragraph, marked } = useStore(state.shown);
  const off = useOff();
  const [also, setAlso] = useState<readonly string[]>(() => state.also.get(paragraph ?? '') ?? NONE);
  const [picked, setPicked] = useState<{ paragraph: string; commitment: string }>();
  const [dialog, setDialog] = useState<DialogName>();
  const [ready, setReady] = useState<EditionReady>();
  /** The step after which what is shown is what was decided. */
  const [waits, setWaits] = useState(0);
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const candidates = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const found = useProposals(source, paragraph, also);
  const { instrument, counts, count: total } = view;
  const decided = counts.all - counts.open;
  const candidate =
    found?.candidates.find(({ row }) => picked?.paragraph === paragraph && row.id === picked?.commitment) ??
    found?.candidates[0];
  // Whoever types on does not decide about what is on its way out.
  const isBusy = busy || !feed.isCurrent || view.op < waits || (found !== undefined && found.op < waits);

  useEffect(() => {
    setAlso(state.also.get(paragraph ?? '') ?? NONE);
    if (detail.current) {
      detail.current.scrollTop = 0;
    }
  }, [paragraph, state]);
  // Whoever came here by a button that is gone with its screen goes on with the paragraphs.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      list.current?.focus();
    }
  }, []);
  // The details beside follow, where they are open.
  const follows = selected !== undefined;
  useEffect(() => {
    if (follows && paragraph !== undefined) {
      onSelect({ kind: 'provision', id: paragraph });
    }
  }, [follows, paragraph, onSelect]);

  const go = (index: number): void => {
    if (total > 0) {
      const to = Math.min(Math.max(index, 0), total - 1);
      change(state.shown, { at: to, paragraph: feed.itemAt(to)?.id });
    }
  };
  const toggle = (index: number): void => {
    const id = feed.itemAt(index)?.id;
    if (id !== undefined) {
      const next = new Set(marked);
      if (!next.delete(id)) {
        next.add(id);
      }
      change(state.shown, { marked: next });
    }
  };
  const attempt = (work: () => Promise<unknown>): void => {
    setBusy(true);
    work()
      .catch(notices.report)
      .finally(() => setBusy(false));
  };
  const focusList = (): void => {
    requestAnimationFrame(() => list.current?.focus());
  };
  /** The paragraphs that a decision is about: several that are marked; else the one that is looked at, whatever one is marked. */
  const subject = (): string[] =>
    marked.size > 1 ? [...marked] : paragraph === undefined ? [] : [paragraph];
  const decide = async (ask: Omit<CarryDecide, 'provisions'>, provisions = subject()): Promise<void> => {
    const written = await client.write('carry_decide', { provisions, ...ask });
    setWaits(written.op ?? 0);
    const [alone] = provisions;
    state.decided = alone !== undefined && provisions.length === 1 ? { id: alone, isGone: false } : undefined;
    // What leaves the list makes room for the next one; where it stays, the next one is gone to.
    const stays = wanted === '' || wanted === ask.decision;
    if (ask.decision !== 'open' && marked.size < 2 && stays && at + 1 < total) {
      go(at + 1);
    }
    change(state.shown, { marked: new Set() });
  };
  const choose = (choice: Choice): void => {
    if (off !== '') {
      notices.tell({ tone: 'info', text: off });
    } else if (isBusy || !found) {
      announce(say('carry-wait'));
    } else if (choice.needsCommitment && !candidate) {
      announce(say('carry-off-commitment'));
    } else if (marked.size > 1 && choice.decision !== 'not_for_us') {
      announce(say('carry-off-marked'));
    } else if (choice.decision === 'continues' || choice.decision === 'completed') {
      list.current?.focus();
      attempt(() => decide({ decision: choice.decision, commitment: candidate?.row.id ?? '' }));
    } else {
      setDialog(choice.decision);
    }
  };
  const takeBack = (): void => {
    if (off !== '' || isBusy) {
      announce(off === '' ? say('carry-wait') : off);
      return;
    }
    // In the list of commitments it is the answer of the one that is looked at.
    const one = candidates.current?.contains(document.activeElement) && candidate?.answer !== '';
    const alone = one && marked.size < 2 && candidate ? { commitment: candidate.row.id } : {};
    attempt(() => decide({ decision: 'open', ...alone }));
  };
  const markAll = async (): Promise<void> => {
    const ids: string[] = [];
    const ask = asked(state.shown.get());
    for (let from = 0, all = 1; from < all; ) {
      const page = await client.call('carry_get', {
        ...ask,
        source,
        from,
        to: from + 500,
      });
      all = page.count;
      from += Math.max(1, page.paragraphs.length);
      ids.push(...page.paragraphs.map(({ id }) => id));
    }
    // What is listed by now may be others: they were not meant.
    if (JSON.stringify(asked(state.shown.get())) !== JSON.stringify(ask)) {
      return;
    }
    change(state.shown, { marked: new Set(ids) });
    announce(say('carry-marked', { count: ids.length }));
  };
  const close = (): void => {
    setDialog(undefined);
    focusList();
  };
  const makeEdition = async (): Promise<void> => {
    if (!(await client.editors.finish())) {
      return;
    }
    const next = await client.call('edition_preview', { instrument: instrument.id });
    const { open } = next.counts;
    const yes =
      open === 0 ||
      (await notices.ask({
        title: say('carry-edition-open-title', { count: open }),
        text: say('carry-edition-open-text'),
        yes: say('carry-edition-open-yes'),
        no: say('cancel'),
      }));
    if (yes) {
      setReady(next);
    }
  };

  const latest = useRef({ makeEdition, off });
  useEffect(() => {
    latest.current = { makeEdition, off };
  });
  const offer = useMemo(
    (): readonly Command[] => [
      {
        id: 'carry.edition',
        label: () => say('carry-edition'),
        icon: 'check',
        keys: keysOf('carry.edition'),
        once: true,
        when: () => latest.current.off === '',
        why: () => latest.current.off,
        run: () => latest.current.makeEdition(),
      },
      {
        id: 'carry.find',
        label: () => say('carry-find'),
        icon: 'search',
        keys: keysOf('carry.find'),
        run: () => search.current?.focus(),
      },
      {
        id: 'carry.choose',
        label: () => say('carry-choose'),
        icon: 'catalogue',
        run: () => change(state.shown, { instrument: undefined }),
      },
    ],
    [say, state],
  );
  useCommands(offer);

  /** Keys of the whole screen; not where somebody writes, nor in a dialog over it. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    if (
      event.defaultPrevented ||
      event.metaKey ||
      event.altKey ||
      event.nativeEvent.isComposing ||
      !(target instanceof HTMLElement) ||
      !event.currentTarget.contains(target) ||
      target.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null
    ) {
      return;
    }
    const key = event.key.toLowerCase();
    const inList = list.current?.contains(target) === true;
    if (event.ctrlKey) {
      if (key !== 'a' || !inList) {
        return;
      }
      attempt(markAll);
    } else if (key === 'j' || key === 'k') {
      list.current?.focus();
      go(at + (key === 'j' ? 1 : -1));
    } else if (event.key === ' ' && inList) {
      toggle(at);
    } else if (event.key === 'Escape' && !inList) {
      list.current?.focus();
    } else if (event.repeat) {
      return;
    } else if (CHOICES.some((choice) => choice.key === event.key)) {
      const choice = CHOICES.find((one) => one.key === event.key);
      if (choice) {
        choose(choice);
      }
    } else if (key === 'a' && found) {
      setDialog('another');
    } else if (event.key === 'Backspace') {
      takeBack();
    } else {
      return;
    }
    event.preventDefault();
  };
  const numbers = { decided, all: counts.all };
  return (
    // The parts in it have the focus; these keys mean the same in all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="k-view cf-screen l-screen"
      aria-label={say('screen-carry')}
      data-testid="carry"
      data-instrument={instrument.id}
      onKeyDown={onKeyDown}
    >
      <header className="k-view-bar l-bar">
        <IconButton
          icon="back"
          label={say('carry-choose')}
          onPress={() => change(state.shown, { instrument: undefined })}
          data-testid="carry-back"
        />
        <h1 className="k-view-title">{say('screen-carry')}</h1>
        <p className="cf-instrument-name">
          <bdi>{instrument.short}</bdi>
          {instrument.title === instrument.short ? null : (
            <>
              {' · '}
              <bdi>{instrument.title}</bdi>
            </>
          )}
        </p>
        <div className="l-bar-end">
          <span data-testid="carry-counts">
            <ProgressBar
              percent={counts.all === 0 ? 0 : (100 * decided) / counts.all}
              words={say('carry-counts', numbers)}
            />
          </span>
          {view.edition ? <EditionMenu edition={view.edition} /> : null}
          <Button
            look={counts.open === 0 && decided > 0 ? 'primary' : 'plain'}
            off={off}
            onPress={() => void makeEdition().catch(notices.report)}
            data-testid="carry-edition"
          >
            {say('carry-edition')}
          </Button>
        </div>
      </header>
      <div className="l-beside">
        <div className="l-side">
          <Filters
            counts={counts}
            wanted={wanted}
            text={text}
            onWanted={(next) => filter(state.shown, { wanted: next })}
            onText={(next) => filter(state.shown, { text: next })}
            searchRef={search}
            onLeaveSearch={() => {
              list.current?.focus();
              go(0);
            }}
          />
          {total === 0 ? (
            <div className="l-none" data-testid="carry-none">
              <EmptyState
                icon="check"
                title={say(noneOf(wanted, text, counts.all))}
                actions={
                  counts.all > 0 && (wanted !== '' || text !== '') ? (
                    <Button
                      onPress={() => {
                        filter(state.shown, { wanted: '' });
                        filter(state.shown, { text: '' });
                      }}
                      data-testid="carry-show-all"
                    >
                      {say('carry-show-all')}
                    </Button>
                  ) : undefined
                }
              />
            </div>
          ) : (
            <ParagraphList
              total={total}
              at={at}
              itemAt={feed.itemAt}
              marked={marked}
              onNeed={feed.need}
              onGo={(index, event) => {
                go(index);
                if (event?.toggles) {
                  toggle(index);
                }
              }}
              onEnter={() => candidates.current?.focus()}
              onLeave={marked.size > 0 ? () => change(state.shown, { marked: new Set() }) : undefined}
              listRef={list}
            />
          )}
          {marked.size > 0 ? (
            <p className="cf-marked" role="status">
              {say('carry-marked', { count: marked.size })}
            </p>
          ) : null}
        </div>
        <div ref={detail} className="l-detail">
          {found && total > 0 ? (
            <Paragraph
              instrument={instrument}
              found={found}
              picked={candidate}
              marked={marked.size}
              off={off}
              onPick={(commitment) => setPicked({ paragraph: found.paragraph.id, commitment })}
              onChoose={choose}
              onTakeBack={takeBack}
              onAnother={() => setDialog('another')}
              onOpen={onOpen}
              onLeave={() => list.current?.focus()}
              candidatesRef={candidates}
            />
          ) : null}
        </div>
      </div>
      {dialog === 'not_for_us' ? (
        <NotForUsDialog
          count={Math.max(1, marked.size)}
          because={state.because}
          onDecide={async (because) => {
            await decide({ decision: 'not_for_us', because });
            state.because = because;
          }}
          onClose={close}
        />
      ) : null}
      {dialog === 'new' && found ? (
        <NewDialog found={found} onDecide={(fields) => decide({ decision: 'new', fields })} onClose={close} />
      ) : null}
      {dialog === 'superseded' && found && candidate ? (
        <SupersededDialog
          found={found}
          picked={candidate}
          onDecide={(by, fields) =>
            decide({
              decision: 'superseded',
              commitment: candidate.row.id,
              ...(by === undefined ? { fields } : { by }),
            })
          }
          onClose={close}
        />
      ) : null}
      {dialog === 'another' && paragraph !== undefined ? (
        <AnotherDialog
          onPick={(commitment) => {
            const next = [...also.filter((id) => id !== commitment), commitment];
            state.also.set(paragraph, next);
            setAlso(next);
            setPicked({ paragraph, commitment });
          }}
          onClose={() => {
            setDialog(undefined);
            requestAnimationFrame(() => (candidates.current ?? list.current)?.focus());
          }}
        />
      ) : null}
      {ready ? (
        <EditionDialog
          instrument={instrument.id}
          ready={ready}
          onMade={(made) => {
            setWaits(0);
            client.renew.emit();
            notices.tell({
              tone: 'done',
              text: made.announcement,
              action: { label: say('carry-edition-history'), run: () => navigation.show('history') },
            });
          }}
          onClose={() => {
            setReady(undefined);
            focusList();
          }}
        />
      ) : null}
    </section>
  );
}

/** Why the list is empty. */
function noneOf(wanted: string, text: string, all: number): string {
  if (all === 0) {
    return 'carry-none-at-all';
  }
  if (text.trim() !== '') {
    return 'carry-none-filtered';
  }
  return wanted === 'open' ? 'carry-none-open' : 'carry-none-so';
}
