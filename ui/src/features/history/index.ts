/** The history of the plan: earlier states, steps in sentences, and any two states compared. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createHistory, type HistoryState } from './state.ts';

export const history: ScreenDef<HistoryState> = {
  name: 'history',
  icon: 'history',
  inspector: 'asked',
  createState: () => createHistory(),
  print: async (context, state) => (await import('./print.ts')).printHistory(context, state),
  load: async () => (await import('./history.tsx')).History,
};
