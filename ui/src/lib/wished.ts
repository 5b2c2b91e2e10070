/** What somebody wants to see in the details of a row that is about to be opened: a tab, the line of a field. */
import { createStore } from './store.ts';

interface Wished {
  id: string;
  tab: string | undefined;
  field: string;
}

export const wished = createStore<Wished | undefined>(undefined);

export function wish(one: Wished): void {
  wished.set(one);
}
