/** How much room the screen has, measured in text: beside the details, or at twice the text size, there is less. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { useZoom } from '@/kit/index.ts';

/** `wide`: documents, words and page side by side. `medium`: words and page. `narrow`: one of the two. */
export type Room = 'wide' | 'medium' | 'narrow';

const WIDE = 1080;
const MEDIUM = 760;

export function roomOf(width: number, zoom: number): Room {
  const room = width / zoom;
  return room >= WIDE ? 'wide' : room >= MEDIUM ? 'medium' : 'narrow';
}

export function useRoom(box: RefObject<HTMLElement | null>): Room {
  const zoom = useZoom();
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) {
      return undefined;
    }
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [box]);
  return roomOf(width, zoom);
}
