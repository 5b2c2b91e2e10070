/** Blocks that are dragged by a grip to another place of the outline. */
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { placeAt } from './places.ts';

export interface Drag {
  /** What is dragged, from top to bottom. */
  ids: readonly string[];
  /** The place among the others where it would land, from 0 on. */
  place: number;
}

/** The pointer has to go so far before a press becomes a drag. */
const FAR = 4;
/** Nearer to an edge than this the outline scrolls along, by so much at a time. */
const EDGE = 36;
const SCROLL = 12;

export interface Dragging {
  drag: Drag | undefined;
  onPointerDown(event: PointerEvent<HTMLElement>, ids: readonly string[]): void;
}

/** `list` holds the rows (`[data-block]`), `scroller` what scrolls around it. */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  onDrop: (ids: readonly string[], place: number) => void,
): Dragging {
  const [drag, setDrag] = useState<Drag>();
  const stop = useRef<AbortController | undefined>(undefined);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => stop.current?.abort(), []);

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>, ids: readonly string[]): void => {
      if (event.button !== 0) {
        return;
      }
      event.preventDefault();
      stop.current?.abort();
      const over = new AbortController();
      stop.current = over;
      const begun = event.clientY;
      let now: Drag | undefined;
      const end = (): void => {
        over.abort();
        setDrag(undefined);
      };
      const onMove = ({ clientY }: globalThis.PointerEvent): void => {
        if (!now && Math.abs(clientY - begun) < FAR) {
          return;
        }
        const rows = [...(list.current?.querySelectorAll<HTMLElement>('li[data-block]') ?? [])];
        const middles = rows.map((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return (top + bottom) / 2;
        });
        const from = rows.findIndex((row) => row.dataset['block'] === ids[0]);
        now = { ids, place: placeAt(middles, from, clientY, ids.length) };
        setDrag(now);
        const box = scroller.current?.getBoundingClientRect();
        if (box && clientY < box.top + EDGE) {
          scroller.current?.scrollBy(0, -SCROLL);
        } else if (box && clientY > box.bottom - EDGE) {
          scroller.current?.scrollBy(0, SCROLL);
        }
      };
      const { signal } = over;
      window.addEventListener('pointermove', onMove, { signal });
      window.addEventListener('pointercancel', end, { signal });
      window.addEventListener(
        'pointerup',
        () => {
          end();
          if (now) {
            drop.current(now.ids, now.place);
          }
        },
        { signal },
      );
      window.addEventListener(
        'keydown',
        (key) => {
          if (key.key === 'Escape') {
            key.preventDefault();
            key.stopPropagation();
            end();
          }
        },
        { signal, capture: true },
      );
    },
    [list, scroller],
  );
  return { drag, onPointerDown };
}
