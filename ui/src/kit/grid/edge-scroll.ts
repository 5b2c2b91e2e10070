/** Rows and columns that come along while something is dragged to an edge of the grid, or beyond it. */

/** So near to an edge, in pixels, one means what lies behind it. */
const ZONE = 8;
/** Pixels of a frame at the most: some thirty rows a second more than eyes can follow helps nobody. */
const FASTEST = 32;

export interface EdgeScroll {
  /** Where the pointer is, in the window. */
  at(x: number, y: number): void;
  stop(): void;
}

/** How far a frame goes for a pointer: nothing between the edges, faster the further out it is. */
export function pace(at: number, from: number, to: number): number {
  const out = at < from + ZONE ? at - from - ZONE : at > to - ZONE ? at - to + ZONE : 0;
  return Math.max(-FASTEST, Math.min(FASTEST, Math.round(out / 3)));
}

/**
 * Scrolls as long as the pointer is held at an edge. `onUnder` hears what stands under the pointer after each frame, or nearest to
 * it where it is outside.
 */
export function edgeScroll(
  scroller: HTMLElement,
  onUnder: (target: Element | null, y: number) => void,
): EdgeScroll {
  let pointer: { x: number; y: number } | undefined;
  let frame = 0;
  const go = (): void => {
    frame = 0;
    if (!pointer) {
      return;
    }
    const { left, right, top, bottom } = scroller.getBoundingClientRect();
    const head = top + (scroller.querySelector<HTMLElement>('.k-grid-head')?.offsetHeight ?? 0);
    const across = pace(pointer.x, left, left + scroller.clientWidth);
    const down = pace(pointer.y, head, top + scroller.clientHeight);
    if (across === 0 && down === 0) {
      return;
    }
    const before = [scroller.scrollLeft, scroller.scrollTop];
    scroller.scrollBy(across, down);
    const x = Math.min(Math.max(pointer.x, left + 1), Math.min(right, left + scroller.clientWidth) - 2);
    const y = Math.min(Math.max(pointer.y, head + 1), Math.min(bottom, top + scroller.clientHeight) - 2);
    onUnder(document.elementFromPoint(x, y), y);
    if (scroller.scrollLeft !== before[0] || scroller.scrollTop !== before[1]) {
      frame = requestAnimationFrame(go);
    }
  };
  return {
    at(x, y) {
      pointer = { x, y };
      if (frame === 0) {
        frame = requestAnimationFrame(go);
      }
    },
    stop() {
      pointer = undefined;
      cancelAnimationFrame(frame);
    },
  };
}
