/** What is proposed, one sentence after the other, under the row that it is about. One list with one place for the keys. */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect } from 'react';
import type { ReviewItem } from '@/generated/wire.ts';
import { Icon, useVirtualizer, useZoom } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { headingOf, type Standing, standingOf } from './choices.ts';
import type { Items } from './feed.ts';
import { Sentence } from './marks.tsx';
import { piecesOf } from './sentence.ts';

/** Height of a line before it was measured, at normal text size. */
const LINE = 84;

export interface ItemListProps {
  items: Items;
  at: number;
  /** An item is looked at; else nothing is marked. */
  isLooking: boolean;
  onGo: (at: number) => void;
  /** Enter: on to the versions. */
  onEnter: () => void;
  /** Escape: back to the files. */
  onLeave: () => void;
  listRef: RefObject<HTMLDivElement | null>;
}

export function ItemList({ items, at, isLooking, onGo, onEnter, onLeave, listRef }: ItemListProps) {
  const { say } = useWords();
  const zoom = useZoom();
  const total = items.total ?? 0;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => LINE * zoom,
    overscan: 8,
    initialRect: { width: 380, height: 700 },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, zoom]);
  const lines = virtualizer.getVirtualItems();
  const from = lines[0]?.index ?? 0;
  const to = lines.at(-1)?.index ?? 0;
  const { need } = items;
  useEffect(() => need(from, to), [need, from, to]);
  useLayoutEffect(() => {
    if (isLooking && at < total) {
      virtualizer.scrollToIndex(at, { align: 'auto' });
    }
  }, [virtualizer, at, total, isLooking]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing) {
      return;
    }
    const page = Math.max(1, lines.length - 16);
    const here = isLooking ? at : -1;
    const go = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: total - 1,
    }[event.key];
    if (go !== undefined) {
      onGo(Math.min(Math.max(go, 0), total - 1));
    } else if (event.key === 'Enter') {
      onEnter();
    } else if (event.key === 'Escape') {
      onLeave();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={listRef}
      role="listbox"
      className="v-list"
      tabIndex={0}
      aria-label={say('review-list')}
      aria-activedescendant={isLooking && at < total ? `v-item-${at}` : undefined}
      data-testid="review-list"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="v-list-body" style={{ blockSize: virtualizer.getTotalSize() }}>
        {lines.map(({ index, start }) => (
          <Line
            key={index}
            measure={virtualizer.measureElement}
            index={index}
            total={total}
            offset={start}
            item={items.at(index)}
            before={items.at(index - 1)}
            isChosen={isLooking && index === at}
            onGo={onGo}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  measure: (element: HTMLDivElement | null) => void;
  index: number;
  total: number;
  offset: number;
  item: ReviewItem | undefined;
  before: ReviewItem | undefined;
  isChosen: boolean;
  onGo: (at: number) => void;
}

function Line({ measure, index, total, offset, item, before, isChosen, onGo }: LineProps) {
  const { say } = useWords();
  const isFirst = item === undefined || before?.kind !== item.kind || before.id !== item.id;
  return (
    // The list has the keys; a press is the pointer's way to the same.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={measure}
      id={`v-item-${index}`}
      role="option"
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={total}
      className="v-line"
      data-index={index}
      data-first={isFirst || undefined}
      data-item={item?.item}
      data-standing={item ? standingOf(item) : undefined}
      style={{ transform: `translateY(${offset}px)` }}
      onClick={() => onGo(index)}
    >
      {item ? <Words item={item} isFirst={isFirst} /> : <p className="k-quiet">{say('review-reading')}</p>}
    </div>
  );
}

function Words({ item, isFirst }: { item: ReviewItem; isFirst: boolean }) {
  const { say } = useWords();
  const { lead, title } = headingOf(item);
  const standing = standingOf(item);
  return (
    <>
      <Sign standing={standing} />
      <div className="v-line-words">
        <p className={isFirst ? 'v-line-row' : 'k-hidden'}>
          <bdi>{lead}</bdi>
          {' · '}
          <bdi>{title}</bdi>
        </p>
        <p className="v-line-sentence">
          <Sentence pieces={piecesOf(item)} />
        </p>
        <p className="v-line-note">
          {item.held
            ? say('review-standing-held')
            : standing === 'decided' || standing === 'later'
              ? say(`review-standing-${standing}`, { decision: item.decision?.text ?? '' })
              : say(`review-standing-${standing}`)}
        </p>
      </div>
    </>
  );
}

/** How it stands, by a shape: the words are below. */
export function Sign({ standing }: { standing: Standing }) {
  switch (standing) {
    case 'taken':
    case 'decided':
      return (
        <span className="v-sign" data-standing={standing}>
          <Icon name="check" />
        </span>
      );
    case 'later':
      return (
        <span className="v-sign" data-standing={standing}>
          <Icon name="history" />
        </span>
      );
    case 'open':
    case 'again':
      return (
        <span className="v-sign" data-standing={standing} aria-hidden="true">
          ?
        </span>
      );
  }
}
