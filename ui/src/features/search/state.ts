/** What is searched for; it outlives the turns of the screen, not the plan. */
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';

interface Shown {
  text: string;
  /** Rows of this kind only. */
  kind: string | undefined;
}

export interface SearchState extends ScreenState {
  readonly shown: Store<Shown>;
  readonly last: Map<string, unknown>;
}

const FRESH: Shown = { text: '', kind: undefined };

export function createSearch(): SearchState {
  const shown = createStore<Shown>(FRESH);
  const last = new Map<string, unknown>();
  return {
    shown,
    last,
    wish({ text }: Wish) {
      if (text !== undefined) {
        shown.set({ text, kind: undefined });
      }
    },
    reset() {
      last.clear();
      shown.set(FRESH);
    },
  };
}
