/** What the window has to say, and what it has to ask. */
import { createContext, useContext } from 'react';
import { CommandError } from './api.ts';
import { createStore, type Store } from './store.ts';
import type { Words } from './words.ts';

export interface NoticeAction {
  label: string;
  run(): void;
}

export interface Notice {
  tone: 'info' | 'done' | 'attention' | 'danger';
  text: string;
  /** To copy, for a report. */
  details?: string;
  action?: NoticeAction;
  /** What can be done besides, more than once: what is said stays. */
  offers?: readonly NoticeAction[];
  /** The step that it is about: what is said of one step stands together, and nothing of it takes the place of the rest. */
  step?: number | undefined;
}

/** In place of a step, of which there is none: nothing can be written to the file. */
export const STUCK = -1;

/** What is said now. */
export interface Said {
  /** The newest last; all about one step. */
  lines: readonly [Notice, ...Notice[]];
  tone: Notice['tone'];
  /** It was told while a dialog was open, and is to be read there. */
  inDialog: boolean;
}

export interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
}

interface Asked extends Question {
  answer(yes: boolean): void;
}

export interface Notices {
  readonly said: Store<Said | undefined>;
  readonly question: Store<Asked | undefined>;
  tell(notice: Notice): void;
  dismiss(): void;
  /** Its offer was taken: it goes, and what stands beside it stays. */
  settle(notice: Notice): void;
  /** Tells of an error: in place where it is a refusal, with details to copy where something broke. */
  report(reason: unknown): void;
  ask(question: Question): Promise<boolean>;
}

/** `isCovered`: whether a dialog lies over the window. */
export function createNotices(words: () => Words, isCovered: () => boolean = () => false): Notices {
  const said = createStore<Said | undefined>(undefined);
  const question = createStore<Asked | undefined>(undefined);
  const say = ([first, ...others]: readonly Notice[], inDialog: boolean): void =>
    said.set(first && { lines: [first, ...others], tone: others.at(-1)?.tone ?? first.tone, inDialog });
  const tell = (next: Notice): void => {
    const lines = said.get()?.lines ?? [];
    const beside = lines.filter(
      ({ step, text }) => step !== undefined && step === next.step && text !== next.text,
    );
    say([...beside, next], isCovered());
  };
  return {
    said,
    question,
    tell,
    dismiss: () => said.set(undefined),
    settle(notice) {
      const now = said.get();
      if (now) {
        say(
          now.lines.filter((one) => one !== notice),
          now.inDialog,
        );
      }
    },
    report: (reason) => tell(noticeOf(reason, words())),
    ask: (next) =>
      new Promise((resolve) => {
        question.get()?.answer(false);
        question.set({
          ...next,
          answer(yes) {
            question.set(undefined);
            resolve(yes);
          },
        });
      }),
  };
}

function noticeOf(reason: unknown, words: Words): Notice {
  if (!(reason instanceof CommandError)) {
    const details =
      reason instanceof Error ? `${reason.name}: ${reason.message}\n${reason.stack ?? ''}` : String(reason);
    return { tone: 'danger', text: words.say('error-window'), details };
  }
  const { message, sort, code, details } = reason;
  // What it says and the way on stand together.
  const step = reason.isStuck ? STUCK : undefined;
  return sort === 'broken'
    ? { tone: 'danger', text: message, details: `${code}\n${details}`, step }
    : { tone: 'attention', text: message, step };
}

const NoticeContext = createContext<Notices | undefined>(undefined);
export const NoticeProvider = NoticeContext.Provider;

export function useNotices(): Notices {
  const notices = useContext(NoticeContext);
  if (!notices) {
    throw new Error('the window has no notices: NoticeProvider is missing');
  }
  return notices;
}
