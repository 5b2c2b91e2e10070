/** The groups as a screen of the frame. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createGroups, type GroupsState } from './state.ts';

export const groups: ScreenDef<GroupsState> = {
  name: 'groups',
  icon: 'groups',
  kind: 'group',
  // The card says what there is; the inspector comes when it is asked for.
  inspector: 'asked',
  createState: createGroups,
  print: async (context, state) => (await import('./print.ts')).printGroups(context, state),
  load: async () => (await import('./groups.tsx')).Groups,
};
