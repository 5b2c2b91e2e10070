/** Dragging a mark through time with the pointer. */
import { type PointerEvent, useLayoutEffect, useMemo, useRef } from 'react';
import type { TimelineMark } from './types.ts';

export interface Grab {
  begin(mark: TimelineMark, event: PointerEvent<HTMLButtonElement>): void;
  /** The press that has just ended was a drag, and no click. */
  wasDragged(): boolean;
}

export interface GrabOptions {
  /** Pixels of a day. */
  day: number;
  mirrored: boolean;
  onDrag: (mark: TimelineMark, days: number) => void;
  onKeep: () => void;
  onGiveUp: () => void;
}

/** A hand that trembles drags nothing. */
const THRESHOLD = 5;

export function useGrab(options: GrabOptions): Grab {
  const now = useRef(options);
  useLayoutEffect(() => {
    now.current = options;
  });
  const dragged = useRef(false);
  return useMemo(
    (): Grab => ({
      wasDragged() {
        const was = dragged.current;
        dragged.current = false;
        return was;
      },
      begin(mark, event) {
        dragged.current = false;
        if (event.button !== 0 || mark.count > 1) {
          return;
        }
        const [x, over] = [event.clientX, new AbortController()];
        const { pointerId } = event;
        let last: number | undefined;
        const listening = { signal: over.signal };
        const onMove = (moved: globalThis.PointerEvent): void => {
          if (moved.pointerId !== pointerId) {
            return;
          }
          const far = (moved.clientX - x) * (now.current.mirrored ? -1 : 1);
          if (!dragged.current && Math.abs(far) < THRESHOLD) {
            return;
          }
          dragged.current = true;
          moved.preventDefault();
          const days = far / now.current.day;
          if (days !== last) {
            last = days;
            now.current.onDrag(mark, days);
          }
        };
        const onUp = (up: globalThis.PointerEvent): void => {
          if (up.pointerId === pointerId) {
            over.abort();
            if (dragged.current) {
              now.current.onKeep();
            }
          }
        };
        const onCancel = (): void => {
          over.abort();
          if (dragged.current) {
            now.current.onGiveUp();
          }
        };
        const onKey = (key: KeyboardEvent): void => {
          if (key.key === 'Escape' && dragged.current) {
            key.preventDefault();
            key.stopPropagation();
            onCancel();
          }
        };
        window.addEventListener('pointermove', onMove, listening);
        window.addEventListener('pointerup', onUp, listening);
        window.addEventListener('pointercancel', onCancel, listening);
        window.addEventListener('keydown', onKey, { ...listening, capture: true });
      },
    }),
    [],
  );
}
