/** What the screen of questions shows: those that are open or those that are intended, and which rules are folded. */
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';

interface Shown {
  intended: boolean;
  folded: ReadonlySet<string>;
  /** The rule that another place of the window sent here; its section is gone to once. */
  wanted: string | undefined;
}

export interface QuestionsState extends ScreenState {
  readonly shown: Store<Shown>;
  /** Answers as they were last. */
  readonly last: Map<string, unknown>;
}

const FRESH: Shown = { intended: false, folded: new Set(), wanted: undefined };

export function createQuestions(): QuestionsState {
  const shown = createStore<Shown>(FRESH);
  const last = new Map<string, unknown>();
  return {
    shown,
    last,
    wish({ rule }: Wish) {
      if (rule !== undefined) {
        const folded = new Set([...shown.get().folded].filter((one) => one !== rule));
        shown.set({ intended: false, folded, wanted: rule });
      }
    },
    reset() {
      last.clear();
      shown.set(FRESH);
    },
  };
}

export function fold(shown: Store<Shown>, rule: string): void {
  const folded = new Set(shown.get().folded);
  if (!folded.delete(rule)) {
    folded.add(rule);
  }
  shown.set({ ...shown.get(), folded });
}
