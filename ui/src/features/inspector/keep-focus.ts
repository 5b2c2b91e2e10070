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

/** `isEmpty`: what was shown has been taken away, and comes again when it has been read anew. */
export function useKeepFocus(panel: RefObject<HTMLElement | null>, isEmpty: boolean): void {
  const inside = useRef(false);
  /** The field that had the keys last. */
  const field = useRef<string | undefined>(undefined);
  /** The panel itself has the keys until there is something to give them to. */
  const waits = useRef(false);
  useEffect(() => {
    const element = panel.current;
    if (!element) {
      return undefined;
    }
    const onIn = ({ target }: FocusEvent): void => {
      inside.current = true;
      if (target !== element) {
        field.current =
          target instanceof Element
            ? target.closest<HTMLElement>('[data-field]')?.dataset['field']
            : undefined;
      }
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
    const isWaiting = waits.current && document.activeElement === panel.current;
    if (isEmpty) {
      if (inside.current && nobody) {
        // Not a button: Enter would press it.
        waits.current = true;
        panel.current?.focus();
      }
      return;
    }
    waits.current = false;
    if (isWaiting || (inside.current && nobody)) {
      const own =
        field.current === undefined ? undefined : `[data-field="${CSS.escape(field.current)}"] button`;
      const homes = isWaiting && own !== undefined ? [own, ...HOMES] : HOMES;
      const home = homes
        .map((selector) => panel.current?.querySelector<HTMLElement>(selector))
        .find((found) => found);
      (home ?? panel.current)?.focus();
    }
  });
}
