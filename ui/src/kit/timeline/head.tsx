/** The header of two levels, the grid lines below it, and the line of today. */
import { headerLevels, type Tick, ticks } from './scale.ts';
import { tickTitle, tickWords, type TimelineWords } from './words.ts';

export interface HeadProps {
  /** Number of the first day of the canvas, and the pixels of a day. */
  from: number;
  day: number;
  /** What is seen and a little more, in days. */
  first: number;
  last: number;
  today: number;
  words: TimelineWords;
}

export function Head({ from, day, first, last, today, words }: HeadProps) {
  const [upper, lower] = headerLevels(day);
  const place = (tick: Tick): { insetInlineStart: number; inlineSize: number } => ({
    insetInlineStart: (tick.from - from) * day,
    inlineSize: (tick.to - tick.from) * day,
  });
  return (
    <div className="k-tl-times" aria-hidden="true">
      <div className="k-tl-upper">
        {ticks(upper, first, last).map((tick) => (
          <span key={tick.from} className="k-tl-tick" style={place(tick)} title={tickTitle(tick, words)}>
            <span>{tickWords(tick, words, (tick.to - tick.from) * day, true)}</span>
          </span>
        ))}
      </div>
      {upper === lower ? null : (
        <div className="k-tl-lower">
          {ticks(lower, first, last).map((tick) => (
            <span key={tick.from} className="k-tl-tick" style={place(tick)} title={tickTitle(tick, words)}>
              <span>{tickWords(tick, words, (tick.to - tick.from) * day, false)}</span>
            </span>
          ))}
        </div>
      )}
      <span className="k-tl-flag" style={{ insetInlineStart: (today + 0.5 - from) * day }}>
        {words.today}
      </span>
    </div>
  );
}

/** Lines where the header has them, behind all marks. */
export function Lines({ from, day, first, last }: Omit<HeadProps, 'words' | 'today'>) {
  const [upper, lower] = headerLevels(day);
  const strong = new Set(ticks(upper, first, last).map((tick) => tick.from));
  return (
    <div className="k-tl-lines" aria-hidden="true">
      {ticks(lower, first, last).map((tick) => (
        <i
          key={tick.from}
          data-strong={strong.has(tick.from) || undefined}
          style={{ insetInlineStart: (tick.from - from) * day }}
        />
      ))}
    </div>
  );
}
