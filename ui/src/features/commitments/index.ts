import type { ScreenDef } from '@/lib/screen.ts';
import { createTable, type TableState } from '@/parts/table/state.ts';
import { DEFINITION } from './definition.ts';

export const commitments: ScreenDef<TableState> = {
  name: 'commitments',
  icon: 'commitments',
  kind: DEFINITION.kind,
  createState: (client) => createTable(client, DEFINITION),
  print: async (context, state) => (await import('@/parts/table/print.ts')).printTable(context, state),
  load: async () => (await import('./commitments.tsx')).Commitments,
};
