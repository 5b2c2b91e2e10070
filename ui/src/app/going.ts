/** Going about in the window: the one object behind rail, links, palette and keys. */
import type { Client } from '@/lib/client.ts';
import { NOW } from '@/lib/client.ts';
import type { Navigation } from '@/lib/navigation.ts';
import type { Notices } from '@/lib/notices.ts';
import type { ScreenState } from '@/lib/screen.ts';
import type { Store } from '@/lib/store.ts';
import { change, type Panes } from './panes.ts';
import { focusScreenSoon } from './regions.ts';
import { homeOf, type Screens } from './screens.tsx';

export function createNavigation(
  client: Client,
  notices: Notices,
  panes: Store<Panes>,
  screens: Screens,
): Navigation {
  /** What the person had filtered by is not taken away unsaid. */
  const tellFilters = async (asked: ReturnType<NonNullable<ScreenState['wish']>>): Promise<void> => {
    const back = await asked;
    const { say } = client.words.get();
    if (back) {
      notices.tell({
        tone: 'info',
        text: say('filters-left'),
        action: { label: say('filters-back'), run: back },
      });
    }
  };
  const open: Navigation['open'] = (key) => {
    const { screen, selected, trail } = panes.get();
    const nothing = selected[screen] === undefined && trail.length === 0;
    // The first row that is asked for is the selection of a screen that has none of its own.
    change(panes, {
      ...(nothing ? { selected: { ...selected, [screen]: key } } : { trail: [...trail, key] }),
      inspector: true,
      overlay: true,
    });
  };
  const show: Navigation['show'] = (name, wish) => {
    const screen = screens.get(name);
    if (wish) {
      tellFilters(screen.state().wish?.(wish)).catch(notices.report);
    }
    const { selected } = panes.get();
    change(panes, {
      screen: screen.name,
      trail: [],
      overlay: false,
      ...(wish?.row && homeOf(wish.row.kind, true) === name
        ? { selected: { ...selected, [name]: wish.row } }
        : {}),
    });
  };
  return {
    show,
    open,
    goTo(key) {
      const home = homeOf(key.kind, client.kinds.get().get(key.kind)?.catalogue ?? false);
      if (home === undefined || !screens.all.some(({ name }) => name === home)) {
        open(key);
        return;
      }
      show(home, { row: key, kind: key.kind });
      change(panes, { inspector: true });
      focusScreenSoon(home);
    },
    async look(source, name = '') {
      if (!(await client.editors.finish())) {
        return;
      }
      const now = source.at === 'now';
      client.momentName.set(now ? '' : name);
      client.source.set(now ? NOW : source);
      change(panes, { trail: [] });
    },
  };
}
