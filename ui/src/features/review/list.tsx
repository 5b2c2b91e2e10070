/** What is proposed, one sentence after the other, under the row that it is about. One list with one place for the keys. */
import type { RefObject } from 'react';
import type { ReviewItem } from '@/generated/wire.ts';
import { useWords } from '@/lib/client.ts';
import { Lines, Sign } from '@/parts/lines/index.ts';
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
  const isFirst = (index: number): boolean => {
    const [item, before] = [items.at(index), items.at(index - 1)];
    return item === undefined || before?.kind !== item.kind || before.id !== item.id;
  };
  return (
    <Lines
      label={say('review-list')}
      id="review-list"
      total={items.total ?? 0}
      at={at}
      isLooking={isLooking}
      height={LINE}
      onNeed={items.need}
      onGo={onGo}
      onEnter={onEnter}
      onLeave={onLeave}
      lineOf={(index) => {
        const item = items.at(index);
        return {
          className: 'v-line',
          'data-first': isFirst(index) || undefined,
          'data-item': item?.item,
          'data-standing': item ? standingOf(item) : undefined,
        };
      }}
      listRef={listRef}
    >
      {(index) => {
        const item = items.at(index);
        return item ? (
          <Words item={item} isFirst={isFirst(index)} />
        ) : (
          <p className="k-quiet">{say('review-reading')}</p>
        );
      }}
    </Lines>
  );
}

function Words({ item, isFirst }: { item: ReviewItem; isFirst: boolean }) {
  const { say } = useWords();
  const { lead, title } = headingOf(item);
  const standing = standingOf(item);
  return (
    <>
      <StandingSign standing={standing} />
      <div className="l-words">
        <p className={isFirst ? 'v-line-row' : 'k-hidden'}>
          <bdi>{lead}</bdi>
          {' · '}
          <bdi>{title}</bdi>
        </p>
        <p className="l-excerpt">
          <Sentence pieces={piecesOf(item)} />
        </p>
        <p className="l-note">
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
export function StandingSign({ standing }: { standing: Standing }) {
  switch (standing) {
    case 'taken':
      return <Sign icon="check" />;
    case 'decided':
      return <Sign icon="check" isDone />;
    case 'later':
      return <Sign icon="history" />;
    case 'open':
    case 'again':
      return <Sign />;
  }
}
