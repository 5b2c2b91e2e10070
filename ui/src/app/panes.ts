/** What the window shows besides the list: which row in full, which dialog. */
import type { RowKey } from '@/generated/wire.ts';
import { createStore, type Store } from '@/lib/store.ts';

export interface Panes {
  /** The row that is selected in the list. */
  selected: string | undefined;
  /** Rows opened from the inspector, newest last; empty: it shows the selected row. */
  trail: readonly RowKey[];
  /** Whether the inspector is wanted beside the list, where there is room for both. */
  inspector: boolean;
  /** Whether it lies over the list, where there is not. */
  overlay: boolean;
  dialog: 'palette' | 'settings' | 'share' | undefined;
  /** The banner of the starter plan has been answered. */
  lookingAround: boolean;
}

export function createPanes(): Store<Panes> {
  return createStore<Panes>({
    selected: undefined,
    trail: [],
    inspector: true,
    overlay: false,
    dialog: undefined,
    lookingAround: false,
  });
}

export function change(panes: Store<Panes>, part: Partial<Panes>): void {
  panes.set({ ...panes.get(), ...part });
}
