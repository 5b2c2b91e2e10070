/** The frame: top bar, rail, screen, inspector, foot; and what lies over them. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Choice, RowKey } from '@/generated/wire.ts';
import { DialogLayers, IconButton, OffProvider } from '@/kit/index.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import { type Navigation, NavigationProvider } from '@/lib/navigation.ts';
import { type Store, useStore } from '@/lib/store.ts';
import './app.css';
import { Banner } from './banner.tsx';
import { Boundary } from './boundary.tsx';
import { useReviewOffers } from './reviews.ts';
import { useStuck } from './stuck.ts';
import { useAppearance, useEars, useReady, useReader, useTellOff } from './habits.ts';
import { NoticeBar, NoticeInDialog, QuestionDialog } from './notice-bar.tsx';
import { Palette } from './palette.tsx';
import { change, type Panes, select } from './panes.ts';
import { Rail } from './rail.tsx';
import { useFocusKeeper } from './focus-keeper.ts';
import { focusInspectorSoon, focusRegion } from './regions.ts';
import { useRoom } from './room.ts';
import type { Screen, Screens } from './screens.tsx';
import { StatusBar } from './statusbar.tsx';
import { TopBar } from './topbar.tsx';
import { Welcome } from './welcome.tsx';

// The list is painted first; what is opened later is fetched later. Not the palette: who opens it types at once.
const Inspector = lazy(async () => ({ default: (await import('@/features/inspector/index.ts')).Inspector }));
const SettingsDialog = lazy(async () => ({
  default: (await import('./settings-dialog.tsx')).SettingsDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('@/parts/export/index.ts')).ExportDialog,
}));
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));
const PrintDialog = lazy(async () => ({
  default: (await import('./print-dialog.tsx')).PrintDialog,
}));
const Unopenable = lazy(async () => ({ default: (await import('./restore-dialog.tsx')).Unopenable }));
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));
const GuideDialog = lazy(async () => ({ default: (await import('./guide-dialog.tsx')).GuideDialog }));

export interface WindowProps {
  panes: Store<Panes>;
  screens: Screens;
  navigation: Navigation;
  languages: readonly Choice[];
  version: string;
}

export function Window({ panes, screens, navigation, languages, version }: WindowProps) {
  const client = useClient();
  const plan = usePlan();
  const { say } = useWords();
  const state = useStore(panes);
  const textSize = useStore(client.settings, (settings) => settings.text_size) / 100;
  const moment = useStore(client.source);
  const unopened = useStore(client.unopened) !== undefined;
  const room = useRoom(textSize);
  const screen = screens.get(state.screen);
  useAppearance();
  const tellOff = useTellOff();
  useEars(tellOff);
  useReader();
  useReviewOffers(navigation);
  useStuck(navigation);

  const [painted, setPainted] = useState(false);
  const onPainted = useCallback(() => setPainted(true), []);

  // No editor, no selection and no filter outlives the plan that it belongs to.
  const opened = `${plan.open} ${plan.file?.file ?? ''} ${plan.provenance}`;
  const [shown, setShown] = useState(opened);
  useFocusKeeper(opened);
  useEffect(() => {
    if (shown !== opened) {
      setShown(opened);
      change(panes, { selected: {}, trail: [], lookingAround: false });
      for (const one of screens.all) {
        one.existing()?.reset?.();
      }
    }
  }, [shown, opened, panes, screens]);

  const onSelect = useCallback((key: RowKey | undefined) => select(panes, key), [panes]);
  const onOpen = useCallback(
    (key: RowKey) => {
      select(panes, key);
      change(panes, { inspector: true, overlay: true });
      focusInspectorSoon();
    },
    [panes],
  );
  const closeDialog = useCallback(() => change(panes, { dialog: undefined }), [panes]);
  const asked = screen.inspector === 'asked';
  const closeInspector = useCallback(() => {
    if (asked) {
      select(panes, undefined);
    }
    change(panes, room === 'wide' && !asked ? { inspector: false } : { overlay: false });
    focusRegion('list');
  }, [panes, room, asked]);

  const isOpen = plan.open !== 'nothing';
  const row = state.trail.at(-1) ?? state.selected[state.screen];
  const isShown =
    isOpen &&
    (asked
      ? row !== undefined && (room === 'wide' || state.overlay)
      : room === 'wide'
        ? state.inspector
        : state.overlay);
  // A row may look different at another moment, or not be there.
  const drawn = useMemo(() => `${opened} ${JSON.stringify(moment)}`, [opened, moment]);
  return (
    <NavigationProvider value={navigation}>
      <OffProvider value={tellOff}>
        <DialogLayers messages={IN_DIALOG}>
          {/* A press beside everything gives the keys to the part that it is in, not to nobody. */}
          <div className="a-window" data-room={room} data-testid="window" tabIndex={-1}>
            <TopBar />
            <Banner panes={panes} />
            <div className="a-main">
              <Rail folded={room === 'narrow'} screens={screens} current={state.screen} />
              {isOpen ? (
                <main className="a-list" data-region="list" tabIndex={-1}>
                  <Boundary key={`${opened} ${state.screen}`} say={say}>
                    <Suspense fallback={null}>
                      <screen.Draw
                        key={opened}
                        selected={state.selected[state.screen]}
                        onSelect={onSelect}
                        onOpen={onOpen}
                      />
                      {painted ? null : <Ready screen={screen} onPainted={onPainted} />}
                    </Suspense>
                  </Boundary>
                </main>
              ) : (
                <main className="a-list">
                  <Welcome />
                  {painted ? null : <Ready screen={screen} onPainted={onPainted} />}
                </main>
              )}
              {isShown ? (
                <div
                  role="presentation"
                  className="a-inspector"
                  data-region="inspector"
                  tabIndex={-1}
                  data-overlay={room === 'wide' ? undefined : true}
                  onKeyDown={(event) => {
                    if (event.key === 'Escape' && !event.defaultPrevented) {
                      if (room === 'wide' && !asked) {
                        focusRegion('list');
                      } else {
                        closeInspector();
                      }
                    }
                  }}
                >
                  <Suspense fallback={null}>
                    {painted ? (
                      <Inspector
                        key={drawn}
                        row={row}
                        canGoBack={state.trail.length > 0}
                        onBack={() => change(panes, { trail: panes.get().trail.slice(0, -1) })}
                        onOpen={navigation.open}
                        onClose={closeInspector}
                      />
                    ) : null}
                  </Suspense>
                </div>
              ) : isOpen && !asked ? (
                <InspectorTab onPress={() => change(panes, { inspector: true, overlay: true })} />
              ) : null}
            </div>
            <NoticeBar />
            <StatusBar languages={languages} />
            <QuestionDialog />
            <Suspense fallback={null}>
              {state.dialog === 'palette' ? <Palette onClose={closeDialog} /> : null}
              {state.dialog === 'settings' ? (
                <SettingsDialog languages={languages} version={version} onClose={closeDialog} />
              ) : null}
              {state.dialog === 'share' ? (
                <ShareDialog onExport={() => change(panes, { dialog: 'export' })} onClose={closeDialog} />
              ) : null}
              {state.dialog === 'export' ? <ExportDialog onClose={closeDialog} /> : null}
              {state.dialog === 'print' ? <PrintDialog screen={screen} onClose={closeDialog} /> : null}
              {unopened ? <Unopenable /> : null}
              {state.dialog === 'keys' ? <KeysDialog onClose={closeDialog} /> : null}
              {state.dialog === 'guide' ? <GuideDialog onClose={closeDialog} /> : null}
            </Suspense>
          </div>
        </DialogLayers>
      </OffProvider>
    </NavigationProvider>
  );
}

const IN_DIALOG = <NoticeInDialog />;

/** Says when what it stands beside is there. */
function Ready({ screen, onPainted }: { screen: Screen; onPainted: () => void }) {
  useReady(screen, onPainted);
  return null;
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
