/** One step in sentences; opened, with what can be done about it. */
import type { StepView } from '@/generated/wire.ts';
import { Button, Icon, type IconName } from '@/kit/index.ts';
import { NOW, useClient, usePlan, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { dayAndTime, timeOf } from '@/lib/times.ts';
import { useStateBehind } from './moments.ts';
import type { Roving } from './roving.ts';
import { compare, type HistoryState } from './state.ts';

/** Sentences that are shown before a step is opened. */
const FEW = 4;

export interface StepItemProps {
  step: StepView;
  isOpen: boolean;
  onToggle: () => void;
  stop: ReturnType<Roving['stop']>;
  shown: HistoryState['shown'];
  onTakeBack: (step: StepView) => void;
}

export function StepItem({ step, isOpen, onToggle, stop, shown, onTakeBack }: StepItemProps) {
  const { say, locale } = useWords();
  const looked = useIsLookedAt(step.op);
  const sentences = step.sentences.length === 0 ? [step.name] : step.sentences;
  const few = isOpen ? sentences : sentences.slice(0, FEW);
  const more = step.more + sentences.length - few.length;
  return (
    <li
      className="h-step"
      data-state={step.state}
      data-open={isOpen || undefined}
      data-testid={`step-${step.op}`}
    >
      <button type="button" className="h-step-head" aria-expanded={isOpen} onClick={onToggle} {...stop}>
        <time className="h-step-time" dateTime={step.at} title={dayAndTime(step.at, locale)}>
          {timeOf(step.at, locale)}
        </time>
        <span className="h-step-shape">
          <Icon name={shapeOf(step)} size={14} />
        </span>
        <span className="h-step-words">
          {few.length > 1 ? <span className="h-step-name">{step.name}</span> : null}
          {few.map((sentence) => (
            <span key={sentence} className="h-sentence">
              <bdi>{sentence}</bdi>
            </span>
          ))}
          {more > 0 ? <span className="k-quiet">{say('history-more-changes', { count: more })}</span> : null}
        </span>
        <StateWord step={step} />
        {looked ? <span className="h-word h-word-looked">{say('history-looked-at')}</span> : null}
      </button>
      {isOpen ? <Actions step={step} shown={shown} onTakeBack={onTakeBack} /> : null}
    </li>
  );
}

function useIsLookedAt(op: number): boolean {
  const client = useClient();
  return useStore(client.source, (source) => source.at === 'moment' && source.moment === String(op));
}

const SHAPES: Readonly<Record<string, IconName>> = {
  undo: 'undo',
  redo: 'redo',
  step_take_back: 'undo',
  moment_return: 'history',
  restore_point_return: 'history',
  snapshot_write: 'share',
  edition_make: 'documents',
  plan_create: 'flag',
  plan_import: 'download',
  milestone_take: 'plus',
  milestone_move: 'calendar',
  group_conclude: 'check',
  assignment_end: 'check',
  rows_order: 'grip',
};

/** What sort of step it was, for the eye that runs down the list. */
function shapeOf({ kind }: StepView): IconName {
  const known = SHAPES[kind];
  if (known) {
    return known;
  }
  return kind.endsWith('_create') ? 'plus' : kind.endsWith('_delete') ? 'delete' : 'edit';
}

/** What became of a step, by word and shape; nothing is said of one that stands. */
function StateWord({ step }: { step: StepView }) {
  const { say } = useWords();
  switch (step.state) {
    case 'undone':
    case 'dropped':
      return (
        <span className="h-word">
          <Icon name="undo" size={12} />
          {say('history-undone')}
        </span>
      );
    case 'noted':
      return (
        <span className="h-word">
          <Icon name="lock" size={12} />
          {say('history-noted')}
        </span>
      );
    case 'barrier':
      return (
        <span className="h-word">
          <Icon name="lock" size={12} />
          {say('history-barrier')}
        </span>
      );
    default:
      return null;
  }
}

/** What it means for a step not to stand like the others. */
const NOTES: Readonly<Record<string, string>> = {
  undone: 'history-undone-note',
  dropped: 'history-undone-note',
  noted: 'history-noted-note',
  barrier: 'history-barrier-note',
};

function Actions({ step, shown, onTakeBack }: Pick<StepItemProps, 'step' | 'shown' | 'onTakeBack'>) {
  const { say } = useWords();
  const isPlan = usePlan().open === 'plan';
  const navigation = useNavigation();
  const notices = useNotices();
  const stateBehind = useStateBehind();
  const behind = stateBehind(step.op, step.at);
  const look = async (): Promise<void> => {
    await navigation.look(behind.source, behind.name);
    navigation.show('commitments');
  };
  const note = NOTES[step.state];
  return (
    <div className="h-actions" role="group" aria-label={say('history-step-actions')}>
      {note === undefined ? null : <p className="h-note">{say(note)}</p>}
      <Button
        icon="eye"
        data-testid="step-look"
        onPress={() => {
          look().catch(notices.report);
        }}
      >
        {say('history-look-then')}
      </Button>
      <Button
        icon="columns"
        data-testid="step-compare"
        onPress={() => compare(shown, behind.source, NOW, behind)}
      >
        {say('history-compare-now')}
      </Button>
      {isPlan && step.state === 'done' ? (
        <Button icon="undo" data-testid="step-take-back" onPress={() => onTakeBack(step)}>
          {say('history-take-back')}
        </Button>
      ) : null}
    </div>
  );
}
