/** Search over everything, as a screen: all that was found, by kind, with where it stands. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createSearch, type SearchState } from './state.ts';

export const search: ScreenDef<SearchState> = {
  name: 'search',
  icon: 'search',
  inspector: 'asked',
  createState: createSearch,
  print: async (context, state) => (await import('./print.ts')).printSearch(context, state),
  load: async () => (await import('./search.tsx')).Search,
};
