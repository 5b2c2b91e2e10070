/** Where the plan stands: the objectives, what comes next, what has changed. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createOverview, type OverviewState } from './state.ts';

export const overview: ScreenDef<OverviewState> = {
  name: 'overview',
  icon: 'overview',
  inspector: 'asked',
  createState: createOverview,
  print: async (context) => (await import('./print.ts')).printOverview(context),
  load: async () => (await import('./overview.tsx')).Overview,
};
