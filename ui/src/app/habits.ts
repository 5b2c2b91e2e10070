/** What the window does by itself: it looks as the person likes, listens, says when it is ready, and keeps a reader up to date. */
import { useCallback, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { applyTextSize, applyTheme, useAnnounce } from '@/kit/index.ts';
import { offWords, useClient, usePlan, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { useNotices } from '@/lib/notices.ts';
import { themeOf } from '@/lib/settings.ts';
import { useStore } from '@/lib/store.ts';
import { applyWords } from '@/lib/words.ts';
import { openFile } from './files.ts';
import { listenForKeys } from './keymap.ts';
import type { Screen } from './screens.tsx';

/** Theme, text size, language and the title of the window. */
export function useAppearance(): void {
  const client = useClient();
  const theme = useStore(client.settings, (settings) => settings.theme);
  const textSize = useStore(client.settings, (settings) => settings.text_size);
  const words = useWords();
  const { title } = usePlan();
  useLayoutEffect(() => applyTheme(themeOf(theme)), [theme]);
  useLayoutEffect(() => applyTextSize(textSize / 100), [textSize]);
  useLayoutEffect(() => applyWords(words), [words]);
  useEffect(() => {
    const name = words.say('app-name');
    document.title = title === '' ? name : `${title} · ${name}`;
  }, [title, words]);
}

/** Tells why something does nothing now, with the way on where there is one; without a reason nothing. */
export function useTellOff(): (why: string) => void {
  const client = useClient();
  const commands = useCommandList();
  const notices = useNotices();
  return useCallback(
    (why) => {
      if (why === '') {
        return;
      }
      const past = client.source.get().at !== 'now';
      const wayOn = commands.find(past ? 'moment.leave' : 'plan.copy');
      const action =
        why === offWords(client) && wayOn
          ? { label: wayOn.label(), run: () => commands.run(wayOn.id) }
          : undefined;
      notices.tell({ tone: 'info', text: why, ...(action ? { action } : {}) });
    },
    [client, commands, notices],
  );
}

/** What the window listens to: keys, what happened, files that the system hands over. */
export function useEars(off: (why: string) => void): void {
  const client = useClient();
  const commands = useCommandList();
  const notices = useNotices();
  const announce = useAnnounce();
  // Before anything is seen: whoever sees the window may press its keys.
  useLayoutEffect(
    () => listenForKeys(commands, (command) => off(command.why?.() ?? offWords(client))),
    [client, commands, off],
  );
  useEffect(
    () =>
      client.said.listen((words) => {
        announce(words);
        // What was refused before has found its way, or is not what one is at any more.
        if (notices.said.get()?.tone === 'attention') {
          notices.dismiss();
        }
      }),
    [client, notices, announce],
  );
  useEffect(
    () => client.noted.listen((noted) => notices.tell({ tone: 'info', ...noted })),
    [client, notices],
  );
  // What was said of another plan is not about this one; that it is open now, is.
  useEffect(
    () =>
      client.opened.listen(() => {
        if (notices.said.get()?.tone !== 'done') {
          notices.dismiss();
        }
      }),
    [client, notices],
  );
  useEffect(() => client.failed.listen(notices.report), [client, notices]);
  useEffect(
    () =>
      client.fileHanded.listen((file) => {
        openFile(client, file).catch(notices.report);
      }),
    [client, notices],
  );
}

const noChange = (): (() => void) => () => undefined;

/** Milliseconds in which the rows come to the screen, on a slow machine too. */
const A_FRAME = 100;

/**
 * Tells the shell, once, that the first rows are there, and then whoever has more to draw: that would be painted with the rows and
 * hold them up. Not by animation frames: a hidden window has none. It is called beside what it speaks of, so that neither
 * is there before the other.
 */
export function useReady(screen: Screen, onPainted: () => void): void {
  const client = useClient();
  const notices = useNotices();
  const plan = usePlan();
  const state = screen.state();
  const shown = useSyncExternalStore(state.subscribe ?? noChange, () => state.isReady?.() ?? true);
  const ready = shown || plan.open === 'nothing';
  useEffect(() => {
    if (!ready) {
      return undefined;
    }
    client.call('window_ready', {}).catch(notices.report);
    // Long enough for a frame.
    const timer = setTimeout(onPainted, A_FRAME);
    return () => clearTimeout(timer);
  }, [client, notices, ready, onPainted]);
}

/**
 * Who only reads a plan that a colleague is editing sees what the colleague did when the window is looked at again, and is
 * told when the plan is free to be edited.
 */
export function useReader(): void {
  const client = useClient();
  const notices = useNotices();
  const { open, file } = usePlan();
  useEffect(() => {
    if (open !== 'plan_read_only' || !file) {
      return undefined;
    }
    let told = false;
    const look = async (): Promise<void> => {
      const { may_edit } = await client.call('plan_refresh', {});
      if (may_edit && !told) {
        told = true;
        const { say } = client.words.get();
        notices.tell({
          tone: 'attention',
          text: say('reader-free'),
          action: {
            label: say('reader-edit'),
            run: () => void openFile(client, file.file).catch(notices.report),
          },
        });
      }
    };
    const onFocus = (): void => {
      look().catch(notices.report);
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [client, notices, open, file]);
}
