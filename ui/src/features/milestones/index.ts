import type { ScreenDef } from '@/lib/screen.ts';
import { createTable, type TableState } from '@/parts/table/state.ts';
import { DEFINITION } from './definition.ts';

export const milestones: ScreenDef<TableState> = {
  name: 'milestones',
  icon: DEFINITION.icon,
  kind: DEFINITION.kind,
  createState: (client) => createTable(client, DEFINITION),
  print: async (context, state) => (await import('@/parts/table/print.ts')).printTable(context, state),
  load: async () => (await import('./milestones.tsx')).Milestones,
};
