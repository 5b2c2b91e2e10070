/** The mouse in the grid: a click chooses, a drag and Shift select, a double click edits. */
import { type MouseEvent, useMemo } from 'react';
import type { GridController } from './controller.ts';
import { type EdgeScroll, edgeScroll } from './edge-scroll.ts';
import type { CellPlace } from './places.ts';

/** The cell under a target, by the marks that rows and cells carry. */
function placeOf(target: EventTarget | null): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.k-grid-cell') : null;
  const row = cell?.closest<HTMLElement>('.k-grid-row');
  const column = cell?.dataset['column'];
  const index = Number(row?.dataset['row']);
  return column === undefined || !Number.isInteger(index)
    ? undefined
    : { kind: 'cell', index, rowId: undefined, column };
}

/** Before which row a pointer is, by the half of the row that it is over. */
function rowAt(target: EventTarget | null, y: number): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('.k-grid-row') : null;
  const index = Number(row?.dataset['row']);
  if (!row || !Number.isInteger(index)) {
    return undefined;
  }
  const { top, height } = row.getBoundingClientRect();
  return y < top + height / 2 ? index : index + 1;
}

/** What scrolls under an element of the grid. */
function scrollerOf(element: Element, onUnder: (target: Element | null, y: number) => void): EdgeScroll {
  const scroller = element.closest<HTMLElement>('.k-grid');
  return scroller ? edgeScroll(scroller, onUnder) : { at: () => undefined, stop: () => undefined };
}

/** A row is dragged by its grip until the button is let go, or Escape gives it up. */
function beginRowDrag<Row>(controller: GridController<Row>, grip: Element): void {
  const from = Number(grip.closest<HTMLElement>('.k-grid-row')?.dataset['row']);
  const over = new AbortController();
  const { signal } = over;
  const edges = scrollerOf(grip, (target, y) => controller.dragRow(from, rowAt(target, y)));
  const end = (isKept: boolean): void => {
    over.abort();
    edges.stop();
    controller.dropRow(isKept);
  };
  controller.dragRow(from, undefined);
  document.addEventListener(
    'mousemove',
    (event) => {
      controller.dragRow(from, rowAt(event.target, event.clientY));
      edges.at(event.clientX, event.clientY);
    },
    { signal },
  );
  document.addEventListener('mouseup', () => end(true), { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        end(false);
      }
    },
    { signal, capture: true },
  );
}

export interface PointerHandlers {
  onMouseDown: (event: MouseEvent) => void;
  onDoubleClick: (event: MouseEvent) => void;
  onMouseOver: (event: MouseEvent) => void;
}

/** A text that is cut says the whole of itself. */
function sayWhole(event: MouseEvent): void {
  const text =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('.k-grid-text, .k-grid-head-label')
      : null;
  if (!text) {
    return;
  }
  const parts = [text, ...text.querySelectorAll<HTMLElement>('.k-status-word')];
  const cut = parts.some(
    (part) => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1,
  );
  if (cut) {
    text.title = text.textContent;
  } else {
    text.removeAttribute('title');
  }
}

export function usePointer<Row>(controller: GridController<Row>): PointerHandlers {
  return useMemo(() => {
    const dragOver = (target: EventTarget | null): void => {
      const under = placeOf(target);
      if (under) {
        controller.dragTo(under.index, under.column);
      }
    };
    const onMouseDown = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (!target || !event.currentTarget.contains(target)) {
        return;
      }
      if (target.closest('.k-grid-grip')) {
        event.preventDefault();
        beginRowDrag(controller, target);
        return;
      }
      if (target.closest('.k-cell-input[data-editing]')) {
        const { session, place: here } = controller.getState();
        if (session?.pending && here?.kind === 'cell') {
          // What it holds is being kept, and goes on elsewhere: who presses here wants to be here.
          event.preventDefault();
          controller.point(here, event.shiftKey ? 'extend' : 'choose');
          return;
        }
        // The editor's own: only its text area may take the focus.
        if (!(target instanceof HTMLTextAreaElement)) {
          event.preventDefault();
        }
        return;
      }
      const group = target.closest<HTMLElement>('.k-grid-group')?.dataset['group'];
      const { place } = controller.getState();
      if (group !== undefined) {
        event.preventDefault();
        controller.point({ kind: 'group', key: group, column: place?.column ?? '' });
        return;
      }
      if (target.closest('.k-grid-head')) {
        // A header that can be dragged must hear of the press.
        if (!target.closest('[draggable="true"]')) {
          event.preventDefault();
        }
        void controller.commit('stay');
        return;
      }
      const found = placeOf(target);
      if (!found) {
        return;
      }
      event.preventDefault();
      if (event.button !== 0 && controller.isSelected(found.index, found.column)) {
        // A context menu acts on what is selected.
        return;
      }
      const flag = event.button === 0 && !event.shiftKey && target.closest('.k-grid-flag') !== null;
      const press = flag ? 'flag' : event.shiftKey ? 'extend' : 'choose';
      controller.point({ ...found, rowId: controller.idAt(found.index) }, press);
      if (event.button === 0) {
        const edges = scrollerOf(target, dragOver);
        const drag = (over: globalThis.MouseEvent): void => {
          dragOver(over.target);
          edges.at(over.clientX, over.clientY);
        };
        const end = (): void => {
          document.removeEventListener('mousemove', drag);
          edges.stop();
        };
        document.addEventListener('mousemove', drag);
        document.addEventListener('mouseup', end, { once: true });
      }
    };
    const onDoubleClick = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (target && placeOf(target) && !target.closest('.k-cell-input[data-editing], .k-grid-flag')) {
        controller.editOrOpen();
      }
    };
    return { onMouseDown, onDoubleClick, onMouseOver: sayWhole };
  }, [controller]);
}
