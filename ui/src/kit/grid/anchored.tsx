import { type ReactNode, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

export interface AnchoredProps {
  /** What it hangs on. */
  anchor: RefObject<HTMLElement | null>;
  children: ReactNode;
}

const GAP = 2;
const EDGE = 8;

/** A panel under a cell, or over it where there is no room; never part of the grid, which would cut it off. */
export function Anchored({ anchor, children }: AnchoredProps) {
  const panel = useRef<HTMLDivElement>(null);
  const place = useCallback(() => {
    const from = anchor.current?.getBoundingClientRect();
    const element = panel.current;
    if (!from || !element) {
      return;
    }
    const mirrored = getComputedStyle(element).direction === 'rtl';
    const { innerWidth, innerHeight } = window;
    const below = innerHeight - from.bottom - EDGE;
    const above = from.top - EDGE;
    const over = below < Math.min(element.scrollHeight, 240) && above > below;
    const start = mirrored ? innerWidth - from.right : from.left;
    const { style } = element;
    style.minInlineSize = `${Math.min(from.width, innerWidth - 2 * EDGE)}px`;
    style.maxBlockSize = `${Math.max(80, Math.min(320, over ? above : below))}px`;
    style.insetInlineStart = `${Math.max(EDGE, Math.min(start, innerWidth - element.offsetWidth - EDGE))}px`;
    style.insetBlockStart = over ? 'auto' : `${from.bottom + GAP}px`;
    style.insetBlockEnd = over ? `${innerHeight - from.top + GAP}px` : 'auto';
  }, [anchor]);
  // After every drawing, since the panel's own size may have changed.
  useLayoutEffect(place);
  useLayoutEffect(() => {
    // The cell grows with its text.
    const observer = new ResizeObserver(place);
    if (anchor.current) {
      observer.observe(anchor.current);
    }
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [place, anchor]);
  return createPortal(
    // React Aria leaves what carries this mark reachable while one of its dialogs is open.
    <div
      ref={panel}
      role="presentation"
      className="k-anchored"
      data-react-aria-top-layer="true"
      // The text area of the cell keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>,
    document.body,
  );
}
