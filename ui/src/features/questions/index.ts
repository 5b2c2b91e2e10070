/** What should somebody look at: what the plan check asks, by rule, and what was said to be intended. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createQuestions, type QuestionsState } from './state.ts';

export const questions: ScreenDef<QuestionsState> = {
  name: 'questions',
  icon: 'questions',
  inspector: 'asked',
  createState: createQuestions,
  print: async (context, state) => (await import('./print.ts')).printQuestions(context, state),
  load: async () => (await import('./questions.tsx')).Questions,
};
