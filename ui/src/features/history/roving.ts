/** A list of buttons through which the arrow keys go; Tab meets only the one where they are. */
import { type FocusEvent, type KeyboardEvent, useState } from 'react';

const STOP = '[data-stop]';

export interface Roving {
  list: {
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
    onFocus(event: FocusEvent<HTMLElement>): void;
  };
  /** What a button of the list has of it. */
  stop(id: string): { 'data-stop': string; tabIndex: 0 | -1 };
}

/** `ids` are those of the buttons, from top to bottom. */
export function useRoving(ids: readonly string[]): Roving {
  const [at, setAt] = useState<string>();
  const here = at !== undefined && ids.includes(at) ? at : ids[0];
  return {
    list: {
      onKeyDown(event) {
        const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOP)];
        const from = stops.findIndex((stop) => stop === event.target);
        const to = from < 0 ? undefined : stops[next(event.key, from, stops.length)];
        if (to && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          to.focus();
          to.scrollIntoView({ block: 'nearest' });
        }
      },
      onFocus(event) {
        const id = event.target.closest<HTMLElement>(STOP)?.dataset['stop'];
        if (id !== undefined) {
          setAt(id);
        }
      },
    },
    stop: (id) => ({ 'data-stop': id, tabIndex: id === here ? 0 : -1 }),
  };
}

function next(key: string, from: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
