/** Carrying the plan forward: the paragraphs of an instrument beside the commitments that may answer them. */
import type { ScreenDef } from '@/lib/screen.ts';
import { type CarryState, createCarry } from './state.ts';

export const carry: ScreenDef<CarryState> = {
  name: 'carry',
  icon: 'forward',
  inspector: 'asked',
  rail: false,
  createState: createCarry,
  print: async (context, state) => (await import('./print.ts')).printCarry(context, state),
  load: async () => (await import('./carry.tsx')).Carry,
};
