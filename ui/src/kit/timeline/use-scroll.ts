/** What of the canvas is seen, and how it stays where it is while the canvas changes under it. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isMirrored } from '../grid/layout.ts';

export interface Seen {
  /** First pixel of time that is seen, from the beginning of the canvas, and how many. */
  x: number;
  width: number;
  y: number;
  height: number;
}

export interface Scroll {
  seen: Seen;
  mirrored: boolean;
  /** Scrolls so that a day, by its number, stands so many pixels from where time begins to be seen. */
  show(day: number, at?: number): void;
  /** Scrolls down so that a stretch is seen. */
  showDown(from: number, to: number): void;
  /** Scrolls sideways so that a stretch of the canvas is seen. */
  showAcross(from: number, to: number): void;
  /** The next change of the zoom leaves this day where it is. */
  pin(day: number): void;
  /** The day at a place of the screen. */
  dayAt(clientX: number): number;
}

export interface ScrollOptions {
  box: RefObject<HTMLDivElement | null>;
  /** First day of the canvas, and the pixels of a day. */
  from: number;
  day: number;
  /** What is covered by the names of lanes, and by the header. */
  covered: number;
  head: number;
  /** The day that is shown at first, and at which share of what is seen. */
  start: { day: number; share: number };
  /** The day of what one looks at: a change of the zoom leaves it where it is. Without it, the middle stays. */
  hold: number | undefined;
}

export function useScroll({ box, from, day, covered, head, start, hold }: ScrollOptions): Scroll {
  const [seen, setSeen] = useState<Seen>({ x: 0, width: 0, y: 0, height: 0 });
  const [mirrored, setMirrored] = useState(false);
  /** The day at the edge where time begins to be seen. */
  const edge = useRef<number | undefined>(undefined);
  const pinned = useRef<{ day: number; at: number } | undefined>(undefined);
  const shown = useRef({ from, day });
  const first = useRef(start);
  const held = useRef(hold);

  const set = useCallback(
    (x: number): void => {
      if (box.current) {
        box.current.scrollLeft = Math.max(0, x) * (isMirrored(box.current) ? -1 : 1);
      }
    },
    [box],
  );
  const look = useCallback((): void => {
    const element = box.current;
    if (!element) {
      return;
    }
    const x = Math.abs(element.scrollLeft);
    edge.current = shown.current.from + x / shown.current.day;
    const next = {
      x,
      width: Math.max(0, element.clientWidth - covered),
      y: element.scrollTop,
      height: Math.max(0, element.clientHeight - head),
    };
    setSeen((now) =>
      now.x === next.x && now.y === next.y && now.width === next.width && now.height === next.height
        ? now
        : next,
    );
    setMirrored(isMirrored(element));
  }, [box, covered, head]);

  useEffect(() => {
    held.current = hold;
  }, [hold]);

  // The canvas has another scale, or begins elsewhere: what is looked at stays.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const before = shown.current;
    shown.current = { from, day };
    const wide = element.clientWidth - covered;
    if (edge.current === undefined) {
      const { day: at, share } = first.current;
      set((at - from) * day - wide * share);
    } else if (pinned.current) {
      set((pinned.current.day - from) * day - pinned.current.at);
    } else if (before.day !== day) {
      const middle = edge.current + wide / 2 / before.day;
      const still = held.current ?? middle;
      set((still - from) * day - (still - edge.current) * before.day);
    } else {
      set((edge.current - from) * day);
    }
    pinned.current = undefined;
    look();
  }, [box, from, day, covered, set, look]);

  useEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    const size = new ResizeObserver(soon);
    size.observe(element);
    element.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      element.removeEventListener('scroll', soon);
    };
  }, [box, look]);

  const placeOf = useCallback(
    (clientX: number): number => {
      const element = box.current;
      if (!element) {
        return 0;
      }
      const { left, right } = element.getBoundingClientRect();
      return (isMirrored(element) ? right - clientX : clientX - left) - covered;
    },
    [box, covered],
  );
  return {
    seen,
    mirrored,
    show(wanted, at) {
      const wide = (box.current?.clientWidth ?? 0) - covered;
      set((wanted - from) * day - (at ?? wide / 2));
      look();
    },
    showDown(top, bottom) {
      const element = box.current;
      if (!element) {
        return;
      }
      const high = element.clientHeight - head;
      if (top < element.scrollTop) {
        element.scrollTop = Math.max(0, top - 8);
      } else if (bottom > element.scrollTop + high) {
        element.scrollTop = bottom - high + 8;
      }
      look();
    },
    showAcross(left, right) {
      const element = box.current;
      if (!element) {
        return;
      }
      const wide = element.clientWidth - covered;
      const x = Math.abs(element.scrollLeft);
      if (left < x + 24 || right > x + wide - 24) {
        // What is longer than the window is shown from its beginning.
        const [first, last] = [left - 48, right + 160 - wide];
        set(left < x + 24 || last > first ? first : last);
        look();
      }
    },
    pin(wanted) {
      const element = box.current;
      const x = Math.abs(element?.scrollLeft ?? 0);
      pinned.current = { day: wanted, at: (wanted - from) * day - x };
    },
    dayAt: (clientX) => from + (Math.abs(box.current?.scrollLeft ?? 0) + placeOf(clientX)) / day,
  };
}
