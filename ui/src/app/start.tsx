/** From nothing to the first rows: what the window needs is asked for at once, and shown when it is there. */
import { createRoot } from 'react-dom/client';
import { applyTheme } from '@/kit/index.ts';
import { type Client, createClient } from '@/lib/client.ts';
import { createCommands } from '@/lib/commands.ts';
import { createEditing } from '@/lib/editing.ts';
import type { Host } from '@/lib/host/index.ts';
import { isText, recall } from '@/lib/kept.ts';
import type { ScreenState } from '@/lib/screen.ts';
import { createNotices, type Notices } from '@/lib/notices.ts';
import { CommandError } from '@/lib/api.ts';
import { App } from './app.tsx';
import { offerCopies } from './files.ts';
import { createNavigation } from './going.ts';
import { isDialogOpen } from './keymap.ts';
import { windowCommands } from './offer.ts';
import { keepOwnMenus } from './own-menus.ts';
import { createPanes } from './panes.ts';
import { createScreens } from './screens.tsx';
import { LANGUAGE, THEME, themeOf } from '@/lib/settings.ts';

/** Milliseconds that the frame waits for what is in it: drawn without, all would be laid out and painted twice. */
const PATIENCE = 150;

export async function start(host: Host, element: HTMLElement): Promise<void> {
  const theme = themeOf(recall(THEME, isText) ?? '');
  if (theme !== 'system') {
    applyTheme(theme);
  }
  const client = createClient(host, recall(LANGUAGE, isText) ?? 'en');
  const notices = createNotices(() => client.words.get(), isDialogOpen);
  const commands = createCommands(notices.report);
  const panes = createPanes();
  const screens = createScreens(client);
  const navigation = createNavigation(client, notices, panes, screens);
  commands.add(windowCommands({ client, notices, panes, screens, navigation }));
  const starting = client.start();
  const first = screens.get(panes.get().screen);
  // What the first screen shows and how it is drawn are fetched while the program says what is open.
  const shown = first.state();
  const code = first.preload();
  code.catch(notices.report);
  const editing = createEditing(client, notices);
  const root = createRoot(element);
  keepOwnMenus();
  try {
    const { languages, problem, problem_file, version } = await starting;
    await within(PATIENCE, Promise.allSettled([code, readiness(shown)]));
    if (problem) {
      tellProblem(client, notices, new CommandError(problem), problem_file).catch(notices.report);
    }
    root.render(
      <App
        client={client}
        commands={commands}
        notices={notices}
        editing={editing}
        panes={panes}
        screens={screens}
        navigation={navigation}
        languages={languages}
        version={version}
      />,
    );
  } catch (reason) {
    const { say } = client.words.get();
    const words = reason instanceof Error ? reason.message : String(reason);
    root.render(
      <main className="a-failed" data-testid="failed">
        <h1>{say('start-failed-title')}</h1>
        <p>{words}</p>
        <pre>{reason instanceof CommandError ? reason.details : null}</pre>
      </main>,
    );
  }
}

/** When a screen has what it shows first. */
function readiness({ isReady, subscribe }: ScreenState): Promise<void> {
  return new Promise((resolve) => {
    if (!isReady || !subscribe || isReady()) {
      resolve();
      return;
    }
    const leave = subscribe(() => {
      if (isReady()) {
        leave();
        resolve();
      }
    });
  });
}

/** Waits for it, but no longer than so many milliseconds. */
function within(milliseconds: number, what: Promise<unknown>): Promise<unknown> {
  return Promise.race([what, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

/** What was to be shown first could not be opened: its copies are offered, or it is said why. */
async function tellProblem(
  client: Client,
  notices: Notices,
  problem: CommandError,
  file: string | null,
): Promise<void> {
  if (file === null || !(await offerCopies(client, file, problem))) {
    notices.report(problem);
  }
}
