/** The top of the window: what is open and whether it is safe, undo and redo by name, search, share. */
import { Button, Icon, IconButton, Key } from '@/kit/index.ts';
import { useDiscreet, usePlan, useSource, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { dayOf, isToday, timeOf } from '@/lib/times.ts';
import { PlanMenu } from './plan-menu.tsx';

export function TopBar() {
  const plan = usePlan();
  const commands = useCommandList();
  const { say } = useWords();
  // The past is looked at, not changed.
  const now = useSource().at === 'now';
  // The name of a step may name a person.
  const discreet = useDiscreet();
  const undoName = plan.undo && !discreet ? say('undo-of', { step: plan.undo.name }) : say('undo');
  const redoName = plan.redo && !discreet ? say('redo-of', { step: plan.redo.name }) : say('redo');
  return (
    <header className="a-top" data-region="top" tabIndex={-1} aria-label={say('region-top')}>
      <div className="a-plan">
        <PlanMenu />
        <SaveState />
      </div>
      <div className="a-steps" role="group" aria-label={say('steps')}>
        <Button
          look="quiet"
          icon="undo"
          data-testid="undo"
          isDisabled={!now || !plan.undo}
          onPress={() => commands.run('undo')}
        >
          <span className="a-step-name">
            <bdi>{undoName}</bdi>
          </span>
        </Button>
        <IconButton
          icon="redo"
          label={redoName}
          shortcut={say('keys-redo')}
          data-testid="redo"
          isDisabled={!now || !plan.redo}
          onPress={() => commands.run('redo')}
        />
      </div>
      <button
        type="button"
        className="a-search"
        data-testid="search"
        aria-keyshortcuts="Control+K"
        onClick={() => commands.run('palette')}
      >
        <Icon name="search" />
        <span className="a-search-words">{say('palette')}</span>
        <Key>{say('keys-palette')}</Key>
      </button>
      <Button
        icon="share"
        data-testid="share"
        isDisabled={plan.open === 'nothing'}
        onPress={() => commands.run('share')}
      >
        {say('share')}
      </Button>
    </header>
  );
}

/** Beside the title: when it was saved, or that it is only read. */
function SaveState() {
  const plan = usePlan();
  const { say, locale } = useWords();
  switch (plan.open) {
    case 'nothing':
      return null;
    case 'plan': {
      const at = plan.saved_at;
      const words =
        at === ''
          ? say('state-unchanged')
          : isToday(at)
            ? say('state-saved', { time: timeOf(at, locale) })
            : say('state-saved-day', { day: dayOf(at, locale) });
      return (
        <span className="a-state" data-testid="save-state" title={plan.file?.folder}>
          {words}
        </span>
      );
    }
    case 'plan_read_only':
    case 'starter':
    case 'snapshot':
      return (
        <span className="a-state" data-testid="save-state" title={plan.read_only_because}>
          <Icon name="lock" size={12} />
          <span>{say('state-read-only')}</span>
        </span>
      );
  }
}
