/** Widths of columns, and what the drawn grid measures. */
import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { GridState } from './standing.ts';
import type { GridColumn, GridRange } from './types.ts';

/** Mean width of a letter of the user interface, and the padding of a cell, at normal text size. */
const LETTER = 7.3;
const PADDING = 20;

export function template<Row>(columns: readonly GridColumn<Row>[]): string {
  return columns
    .map(({ width, grow }) => {
      const least = `calc(${width}px * var(--zoom))`;
      return grow === undefined ? least : `minmax(${least}, ${grow}fr)`;
    })
    .join(' ');
}

export function totalWidth<Row>(columns: readonly GridColumn<Row>[]): string {
  return `calc(${columns.reduce((sum, column) => sum + column.width, 0)}px * var(--zoom))`;
}

/** Where each pinned column stands, from the side where reading begins; undefined for those that scroll away. */
export function pinnedAt<Row>(columns: readonly GridColumn<Row>[]): readonly (string | undefined)[] {
  let start = 0;
  let leading = true;
  return columns.map(({ width, grow, pinned }) => {
    // What follows a column that scrolls, or that grows by an unknown width, cannot be pinned.
    leading = leading && pinned === true;
    const at = leading ? `calc(${start}px * var(--zoom))` : undefined;
    leading = leading && grow === undefined;
    start += width;
    return at;
  });
}

export function isMirrored(element: HTMLElement | null): boolean {
  const stated = element?.closest('[dir]')?.getAttribute('dir');
  return (
    stated === 'rtl' ||
    (element !== null && stated !== 'ltr' && getComputedStyle(element).direction === 'rtl')
  );
}

/** Scrolls sideways until a column is seen. */
export function revealColumn(scroller: HTMLElement | null, position: number): void {
  const cell = scroller?.querySelectorAll('.k-grid-head-cell')[position];
  if (!scroller || !cell) {
    return;
  }
  const [around, target] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  const pinned = [...scroller.querySelectorAll('.k-grid-head-cell[data-pinned]')];
  if (pinned.includes(cell)) {
    return;
  }
  const covered = pinned.reduce((sum, one) => sum + one.getBoundingClientRect().width, 0);
  const mirrored = isMirrored(scroller);
  const left = around.left + (mirrored ? 0 : covered);
  const right = around.left + scroller.clientWidth - (mirrored ? covered : 0);
  if (target.left < left) {
    scroller.scrollLeft -= left - target.left;
  } else if (target.right > right) {
    scroller.scrollLeft += Math.min(target.right - right, target.left - left);
  }
}

function onTextSize(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
  return () => observer.disconnect();
}

function textSize(): number {
  return Number.parseFloat(document.documentElement.style.getPropertyValue('--zoom')) || 1;
}

/** The text size of the window (theme.ts sets it). */
export function useZoom(): number {
  return useSyncExternalStore(onTextSize, textSize);
}

export interface WrappingColumn<Row> {
  column: GridColumn<Row>;
  /** So many letters fit on one line. */
  letters: number;
}

/** How much text fits on a line of the columns that wrap: a good guess of a row's height before it is drawn. */
export function useWrapping<Row>(
  columns: readonly GridColumn<Row>[],
  scroller: RefObject<HTMLElement | null>,
  zoom: number,
): readonly WrappingColumn<Row>[] {
  const [wrapping, setWrapping] = useState<readonly WrappingColumn<Row>[]>([]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const measure = (): void => {
      const cells = element.querySelectorAll<HTMLElement>('.k-grid-head-cell');
      const next = columns.flatMap((column, position) => {
        const width = (cells[position]?.offsetWidth ?? 0) / zoom - PADDING;
        return column.lines === 2 && width > 0 ? [{ column, letters: Math.floor(width / LETTER) }] : [];
      });
      setWrapping((before) =>
        before.length === next.length &&
        before.every((one, at) => one.column === next[at]?.column && one.letters === next[at]?.letters)
          ? before
          : next,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [columns, scroller, zoom]);
  return wrapping;
}

/** A range in positions. */
export function placed<Row>(
  range: GridRange | undefined,
  columns: readonly GridColumn<Row>[],
): { from: number; to: number; left: number; right: number } | undefined {
  const at = (key: string | undefined): number => columns.findIndex((column) => column.key === key);
  return (
    range && { from: range.from, to: range.to, left: at(range.columns[0]), right: at(range.columns.at(-1)) }
  );
}

/** The selected rectangle in positions, where more than the active cell is selected. */
export function rectangle<Row>(
  range: GridState['range'],
  columns: readonly GridColumn<Row>[],
): { from: number; to: number; left: number; right: number } | undefined {
  if (!range) {
    return undefined;
  }
  const at = (key: string): number => columns.findIndex((column) => column.key === key);
  const { anchor, head } = range;
  return {
    from: Math.min(anchor.index, head.index),
    to: Math.max(anchor.index, head.index),
    left: Math.min(at(anchor.column), at(head.column)),
    right: Math.max(at(anchor.column), at(head.column)),
  };
}
