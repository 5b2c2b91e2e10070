import type { ScreenDef } from '@/lib/screen.ts';
import { createTable, type TableState } from '@/parts/table/state.ts';
import { DEFINITION } from './definition.ts';

export const commitments: ScreenDef<TableState> = {
  name: 'commitments',
  icon: 'commitments',
  kind: DEFINITION.kind,
  createState: (client) => createTable(client, DEFINITION),
  load: async () => (await import('./commitments.tsx')).Commitments,
};
