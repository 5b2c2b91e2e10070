/** What comes next: the next deadlines, then milestones by their days, what is under way first. */
import type { NextMilestone, RowKey } from '@/generated/wire.ts';
import { Button, EmptyState } from '@/kit/index.ts';
import { useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useReading } from '@/lib/reading.ts';
import type { OverviewState } from './state.ts';

/** Lines that are shown, and how many of them are deadlines at the most. */
const FEW = 6;
const DEADLINES = 3;
/** What is asked for, so that the next deadline is among it. */
const ASKED = 40;

export interface NextProps {
  state: OverviewState;
  onOpen: (key: RowKey) => void;
}

export function Next({ state, onOpen }: NextProps) {
  const { say } = useWords();
  const navigation = useNavigation();
  const source = useSource();
  const { value, error } = useReading('milestones_next', { source, limit: ASKED }, state);
  const deadlines = (value ?? []).filter(({ deadline }) => deadline).slice(0, DEADLINES);
  const others = (value ?? []).filter(({ deadline }) => !deadline).slice(0, FEW - deadlines.length);
  return (
    <section className="o-card" aria-labelledby="o-next" aria-busy={value === undefined} data-testid="next">
      <h2 id="o-next">{say('overview-next')}</h2>
      {error !== undefined ? (
        <p className="o-quiet">{error instanceof Error ? error.message : say('overview-failed')}</p>
      ) : value?.length === 0 ? (
        <EmptyState
          title={say('overview-next-empty-title')}
          actions={<Button onPress={() => navigation.show('milestones')}>{say('overview-next-go')}</Button>}
        >
          {say('overview-next-empty-text')}
        </EmptyState>
      ) : (
        <>
          {deadlines.length > 0 ? (
            <>
              <h3 className="o-list-head">{say('overview-next-deadlines')}</h3>
              <Lines className="o-deadlines" milestones={deadlines} onOpen={onOpen} />
              {others.length > 0 ? <h3 className="o-list-head">{say('overview-next-others')}</h3> : null}
            </>
          ) : null}
          {others.length > 0 ? <Lines milestones={others} onOpen={onOpen} /> : null}
        </>
      )}
      {value && value.length > 0 ? (
        <button type="button" className="o-all" onClick={() => navigation.show('milestones')}>
          {say('overview-next-all')}
        </button>
      ) : null}
    </section>
  );
}

interface LinesProps {
  className?: string;
  milestones: readonly NextMilestone[];
  onOpen: (key: RowKey) => void;
}

function Lines({ className = '', milestones, onOpen }: LinesProps) {
  return (
    <ul className={`o-list ${className}`}>
      {milestones.map(({ row, when, hint }) => (
        <li key={row.id}>
          <button
            type="button"
            className="o-line o-next"
            onClick={() => onOpen({ kind: row.kind, id: row.id })}
          >
            <span className="o-when">
              <bdi>{when}</bdi>
            </span>
            <span className="o-what">
              <span>
                <bdi>{row.title}</bdi>
              </span>
              {hint === '' ? null : (
                <span className="o-hint">
                  <bdi>{hint}</bdi>
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
