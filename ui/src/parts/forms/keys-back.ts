/** When a dialog closes, the keys go back to where they were when it was asked for. */
import { useCallback, useEffect, useRef } from 'react';

interface KeysBack {
  /** A dialog is about to open. */
  keep(): void;
  /** What had the keys is not where they shall be. */
  forget(): void;
}

/** `isOpen`: whether the dialog is shown. `otherwise` finds a place when the old one is gone. */
export function useKeysBack(isOpen: boolean, otherwise: () => void): KeysBack {
  const kept = useRef<HTMLElement | undefined>(undefined);
  const wasOpen = useRef(false);
  const latest = useRef(otherwise);
  useEffect(() => {
    latest.current = otherwise;
  });
  useEffect(() => {
    const closes = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!closes) {
      return undefined;
    }
    // The dialog gives the window free in the frame after it is gone; what it gives the keys to comes first.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (kept.current?.isConnected === true) {
          kept.current.focus();
        } else {
          latest.current();
        }
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
  const keep = useCallback(() => {
    const now = document.activeElement;
    kept.current = now instanceof HTMLElement && now !== document.body ? now : undefined;
  }, []);
  const forget = useCallback(() => {
    kept.current = undefined;
  }, []);
  return { keep, forget };
}
