/** What goes with what: the annex as it is printed, and how often each objective meets each entry of the catalogue. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createMatrix, type MatrixState } from './state.ts';

export const matrix: ScreenDef<MatrixState> = {
  name: 'matrix',
  icon: 'matrix',
  inspector: 'asked',
  createState: createMatrix,
  print: async (context, state) => (await import('./print.ts')).printMatrix(context, state),
  load: async () => (await import('./matrix.tsx')).MatrixScreen,
};
