/** What the window knows of the program behind it: what is open, the person's settings, the kinds; and what has changed. */
import { createContext, useContext } from 'react';
import type {
  FileInfo,
  KindInfo,
  PlanChanged,
  PlanSummary,
  Settings,
  Start,
  Written,
} from '@/generated/wire.ts';
import { type Api, CommandError, type CommandName, createApi, type Request } from './api.ts';
import type { EventName, Host } from './host/host.ts';
import { createSignal, createStore, type Signal, type Store } from './store.ts';
import { loadWords, type Words } from './words.ts';

/** Commands whose answer says which step they were. */
type WriteName = { [K in CommandName]: Written extends Api.AnswerOf<K> ? K : never }[CommandName];

declare namespace Api {
  type AnswerOf<K extends CommandName> = import('./api.ts').Answer<K>;
}

export interface Client extends Api {
  /** Carries out a write, and says what it did. */
  write<K extends WriteName>(command: K, request: Request<K>): Promise<Written>;
  readonly words: Store<Words>;
  readonly plan: Store<PlanSummary>;
  readonly settings: Store<Settings>;
  readonly kinds: Store<ReadonlyMap<string, KindInfo>>;
  readonly recent: Store<readonly FileInfo[]>;
  /** A step was made, by whomever. */
  readonly changed: Signal<PlanChanged>;
  /** Another plan is shown. */
  readonly opened: Signal<PlanSummary>;
  /** What is shown no longer holds: a stale row was met, or the language is another. */
  readonly renew: Signal<void>;
  /** Sentences for the live region. */
  readonly said: Signal<string>;
  /** The system handed a file over. */
  readonly fileHanded: Signal<string>;
  /** What is open is now this. */
  show(plan: PlanSummary): void;
  setLanguage(language: string): Promise<void>;
  start(): Promise<Start>;
}

const NOTHING_OPEN: PlanSummary = {
  open: 'nothing',
  title: '',
  file: null,
  read_only_because: '',
  saved_at: '',
  op: 0,
  undo: null,
  redo: null,
  counts: {},
  provenance: '',
};
