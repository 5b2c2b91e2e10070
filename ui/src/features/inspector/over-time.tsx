/** The figures of an indicator over time, against where it began and where it is to get. */
import type { IndicatorView, RowView } from '@/generated/wire.ts';
import { type ChartLevel, type ChartPoint, LineChart } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { yearsOf } from './years.ts';

export interface OverTimeProps {
  indicator: IndicatorView;
  /** A figure in words. */
  figureOf: (measurement: RowView) => string;
}

export function OverTime({ indicator, figureOf }: OverTimeProps) {
  const { say } = useWords();
  const { row, measurements } = indicator;
  const points = measurements.map((one): ChartPoint => {
    const { value } = cellOf(one, 'value');
    const asOf = cellOf(one, 'as_of').value;
    const years = yearsOf(typeof asOf === 'string' ? asOf : '');
    return {
      id: one.id,
      from: years?.[0],
      to: years?.[1],
      value: typeof value === 'number' ? value : undefined,
      when: textOf(one, 'as_of') || say('not-stated'),
      words: figureOf(one),
      series: textOf(one, 'counted'),
    };
  });
  const level = (name: string, date: string, key: string): ChartLevel[] => {
    const { value, text } = cellOf(row, name);
    const when = textOf(row, date);
    const figure = when === '' ? text : say('chart-level-when', { figure: text, date: when });
    return typeof value === 'number' ? [{ value, words: say(key, { figure }) }] : [];
  };
  return (
    <LineChart
      label={say('chart-over-time')}
      points={points}
      levels={[
        ...level('baseline', 'baseline_as_of', 'chart-baseline'),
        ...level('target', 'target_by', 'chart-target'),
      ]}
      words={{
        asTable: say('chart-as-table'),
        asPicture: say('chart-as-picture'),
        when: say('chart-when'),
        figure: say('chart-figure'),
        unplaced: (count) => say('chart-unplaced', { count }),
        gap: say('chart-gap'),
      }}
    />
  );
}
