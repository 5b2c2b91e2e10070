/** What the review shows, and files on their way in. It outlives the turns of the screen, not the plan. */
import type { RefusedFile, ReviewStarted } from '@/generated/wire.ts';
import type { Client } from '@/lib/client.ts';
import { type Job, runJob } from '@/lib/jobs.ts';
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';

/** `open`: needs a decision. Empty: all. */
export type ItemState = 'open' | 'taken' | 'decided' | 'later' | 'again' | '';

export interface Filters {
  state: ItemState;
  /** Of this file: the id of its snapshot. */
  file: string | undefined;
  kind: string | undefined;
  /** Empty: rows that come or go. */
  field: string | undefined;
  text: string;
}

interface Shown {
  /** Another than the newest that is not closed. */
  review: number | undefined;
  filters: Filters;
  /** The item that is looked at; none: the files are. */
  item: string | undefined;
  /** Its place in the list. */
  at: number;
}

/** Files on their way in, and what became of them. */
interface Intake {
  /** How far it is, between 0 and 1; undefined: nothing is being read. */
  progress: number | undefined;
  refused: readonly RefusedFile[];
  /** Names of files that were in it already. */
  known: readonly string[];
}

export interface ReviewState extends ScreenState {
  readonly shown: Store<Shown>;
  readonly intake: Store<Intake>;
  /** Takes files in. */
  take(files: readonly string[], shipped?: string): Promise<void>;
  /** Stops reading them; what was not taken in yet is left out. */
  stop(): void;
}

export const NO_FILTERS: Filters = {
  state: 'open',
  file: undefined,
  kind: undefined,
  field: undefined,
  text: '',
};

const FRESH: Shown = { review: undefined, filters: NO_FILTERS, item: undefined, at: 0 };
const NONE: Intake = { progress: undefined, refused: [], known: [] };

export function createReview(client: Client): ReviewState {
  const shown = createStore<Shown>(FRESH);
  const intake = createStore<Intake>(NONE);
  let job: Job<unknown> | undefined;
  const took = (answer: ReviewStarted): void => {
    intake.set({ ...NONE, refused: answer.refused, known: answer.known });
    if (answer.review) {
      // What is new is looked at first: whose it is, and of which day.
      shown.set({ ...FRESH, filters: filtersFor(answer.review.counts.open) });
    }
    client.said.emit(answer.announcement);
  };
  const take: ReviewState['take'] = async (files, shipped) => {
    if (job !== undefined) {
      return;
    }
    intake.set({ ...NONE, progress: 0 });
    try {
      const request = { files: [...files], ...(shipped === undefined ? {} : { shipped: [shipped] }) };
      const started = runJob(client, 'review_start', request, (progress) => {
        intake.set({ ...NONE, progress });
      });
      job = started;
      const answer = await started.answer;
      intake.set(NONE);
      if (answer) {
        took(answer);
      }
    } catch (reason) {
      intake.set(NONE);
      client.failed.emit(reason);
    } finally {
      job = undefined;
      client.reviewed.emit();
    }
  };
  return {
    shown,
    intake,
    take,
    stop: () => job?.stop(),
    wish(wish: Wish) {
      if (wish.started) {
        took(wish.started);
      }
      if (wish.files || wish.shipped !== undefined) {
        void take(wish.files ?? [], wish.shipped);
      }
    },
    reset() {
      shown.set(FRESH);
      intake.set(NONE);
    },
  };
}

/** Where nothing waits for a decision, what is taken is shown. */
export function filtersFor(open: number): Filters {
  return open === 0 ? { ...NO_FILTERS, state: '' } : NO_FILTERS;
}

export function change(store: Store<Shown>, part: Partial<Shown>): void {
  store.set({ ...store.get(), ...part });
}

export function filter(store: Store<Shown>, part: Partial<Filters>): void {
  change(store, { filters: { ...store.get().filters, ...part }, item: undefined, at: 0 });
}

export function isFiltered({ file, kind, field, text }: Filters): boolean {
  return file !== undefined || kind !== undefined || field !== undefined || text.trim() !== '';
}
