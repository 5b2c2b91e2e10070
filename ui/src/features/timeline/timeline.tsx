/** What happens when, and what waits for what. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RowKey } from '@/generated/wire.ts';
import { Button, EmptyState, useZoom } from '@/kit/index.ts';
import {
  markKey,
  nextZoom,
  numberOf,
  Timeline,
  type TimelineApi,
  type TimelineLane,
  type TimelineMark,
  type TimelineWords,
} from '@/kit/timeline/index.ts';
import { isEditable, useClient, useCompared, useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { offersOf } from '@/lib/written.ts';
import { HangDialog, useMovedAlong } from '@/parts/hang/index.ts';
import { useCompareOffer } from '@/parts/compare/index.ts';
import { isFiltered, withoutFilters } from '@/parts/table/list.ts';
import { today } from '@/lib/times.ts';
import { Bar } from './bar.tsx';
import { GatheredDialog } from './gathered-dialog.tsx';
import { type Drawing, print, saveAs } from './export.ts';
import { Legend } from './legend.tsx';
import { NewDialog } from './new-dialog.tsx';
import { PackDialog } from './pack-dialog.tsx';
import { askOf, filterQuery, type TimelineState } from './state.ts';
import './timeline.css';
import { useMoves } from './use-move.ts';
import { useOffer } from './use-offer.ts';
import { useView } from './use-view.ts';

/** Room beyond the first and the last mark, in pixels. */
const MARGIN = 700;
/** A canvas is never longer than browsers can scroll. */
const LONGEST_CANVAS = 14_000_000;
/** Half a row, at normal text size. */
const UNIT = 14;
const UNIT_DENSE = 12;

export type Task =
  | { what: 'hang'; id: string }
  | { what: 'pack'; id: string }
  | { what: 'gathered'; mark: TimelineMark }
  | { what: 'new' };

/** From here on the number of a gathered mark is shortened. */
const MANY = 1000;

export function TimelineScreen({ state, selected, onSelect, onOpen }: ScreenProps<TimelineState>) {
  const client = useClient();
  const notices = useNotices();
  const navigation = useNavigation();
  const { say, locale } = useWords();
  const source = useSource();
  const discreet = useDiscreet();
  const zoom = useZoom();
  const shown = useStore(state.shown);
  const list = useStore(state.list);
  const [task, setTask] = useState<Task>();
  const api = useRef<TimelineApi>(null);
  const moves = useMoves();
  useMovedAlong();

  const query = useMemo(() => filterQuery(list, discreet), [list, discreet]);
  const compared = useCompared();
  const earlier = compared?.source;
  const ask = useMemo(
    () => askOf(shown, query, source, earlier, zoom),
    [shown, query, source, earlier, zoom],
  );
  useCompareOffer('timeline');
  const wished = useStore(state.wished);
  /** Where the keys are: lines lead from it, and commands are about it. */
  const [active, setActive] = useState<RowKey>();
  const looked = wished === undefined ? (active ?? selected) : rowOf(wished);
  const { view, error, onWindow } = useView(ask, shown.links, looked);
  useEffect(() => {
    if (error !== undefined) {
      notices.report(error);
    }
  }, [error, notices]);

  const now = numberOf(view?.today ?? today());
  const [earliest, latest] = [view?.first ?? '', view?.last ?? ''];
  const range = useMemo(() => {
    const first = earliest === '' ? now : Math.min(numberOf(earliest), now);
    const last = latest === '' ? now : Math.max(numberOf(latest), now);
    const room = MARGIN / shown.day;
    const most = LONGEST_CANVAS / 2 / shown.day;
    const floor = numberOf('1000-01-01');
    return {
      from: Math.floor(Math.max(first - room, now - most, floor)),
      to: Math.ceil(Math.min(last + room, now + most, numberOf('9999-12-31'))),
    };
  }, [earliest, latest, now, shown.day]);

  const few = useMemo(
    () => new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 }),
    [locale],
  );
  const words = useMemo(
    (): TimelineWords => ({
      locale,
      today: say('timeline-today'),
      quarter: (number) => say('timeline-quarter', { quarter: String(number) }),
      decade: (year) => say('timeline-decade', { year }),
      help: say('timeline-help'),
      fold: (lane) => say('timeline-fold', { lane }),
      unfold: (lane) => say('timeline-unfold', { lane }),
      before: (count) => say('timeline-before', { count }),
      after: (count) => say('timeline-after', { count }),
      number: (count) => count.toLocaleString(locale),
      short: (count) => (count < MANY ? String(count) : few.format(count)),
      rows: (count) => say('timeline-rows', { count }),
      lanes: say(`timeline-lanes-${shown.lanes}`),
    }),
    [say, locale, few, shown.lanes],
  );

  // A row that was asked for from elsewhere is gone to, wherever it stands.
  const chosen = selected && markKey(selected);
  const place = view?.selected;
  useEffect(() => {
    if (wished !== undefined && place) {
      state.wished.set(undefined);
      const day = place.days.start_not_before || place.days.start_not_after || place.days.end_not_after;
      if (day !== '') {
        api.current?.show(numberOf(day), place.top);
      }
      api.current?.focus(wished);
    }
  }, [state, wished, place]);

  const select = useCallback(
    (mark: TimelineMark): void => {
      moves.keep().then(() => onSelect({ kind: mark.kind, id: mark.id }), notices.report);
    },
    [moves, notices, onSelect],
  );
  const open = useCallback(
    (mark: TimelineMark): void => {
      if (mark.count > 1) {
        setTask({ what: 'gathered', mark });
      } else if (mark.fate === 'gone') {
        notices.tell({ tone: 'info', text: mark.words });
      } else {
        onOpen({ kind: mark.kind, id: mark.id });
      }
    },
    [notices, onOpen],
  );
  const fold = useCallback(
    (lane: TimelineLane): void => {
      if (shown.lanes === 'plan') {
        return;
      }
      const folded = new Set(state.shown.get().folded);
      if (!folded.delete(lane.key)) {
        folded.add(lane.key);
      }
      state.change({ folded });
    },
    [shown.lanes, state],
  );
  const zoomBy = useCallback(
    (step: number): void => state.change({ day: nextZoom(state.shown.get().day, step) }),
    [state],
  );
  const onActive = useCallback((mark: TimelineMark | undefined): void => {
    setActive(mark && { kind: mark.kind, id: mark.id });
  }, []);
  const hang = useCallback((id: string) => setTask({ what: 'hang', id }), []);
  const pack = useCallback((id: string) => setTask({ what: 'pack', id }), []);
  const drawing = useCallback(
    (): Drawing => ({
      client,
      ask,
      list,
      words,
      unit: shown.dense ? UNIT_DENSE : UNIT,
      lines: shown.lanes === 'plan',
      links: shown.links,
      selected: looked,
      seen: api.current?.days() ?? [range.from, range.to],
    }),
    [client, ask, list, words, shown.dense, shown.lanes, shown.links, looked, range],
  );
  const save = useCallback(
    async (format: 'svg' | 'png'): Promise<void> => {
      const file = await saveAs(drawing(), format);
      if (file !== undefined) {
        notices.tell({
          tone: 'done',
          text: say('timeline-picture-saved'),
          offers: offersOf(client, notices, file),
        });
      }
    },
    [client, drawing, notices, say],
  );
  const onPrint = useCallback(async (): Promise<void> => {
    if (view) {
      await print(drawing(), view);
    }
  }, [drawing, view]);
  const add = useCallback(() => setTask({ what: 'new' }), []);
  const goToday = useCallback(() => api.current?.show(now), [now]);
  useOffer({ state, selected: looked, hang, pack, save, print: onPrint, add, goToday, zoomBy });

  const filtered = isFiltered(list);
  const isEmpty = view !== undefined && view.count === 0;
  const close = useCallback(() => setTask(undefined), []);
  const goTo = (key: RowKey): void => {
    close();
    onSelect(key);
    state.wished.set(markKey(key));
  };
  return (
    <section className="k-view tl-screen" aria-label={say('screen-timeline')} data-testid="timeline">
      <Bar state={state} view={view} onToday={goToday} onNew={add} />
      {view === undefined ? (
        <p className="tl-waiting" aria-busy="true">
          <span className="k-late">{say('timeline-waiting')}</span>
        </p>
      ) : isEmpty ? (
        <EmptyState
          icon="timeline"
          title={say(filtered ? 'filtered-empty-title' : 'timeline-empty-title')}
          actions={
            filtered ? (
              <Button onPress={() => state.list.set(withoutFilters(list))}>{say('filters-clear')}</Button>
            ) : (
              <>
                {isEditable(client) ? (
                  <Button look="primary" icon="plus" onPress={add}>
                    {say('milestones-new')}
                  </Button>
                ) : null}
                <Button onPress={() => navigation.show('milestones')}>{say('timeline-as-table')}</Button>
              </>
            )
          }
        >
          {say(filtered ? 'filtered-empty-text' : 'timeline-empty-text')}
        </EmptyState>
      ) : (
        <Timeline
          label={say('screen-timeline')}
          words={words}
          lanes={view.lanes}
          marks={view.marks}
          links={view.links}
          height={view.height}
          lines={shown.lanes === 'plan'}
          from={range.from}
          to={range.to}
          today={now}
          start={shareOf(earliest, latest, now, shown.day)}
          day={shown.day}
          unit={(shown.dense ? UNIT_DENSE : UNIT) * zoom}
          selected={chosen}
          moving={moves.moving}
          isMoving={moves.isUnderWay}
          onWindow={onWindow}
          onSelect={select}
          onOpen={open}
          onActive={onActive}
          onFold={fold}
          onZoom={zoomBy}
          onMove={(mark, by) => moves.step(mark, by, shown.day)}
          onDrag={moves.drag}
          onKeep={() => void moves.keep()}
          onGiveUp={moves.giveUp}
          apiRef={api}
        />
      )}
      <Legend view={view} comparing={compared?.name} looked={looked && markKey(looked)} />
      {task?.what === 'hang' ? (
        <HangDialog
          id={task.id}
          shown={undefined}
          onKept={async () => api.current?.focus(markKey({ kind: 'milestone', id: task.id }))}
          onClose={close}
        />
      ) : null}
      {task?.what === 'pack' ? <PackDialog milestone={task.id} onClose={close} /> : null}
      {task?.what === 'gathered' ? (
        <GatheredDialog
          ask={ask}
          mark={task.mark}
          day={shown.day}
          onZoom={(day, at) => {
            close();
            state.change({ day });
            requestAnimationFrame(() => api.current?.show(at));
          }}
          onGoTo={goTo}
          onClose={close}
        />
      ) : null}
      {task?.what === 'new' ? <NewDialog onMade={goTo} onClose={close} /> : null}
    </section>
  );
}

/** Where today stands at first: where nothing is ahead, or nothing behind, the picture is of what there is. */
function shareOf(first: string, last: string, now: number, day: number): number {
  const some = 400 / day;
  if (last !== '' && numberOf(last) <= now) {
    return 0.86;
  }
  if (last !== '' && numberOf(last) < now + some / 4) {
    // Little is ahead, and it is what is looked for: its words need room beside it.
    return 0.6;
  }
  return first !== '' && numberOf(first) > now - some / 4 ? 0.06 : 0.36;
}

/** The row of the name of a mark. */
function rowOf(key: string): RowKey {
  const at = key.indexOf(' ');
  return { kind: key.slice(0, at), id: key.slice(at + 1) };
}
