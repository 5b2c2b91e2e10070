/** Going from one place of the window to another. */
import { createContext, useContext } from 'react';
import type { RowKey, Source } from '@/generated/wire.ts';
import type { ScreenName, Wish } from './screen.ts';

export interface Navigation {
  /** Shows a screen, as it was left or as wished. */
  show(screen: ScreenName, wish?: Wish): void;
  /** Shows a row in the inspector, beside what is on screen. */
  open(key: RowKey): void;
  /** Goes to the screen that lists rows of its kind, and to the row. */
  goTo(key: RowKey): void;
  /** All screens show the plan as it was, read-only; `{at: 'now'}` comes back. `name` says which moment it is, in words. */
  look(source: Source, name?: string): Promise<void>;
}

const NavigationContext = createContext<Navigation | undefined>(undefined);
export const NavigationProvider = NavigationContext.Provider;

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) {
    throw new Error('the window has nowhere to go: NavigationProvider is missing');
  }
  return navigation;
}
