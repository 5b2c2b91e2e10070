/** What colleagues propose: files in, one list in sentences, decisions, one step. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createReview, type ReviewState } from './state.ts';

export const review: ScreenDef<ReviewState> = {
  name: 'review',
  icon: 'review',
  inspector: 'asked',
  createState: createReview,
  print: async (context, state) => (await import('./print.ts')).printReview(context, state),
  load: async () => (await import('./review.tsx')).Review,
};
