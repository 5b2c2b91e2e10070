/** What goes to the Council: documents that are written from the plan, piece by piece, and how they will look on paper. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createDocuments, type DocumentsState } from './state.ts';

export const documents: ScreenDef<DocumentsState> = {
  name: 'documents',
  icon: 'documents',
  kind: 'document',
  inspector: 'asked',
  createState: createDocuments,
  print: async (context, state) => (await import('./print.ts')).printDocument(context, state),
  load: async () => (await import('./documents.tsx')).Documents,
};
