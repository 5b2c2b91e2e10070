/** The timeline: lanes down, time across. What is not seen is not drawn; the caller brings the marks of a window around it. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useZoom } from '../grid/layout.ts';
import { type Measure, shapeOf } from './geometry.ts';
import { Head, Lines } from './head.tsx';
import { GAP } from './labels.ts';
import { Lane } from './lane.tsx';
import { Links } from './links.tsx';
import { Mark } from './mark.tsx';
import { lengthOf } from './measure.ts';
import { beyond, isFree, nearestOutside } from './outside.ts';
import { numberOf } from './scale.ts';
import { markKey, type Moving, type TimelineLane, type TimelineLink, type TimelineMark } from './types.ts';
import { useGrab } from './use-grab.ts';
import { useScroll } from './use-scroll.ts';
import { ARROW, useStanding } from './use-standing.ts';
import { stepOf, walk } from './walk.ts';
import type { TimelineWords } from './words.ts';

export interface TimelineWindow {
  /** Days, by their numbers. */
  from: number;
  to: number;
  /** Half rows. */
  top: number;
  bottom: number;
}

export interface TimelineApi {
  /** Scrolls to a day, and to half rows where they are given. */
  show(day: number, top?: number): void;
  /** The day in the middle of what is seen. */
  middle(): number;
  /** The days that are seen. */
  days(): readonly [number, number];
  /** Gives the keys to a mark, now or when it has come. */
  focus(key: string): void;
}

export interface TimelineProps {
  label: string;
  words: TimelineWords;
  lanes: readonly TimelineLane[];
  marks: readonly TimelineMark[];
  links: readonly TimelineLink[];
  /** Half rows of all lanes. */
  height: number;
  /** Each lane is one row of the plan. */
  lines: boolean;
  /** First and last day of the canvas, by their numbers. */
  from: number;
  to: number;
  today: number;
  /** At which share of what is seen today stands at first. */
  start: number;
  /** Pixels of a day, and of half a row. */
  day: number;
  unit: number;
  selected: string | undefined;
  moving: Moving | undefined;
  /** Whether a mark is on its way, also before it is known where to: keys do not wait. */
  isMoving: () => boolean;
  onWindow: (window: TimelineWindow) => void;
  onSelect: (mark: TimelineMark) => void;
  onOpen: (mark: TimelineMark) => void;
  /** The keys are at a mark, or at none. */
  onActive: (mark: TimelineMark | undefined) => void;
  onFold: (lane: TimelineLane) => void;
  /** Nearer (1) or farther (-1). */
  onZoom: (step: number) => void;
  /** A mark is moved by so many steps of its own. */
  onMove: (mark: TimelineMark, step: number) => void;
  /** It is dragged, by so many days. */
  onDrag: (mark: TimelineMark, days: number) => void;
  onKeep: () => void;
  onGiveUp: () => void;
  apiRef?: Ref<TimelineApi>;
}

/** Heights of the header's parts, and the width of the names, at normal text size. */
const HEAD = 62;
const NAMES = 216;
const NAMES_NARROW = 148;
const NARROW = 860;

export function Timeline(props: TimelineProps) {
  const { words, lanes, marks, links, from, to, today, day, unit, selected, moving, onWindow } = props;
  const zoom = useZoom();
  const box = useRef<HTMLDivElement>(null);
  const help = useId();
  const [narrow, setNarrow] = useState(false);
  const names = (narrow ? NAMES_NARROW : NAMES) * zoom;
  const head = HEAD * zoom;
  /** Where the keys are: a mark or the head of a lane. */
  const [active, setActive] = useState<string | undefined>(selected);
  const hold = useMemo(() => {
    const found = marks.find((mark) => markKey(mark) === (active ?? selected));
    return found ? middleOf(found, { day, today }) : undefined;
  }, [marks, active, selected, day, today]);
  const scroll = useScroll({
    box,
    from,
    day,
    covered: names,
    head,
    start: { day: today, share: props.start },
    hold,
  });
  const { seen, mirrored } = scroll;
  const wanted = useRef<{ key?: string; lane?: number } | undefined>(undefined);
  const measure = useMemo((): Measure => ({ day, today }), [day, today]);
  const origin = from * day;
  const width = Math.max((to - from) * day, seen.width);
  const high = props.height * unit;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const look = (): void => setNarrow(element.clientWidth < NARROW * zoom);
    look();
    const size = new ResizeObserver(look);
    size.observe(element);
    return () => size.disconnect();
  }, [zoom]);

  // The window that is asked for goes by halves of what is seen, so that scrolling asks seldom.
  const half = Math.max(200, Math.round(seen.width / 2));
  const halfDown = Math.max(120, Math.round(seen.height / 2));
  const across = Math.floor(seen.x / half);
  const down = Math.floor(seen.y / halfDown);
  useEffect(() => {
    if (seen.width > 0) {
      onWindow({
        from: Math.floor(from + ((across - 1) * half) / day),
        to: Math.ceil(from + ((across + 4) * half) / day),
        top: Math.max(0, Math.floor(((down - 1) * halfDown) / unit)),
        bottom: Math.ceil(((down + 4) * halfDown) / unit),
      });
    }
  }, [onWindow, from, day, unit, across, half, down, halfDown, seen.width]);

  const { onActive } = props;
  const activeMark = marks.find((mark) => mark.count === 1 && markKey(mark) === active);
  useEffect(() => onActive(activeMark), [onActive, activeMark]);

  const { font, standing, labels, byLane } = useStanding(box, {
    marks,
    lanes,
    measure,
    moving,
    zoom,
    left: origin + seen.x,
    right: origin + seen.x + seen.width,
  });
  const focusOf = useCallback((key: string): HTMLElement | null => {
    const found = [...(box.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    return found.find((one) => one.dataset['key'] === key) ?? null;
  }, []);
  const showMark = useCallback(
    (key: string): void => {
      const found = standing.find((one) => one.key === key);
      const lane = found && lanes.find(({ index }) => index === found.mark.lane);
      if (found && lane) {
        const top = (lane.top + found.mark.row * 2) * unit;
        scroll.showDown(top, top + 2 * unit);
        scroll.showAcross(found.left - origin, found.right - origin);
      }
    },
    [standing, lanes, unit, origin, scroll],
  );
  const go = useCallback(
    (key: string): boolean => {
      const element = focusOf(key);
      if (!element) {
        return false;
      }
      setActive(key);
      element.focus({ preventScroll: true });
      showMark(key);
      return true;
    },
    [focusOf, showMark],
  );

  // The details open beside it when a mark is chosen, and take room: what one chose does not slip out of sight.
  const wide = useRef(seen.width);
  useEffect(() => {
    const before = wide.current;
    wide.current = seen.width;
    const chosen = seen.width < before ? standing.find(({ key }) => key === active) : undefined;
    const wasSeen = chosen && chosen.right > origin + seen.x && chosen.left < origin + seen.x + before;
    // Of a long bar a part is in sight still: its words keep there.
    const isGone = chosen && (chosen.left > origin + seen.x + seen.width || chosen.right < origin + seen.x);
    const isShort = chosen && chosen.right - chosen.left < seen.width / 2;
    if (chosen && wasSeen && (isGone || isShort)) {
      scroll.showAcross(chosen.left - origin, chosen.right - origin);
    }
  }, [seen, standing, active, origin, scroll]);

  // What was wanted before it was there gets the keys when it has come.
  useEffect(() => {
    const now = wanted.current;
    if (!now) {
      return;
    }
    if (now.key !== undefined && go(now.key)) {
      wanted.current = undefined;
    } else if (now.lane !== undefined) {
      const middle = origin + seen.x + seen.width / 2;
      const nearest = (byLane.get(now.lane) ?? []).toSorted(
        (a, b) => Math.abs(a.left - middle) - Math.abs(b.left - middle),
      )[0];
      if (nearest && go(nearest.key)) {
        wanted.current = undefined;
      }
    }
  }, [byLane, go, origin, seen]);

  useImperativeHandle(
    props.apiRef,
    () => ({
      show(wantedDay, top) {
        scroll.show(wantedDay);
        if (top !== undefined) {
          scroll.showDown(top * unit, (top + 2) * unit);
        }
      },
      middle: () => from + (seen.x + seen.width / 2) / day,
      days: () => [from + seen.x / day, from + (seen.x + seen.width) / day],
      focus(key) {
        if (!go(key)) {
          wanted.current = { key };
        }
      },
    }),
    [scroll, from, day, unit, seen, go],
  );

  const { onZoom } = props;
  const zoomAt = useCallback(
    (step: number, at: number): void => {
      scroll.pin(at);
      onZoom(step);
    },
    [scroll, onZoom],
  );
  useEffect(() => {
    const element = box.current;
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoomAt(event.deltaY < 0 ? 1 : -1, scroll.dayAt(event.clientX));
      }
    };
    // Not by React: its listener for wheels may not prevent what the window does with it.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [zoomAt, scroll]);

  const grab = useGrab({
    day,
    mirrored,
    onDrag: props.onDrag,
    onKeep: props.onKeep,
    onGiveUp: props.onGiveUp,
  });
  const { onSelect, onOpen } = props;
  const onPress = useCallback(
    (mark: TimelineMark): void => {
      if (grab.wasDragged()) {
        return;
      }
      setActive(markKey(mark));
      if (mark.count > 1) {
        onOpen(mark);
      } else {
        onSelect(mark);
      }
    },
    [grab, onOpen, onSelect],
  );
  const onGrab = useCallback(
    (mark: TimelineMark, event: PointerEvent<HTMLButtonElement>): void => grab.begin(mark, event),
    [grab],
  );
  const onLaneFocus = useCallback((index: number) => setActive(laneKey(index)), []);

  /** The mark or the lane of an element, and what is asked of it. */
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const element =
      event.target instanceof HTMLElement
        ? event.target.closest<HTMLElement>('[data-key], [data-lane]')
        : null;
    if (!element) {
      return;
    }
    const here = standing.find(({ key }) => key === element.dataset['key']);
    const lane = here?.mark.lane ?? Number(element.dataset['lane'] ?? -1);
    if (keyOfMark(event, here?.mark)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (props.isMoving() && !event.shiftKey && !event.altKey && stepOf(event.key, mirrored) !== undefined) {
      // Who goes on keeps what was moved, as in a cell.
      props.onKeep();
    }
    const step =
      event.shiftKey || event.altKey || event.ctrlKey || event.metaKey
        ? undefined
        : stepOf(event.key, mirrored);
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault();
      scroll.show(from + (seen.x + seen.width * (event.key === 'PageDown' ? 1.4 : -0.4)) / day);
      return;
    }
    if (step === undefined || (here === undefined && (step === 'earlier' || lane < 0))) {
      return;
    }
    const target = walk(step, lane, here?.key, standing, lanes);
    event.preventDefault();
    event.stopPropagation();
    if (target?.to === 'mark') {
      go(target.key);
    } else if (target?.to === 'lane') {
      focusLane(target.index);
    } else if (target?.to === 'day') {
      wanted.current = { lane: target.lane };
      scroll.show(numberOf(target.day));
    }
  };

  /** Keys that do something with a mark; true, where they did. */
  const keyOfMark = (event: KeyboardEvent, mark: TimelineMark | undefined): boolean => {
    const arrow = mirrored ? { ArrowLeft: 1, ArrowRight: -1 } : { ArrowRight: 1, ArrowLeft: -1 };
    const step = arrow[event.key as keyof typeof arrow];
    if (event.key === '+' || event.key === '=' || event.key === '-') {
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return false;
      }
      const shape = standing.find(({ key }) => mark && key === markKey(mark))?.shape;
      const at = shape ? (shape.left + shape.right) / 2 / day : from + (seen.x + seen.width / 2) / day;
      zoomAt(event.key === '-' ? -1 : 1, at);
      return true;
    }
    if (!mark) {
      return false;
    }
    if (step !== undefined && (event.shiftKey || event.altKey) && !event.ctrlKey && mark.count === 1) {
      props.onMove(mark, step);
      return true;
    }
    if (event.key === 'Enter') {
      if (props.isMoving()) {
        props.onKeep();
      } else {
        onOpen(mark);
      }
      return true;
    }
    if (event.key === 'Escape' && props.isMoving()) {
      props.onGiveUp();
      return true;
    }
    return false;
  };

  const focusLane = (index: number): void => {
    const lane = lanes.find((one) => one.index === index);
    if (lane) {
      scroll.showDown(lane.top * unit, (lane.top + lane.rows * 2) * unit);
    }
    setActive(laneKey(index));
    const found = (): HTMLElement | null | undefined =>
      box.current?.querySelector<HTMLElement>(`[data-lane="${index}"]`);
    const there = found();
    if (there) {
      // At once: the next key may already be on its way.
      there.focus({ preventScroll: true });
    } else {
      requestAnimationFrame(() => found()?.focus({ preventScroll: true }));
    }
  };

  // There is always something that takes the keys.
  const keyed =
    active !== undefined &&
    (standing.some(({ key }) => key === active) || lanes.some(({ index }) => laneKey(index) === active));
  const takes = keyed ? active : lanes[0] && laneKey(lanes[0].index);
  const first = from + (seen.x - 200) / day;
  const last = from + (seen.x + seen.width + 200) / day;
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--k-tl-names': `${names}px`,
    '--k-tl-head': `${head}px`,
    inlineSize: width + names,
    blockSize: Math.max(high + head, 0),
  };
  return (
    // The marks in it have the keys; what it listens for comes from them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className="k-tl"
      role="group"
      aria-label={props.label}
      aria-describedby={help}
      data-testid="timeline-box"
      onKeyDown={onKeyDown}
    >
      <p id={help} className="k-hidden">
        {words.help}
      </p>
      <div className="k-tl-canvas" style={style}>
        <div className="k-tl-head">
          <span className="k-tl-corner">
            <bdi>{words.lanes}</bdi>
          </span>
          <Head from={from} day={day} first={first} last={last} today={today} words={words} />
        </div>
        <div className="k-tl-body">
          <Lines from={from} day={day} first={first} last={last} />
          <Links
            links={links}
            measure={measure}
            origin={origin}
            unit={unit}
            width={width}
            height={high}
            mirrored={mirrored}
            lines={props.lines}
            length={(said) => lengthOf(said, font)}
            isFree={(top, begin, end) =>
              isFree(standing, labels, lanes, top, begin, end, (today + 0.5) * day, {
                first: origin + seen.x,
                last: origin + seen.x + seen.width,
              })
            }
            wordsEnd={(id) => {
              const label = labels.get(markKey({ kind: 'milestone', id }));
              return label?.side === 'after' ? label.from + label.length : undefined;
            }}
          />
          <span className="k-tl-side" aria-hidden="true" />
          {lanes.map((lane) => {
            const here = byLane.get(lane.index) ?? [];
            const outside = beyond(lane, here, origin + seen.x, origin + seen.x + seen.width);
            return (
              <Lane
                key={lane.key ?? ''}
                lane={lane}
                unit={unit}
                high={(lane.rows * 2 + (props.lines ? 0 : 1)) * unit}
                line={props.lines}
                active={takes === laneKey(lane.index)}
                before={outside[0]}
                after={outside[1]}
                words={words}
                onFold={props.onFold}
                onFocus={onLaneFocus}
                onScroll={(_, side) => {
                  const day2 = nearestOutside(
                    lane,
                    here,
                    side,
                    origin + seen.x,
                    origin + seen.x + seen.width,
                    day,
                  );
                  if (day2 !== undefined) {
                    scroll.show(day2);
                  }
                }}
              >
                {here.map(({ mark, key, shape }) => (
                  <Mark
                    key={key}
                    mark={mark}
                    shape={shape}
                    origin={origin}
                    was={
                      mark.was
                        ? shapeOf(mark.was, measure)
                        : moving?.key === key
                          ? shapeOf(mark.days, measure, mark.goes_on)
                          : undefined
                    }
                    label={labels.get(key)}
                    edge={mark.row === 0 ? ARROW * zoom : GAP}
                    top={(props.lines ? 0 : unit / 2) + mark.row * 2 * unit}
                    high={2 * unit}
                    active={takes === key}
                    selected={selected === key}
                    number={mark.count > 1 ? words.short(mark.count) : ''}
                    moving={moving?.key === key ? moving.when : undefined}
                    onPress={onPress}
                    onFocus={setActive}
                    onGrab={onGrab}
                  />
                ))}
              </Lane>
            );
          })}
          <span
            className="k-tl-today"
            aria-hidden="true"
            style={{ insetInlineStart: (today + 0.5) * day - origin }}
          />
        </div>
      </div>
    </div>
  );
}

/** The day in the middle of a mark. */
function middleOf(mark: TimelineMark, measure: Measure): number {
  const { left, right } = shapeOf(mark.days, measure, mark.goes_on);
  return (left + right) / 2 / measure.day;
}

function laneKey(index: number): string {
  return `lane ${index}`;
}
