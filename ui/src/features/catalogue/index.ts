import type { ScreenDef } from '@/lib/screen.ts';
import { type CatalogueState, createCatalogue } from './state.ts';

export const catalogue: ScreenDef<CatalogueState> = {
  name: 'catalogue',
  icon: 'catalogue',
  createState: createCatalogue,
  load: async () => (await import('./catalogue.tsx')).Catalogue,
};
