/** The keys stay in the details when what they were on goes away: a row that was undone, a line that was taken out. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** What takes the focus instead, best first. */
const HOMES = ['[data-focus-home]', '[role="tab"][aria-selected="true"]', 'button:not([disabled])'];

/** Gives the keys to what had them before an editor opened, unless the person is somewhere else by now: nobody types into nowhere. */
export function takeFree(element: HTMLElement | null): void {
  const now = document.activeElement;
  if (now === null || now === document.body) {
    element?.focus();
  }
}

export function useKeepFocus(panel: RefObject<HTMLElement | null>): void {
  const inside = useRef(false);
  useEffect(() => {
    const element = panel.current;
    if (!element) {
      return undefined;
    }
    const onIn = (): void => {
      inside.current = true;
    };
    const onOut = (event: FocusEvent): void => {
      const { relatedTarget, target } = event;
      if (relatedTarget instanceof Node) {
        inside.current = element.contains(relatedTarget);
        return;
      }
      // Left for nobody: by a press beside everything, or because it is just being taken away. Which, is known afterwards.
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected && !element.contains(document.activeElement)) {
          inside.current = false;
        }
      });
    };
    element.addEventListener('focusin', onIn);
    element.addEventListener('focusout', onOut);
    return () => {
      element.removeEventListener('focusin', onIn);
      element.removeEventListener('focusout', onOut);
    };
  }, [panel]);
  // After every drawing: that is when something may have gone.
  useLayoutEffect(() => {
    const nobody = document.activeElement === null || document.activeElement === document.body;
    if (inside.current && nobody) {
      const home = HOMES.map((selector) => panel.current?.querySelector<HTMLElement>(selector)).find(
        (found) => found,
      );
      (home ?? panel.current)?.focus();
    }
  });
}
