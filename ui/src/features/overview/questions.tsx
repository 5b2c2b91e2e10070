/** The few questions that help most; the others are on their own screen. */
import { useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useReading } from '@/lib/reading.ts';
import type { OverviewState } from './state.ts';

export function FirstQuestions({ state }: { state: OverviewState }) {
  const { say } = useWords();
  const navigation = useNavigation();
  const source = useSource();
  const discreet = useDiscreet();
  const { value, error } = useReading(
    'questions_list',
    discreet ? undefined : { source, first: true },
    state,
  );
  // Before an audience there are none.
  if (discreet) {
    return null;
  }
  return (
    <section
      className="o-card o-questions"
      aria-labelledby="o-questions"
      aria-busy={value === undefined && error === undefined}
      data-testid="first-questions"
    >
      <h2 id="o-questions">{say('overview-questions')}</h2>
      {error !== undefined ? (
        <p className="o-quiet">{error instanceof Error ? error.message : say('overview-failed')}</p>
      ) : value?.questions.length === 0 ? (
        <p className="o-quiet">{say('overview-questions-none')}</p>
      ) : (
        <ul className="o-list">
          {value?.questions.map(({ rule, subject, words }) => (
            <li key={`${rule} ${subject}`}>
              <button type="button" className="o-line" onClick={() => navigation.show('questions', { rule })}>
                <bdi>{words}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      {value && value.open > 0 ? (
        <button type="button" className="o-all" onClick={() => navigation.show('questions')}>
          {say('overview-questions-all', { count: value.open })}
        </button>
      ) : null}
    </section>
  );
}
