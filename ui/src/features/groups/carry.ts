/**
 * A role that is carried to another place of the board: with the pointer, or picked up with a key, taken along with the arrows and
 * put down. Where it goes is decided here; what that means, by the core.
 */
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { isMirrored } from '@/kit/index.ts';

/** A cell of the board: the body, and the organization. */
export interface Place {
  row: number;
  column: number;
}

export interface Carried {
  /** The assignment. */
  id: string;
  from: Place;
  to: Place;
  copy: boolean;
  /** By the pointer; otherwise by keys. */
  dragged: boolean;
}

/** Where an arrow leads; the board ends at its edges. */
export function step(at: Place, key: string, size: Place, mirrored: boolean): Place | undefined {
  const [inward, outward] = mirrored ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: within(at.row - 1, size.row) };
    case 'ArrowDown':
      return { ...at, row: within(at.row + 1, size.row) };
    case inward:
      return { ...at, column: within(at.column + 1, size.column) };
    case outward:
      return { ...at, column: within(at.column - 1, size.column) };
    case 'Home':
      return { ...at, column: 0 };
    case 'End':
      return { ...at, column: size.column - 1 };
    default:
      return undefined;
  }
}

/** The pointer has to go so far before a press becomes a drag. */
const FAR = 5;
/** Nearer to an edge than this the board scrolls along, by so much at a time. */
const EDGE = 36;
const SCROLL = 14;

export interface Carry {
  carried: Carried | undefined;
  pickUp(id: string, from: Place): void;
  /** Takes it to where a key leads; true if the key meant that. */
  onKey(key: string, copy: boolean): boolean;
  onPointerDown(event: PointerEvent, id: string, from: Place): void;
  /** A press that was a drag is no press: the click that follows does nothing. */
  wasDragged(): boolean;
}

export interface CarryOptions {
  box: RefObject<HTMLElement | null>;
  size: Place;
  /** It was put down. */
  onDrop: (carried: Carried) => void;
  /** It is over another place, or was left where it was (undefined). */
  onOver: (carried: Carried | undefined) => void;
}

export function useCarry({ box, size, onDrop, onOver }: CarryOptions): Carry {
  const [carried, setCarried] = useState<Carried>();
  const now = useRef<Carried | undefined>(undefined);
  const stop = useRef<AbortController | undefined>(undefined);
  const dragged = useRef(false);
  const change = useCallback((next: Carried | undefined): void => {
    now.current = next;
    setCarried(next);
  }, []);
  const leave = useCallback((): void => {
    stop.current?.abort();
    if (now.current) {
      change(undefined);
      onOver(undefined);
    }
  }, [change, onOver]);
  useEffect(() => () => stop.current?.abort(), []);

  const drop = useCallback((): void => {
    const last = now.current;
    stop.current?.abort();
    change(undefined);
    if (last) {
      onDrop(last);
    }
  }, [change, onDrop]);

  const over = useCallback(
    (to: Place, copy: boolean): void => {
      const last = now.current;
      if (last && (last.to.row !== to.row || last.to.column !== to.column || last.copy !== copy)) {
        change({ ...last, to, copy });
        onOver({ ...last, to, copy });
      }
    },
    [change, onOver],
  );

  return {
    carried,
    pickUp(id, from) {
      const next = { id, from, to: from, copy: false, dragged: false };
      change(next);
      onOver(next);
    },
    onKey(key, copy) {
      const last = now.current;
      if (!last) {
        return false;
      }
      if (key === 'Escape' || key === 'Tab') {
        leave();
        return key === 'Escape';
      }
      if (key === 'Enter' || key === ' ') {
        change({ ...last, copy });
        drop();
        return true;
      }
      const to = step(last.to, key, size, isMirrored(box.current));
      if (to) {
        over(to, false);
      }
      return to !== undefined;
    },
    onPointerDown(event, id, from) {
      dragged.current = false;
      if (event.button !== 0 || event.pointerType === 'touch') {
        return;
      }
      const { clientX, clientY } = event;
      const own = new AbortController();
      stop.current?.abort();
      stop.current = own;
      const { signal } = own;
      const onMove = (move: globalThis.PointerEvent): void => {
        if (!now.current) {
          if (Math.hypot(move.clientX - clientX, move.clientY - clientY) < FAR) {
            return;
          }
          dragged.current = true;
          change({ id, from, to: from, copy: move.ctrlKey, dragged: true });
        }
        move.preventDefault();
        const cell = document
          .elementFromPoint(move.clientX, move.clientY)
          ?.closest<HTMLElement>('[data-drop]');
        const [row, column] = (cell?.dataset['drop'] ?? '').split(':').map(Number);
        if (cell && box.current?.contains(cell) && row !== undefined && column !== undefined) {
          over({ row, column }, move.ctrlKey || move.metaKey);
        } else {
          over(from, false);
        }
        scrollAlong(box.current, move);
      };
      window.addEventListener('pointermove', onMove, { signal });
      window.addEventListener('pointerup', () => (now.current ? drop() : own.abort()), { signal });
      window.addEventListener('pointercancel', leave, { signal });
      window.addEventListener('blur', leave, { signal });
      window.addEventListener(
        'keydown',
        (pressed) => {
          if (pressed.key === 'Escape' && now.current) {
            pressed.preventDefault();
            pressed.stopPropagation();
            leave();
          }
        },
        { signal, capture: true },
      );
    },
    wasDragged() {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
  };
}

/** What is dragged to an edge takes the board along, and the page that it stands in. */
function scrollAlong(box: HTMLElement | null, { clientX, clientY }: MouseEvent): void {
  if (!box) {
    return;
  }
  const around = box.getBoundingClientRect();
  if (clientX > around.right - EDGE) {
    box.scrollLeft += SCROLL;
  } else if (clientX < around.left + EDGE) {
    box.scrollLeft -= SCROLL;
  }
  const page = box.closest<HTMLElement>('.k-tab-panel, .g-card');
  const seen = page?.getBoundingClientRect();
  if (page && seen) {
    if (clientY > seen.bottom - EDGE) {
      page.scrollTop += SCROLL;
    } else if (clientY < seen.top + EDGE) {
      page.scrollTop -= SCROLL;
    }
  }
}
