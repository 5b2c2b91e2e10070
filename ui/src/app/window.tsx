/** The frame: top bar, rail, list, inspector, foot; and what lies over them. */
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { Commitments, COMMITMENT, type ListState } from '@/features/commitments/index.ts';
import type { Choice, RowKey } from '@/generated/wire.ts';
import { applyTextSize, applyTheme, IconButton, useAnnounce } from '@/kit/index.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { useNotices } from '@/lib/notices.ts';
import { type Store, useStore } from '@/lib/store.ts';
import type { RowsView } from '@/lib/views.ts';
import { applyWords } from '@/lib/words.ts';
import './app.css';
import { Banner } from './banner.tsx';
import { openFile } from './files.ts';
import { listenForKeys } from './keymap.ts';
import { NoticeBar, QuestionDialog } from './notice-bar.tsx';
import { Palette } from './palette.tsx';
import { change, type Panes } from './panes.ts';
import { Rail } from './rail.tsx';
import { focusRegion, useKeysOnList } from './regions.ts';
import { useRoom } from './room.ts';
import { themeOf } from '@/lib/settings.ts';
import { StatusBar } from './statusbar.tsx';
import { TopBar } from './topbar.tsx';
import { Welcome } from './welcome.tsx';

// The list is painted first; what is opened later is fetched later. Not the palette: who opens it types at once.
const Inspector = lazy(async () => ({ default: (await import('@/features/inspector/index.ts')).Inspector }));
const SettingsDialog = lazy(async () => ({
  default: (await import('./settings-dialog.tsx')).SettingsDialog,
}));
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));

export interface WindowProps {
  panes: Store<Panes>;
  list: Store<ListState>;
  view: RowsView;
  languages: readonly Choice[];
}

export function Window({ panes, list, view, languages }: WindowProps) {
  const client = useClient();
  const plan = usePlan();
  const state = useStore(panes);
  const textSize = useStore(client.settings, (settings) => settings.text_size) / 100;
  const room = useRoom(textSize);
  useAppearance();
  useEars();
  useReady(view);

  // No editor, no selection and no filter outlives the plan that it belongs to.
  const opened = `${plan.open} ${plan.file?.file ?? ''}`;
  const [shown, setShown] = useState(opened);
  useEffect(() => {
    if (shown !== opened) {
      setShown(opened);
      change(panes, { selected: undefined, trail: [], lookingAround: false });
      list.set({ ...list.get(), text: '', filters: new Map(), collapsed: new Set() });
    }
  }, [shown, opened, panes, list]);
  useKeysOnList(opened);

  const select = useCallback((id: string | undefined) => change(panes, { selected: id, trail: [] }), [panes]);
  const showRow = useCallback(
    (id: string) => {
      change(panes, { selected: id, trail: [], inspector: true, overlay: true });
      // The inspector may be drawn only now.
      requestAnimationFrame(() => focusRegion('inspector'));
    },
    [panes],
  );
  const openRow = useCallback(
    (key: RowKey) => change(panes, { trail: [...panes.get().trail, key], inspector: true, overlay: true }),
    [panes],
  );
  const jump = useCallback(
    (key: RowKey) => {
      if (key.kind === COMMITMENT) {
        change(panes, { selected: key.id, trail: [], inspector: true });
        requestAnimationFrame(() => focusRegion('list'));
      } else {
        openRow(key);
      }
    },
    [openRow, panes],
  );
  const closeDialog = useCallback(() => change(panes, { dialog: undefined }), [panes]);
  const closeInspector = useCallback(() => {
    change(panes, room === 'wide' ? { inspector: false } : { overlay: false });
    focusRegion('list');
  }, [panes, room]);

  const isOpen = plan.open !== 'nothing';
  const isShown = isOpen && (room === 'wide' ? state.inspector : state.overlay);
  const row =
    state.trail.at(-1) ??
    (state.selected === undefined ? undefined : { kind: COMMITMENT, id: state.selected });
  return (
    <div className="a-window" data-room={room} data-testid="window">
      <TopBar />
      <Banner panes={panes} />
      <div className="a-main">
        <Rail folded={room === 'narrow'} />
        {isOpen ? (
          <main className="a-list" data-region="list">
            <Commitments
              key={opened}
              view={view}
              list={list}
              selected={state.selected}
              onSelect={select}
              onOpen={showRow}
            />
          </main>
        ) : (
          <main className="a-list">
            <Welcome />
          </main>
        )}
        {isShown ? (
          <div
            role="presentation"
            className="a-inspector"
            data-region="inspector"
            data-overlay={room === 'wide' ? undefined : true}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) {
                if (room === 'wide') {
                  focusRegion('list');
                } else {
                  closeInspector();
                }
              }
            }}
          >
            <Suspense fallback={null}>
              <Inspector
                key={opened}
                row={row}
                canGoBack={state.trail.length > 0}
                onBack={() => change(panes, { trail: panes.get().trail.slice(0, -1) })}
                onOpen={openRow}
                onClose={closeInspector}
              />
            </Suspense>
          </div>
        ) : isOpen ? (
          <InspectorTab onPress={() => change(panes, { inspector: true, overlay: true })} />
        ) : null}
      </div>
      <StatusBar languages={languages} />
      <NoticeBar />
      <QuestionDialog />
      <Suspense fallback={null}>
        {state.dialog === 'palette' ? <Palette onClose={closeDialog} onOpenRow={jump} /> : null}
        {state.dialog === 'settings' ? <SettingsDialog languages={languages} onClose={closeDialog} /> : null}
        {state.dialog === 'share' ? <ShareDialog onClose={closeDialog} /> : null}
      </Suspense>
    </div>
  );
}

/** The edge where a hidden inspector waits. */
function InspectorTab({ onPress }: { onPress: () => void }) {
  const { say } = useWords();
  return (
    <div className="a-inspector-tab" data-region="inspector">
      <IconButton icon="panel" label={say('inspector-show')} onPress={onPress} data-testid="inspector-show" />
    </div>
  );
}

/** Theme, text size, language and the title of the window. */
function useAppearance(): void {
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

/** What the window listens to: keys, what happened, files that the system hands over. */
function useEars(): void {
  const client = useClient();
  const commands = useCommandList();
  const notices = useNotices();
  const announce = useAnnounce();
  useEffect(() => listenForKeys(commands), [commands]);
  useEffect(() => client.said.listen((words) => announce(words)), [client, announce]);
  useEffect(() => client.failed.listen(notices.report), [client, notices]);
  useEffect(
    () =>
      client.fileHanded.listen((file) => {
        openFile(client, file).catch(notices.report);
      }),
    [client, notices],
  );
}

/** Tells the shell, once, that the first rows are there. Not by animation frames: a hidden window has none. */
function useReady(view: RowsView): void {
  const client = useClient();
  const notices = useNotices();
  const plan = usePlan();
  const { loaded, error } = useSyncExternalStore(view.subscribe, view.getState);
  const ready = loaded || error !== undefined || plan.open === 'nothing';
  useEffect(() => {
    if (ready) {
      client.call('window_ready', {}).catch(notices.report);
    }
  }, [client, notices, ready]);
}
