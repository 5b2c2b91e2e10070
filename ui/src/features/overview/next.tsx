/** What comes next: milestones by their days, what is under way first. */
import type { RowKey } from '@/generated/wire.ts';
import { Button, EmptyState } from '@/kit/index.ts';
import { useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useReading } from '@/lib/reading.ts';
import type { OverviewState } from './state.ts';

const FEW = 6;

export interface NextProps {
  state: OverviewState;
  onOpen: (key: RowKey) => void;
}

export function Next({ state, onOpen }: NextProps) {
  const { say } = useWords();
  const navigation = useNavigation();
  const source = useSource();
  const { value, error } = useReading('milestones_next', { source, limit: FEW }, state);
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
        <ul className="o-list">
          {(value ?? []).map(({ row, when, hint, deadline }) => (
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
                  {hint === '' && !deadline ? null : (
                    <span className="o-hint">
                      {deadline ? <span className="o-deadline">{say('overview-deadline')}</span> : null}
                      {deadline && hint !== '' ? ' · ' : null}
                      <bdi>{hint}</bdi>
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {value && value.length > 0 ? (
        <button type="button" className="o-all" onClick={() => navigation.show('milestones')}>
          {say('overview-next-all')}
        </button>
      ) : null}
    </section>
  );
}
