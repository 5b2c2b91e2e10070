/** A step of history in words. */
import type { StepView } from '@/generated/wire.ts';
import { useWords } from '@/lib/client.ts';
import { dayAndTime } from '@/lib/times.ts';

export function Step({ step }: { step: StepView }) {
  const { say, locale } = useWords();
  const who =
    step.organization === '' || step.by === ''
      ? step.by || step.organization
      : `${step.by}, ${step.organization}`;
  return (
    <div className="i-step" data-state={step.state}>
      {step.sentences.length > 0 ? (
        step.sentences.map((sentence) => (
          <p key={sentence}>
            <bdi>{sentence}</bdi>
          </p>
        ))
      ) : (
        <p>
          <bdi>{step.name}</bdi>
        </p>
      )}
      {step.more > 0 ? <p className="k-quiet">{say('step-more', { count: step.more })}</p> : null}
      <p className="i-step-when">
        <time dateTime={step.at}>{dayAndTime(step.at, locale)}</time>
        {who === '' ? null : (
          <>
            {' · '}
            <bdi>{who}</bdi>
          </>
        )}
        {step.state === 'undone' ? ` · ${say('step-undone')}` : null}
      </p>
    </div>
  );
}
