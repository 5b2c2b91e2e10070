/** What the window knows of the program behind it: what is open, the person's settings, the kinds; and what has changed. */
import { createContext, useContext } from 'react';
import type {
  Events,
  FileInfo,
  KindInfo,
  PlanChanged,
  PlanSummary,
  RestorePointView,
  Settings,
  Source,
  Start,
  Written,
} from '@/generated/wire.ts';
import { type Answer, type Api, CommandError, type CommandName, createApi, type Request } from './api.ts';
import { createEditors, type Editors } from './editors.ts';
import type { EventName, Host } from './host/host.ts';
import { isFlag, recall, remember } from './kept.ts';
import { createSignal, createStore, type Signal, type Store, useStore } from './store.ts';
import { loadWords, type Words } from './words.ts';

/** Commands whose answer says which step they were. */
export type WriteName = { [K in CommandName]: Answer<K> extends Written ? K : never }[CommandName];

export interface Unopened {
  file: string;
  /** In words. */
  why: string;
  points: readonly RestorePointView[];
}

/** What is compared with. */
export interface Compared {
  source: Source;
  /** In words. */
  name: string;
  /** Lists show only rows that are new or others. */
  only: boolean;
}

interface Noted {
  text: string;
  step: number | undefined;
}

export interface Client extends Api {
  /** Carries out a write, and says what it did. */
  write<K extends WriteName>(command: K, request: Request<K>): Promise<Written>;
  readonly words: Store<Words>;
  readonly plan: Store<PlanSummary>;
  readonly settings: Store<Settings>;
  readonly kinds: Store<ReadonlyMap<string, KindInfo>>;
  readonly recent: Store<readonly FileInfo[]>;
  /** Which moment of the plan all screens show: now, unless somebody looks back. */
  readonly source: Store<Source>;
  /** That moment in words; empty: now. */
  readonly momentName: Store<string>;
  /** The earlier state that all screens compare with; none: nothing is compared. */
  readonly compared: Store<Compared | undefined>;
  /** Persons, private fields, notes and questions are kept off the screen, for a projector. */
  readonly discreet: Store<boolean>;
  /** Files that were written can be shown in their folder and opened from here. */
  readonly hasDesktop: Store<boolean>;
  /** A file that could not be opened, of which there are copies. */
  readonly unopened: Store<Unopened | undefined>;
  /** A step was made, by whomever. */
  readonly changed: Signal<PlanChanged>;
  /** Another plan is shown. */
  readonly opened: Signal<PlanSummary>;
  /** What is shown no longer holds: a stale row was met, or the language is another. */
  readonly renew: Signal<void>;
  /** Sentences for the live region. */
  readonly said: Signal<string>;
  /** What a person should know of a step besides. */
  readonly noted: Signal<Noted>;
  /** The system handed a file over. */
  readonly fileHanded: Signal<string>;
  /** Nothing can be written to the file any more, or for now: the code of why. */
  readonly stuck: Signal<string>;
  /** Files were dropped on the window. */
  readonly filesDropped: Signal<readonly string[]>;
  /** Of a review something is another: its files, or what was decided. */
  readonly reviewed: Signal<void>;
  /** Something that nobody waits for went wrong. */
  readonly failed: Signal<unknown>;
  /** Editors that are open. */
  readonly editors: Editors;
  /** What is open is now this. */
  show(plan: PlanSummary): void;
  setLanguage(language: string): Promise<void>;
  start(): Promise<Start>;
}

/** The plan as it is. */
export const NOW: Source = { at: 'now' };

const DISCREET = 'discreet';

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

export function createClient(host: Host, language: string): Client {
  const words = createStore(loadWords(language));
  const plan = createStore<PlanSummary>(NOTHING_OPEN);
  const settings = createStore<Settings>({
    name: '',
    organization: '',
    language,
    theme: 'system',
    text_size: 100,
  });
  const kinds = createStore<ReadonlyMap<string, KindInfo>>(new Map());
  const recent = createStore<readonly FileInfo[]>([]);
  const source = createStore<Source>(NOW);
  const hasDesktop = createStore(false);
  const momentName = createStore('');
  const compared = createStore<Compared | undefined>(undefined);
  // Kept: who starts again before an audience must not show more than before.
  const discreet = createStore(recall(DISCREET, isFlag) ?? false);
  discreet.subscribe(() => remember(DISCREET, discreet.get()));
  const unopened = createStore<Unopened | undefined>(undefined);
  const changed = createSignal<PlanChanged>();
  const opened = createSignal<PlanSummary>();
  const renew = createSignal<void>();
  const said = createSignal<string>();
  const noted = createSignal<Noted>();
  const fileHanded = createSignal<string>();
  const stuck = createSignal<string>();
  const filesDropped = createSignal<readonly string[]>();
  const reviewed = createSignal<void>();
  const failed = createSignal<unknown>();
  const api = createApi(host, {
    language: () => words.get().language,
    unreachable: () => words.get().say('error-unreachable'),
  });

  const show = (summary: PlanSummary): void => {
    // A moment belongs to the plan that it is one of.
    source.set(NOW);
    momentName.set('');
    compared.set(undefined);
    plan.set(summary);
    opened.emit(summary);
  };

  /** Tells what another road than ours has opened; what we opened ourselves is known already. */
  const follow = async (): Promise<void> => {
    const summary = await api.call('plan_summary', {});
    if (JSON.stringify(summary) !== JSON.stringify(plan.get())) {
      show(summary);
    }
  };

  const onEvent = (event: EventName, payload: unknown): void => {
    // What the host passes on was written as one of `Events`.
    switch (event) {
      case 'plan-changed': {
        const change = payload as Events['plan-changed'];
        plan.set(change.plan);
        changed.emit(change);
        break;
      }
      case 'plan-opened':
        follow().catch((reason: unknown) => failed.emit(reason));
        break;
      case 'open-file':
        fileHanded.emit((payload as Events['open-file']).file);
        break;
      case 'files-dropped':
        filesDropped.emit((payload as Events['files-dropped']).files);
        break;
      case 'review-changed':
        reviewed.emit();
        break;
      case 'job-progress':
        break;
    }
  };

  const loadKinds = async (): Promise<void> => {
    const list = await api.call('kinds_list', {});
    kinds.set(new Map(list.map((kind) => [kind.kind, kind])));
  };

  const client: Client = {
    ...api,
    words,
    plan,
    settings,
    kinds,
    recent,
    source,
    momentName,
    hasDesktop,
    compared,
    discreet,
    unopened,
    changed,
    opened,
    renew,
    said,
    noted,
    fileHanded,
    stuck,
    filesDropped,
    reviewed,
    failed,
    editors: createEditors(),
    show,
    async write(command, request) {
      try {
        const written = (await api.call(command, request)) as Written;
        if (written.announcement !== '') {
          said.emit(written.announcement);
        }
        if (written.note !== '') {
          noted.emit({ text: written.note, step: written.op ?? undefined });
        }
        return written;
      } catch (error) {
        if (error instanceof CommandError && error.sort === 'stale') {
          renew.emit();
        }
        if (error instanceof CommandError && error.isStuck) {
          stuck.emit(error.code);
        }
        throw error;
      }
    },
    async setLanguage(next) {
      words.set(loadWords(next));
      await loadKinds();
      plan.set(await api.call('plan_summary', {}));
      renew.emit();
    },
    async start() {
      host.onEvent(onEvent);
      const [start] = await Promise.all([api.call('session_start', {}), loadKinds()]);
      settings.set(start.settings);
      recent.set(start.recent);
      hasDesktop.set(start.has_desktop);
      plan.set(start.plan);
      if (start.settings.language !== '' && start.settings.language !== words.get().language) {
        await client.setLanguage(start.settings.language);
      }
      return start;
    },
  };
  return client;
}

const ClientContext = createContext<Client | undefined>(undefined);
export const ClientProvider = ClientContext.Provider;

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) {
    throw new Error('the window has no client: ClientProvider is missing');
  }
  return client;
}

/** The window's words, renewed when the language changes. */
export function useWords(): Words {
  return useStore(useClient().words);
}

export function usePlan(): PlanSummary {
  return useStore(useClient().plan);
}

/** Which moment of the plan is shown. */
export function useSource(): Source {
  return useStore(useClient().source);
}

/** What all screens compare with. */
export function useCompared(): Compared | undefined {
  return useStore(useClient().compared);
}

/** Whether persons and private things are kept off the screen. */
export function useDiscreet(): boolean {
  return useStore(useClient().discreet);
}

/** Whether what is shown can be changed: the plan is open to be edited, and nobody looks back. */
export function isEditable(client: Client): boolean {
  return client.plan.get().open === 'plan' && client.source.get().at === 'now';
}

export function useEditable(): boolean {
  const open = useStore(useClient().plan, (plan) => plan.open === 'plan');
  const now = useStore(useClient().source, (source) => source.at === 'now');
  return open && now;
}

/** Why nothing can be changed, in words; empty: it can, or nothing is open. */
export function offWords(client: Client): string {
  const { say } = client.words.get();
  const { open, read_only_because: because } = client.plan.get();
  if (open === 'nothing') {
    return '';
  }
  if (client.source.get().at !== 'now') {
    return say('off-past');
  }
  return open === 'plan' ? '' : because || say('read-only-cell');
}

/** Why nothing can be changed, for what is shown all the same and does nothing then. */
export function useOff(): string {
  const client = useClient();
  useWords();
  usePlan();
  useSource();
  return offWords(client);
}
