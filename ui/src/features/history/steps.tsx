/** The steps, newest first, by day and person. */
import { useCallback, useMemo, useState } from 'react';
import type { StepView } from '@/generated/wire.ts';
import { Button, EmptyState } from '@/kit/index.ts';
import { useDiscreet, usePlan, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { dayOf, isToday } from '@/lib/times.ts';
import type { Feed } from './feed.ts';
import { More } from './more.tsx';
import { useRoving } from './roving.ts';
import { type Run, runsOf, whoOf } from './runs.ts';
import { change, type HistoryState, isFiltered, NO_FILTERS } from './state.ts';
import { StepItem } from './step.tsx';
import { TakeBackDialog } from './take-back.tsx';

export function Steps({ shown, feed }: { shown: HistoryState['shown']; feed: Feed }) {
  const { say } = useWords();
  const [open, setOpen] = useState<number>();
  const [takingBack, setTakingBack] = useState<StepView>();
  const close = useCallback(() => setTakingBack(undefined), []);
  const { steps, more, next } = feed;
  const runs = useMemo(() => runsOf(steps), [steps]);
  const roving = useRoving(useMemo(() => steps.map(({ op }) => String(op)), [steps]));
  if (steps.length === 0 && !more) {
    return <Nothing shown={shown} feed={feed} />;
  }
  return (
    <div className="h-steps" data-testid="steps" {...roving.list}>
      {/* One flat list: a step that comes on top moves the others and draws none anew, and the keys stay where they are. */}
      <ol>
        {runs.flatMap((run) => [
          <RunHead key={`run ${run.key}`} run={run} />,
          ...run.steps.map((step) => (
            <StepItem
              key={step.op}
              step={step}
              isOpen={open === step.op}
              onToggle={() => setOpen(open === step.op ? undefined : step.op)}
              stop={roving.stop(String(step.op))}
              shown={shown}
              onTakeBack={setTakingBack}
            />
          )),
        ])}
      </ol>
      {more ? <More key={steps.length} label={say('history-older')} onMore={next} /> : null}
      {takingBack ? <TakeBackDialog step={takingBack} onClose={close} /> : null}
    </div>
  );
}

function RunHead({ run }: { run: Run }) {
  const { say, locale } = useWords();
  const discreet = useDiscreet();
  const who = discreet ? run.organization : whoOf(run.by, run.organization);
  const day = dayOf(run.at, locale);
  return (
    <li className="h-run-head">
      <h2>
        <time dateTime={run.at}>{isToday(run.at) ? say('history-today', { day }) : day}</time>
        {who === '' ? null : <bdi className="h-run-who">{who}</bdi>}
      </h2>
    </li>
  );
}

function Nothing({ shown, feed }: { shown: HistoryState['shown']; feed: Feed }) {
  const { say } = useWords();
  const { open } = usePlan();
  const filtered = useStore(shown, ({ filters }) => isFiltered(filters));
  if (feed.error !== undefined) {
    return (
      <EmptyState icon="warning" title={say('history-error-title')}>
        {feed.error instanceof Error ? feed.error.message : null}
      </EmptyState>
    );
  }
  if (!feed.loaded) {
    return <p className="h-reading">{say('history-reading')}</p>;
  }
  if (filtered) {
    return (
      <EmptyState
        icon="filter"
        title={say('history-nothing-fits-title')}
        actions={
          <Button onPress={() => change(shown, { filters: NO_FILTERS })}>{say('history-all-steps')}</Button>
        }
      >
        {say('history-nothing-fits-text')}
      </EmptyState>
    );
  }
  const isPlan = open === 'plan' || open === 'plan_read_only';
  return (
    <EmptyState icon="history" title={say(isPlan ? 'history-none-title' : 'history-no-steps-title')}>
      {say(isPlan ? 'history-none-text' : 'history-no-steps-text')}
    </EmptyState>
  );
}
