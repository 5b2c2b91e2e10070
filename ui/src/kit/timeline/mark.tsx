/** One mark: a diamond for a day, a bar that fades where nobody knows, a number for several. */
import { type CSSProperties, memo, type PointerEvent } from 'react';
import { Icon } from '../icon.tsx';
import type { Shape } from './geometry.ts';
import { INSET, isDrawnAlike, type Placed } from './labels.ts';
import { markKey, type TimelineMark } from './types.ts';

export interface MarkProps {
  mark: TimelineMark;
  /** Drawn here; the first pixel of the canvas is `origin`. */
  shape: Shape;
  origin: number;
  /** Where it was, where that is elsewhere. */
  was: Shape | undefined;
  label: Placed | undefined;
  /** How far from the edge of what is seen words keep that lie in it. */
  edge: number;
  /** Top within its lane, and the height of a row, in pixels. */
  top: number;
  high: number;
  /** The keys are here. */
  active: boolean;
  selected: boolean;
  /** How many it stands for, as there is room for. */
  number: string;
  /** It is being moved: said beside it. */
  moving: string | undefined;
  onPress: (mark: TimelineMark) => void;
  onFocus: (key: string) => void;
  onGrab: (mark: TimelineMark, event: PointerEvent<HTMLButtonElement>) => void;
}

/** A target is at least so wide. */
const TARGET = 24;

export const Mark = memo(function Mark({
  mark,
  shape,
  origin,
  was,
  label,
  edge,
  top,
  high,
  active,
  selected,
  number,
  moving,
  onPress,
  onFocus,
  onGrab,
}: MarkProps) {
  const width = shape.right - shape.left;
  const wider = Math.max(0, TARGET - width) / 2;
  const style: CSSProperties & Record<`--${string}`, string> = {
    insetInlineStart: shape.left - origin - wider,
    insetBlockStart: top,
    inlineSize: width + 2 * wider,
    blockSize: high,
  };
  const key = markKey(mark);
  return (
    <>
      {was ? <Ghost shape={was} now={shape} origin={origin} top={top} high={high} /> : null}
      <button
        type="button"
        className="k-tl-mark"
        style={style}
        tabIndex={active ? 0 : -1}
        aria-label={mark.words}
        aria-pressed={selected}
        title={mark.words}
        data-key={key}
        data-sort={mark.sort || undefined}
        data-kind={mark.kind}
        data-exact={shape.exact || undefined}
        data-past={mark.past || undefined}
        data-computed={mark.computed || undefined}
        data-doubt={mark.doubt || undefined}
        data-fate={mark.fate === 'same' ? undefined : mark.fate}
        data-count={mark.count > 1 || undefined}
        data-moving={moving !== undefined || undefined}
        data-moves={mark.step !== '' || undefined}
        data-worded={label?.side === 'inside' || undefined}
        onClick={() => onPress(mark)}
        onFocus={() => onFocus(key)}
        onPointerDown={(event) => onGrab(mark, event)}
      >
        {mark.count > 1 ? (
          <span className="k-tl-number">{number}</span>
        ) : (
          <Figure mark={mark} shape={shape} />
        )}
        {label ? <Words mark={mark} label={label} shape={shape} wider={wider} edge={edge} /> : null}
        {moving === undefined ? null : (
          <span className="k-tl-live">
            <bdi>{moving}</bdi>
          </span>
        )}
      </button>
    </>
  );
}, isAlike);

/** Words are placed anew with each pixel that is scrolled, most of them where they were. */
function isAlike({ label, ...before }: MarkProps, { label: now, ...after }: MarkProps): boolean {
  const names = Object.keys(after) as (keyof typeof after)[];
  return isDrawnAlike(label, now) && names.every((name) => Object.is(before[name], after[name]));
}

interface WordsProps {
  mark: TimelineMark;
  label: Placed;
  shape: Shape;
  /** What its target is wider at either end. */
  wider: number;
  edge: number;
}

function Words({ mark, label, shape, wider, edge }: WordsProps) {
  const { side, from, length, within } = label;
  const longest = length + (side === 'inside' ? INSET : 0);
  const place: CSSProperties =
    side === 'after'
      ? { insetInlineStart: from - shape.left + wider }
      : side === 'before'
        ? { insetInlineEnd: shape.right - from - length + wider }
        : { insetInlineStart: `calc(var(--k-tl-names) + ${edge}px)` };
  const words = (
    <span className="k-tl-label" data-side={side} style={{ ...place, maxInlineSize: longest }}>
      {mark.computed ? <Icon name="link" size={12} /> : null}
      {mark.note === '' ? null : <Icon name="info" size={12} />}
      <bdi>{mark.label}</bdi>
    </span>
  );
  return within ? (
    <span
      className="k-tl-within"
      style={{ insetInlineStart: within.from - shape.left + wider, inlineSize: within.to - within.from }}
    >
      {words}
    </span>
  ) : (
    words
  );
}

/** A diamond, told apart by what is in it; or a bar. */
export function Figure({ mark, shape }: { mark: Pick<TimelineMark, 'sort' | 'kind'>; shape: Shape }) {
  if (!shape.exact) {
    return <Bar shape={shape} />;
  }
  return (
    <svg className="k-tl-figure" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {mark.sort === 'deadline' ? <path className="k-tl-stop" d="M14.2 1.5v13" /> : null}
      <path className="k-tl-diamond" d="M8 1.6 14.4 8 8 14.4 1.6 8z" />
      {mark.sort === 'deliverable' ? <path className="k-tl-cut" d="M8 5.4 10.6 8 8 10.6 5.4 8z" /> : null}
      {mark.sort === 'decision' ? <path className="k-tl-cut" d="M4.6 8 8 4.6V11.4z" /> : null}
    </svg>
  );
}

function Bar({ shape }: { shape: Shape }) {
  const width = shape.right - shape.left;
  const part = (x: number): string => `${((x - shape.left) / width) * 100}%`;
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--k-tl-in': part(shape.sureFrom),
    '--k-tl-out': part(shape.sureTo),
  };
  return (
    <span
      className="k-tl-bar"
      style={style}
      data-vague={shape.sureFrom > shape.left + 0.5 || shape.sureTo < shape.right - 0.5 || undefined}
      data-open={shape.openEnd || undefined}
    >
      {shape.openEnd ? <span className="k-tl-on" /> : null}
    </span>
  );
}

/** Where it was, with a line to where it is. */
function Ghost({
  shape,
  now,
  origin,
  top,
  high,
}: {
  shape: Shape;
  now: Shape;
  origin: number;
  top: number;
  high: number;
}) {
  const middle = (of: Shape): number => (of.left + of.right) / 2;
  const [from, to] = [Math.min(middle(shape), middle(now)), Math.max(middle(shape), middle(now))];
  return (
    <>
      <span
        className="k-tl-trail"
        style={{ insetInlineStart: from - origin, inlineSize: to - from, insetBlockStart: top + high / 2 }}
      />
      <span
        className="k-tl-ghost"
        data-exact={shape.exact || undefined}
        style={{
          insetInlineStart: shape.left - origin,
          inlineSize: shape.right - shape.left,
          insetBlockStart: top,
          blockSize: high,
        }}
      >
        {shape.exact ? (
          <svg className="k-tl-figure" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" />
          </svg>
        ) : (
          <span className="k-tl-ghost-bar" />
        )}
      </span>
    </>
  );
}
