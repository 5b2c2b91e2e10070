import type { ScreenDef } from '@/lib/screen.ts';
import { type CatalogueState, createCatalogue } from './state.ts';

export const catalogue: ScreenDef<CatalogueState> = {
  name: 'catalogue',
  icon: 'catalogue',
  createState: createCatalogue,
  print: async (context, state) =>
    (await import('@/parts/table/print.ts')).printTable(context, state.table(state.kind.get())),
  load: async () => (await import('./catalogue.tsx')).Catalogue,
};
