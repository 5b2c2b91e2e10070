/**
 * Figures over time against levels, small and quiet, with all of it as a table for whoever wants words. Lines lie in a picture
 * without letters, which is turned over where the words run from right to left; points and words stand at logical places.
 */
import { useId, useState } from 'react';
import { Button } from '../button.tsx';
import './chart.css';
import { type ChartLevel, type ChartPoint, place } from './scale.ts';

export interface LineChartProps {
  /** What is shown. */
  label: string;
  points: readonly ChartPoint[];
  levels: readonly ChartLevel[];
  words: {
    /** Of the button that shows the table. */
    asTable: string;
    /** Of the button that shows the picture. */
    asPicture: string;
    when: string;
    figure: string;
    /** Says how many have no place in the picture. */
    unplaced: (count: number) => string;
    /** A broken line. */
    gap: string;
  };
}

/** Times of which a chart is made: what is of one day is said by words. */
const FEWEST = 2;

export function LineChart({ label, points, levels, words }: LineChartProps) {
  const id = useId();
  const [isTable, setTable] = useState(false);
  const placed = place(points, levels);
  if (new Set(placed.points.map(({ x }) => x)).size < FEWEST) {
    return null;
  }
  const [first, last] = placed.years;
  return (
    <figure className="k-chart" aria-labelledby={id}>
      <figcaption id={id} className="k-chart-caption">
        {label}
      </figcaption>
      {isTable ? (
        <Twin points={points} levels={levels} words={words} />
      ) : (
        <div className="k-chart-field" role="img" aria-label={summary(label, points, levels)}>
          <svg className="k-chart-lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {placed.levels.map((level) => (
              <line
                key={level.words}
                className="k-chart-level"
                x1={0}
                x2={100}
                y1={100 - level.y}
                y2={100 - level.y}
              />
            ))}
            {placed.stretches.map(({ from, to, isGap }) => (
              <line
                key={to.point.id}
                className="k-chart-line"
                data-gap={isGap || undefined}
                x1={from.x}
                y1={100 - from.y}
                x2={to.x}
                y2={100 - to.y}
              />
            ))}
            {placed.points.map(({ point, span, y }) => (
              <line
                key={point.id}
                className="k-chart-span"
                x1={span[0]}
                x2={span[1]}
                y1={100 - y}
                y2={100 - y}
              />
            ))}
          </svg>
          {placed.points.map(({ point, x, y }) => (
            <span
              key={point.id}
              className="k-chart-point"
              title={`${point.when}: ${point.words}`}
              style={{ insetInlineStart: `${x}%`, insetBlockEnd: `${y}%` }}
            />
          ))}
          {placed.levels.map((level) => (
            <span
              key={level.words}
              className="k-chart-words"
              data-under={level.y < 50 || undefined}
              style={{ insetBlockEnd: `${level.y}%` }}
            >
              {level.words}
            </span>
          ))}
        </div>
      )}
      {isTable ? null : (
        <p className="k-chart-years" aria-hidden="true">
          <span>{first}</span>
          <span>{last}</span>
        </p>
      )}
      {placed.unplaced.length > 0 ? (
        <p className="k-chart-note">{words.unplaced(placed.unplaced.length)}</p>
      ) : null}
      {!isTable && placed.stretches.some(({ isGap }) => isGap) ? (
        <p className="k-chart-note">{words.gap}</p>
      ) : null}
      <Button look="quiet" icon={isTable ? 'timeline' : 'matrix'} onPress={() => setTable(!isTable)}>
        {isTable ? words.asPicture : words.asTable}
      </Button>
    </figure>
  );
}

function Twin({ points, levels, words }: Pick<LineChartProps, 'points' | 'levels' | 'words'>) {
  return (
    <table className="k-chart-table">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.figure}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.id}>
            <th scope="row">
              <bdi>{point.when}</bdi>
            </th>
            <td>
              <bdi>{point.words}</bdi>
            </td>
          </tr>
        ))}
        {levels.map((level) => (
          <tr key={level.words}>
            <td colSpan={2}>
              <bdi>{level.words}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All that is drawn, in words: figure by figure. */
function summary(label: string, points: readonly ChartPoint[], levels: readonly ChartLevel[]): string {
  const said = [...points.map(({ when, words }) => `${when}: ${words}`), ...levels.map(({ words }) => words)];
  return `${label}. ${said.join('. ')}`;
}
