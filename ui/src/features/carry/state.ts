/** Which instrument, which of its paragraphs, and what was said last. It outlives the turns of the screen, not the plan. */
import type { Client } from '@/lib/client.ts';
import { NOW } from '@/lib/client.ts';
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';

/** Empty: all. */
export type Wanted = 'open' | 'answered' | 'not_for_us' | '';

export const WANTED: readonly Wanted[] = ['open', 'answered', 'not_for_us', ''];

export interface Shown {
  /** None: one is chosen first. */
  instrument: string | undefined;
  wanted: Wanted;
  text: string;
  /** The place of the paragraph that is looked at, and its id, where it is known. */
  at: number;
  paragraph: string | undefined;
  /** Paragraphs that are decided together. */
  marked: ReadonlySet<string>;
}

export interface CarryState extends ScreenState {
  readonly shown: Store<Shown>;
  /** Commitments that somebody looks at beside a paragraph, by its id. */
  readonly also: Map<string, readonly string[]>;
  /** Answers as they were last. */
  readonly last: Map<string, unknown>;
  /** The paragraph that was decided last, and whether it left the list by that: taken back, it is looked at again. */
  decided: { id: string; isGone: boolean } | undefined;
  /** Why a paragraph was none of ours last: the next one often is for the same reason. */
  because: string;
}

const FRESH: Shown = {
  instrument: undefined,
  wanted: 'open',
  text: '',
  at: 0,
  paragraph: undefined,
  marked: new Set(),
};

export function createCarry(client: Client): CarryState {
  const shown = createStore<Shown>(FRESH);
  const also = new Map<string, readonly string[]>();
  const last = new Map<string, unknown>();
  const begin = (instrument: string, paragraph?: string): void => {
    const now = shown.get();
    if (now.instrument !== instrument) {
      shown.set({ ...FRESH, instrument });
    }
    if (paragraph !== undefined) {
      shown.set({ ...FRESH, instrument, wanted: '', at: -1, paragraph });
    }
  };
  return {
    shown,
    also,
    last,
    decided: undefined,
    because: '',
    async wish({ row }: Wish) {
      if (row?.kind === 'instrument') {
        begin(row.id);
      } else if (row?.kind === 'provision') {
        const { row: found } = await client.call('row_get', { kind: row.kind, id: row.id, source: NOW });
        const instrument = found.cells['instrument']?.value;
        if (typeof instrument === 'string') {
          begin(instrument, row.id);
        }
      }
      return undefined;
    },
    reset() {
      also.clear();
      last.clear();
      shown.set(FRESH);
      this.because = '';
      this.decided = undefined;
    },
  };
}

export function change(store: Store<Shown>, part: Partial<Shown>): void {
  store.set({ ...store.get(), ...part });
}

/** Other paragraphs are listed: the first of them is looked at. */
export function filter(store: Store<Shown>, part: Pick<Shown, 'wanted'> | Pick<Shown, 'text'>): void {
  change(store, { ...part, at: 0, paragraph: undefined, marked: new Set() });
}
