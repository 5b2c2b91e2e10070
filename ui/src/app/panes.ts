/** What the window shows: which screen, which row in full, which dialog. */
import type { RowKey } from '@/generated/wire.ts';
import { recall, remember } from '@/lib/kept.ts';
import type { ScreenName } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';

export type DialogName = 'palette' | 'settings' | 'share' | 'print' | 'export' | 'keys' | 'guide';

export interface Panes {
  screen: ScreenName;
  /** The row that is selected on each screen. */
  selected: Readonly<Partial<Record<ScreenName, RowKey>>>;
  /** Rows opened from the inspector, newest last; empty: it shows the selected row. */
  trail: readonly RowKey[];
  /** Whether the inspector is wanted beside the list, where there is room for both. */
  inspector: boolean;
  /** Whether it lies over the list, where there is not. */
  overlay: boolean;
  dialog: DialogName | undefined;
  /** The banner of the starter plan has been answered. */
  lookingAround: boolean;
}

const SCREEN = 'screen';
const SCREENS: readonly ScreenName[] = [
  'overview',
  'commitments',
  'milestones',
  'timeline',
  'groups',
  'matrix',
  'documents',
  'history',
  'questions',
  'catalogue',
  'search',
  'carry',
];

function isScreen(value: unknown): value is ScreenName {
  return SCREENS.some((name) => name === value);
}

/** Begins with the screen that was left last; at the very first start with the commitments. */
export function createPanes(): Store<Panes> {
  const panes = createStore<Panes>({
    screen: recall(SCREEN, isScreen) ?? 'commitments',
    selected: {},
    trail: [],
    inspector: true,
    overlay: false,
    dialog: undefined,
    lookingAround: false,
  });
  let before = panes.get().screen;
  panes.subscribe(() => {
    const { screen } = panes.get();
    if (screen !== before) {
      before = screen;
      remember(SCREEN, screen);
    }
  });
  return panes;
}

export function change(panes: Store<Panes>, part: Partial<Panes>): void {
  panes.set({ ...panes.get(), ...part });
}

/** Selects a row on the screen that is shown, or none; the inspector goes back to the selection. */
export function select(panes: Store<Panes>, key: RowKey | undefined): void {
  const { screen, selected, trail } = panes.get();
  const now = selected[screen];
  const same = now?.id === key?.id && now?.kind === key?.kind;
  if (!same || trail.length > 0) {
    change(panes, { selected: { ...selected, [screen]: key }, trail: [] });
  }
}
