/** The tree of bodies: names that wrap, years of what has ended, keys as in every tree. Only what is seen is drawn. */
import { defaultRangeExtractor, type Range } from '@tanstack/virtual-core';
import { type KeyboardEvent, memo, type Ref, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { Badge, Icon, isMirrored, useVirtualizer, useZoom } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { findLine, type Line, moveBy } from './tree.ts';

export interface TreeViewProps {
  label: string;
  lines: readonly Line[];
  chosen: string | undefined;
  /** What the lines were searched for. */
  sought: string;
  onChoose: (id: string) => void;
  onTurn: (ids: readonly string[]) => void;
  /** Enter, or a double click. */
  onOpen: (id: string) => void;
  /** A letter that is a key of the screen, when nothing is being typed yet: true, if it was taken. */
  onLetter: (letter: string) => boolean;
  /** Gives the tree the focus. */
  focusRef: Ref<() => void>;
}

/** Height of a line of one row of words, and of a further one, at normal text size. */
const LINE = 29;
const MORE = 20;
/** Letters in a row of words at the first level. */
const LETTERS = 34;
/** Deeper levels are not drawn further in: the names need the room. */
const DEEPEST = 7;
/** What is typed later than this begins anew, in milliseconds. */
const PAUSE = 800;

export function TreeView({
  label,
  lines,
  chosen,
  sought,
  onChoose,
  onTurn,
  onOpen,
  onLetter,
  focusRef,
}: TreeViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useRef(false);
  const typed = useRef({ text: '', at: 0 });
  const zoom = useZoom();
  const found = lines.findIndex((line) => line.node.id === chosen);
  const active = found < 0 ? 0 : found;

  const estimateSize = useCallback(
    (index: number): number => {
      const node = lines[index]?.node;
      const taken =
        2.2 * Math.min(node?.depth ?? 0, DEEPEST) + (node?.badge ? 4 : 0) + (node?.when.length ?? 0);
      const more = Math.floor((node?.title.length ?? 0) / Math.max(10, LETTERS - taken));
      return (LINE + MORE * more) * zoom;
    },
    [lines, zoom],
  );
  const getItemKey = useCallback((index: number): string => lines[index]?.node.id ?? `${index}`, [lines]);
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      // The chosen line holds the focus, wherever one has scrolled to.
      const shown = new Set(defaultRangeExtractor(range));
      if (active < lines.length) {
        shown.add(active);
      }
      return [...shown].toSorted((a, b) => a - b);
    },
    [active, lines.length],
  );
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    rangeExtractor,
    overscan: 10,
    initialRect: { width: 280, height: 700 },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, zoom]);

  const focusActive = useCallback((): void => {
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, []);
  // Also when it was chosen elsewhere: in the card, or by a link.
  const shown = useRef<{ id: string; sought: string } | undefined>(undefined);
  useLayoutEffect(() => {
    const id = lines[active]?.node.id;
    const before = shown.current;
    if (id !== undefined && id === chosen && (before?.id !== id || before.sought !== sought)) {
      shown.current = { id, sought };
      // Among lines that were others before, it is seen with what is around it.
      virtualizer.scrollToIndex(active, { align: before?.sought === sought ? 'auto' : 'center' });
    }
    if (focused.current) {
      focusActive();
    }
  }, [virtualizer, lines, active, chosen, sought, focusActive]);
  useLayoutEffect(() => {
    const give = (): void => {
      focused.current = true;
      focusActive();
    };
    if (typeof focusRef === 'function') {
      return focusRef(give);
    }
    if (focusRef) {
      focusRef.current = give;
    }
    return undefined;
  }, [focusRef, focusActive]);
  useEffect(() => {
    const root = scroller.current;
    const onFocusOut = (): void => {
      // A line that is drawn anew loses the focus to nobody: that is no leaving.
      setTimeout(() => {
        focused.current =
          root?.contains(document.activeElement) === true ||
          (focused.current && document.activeElement === document.body && !document.hasFocus());
      });
    };
    root?.addEventListener('focusout', onFocusOut);
    return () => root?.removeEventListener('focusout', onFocusOut);
  }, []);

  const go = (at: number): void => {
    const id = lines[at]?.node.id;
    if (id !== undefined) {
      onChoose(id);
    }
  };
  const find = (letter: string, at: number): void => {
    const { text, at: before } = typed.current;
    const now = performance.now();
    const next = now - before < PAUSE ? `${text}${letter}` : letter;
    typed.current = { text: next, at: now };
    const line = findLine(lines, at, next);
    if (line !== undefined) {
      go(line);
    }
  };
  const isTyping = (): boolean => performance.now() - typed.current.at < PAUSE && typed.current.text !== '';
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) {
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (LINE * zoom)) - 1);
    const move = moveBy(lines, active, { key, mirrored: isMirrored(scroller.current), page });
    const id = lines[active]?.node.id;
    let taken = true;
    if (move && 'go' in move) {
      go(move.go);
    } else if (move) {
      onTurn(move.turn);
    } else if (key === 'Enter' && id !== undefined) {
      onOpen(id);
    } else if ([...key].length === 1 && (key !== ' ' || isTyping())) {
      if (isTyping() || !onLetter(key)) {
        find(key, active);
      }
    } else {
      taken = false;
    }
    if (taken) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={label}
      className="g-tree"
      data-testid="tree"
      tabIndex={-1}
      onFocus={() => {
        focused.current = true;
      }}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="g-tree-body" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return line ? (
            <TreeLine
              key={item.key}
              measure={virtualizer.measureElement}
              index={item.index}
              offset={item.start}
              line={line}
              isActive={item.index === active}
              isChosen={line.node.id === chosen}
              onChoose={onChoose}
              onTurn={onTurn}
              onOpen={onOpen}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

interface TreeLineProps {
  measure: Ref<HTMLDivElement>;
  index: number;
  offset: number;
  line: Line;
  isActive: boolean;
  isChosen: boolean;
  onChoose: (id: string) => void;
  onTurn: (ids: readonly string[]) => void;
  onOpen: (id: string) => void;
}

const TreeLine = memo(function TreeLine({
  measure,
  index,
  offset,
  line: { node, expanded, place, of, fits },
  isActive,
  isChosen,
  onChoose,
  onTurn,
  onOpen,
}: TreeLineProps) {
  const { say } = useWords();
  const indent = { '--g-depth': Math.min(node.depth, DEEPEST), transform: `translateY(${offset}px)` };
  return (
    // The keys of all lines are those of the tree.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={measure}
      role="treeitem"
      className="g-line"
      data-index={index}
      data-group={node.id}
      data-ended={node.ended || undefined}
      data-fits={fits || undefined}
      style={indent}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isChosen}
      aria-level={node.depth + 1}
      aria-posinset={place}
      aria-setsize={of}
      aria-expanded={expanded}
      onClick={() => onChoose(node.id)}
      onDoubleClick={() => onOpen(node.id)}
    >
      <span
        className="g-twist"
        aria-hidden="true"
        data-expanded={expanded}
        onClick={(event) => {
          if (expanded !== undefined) {
            event.stopPropagation();
            onTurn([node.id]);
          }
        }}
      >
        {expanded === undefined ? null : <Icon name={expanded ? 'down' : 'forward'} size={14} />}
      </span>
      {node.badge === '' ? null : <Badge>{node.badge}</Badge>}
      <span className="g-name">
        <bdi>{node.title === '' ? say('not-stated') : node.title}</bdi>
        {node.when === '' ? null : (
          <span className="g-when">
            {' '}
            <bdi>{node.when}</bdi>
          </span>
        )}
      </span>
    </div>
  );
});
