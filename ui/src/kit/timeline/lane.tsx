/** A lane: its name, its marks, and how many of them lie outside of what is seen. */
import { type CSSProperties, memo, type ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import type { TimelineLane } from './types.ts';
import type { TimelineWords } from './words.ts';

export interface LaneProps {
  lane: TimelineLane;
  /** Pixels of half a row. */
  unit: number;
  high: number;
  /** Each lane is one row of the plan: its name is not folded. */
  line: boolean;
  active: boolean;
  /** How many lie before and after what is seen. */
  before: number;
  after: number;
  words: TimelineWords;
  onFold: (lane: TimelineLane) => void;
  onFocus: (index: number) => void;
  onScroll: (lane: TimelineLane, side: 'before' | 'after') => void;
  children: ReactNode;
}

export const Lane = memo(function Lane({
  lane,
  unit,
  high,
  line,
  active,
  before,
  after,
  words,
  onFold,
  onFocus,
  onScroll,
  children,
}: LaneProps) {
  const style: CSSProperties & Record<`--${string}`, number> = {
    insetBlockStart: lane.top * unit,
    blockSize: high,
    '--k-tl-name-lines': Math.max(1, Math.floor((high - 8) / ((unit * 16) / 14))),
  };
  const name = lane.badge === '' ? lane.label : `${lane.badge} ${lane.label}`;
  return (
    <div
      className="k-tl-lane"
      role="group"
      aria-label={line ? name : `${name}, ${words.rows(lane.count)}`}
      style={style}
      data-folded={lane.folded || undefined}
      data-line={line || undefined}
    >
      <div className="k-tl-name">
        <button
          type="button"
          data-lane={lane.index}
          tabIndex={active ? 0 : -1}
          aria-expanded={line ? undefined : !lane.folded}
          aria-label={line ? name : lane.folded ? words.unfold(name) : words.fold(name)}
          title={name}
          onClick={() => onFold(lane)}
          onFocus={() => onFocus(lane.index)}
        >
          {line ? null : <Icon name={lane.folded ? 'forward' : 'down'} size={14} />}
          {lane.badge === '' ? null : <span className="k-tl-badge">{lane.badge}</span>}
          <span className="k-tl-title">
            <bdi>{lane.label}</bdi>
          </span>
          {line ? null : <span className="k-tl-count">{words.number(lane.count)}</span>}
        </button>
      </div>
      <Arrow
        count={before}
        side="before"
        number={words.number(before)}
        words={words.before(before)}
        onPress={() => onScroll(lane, 'before')}
      />
      <div className="k-tl-marks">{children}</div>
      <Arrow
        count={after}
        side="after"
        number={words.number(after)}
        words={words.after(after)}
        onPress={() => onScroll(lane, 'after')}
      />
    </div>
  );
});

interface ArrowProps {
  count: number;
  side: 'before' | 'after';
  number: string;
  words: string;
  onPress: () => void;
}

/** Out of the order of the keys: the arrow keys lead there too. */
function Arrow({ count, side, number, words, onPress }: ArrowProps) {
  return count === 0 ? null : (
    <button
      type="button"
      className="k-tl-arrow"
      data-side={side}
      tabIndex={-1}
      aria-label={words}
      title={words}
      onClick={onPress}
    >
      {side === 'before' ? <Icon name="back" size={12} /> : null}
      <span>{number}</span>
      {side === 'after' ? <Icon name="forward" size={12} /> : null}
    </button>
  );
}
