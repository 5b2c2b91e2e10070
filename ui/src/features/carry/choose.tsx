/** Which instrument: those that have paragraphs, with how far each is. */
import type { CarryInstrument } from '@/generated/wire.ts';
import { Badge, EmptyState } from '@/kit/index.ts';
import { useSource, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import type { CarryState } from './state.ts';

export interface ChooseProps {
  state: CarryState;
  onChoose: (instrument: string) => void;
}

export function Choose({ state, onChoose }: ChooseProps) {
  const { say } = useWords();
  const source = useSource();
  const { value, error } = useReading('carry_list', { source }, { last: state.last });
  if (error !== undefined) {
    return (
      <EmptyState icon="warning" title={say('carry-failed')}>
        {error instanceof Error ? error.message : null}
      </EmptyState>
    );
  }
  if (value === undefined) {
    return null;
  }
  if (value.length === 0) {
    return (
      <EmptyState icon="catalogue" title={say('carry-no-instruments')}>
        {say('carry-no-instruments-text')}
      </EmptyState>
    );
  }
  return (
    <div className="cf-choose">
      <p className="cf-lead">{say('carry-lead')}</p>
      <ul className="cf-instruments" aria-label={say('carry-instruments')}>
        {value.map((one) => (
          <li key={one.instrument.id}>
            <button
              type="button"
              className="cf-instrument"
              data-testid="carry-instrument"
              data-id={one.instrument.id}
              onClick={() => onChoose(one.instrument.id)}
            >
              <Badge look="line">{one.instrument.short}</Badge>
              <bdi className="cf-instrument-title">{one.instrument.title}</bdi>
              <span className="k-quiet">
                <Standing one={one} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Standing({ one: { instrument, counts } }: { one: CarryInstrument }) {
  const { say } = useWords();
  const decided = counts.all - counts.open;
  const words =
    decided === 0
      ? say('carry-standing-none', { count: counts.all })
      : say('carry-standing', { count: counts.all, decided });
  return (
    <>
      {instrument.note === '' ? null : (
        <>
          <bdi>{instrument.note}</bdi>
          {' · '}
        </>
      )}
      {words}
    </>
  );
}
