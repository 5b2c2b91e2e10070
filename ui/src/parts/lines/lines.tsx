/** Lines of which one is looked at, beside what it says in full: one list with one place for the keys, drawn as far as it is seen. */
import {
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
} from 'react';
import { useVirtualizer, useZoom } from '@/kit/index.ts';
import { pressed } from './keys.ts';
import './lines.css';

export interface LinesProps {
  /** Told by its name to assistive technology; also the beginning of the ids of its lines. */
  label: string;
  id: string;
  total: number;
  at: number;
  /** A line is looked at; else nothing is marked. */
  isLooking?: boolean;
  /** Height of a line before it was measured, at normal text size. */
  height: number;
  /** Several lines can be marked. */
  isMarked?: (index: number) => boolean;
  /** Lines that are seen: what they say is needed. */
  onNeed: (from: number, to: number) => void;
  onGo: (at: number, event?: { toggles: boolean }) => void;
  /** Enter: on to what stands beside. */
  onEnter: () => void;
  /** Escape. */
  onLeave?: (() => void) | undefined;
  /** Beside what every line has. */
  lineOf?: (index: number) => HTMLAttributes<HTMLDivElement> & { [data: `data-${string}`]: unknown };
  children: (index: number) => ReactNode;
  listRef: RefObject<HTMLDivElement | null>;
}

export function Lines({
  label,
  id,
  total,
  at,
  isLooking = true,
  height,
  isMarked,
  onNeed,
  onGo,
  onEnter,
  onLeave,
  lineOf,
  children,
  listRef,
}: LinesProps) {
  const zoom = useZoom();
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => height * zoom,
    overscan: 8,
    initialRect: { width: 380, height: 700 },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, zoom]);
  const lines = virtualizer.getVirtualItems();
  const from = lines[0]?.index ?? 0;
  const to = lines.at(-1)?.index ?? 0;
  useEffect(() => onNeed(from, to), [onNeed, from, to]);
  useLayoutEffect(() => {
    if (isLooking && at < total) {
      virtualizer.scrollToIndex(at, { align: 'auto' });
    }
  }, [virtualizer, at, total, isLooking]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void =>
    pressed(event, {
      at: isLooking ? at : -1,
      total,
      page: Math.max(1, lines.length - 16),
      onGo,
      onEnter,
      onLeave,
    });
  return (
    <div
      ref={listRef}
      role="listbox"
      className="l-list"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={isMarked ? true : undefined}
      aria-activedescendant={isLooking && at < total ? `${id}-${at}` : undefined}
      data-testid={id}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="l-body" style={{ blockSize: virtualizer.getTotalSize() }}>
        {lines.map(({ index, start }) => {
          const { className = '', ...own } = lineOf?.(index) ?? {};
          return (
            // The list has the keys; a press is the pointer's way to the same.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={index}
              ref={virtualizer.measureElement}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isMarked ? isMarked(index) : isLooking && index === at}
              aria-posinset={index + 1}
              aria-setsize={total}
              data-index={index}
              data-current={(isLooking && index === at) || undefined}
              {...own}
              className={`l-line ${className}`}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => onGo(index, { toggles: event.ctrlKey || event.metaKey })}
            >
              {children(index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
