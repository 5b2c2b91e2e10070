/** What the keys mean while nothing is being edited. Excel's keys, where Excel has one. */

export interface KeyInfo {
  key: string;
  shift: boolean;
  ctrl: boolean;
  alt: boolean;
}

/** Steps are logical: `start` and `end` are those of the line of reading. */
export type Step =
  | 'up'
  | 'down'
  | 'start'
  | 'end'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'top'
  | 'bottom'
  | 'pageUp'
  | 'pageDown'
  | 'next'
  | 'previous';

export type IdleAction =
  | { do: 'step'; step: Step; extend: boolean }
  | {
      do:
        | 'edit'
        | 'enter'
        | 'overwrite'
        | 'clear'
        | 'all'
        | 'column'
        | 'row'
        | 'space'
        | 'escape'
        | 'open'
        | 'today'
        | 'fillDown'
        | 'fillRight';
    };

export function keyInfo(event: {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): KeyInfo {
  return {
    key: event.key,
    shift: event.shiftKey,
    ctrl: event.ctrlKey || event.metaKey,
    alt: event.altKey,
  };
}

/** The arrow keys are visual: in a mirrored window the left arrow goes towards the end. */
export function logical(key: string, mirrored: boolean): 'start' | 'end' | undefined {
  if (key === 'ArrowLeft') {
    return mirrored ? 'end' : 'start';
  }
  if (key === 'ArrowRight') {
    return mirrored ? 'start' : 'end';
  }
  return undefined;
}

/** The action of a key, or undefined where the key is not the grid's. */
export function idleAction(info: KeyInfo, mirrored: boolean): IdleAction | undefined {
  const { key, shift, ctrl, alt } = info;
  const step = (name: Step, extend = shift): IdleAction => ({ do: 'step', step: name, extend });
  if (alt) {
    return key === 'Enter' && !ctrl && !shift ? { do: 'open' } : undefined;
  }
  const side = logical(key, mirrored);
  if (side) {
    return step(ctrl ? (side === 'start' ? 'rowStart' : 'rowEnd') : side);
  }
  switch (key) {
    case 'ArrowUp':
      return step(ctrl ? 'top' : 'up');
    case 'ArrowDown':
      return step(ctrl ? 'bottom' : 'down');
    case 'Home':
      return step(ctrl ? 'first' : 'rowStart');
    case 'End':
      return step(ctrl ? 'last' : 'rowEnd');
    case 'PageUp':
      return ctrl ? undefined : step('pageUp');
    case 'PageDown':
      return ctrl ? undefined : step('pageDown');
    case 'Tab':
      return ctrl ? undefined : step(shift ? 'previous' : 'next', false);
    case 'F2':
      return shift || ctrl ? undefined : { do: 'edit' };
    case 'Enter':
      return ctrl || shift ? undefined : { do: 'enter' };
    case 'Backspace':
      return ctrl || shift ? undefined : { do: 'overwrite' };
    case 'Delete':
      return ctrl || shift ? undefined : { do: 'clear' };
    case 'Escape':
      return { do: 'escape' };
    case 'a':
    case 'A':
      return ctrl && !shift ? { do: 'all' } : undefined;
    case 'd':
    case 'D':
      return ctrl && !shift ? { do: 'fillDown' } : undefined;
    case 'r':
    case 'R':
      return ctrl && !shift ? { do: 'fillRight' } : undefined;
    // On some keyboards the semicolon needs Shift.
    case ';':
      return ctrl ? { do: 'today' } : undefined;
    case ' ':
      return ctrl ? { do: 'column' } : shift ? { do: 'row' } : { do: 'space' };
    default:
      return undefined;
  }
}

/**
 * Keys of the window, such as Ctrl+K or F9: nothing in the grid is done by them, so that they need not wait for what the grid is
 * at. Cut, copy and paste act on a cell, and Enter in all its forms ends an editor.
 */
export function isOfWindow(info: KeyInfo, mirrored: boolean): boolean {
  const { key, ctrl, alt } = info;
  const isCommand = /^F\d+$/.test(key) || ((ctrl || alt) && key !== 'Enter' && !/^[cvx]$/i.test(key));
  return isCommand && idleAction(info, mirrored) === undefined;
}
