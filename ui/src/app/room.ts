/** How much room the window has, measured in text: at twice the text size half as much. */
import { useEffect, useState } from 'react';

/** `wide`: everything side by side. `medium`: the inspector lies over the list. `narrow`: the rail shows icons only. */
export type Room = 'wide' | 'medium' | 'narrow';

const WIDE = 1180;
const MEDIUM = 900;

export function roomOf(width: number, zoom: number): Room {
  const room = width / zoom;
  return room >= WIDE ? 'wide' : room >= MEDIUM ? 'medium' : 'narrow';
}

export function useRoom(zoom: number): Room {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const measure = (): void => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return roomOf(width, zoom);
}
