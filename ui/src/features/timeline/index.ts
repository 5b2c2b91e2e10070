/** The timeline as a screen of the frame. */
import type { ScreenDef } from '@/lib/screen.ts';
import { createTimeline, type TimelineState } from './state.ts';

export const timeline: ScreenDef<TimelineState> = {
  name: 'timeline',
  icon: 'timeline',
  // The picture takes the room; the inspector comes when a mark is chosen.
  inspector: 'asked',
  createState: createTimeline,
  load: async () => (await import('./timeline.tsx')).TimelineScreen,
};
