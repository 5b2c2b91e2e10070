/** What should somebody look at? Questions by rule, with the rows that they touch, what helps, and "this is intended, because …". */
import { useEffect, useRef } from 'react';
import type { QuestionRule } from '@/generated/wire.ts';
import { EmptyState, FilterChip, Icon } from '@/kit/index.ts';
import { useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import './questions.css';
import { Rhythm } from './rhythm.tsx';
import { RuleQuestions } from './rule.tsx';
import { fold, type QuestionsState } from './state.ts';

export function Questions({ state, onOpen }: ScreenProps<QuestionsState>) {
  const { say, locale } = useWords();
  const discreet = useDiscreet();
  const source = useSource();
  const { intended } = useStore(state.shown);
  // Only the rules are asked for here; each section asks for its own questions.
  const request = { source, intended, from: 0, to: 1, discreet };
  const { value, error } = useReading('questions_list', discreet ? undefined : request, state);
  const number = new Intl.NumberFormat(locale);
  const parts = [
    [false, 'questions-open', value?.open],
    [true, 'questions-intended', value?.intended],
  ] as const;
  return (
    <section className="k-view q-screen" aria-label={say('screen-questions')} data-testid="questions">
      <header className="k-view-bar">
        <h1 className="k-view-title">{say('screen-questions')}</h1>
        <div className="q-parts" role="group" aria-label={say('questions-parts')}>
          {parts.map(([which, label, count]) => (
            <FilterChip
              key={label}
              opens={false}
              isOn={intended === which}
              aria-pressed={intended === which}
              onPress={() => state.shown.set({ ...state.shown.get(), intended: which })}
              data-testid={label}
            >
              {say(label)}
              {count === undefined || discreet ? null : ` ${number.format(count)}`}
            </FilterChip>
          ))}
        </div>
      </header>
      <div className="q-scroll">
        {discreet ? (
          <EmptyState icon="eye-off" title={say('questions-discreet-title')}>
            {say('questions-discreet-text')}
          </EmptyState>
        ) : error !== undefined ? (
          <EmptyState icon="warning" title={say('questions-failed')}>
            {error instanceof Error ? error.message : null}
          </EmptyState>
        ) : value === undefined ? (
          <p className="q-rules k-quiet">
            <span className="k-late">{say('questions-reading')}</span>
          </p>
        ) : value.rules.length === 0 ? (
          <EmptyState
            icon="check"
            title={say(intended ? 'questions-none-intended-title' : 'questions-none-title')}
          >
            {say(intended ? 'questions-none-intended-text' : 'questions-none-text')}
          </EmptyState>
        ) : (
          <div className="q-rules">
            <p className="q-lead">{say(intended ? 'questions-lead-intended' : 'questions-lead')}</p>
            {value.rules.map((rule) => (
              <Rule key={rule.rule} rule={rule} state={state} onOpen={onOpen} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

interface RuleProps extends Pick<ScreenProps<QuestionsState>, 'state' | 'onOpen'> {
  rule: QuestionRule;
}

function Rule({ rule, state, onOpen }: RuleProps) {
  const { say, locale } = useWords();
  const { folded, intended, wanted } = useStore(state.shown);
  const isOpen = !folded.has(rule.rule);
  const head = useRef<HTMLButtonElement>(null);
  const isWanted = wanted === rule.rule;
  useEffect(() => {
    if (isWanted) {
      head.current?.scrollIntoView({ block: 'start' });
      head.current?.focus();
      state.shown.set({ ...state.shown.get(), wanted: undefined });
    }
  }, [isWanted, state]);
  const id = `q-${rule.rule}`;
  return (
    <section className="q-rule" aria-labelledby={id} data-testid={`rule-${rule.rule}`}>
      <h2 className="q-rule-title">
        <button
          ref={head}
          type="button"
          id={id}
          className="q-fold"
          aria-expanded={isOpen}
          onClick={() => fold(state.shown, rule.rule)}
        >
          <Icon name={isOpen ? 'down' : 'forward'} size={14} />
          <span>{rule.title}</span>
          <span className="q-count">
            <span className="k-hidden">{say('questions-count', { count: rule.count })}</span>
            <span aria-hidden="true">{new Intl.NumberFormat(locale).format(rule.count)}</span>
          </span>
        </button>
      </h2>
      {isOpen ? (
        <>
          <p className="q-why">{rule.why}</p>
          {rule.rule === 'old' && !intended ? <Rhythm /> : null}
          <RuleQuestions rule={rule.rule} intended={intended} state={state} onOpen={onOpen} />
        </>
      ) : null}
    </section>
  );
}
