/** The keys of a list of which one line is looked at. */
import type { KeyboardEvent } from 'react';

export interface Keys {
  /** The line that is looked at; -1: none yet. */
  at: number;
  total: number;
  /** Lines that are seen at once; left out: there are too few for pages. */
  page?: number;
  onGo: (at: number) => void;
  onEnter: () => void;
  onLeave?: (() => void) | undefined;
}

/** Does what a key is for; any other key is left to whoever else listens. */
export function pressed(event: KeyboardEvent, { at, total, page, onGo, onEnter, onLeave }: Keys): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing) {
    return;
  }
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: total - 1,
    ...(page === undefined ? {} : { PageDown: at + page, PageUp: at - page }),
  }[event.key];
  if (to !== undefined) {
    onGo(Math.min(Math.max(to, 0), total - 1));
  } else if (event.key === 'Enter') {
    onEnter();
  } else if (event.key === 'Escape' && onLeave) {
    onLeave();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
