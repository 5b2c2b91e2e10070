/** The paragraphs: number, beginning, what was decided. */
import type { RefObject } from 'react';
import type { CarryParagraph } from '@/generated/wire.ts';
import { useWords } from '@/lib/client.ts';
import type { Say } from '@/lib/words.ts';
import { Lines, Sign } from '@/parts/lines/index.ts';

/** Height of a line before it was measured, at normal text size. */
const LINE = 76;

export interface ParagraphListProps {
  total: number;
  at: number;
  itemAt: (index: number) => CarryParagraph | undefined;
  marked: ReadonlySet<string>;
  onNeed: (from: number, to: number) => void;
  onGo: (at: number, event?: { toggles: boolean }) => void;
  onEnter: () => void;
  onLeave: (() => void) | undefined;
  listRef: RefObject<HTMLDivElement | null>;
}

export function ParagraphList({
  total,
  at,
  itemAt,
  marked,
  onNeed,
  onGo,
  onEnter,
  onLeave,
  listRef,
}: ParagraphListProps) {
  const { say } = useWords();
  const isMarked = (index: number): boolean => {
    const id = itemAt(index)?.id;
    return id !== undefined && (marked.size > 0 ? marked.has(id) : index === at);
  };
  return (
    <Lines
      label={say('carry-list')}
      id="carry-list"
      total={total}
      at={at}
      height={LINE}
      isMarked={isMarked}
      onNeed={onNeed}
      onGo={onGo}
      onEnter={onEnter}
      onLeave={onLeave}
      lineOf={(index) => {
        const item = itemAt(index);
        return {
          className: 'cf-line',
          'data-paragraph': item?.paragraph,
          'data-decision': item?.decision,
          'data-marked': (item && marked.has(item.id)) || undefined,
        };
      }}
      listRef={listRef}
    >
      {(index) => {
        const item = itemAt(index);
        return item ? <Words item={item} /> : <p className="k-quiet">{say('carry-reading')}</p>;
      }}
    </Lines>
  );
}

function Words({ item }: { item: CarryParagraph }) {
  const { say } = useWords();
  return (
    <>
      <DecisionSign decision={item.decision} />
      <div className="l-words">
        <p className="l-excerpt">
          <span className="cf-number">{numberOf(say, item.paragraph)}</span> <bdi>{item.title}</bdi>
        </p>
        <p className="l-note">
          <Decided item={item} />
        </p>
      </div>
    </>
  );
}

/** "¶ 113"; what is no number stands as it is. */
export function numberOf(say: Say, paragraph: string): string {
  return /^\p{N}/u.test(paragraph) ? say('carry-paragraph', { number: paragraph }) : paragraph;
}

/** What was decided, in words. */
export function Decided({ item }: { item: CarryParagraph }) {
  const { say } = useWords();
  if (item.decision === 'open') {
    return say('carry-is-open');
  }
  if (item.decision === 'not_for_us') {
    return (
      <bdi>
        {item.because === ''
          ? say('carry-is-not-for-us')
          : say('carry-is-not-for-us-because', { because: item.because })}
      </bdi>
    );
  }
  return (
    <>
      {item.answers.map(({ commitment, text }, at) => (
        <span key={commitment.id}>
          {at > 0 ? ' · ' : null}
          <bdi>{text}</bdi>
        </span>
      ))}
    </>
  );
}

/** How it stands, by a shape: the words are below. */
export function DecisionSign({ decision }: { decision: string }) {
  if (decision === 'open') {
    return <Sign />;
  }
  return decision === 'answered' ? <Sign icon="check" isDone /> : <Sign icon="minus" />;
}
