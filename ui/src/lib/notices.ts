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
  readonly notice: Store<Notice | undefined>;
  readonly question: Store<Asked | undefined>;
  tell(notice: Notice): void;
  dismiss(): void;
  /** Tells of an error: in place where it is a refusal, with details to copy where something broke. */
  report(reason: unknown): void;
  ask(question: Question): Promise<boolean>;
}

export function createNotices(words: () => Words): Notices {
  const notice = createStore<Notice | undefined>(undefined);
  const question = createStore<Asked | undefined>(undefined);
  return {
    notice,
    question,
    tell: (next) => notice.set(next),
    dismiss: () => notice.set(undefined),
    report: (reason) => notice.set(noticeOf(reason, words())),
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
  return sort === 'broken'
    ? { tone: 'danger', text: message, details: `${code}\n${details}` }
    : { tone: 'attention', text: message };
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
