/** What is counted, and the figures that are stated: each with its date, its source and the words as stated. */
import type { IndicatorView, RowDetail, RowKey, RowView } from '@/generated/wire.ts';
import { ProgressBar } from '@/kit/index.ts';
import { useEditable, useWords } from '@/lib/client.ts';
import type { Say } from '@/lib/words.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { Facts } from './facts.tsx';
import { Item } from './item.tsx';
import { NewRow } from './new-row.tsx';
import { OverTime } from './over-time.tsx';

export interface IndicatorsProps {
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
}

const INDICATOR = [
  'title',
  'unit',
  'counts',
  'baseline',
  'baseline_as_of',
  'target',
  'target_by',
  'means_of_verification',
  'source',
  'source_para',
] as const;
const MEASUREMENT = [
  'qualifier',
  'value',
  'as_of',
  'counted',
  'stated_as',
  'source',
  'source_para',
  'basis',
] as const;

/** The indicators of a commitment or an objective. */
export function Indicators({ detail, caughtUp, onOpen }: IndicatorsProps) {
  const { say } = useWords();
  const editable = useEditable();
  const { row, indicators } = detail;
  return (
    <section className="i-section" aria-label={say('indicators')}>
      <h3>{say('indicators')}</h3>
      {indicators.length === 0 ? (
        <p className="i-none">{say('indicators-empty-text')}</p>
      ) : (
        <ul className="i-items">
          {indicators.map((indicator) => (
            <li key={indicator.row.id} className="i-indicator">
              <Item
                row={indicator.row}
                name={indicator.row.title}
                fields={INDICATOR}
                caughtUp={caughtUp}
                onOpen={onOpen}
              >
                <button
                  type="button"
                  className="i-brief i-item-title"
                  onClick={() => onOpen({ kind: 'indicator', id: indicator.row.id })}
                >
                  <bdi>{indicator.row.title}</bdi>
                </button>
                <Frame row={indicator.row} />
              </Item>
              <Measurements indicator={indicator} caughtUp={caughtUp} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <div className="i-actions">
          <NewRow
            kind="indicator"
            label={say('indicators-new')}
            title={say('indicators-new-title')}
            keep={say('indicators-keep')}
            fields={INDICATOR}
            required={['title']}
            given={{ [row.kind]: row.id }}
            caughtUp={caughtUp}
          />
        </div>
      ) : null}
    </section>
  );
}

export interface MeasurementsProps {
  indicator: IndicatorView;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
}

/** The figures of one indicator. */
export function Measurements({ indicator, caughtUp, onOpen }: MeasurementsProps) {
  const { say } = useWords();
  const editable = useEditable();
  const { row, measurements, progress } = indicator;
  return (
    <div className="i-measurements">
      {progress ? <ProgressBar percent={progress.percent} words={progress.words} /> : null}
      <OverTime indicator={indicator} figureOf={(one) => figureOf(one, row, say)} />
      {measurements.length === 0 ? <p className="i-hint">{say('measurements-empty')}</p> : null}
      <ul className="i-items">
        {measurements.map((one) => (
          <li key={one.id}>
            <Item
              row={one}
              name={say('measurement-name', { figure: figureOf(one, row, say) })}
              fields={MEASUREMENT}
              caughtUp={caughtUp}
              onOpen={onOpen}
            >
              <Figure measurement={one} indicator={row} />
            </Item>
          </li>
        ))}
      </ul>
      {editable ? (
        <div className="i-actions">
          <NewRow
            kind="measurement"
            look="quiet"
            label={say('measurements-new')}
            title={say('measurements-new-title')}
            keep={say('measurements-keep')}
            fields={MEASUREMENT}
            required={['value']}
            given={{ indicator: row.id }}
            caughtUp={caughtUp}
          />
        </div>
      ) : null}
    </div>
  );
}

/** "over 100 standards", in one piece. */
function figureOf(measurement: RowView, indicator: RowView, say: Say): string {
  const qualifier = cellOf(measurement, 'qualifier');
  const value = textOf(measurement, 'value') || say('not-stated');
  const figure =
    qualifier.empty || qualifier.value === 'exact'
      ? value
      : say('measurement-qualified', { qualifier: qualifier.text, value });
  const unit = textOf(indicator, 'unit');
  return unit === '' ? figure : say('measurement-unit', { figure, unit });
}

function Figure({ measurement, indicator }: { measurement: RowView; indicator: RowView }) {
  const { say } = useWords();
  const asOf = textOf(measurement, 'as_of');
  const stated = textOf(measurement, 'stated_as');
  return (
    <>
      <p className="i-figure">
        <bdi>{figureOf(measurement, indicator, say)}</bdi>
        <span className="i-hint">
          {asOf === '' ? say('updates-no-as-of') : say('updates-as-of', { date: asOf })}
        </span>
      </p>
      <Facts
        facts={[
          textOf(measurement, 'counted'),
          stated === '' ? '' : say('measurement-stated-as', { words: stated }),
          textOf(measurement, 'source'),
          textOf(measurement, 'source_para'),
          textOf(measurement, 'basis'),
        ]}
      />
    </>
  );
}

/** What an indicator is measured against. */
function Frame({ row }: { row: RowView }) {
  const { say } = useWords();
  const unit = textOf(row, 'unit');
  const against = (value: string, date: string, key: string, dated: string): string => {
    const number = textOf(row, value);
    if (number === '') {
      return '';
    }
    const figure = unit === '' ? number : say('measurement-unit', { figure: number, unit });
    const day = textOf(row, date);
    return day === '' ? say(key, { figure }) : say(dated, { figure, date: day });
  };
  const counts = textOf(row, 'counts');
  return (
    <>
      {counts === '' ? null : (
        <p className="i-hint" dir="auto">
          {counts}
        </p>
      )}
      <Facts
        facts={[
          against('baseline', 'baseline_as_of', 'indicator-baseline', 'indicator-baseline-date'),
          against('target', 'target_by', 'indicator-target', 'indicator-target-date'),
        ]}
      />
    </>
  );
}
