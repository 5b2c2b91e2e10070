/**
 * Keys never belong to nobody. What has the focus may go away: a banner that was answered, the row of a step that was taken
 * back, the dialog before this one. Whoever knows better gives the keys a place of their own choice; this looks afterwards.
 */
import { useEffect, useLayoutEffect } from 'react';
import { focusList, focusRegion, openDialog } from './regions.ts';

/** Frames in which others may give the keys a place: a dialog that closes does so in the first one. */
const FRAMES = 2;
/** So long is looked for a place while the window is being drawn, in milliseconds. */
const PATIENCE = 2000;

/** Attributes that take the focus from an element that stays. */
const OFF = ['disabled', 'inert', 'hidden'];

/** What lies over the window: its own elements are no place to come back to. */
const OVER = '.k-veil, .k-popover, .k-tooltip';

/** `opened` names the plan that is shown: with another one comes another list, and the keys are in it before a key can be pressed. */
export function useFocusKeeper(opened: string): void {
  useEffect(() => keepFocus(), []);
  useLayoutEffect(() => {
    if (isNobody()) {
      focusList(0);
    }
  }, [opened]);
}

/** Begins to look after the keys; answers with how to stop it. */
export function keepFocus(): () => void {
  /** Where the keys were last, lying over nothing. */
  let last: HTMLElement | undefined;
  let region: string | undefined;
  let frame = 0;
  let frames = 0;
  let begun = 0;

  const onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target.closest(OVER) === null) {
      last = target;
      region = target.closest<HTMLElement>('[data-region]')?.dataset['region'];
    }
  };
  const look = (): void => {
    frame = 0;
    frames += 1;
    const waited = performance.now() - begun;
    if (isNobody() && (frames <= FRAMES || !goHome(last, region, waited)) && waited < PATIENCE) {
      frame = requestAnimationFrame(look);
    }
  };
  const suspect = (): void => {
    if (frame === 0 && isNobody()) {
      frames = 0;
      begun = performance.now();
      frame = requestAnimationFrame(look);
    }
  };
  // An element that is taken away says nothing when it goes: the document is watched instead.
  const observer = new MutationObserver(suspect);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: OFF });
  document.addEventListener('focusin', onFocusIn);
  suspect();
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocusIn);
    cancelAnimationFrame(frame);
  };
}

function isNobody(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The dialog that is open; else where the keys were; else the details, if they were there; else the list of the screen. */
function goHome(last: HTMLElement | undefined, region: string | undefined, waited: number): boolean {
  const dialog = openDialog();
  if (dialog) {
    dialog.focus();
    return true;
  }
  if (last?.isConnected === true) {
    last.focus();
    if (!isNobody()) {
      return true;
    }
  }
  return (region === 'inspector' && focusRegion('inspector')) || focusList(waited);
}
