/** Search and commands: what fits is listed as you type. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { AnswerCard } from '@/generated/wire.ts';
import { Badge, DialogMessages, Icon, useAnnounce } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { type Command, useCommandList } from '@/lib/commands.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useStore } from '@/lib/store.ts';
import { commandKeys } from '@/lib/key-words.ts';
import { byFit, FIT, type Fit, fitOf, wordsOf } from '@/lib/fit.ts';
import { useFound } from './palette-rows.ts';

interface Entry {
  id: string;
  content: ReactNode;
  run(): void;
}

interface Group {
  label: string;
  /** How well the best of them fits. */
  fit: Fit;
  entries: readonly Entry[];
}

const MOST_COMMANDS = 6;
/** Sentences of an answer; the others are on the screen of the search. */
const ANSWERS = 3;
/** Places of an answer of which the palette tells something. */
const PLACES = 8;

export interface PaletteProps {
  onClose: () => void;
}

export function Palette({ onClose }: PaletteProps) {
  const { say } = useWords();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const commands = useCommandGroup(text, onClose);
  const [answer, rows] = useFoundGroups(text, onClose);
  const groups = useMemo(
    () => [answer, ...byFit([commands, rows])].filter((group) => group.entries.length > 0),
    [answer, commands, rows],
  );
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(at, entries.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[data-highlighted]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);
  useEffect(() => {
    if (text.trim() !== '') {
      announce(say('palette-found', { count: entries.length }));
    }
  }, [announce, say, text, entries.length]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || entries.length === 0) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(at, entries.length - 1) + step;
      setAt(Math.abs(step) === 1 ? (next + entries.length) % entries.length : clamp(next, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      active?.run();
    }
  };

  return (
    <ModalOverlay
      className="k-veil a-palette-veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
    >
      <Modal className="k-modal a-palette" data-size="medium">
        <Dialog className="k-dialog" aria-label={say('palette')} data-testid="palette">
          <div className="a-palette-field">
            <Icon name="search" />
            <input
              // The field is what the palette was opened for.
              autoFocus
              className="a-palette-input"
              role="combobox"
              aria-label={say('palette')}
              aria-expanded={entries.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={active ? `${id}-${active.id}` : undefined}
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              placeholder={say('palette')}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={say('palette-results')}
            className="a-palette-list"
          >
            {groups.map((group) => (
              <div key={group.label} role="group" aria-label={group.label}>
                <div className="k-list-header" role="presentation">
                  {group.label}
                </div>
                {group.entries.map((entry) => (
                  <button
                    type="button"
                    key={entry.id}
                    id={`${id}-${entry.id}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={entry === active}
                    data-highlighted={entry === active || undefined}
                    className="k-option"
                    onMouseMove={() => setAt(entries.indexOf(entry))}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={entry.run}
                  >
                    {entry.content}
                  </button>
                ))}
              </div>
            ))}
          </div>
          {entries.length === 0 ? <p className="a-palette-none">{say('palette-none')}</p> : null}
          <DialogMessages />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}

function useCommandGroup(text: string, onClose: () => void): Group {
  const commands = useCommandList();
  const all = useStore(commands.all);
  const { say } = useWords();
  return useMemo(() => {
    const words = wordsOf(text);
    const offered = all.filter((command) => !command.hidden && command.when?.() !== false);
    const fitting = offered.flatMap((command) => {
      const label = command.label();
      const fits = words.every((word) => wordsOf(label).join(' ').includes(word));
      return fits ? [{ command, fit: words.length === 0 ? FIT.somewhere : fitOf(text, [label]) }] : [];
    });
    const shown = words.length === 0 ? fitting : byFit(fitting).slice(0, MOST_COMMANDS);
    return {
      label: say('palette-commands'),
      fit: shown[0]?.fit ?? FIT.somewhere,
      entries: shown.map(({ command }) => ({
        id: `command-${command.id}`,
        content: <CommandLine command={command} />,
        run: () => {
          onClose();
          commands.run(command.id);
        },
      })),
    };
  }, [all, commands, onClose, say, text]);
}

function CommandLine({ command }: { command: Command }) {
  const { say } = useWords();
  const keys = commandKeys(command, say);
  return (
    <>
      {command.icon ? <Icon name={command.icon} /> : <span className="a-palette-gap" />}
      <span className="k-option-words">
        <bdi>{command.label()}</bdi>
      </span>
      {keys === undefined ? null : <kbd className="k-option-key">{keys}</kbd>}
    </>
  );
}

/** What the palette tells of an answer: the first sentences of one place; of several places the first of each. */
function answers(card: AnswerCard): { place: string; sentence: string }[] {
  const [first, ...others] = card.lines.map(({ row, stated, readings, not_stated }) => ({
    place: row.short,
    sentences: [...stated, ...readings, ...not_stated],
  }));
  if (first === undefined) {
    return [];
  }
  return others.length === 0
    ? first.sentences.slice(0, ANSWERS).map((sentence) => ({ place: '', sentence }))
    : [first, ...others]
        .map(({ place, sentences }) => ({ place, sentence: sentences[0] ?? '' }))
        .slice(0, PLACES);
}

/** The answer to a question, and rows, each with the name of its kind. */
function useFoundGroups(text: string, onClose: () => void): readonly [Group, Group] {
  const navigation = useNavigation();
  const { say } = useWords();
  const found = useFound(text);
  return useMemo(() => {
    const goTo = (kind: string, id: string) => (): void => {
      onClose();
      navigation.goTo({ kind, id });
    };
    const searchAll = (): void => {
      onClose();
      navigation.show('search', { text });
    };
    const card = found?.card;
    const sentences = card ? answers(card) : [];
    const answer: Group = {
      label: say('palette-answer'),
      fit: FIT.exact,
      entries: card
        ? [
            {
              id: 'answer',
              content: (
                <>
                  <Icon name="questions" />
                  <span className="k-option-words a-palette-answer">
                    <strong>
                      <bdi>{card.question}</bdi>
                    </strong>
                    {sentences.map(({ place, sentence }) => (
                      <span key={`${place} ${sentence}`}>
                        {place === '' ? null : <Badge look="line">{place}</Badge>} <bdi>{sentence}</bdi>
                      </span>
                    ))}
                  </span>
                </>
              ),
              run: searchAll,
            },
          ]
        : [],
    };
    const rows = found?.rows ?? [];
    const entries: Entry[] = rows.map(({ row: { kind, id, short, title }, kind_label: label }) => ({
      id: `row-${kind}-${id}`,
      content: (
        <>
          {short === title || short === '' ? (
            <span className="a-palette-gap" />
          ) : (
            <Badge look="line">{short}</Badge>
          )}
          <span className="k-option-words">
            <bdi>{title}</bdi>
          </span>
          <span className="k-option-key">{label}</span>
        </>
      ),
      run: goTo(kind, id),
    }));
    if (found && found.count > rows.length) {
      entries.push({
        id: 'search-all',
        content: (
          <>
            <Icon name="search" />
            <span className="k-option-words">{say('palette-search-all', { text: text.trim() })}</span>
          </>
        ),
        run: searchAll,
      });
    }
    const [first] = rows;
    const fit = first ? fitOf(text, [first.row.short, first.row.title]) : FIT.somewhere;
    return [answer, { label: say('palette-rows'), fit, entries }];
  }, [found, navigation, onClose, say, text]);
}
