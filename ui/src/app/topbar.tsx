/** The top of the window: what is open and whether it is safe, undo and redo by name, search, share. */
import { useState } from 'react';
import { Button, Icon, IconButton, Key, Popover } from '@/kit/index.ts';
import { useDiscreet, useOff, usePlan, useSource, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { dayOf, isToday, timeOf } from '@/lib/times.ts';
import { PlanMenu } from './plan-menu.tsx';

export function TopBar() {
  const plan = usePlan();
  const commands = useCommandList();
  const { say } = useWords();
  // The past is looked at, not changed.
  const now = useSource().at === 'now';
  const off = useOff();
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
          off={plan.undo && now ? '' : off || say('off-undo')}
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
          off={plan.redo && now ? '' : off || say('off-redo')}
          onPress={() => commands.run('redo')}
        />
      </div>
      <button
        type="button"
        className="a-search"
        data-testid="palette-open"
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
        off={plan.open === 'nothing' ? say('off-nothing-open') : ''}
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
        // Where there is little room its end is cut off, and read here.
        <span
          className="a-state"
          data-testid="save-state"
          title={[words, plan.file?.folder].filter(Boolean).join('\n')}
        >
          {words}
        </span>
      );
    }
    case 'plan_read_only':
    case 'starter':
    case 'snapshot':
      return <ReadOnly because={plan.read_only_because} />;
  }
}

/** Says why, and offers the way on. */
function ReadOnly({ because }: { because: string }) {
  const commands = useCommandList();
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={say('state-why')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" icon="lock" data-testid="save-state">
          {say('state-read-only')}
        </Button>
      }
    >
      <div className="a-why" data-testid="read-only">
        <p>{because === '' ? say('read-only-cell') : because}</p>
        <Button
          look="primary"
          icon="copy"
          onPress={() => {
            setOpen(false);
            commands.run('plan.copy');
          }}
        >
          {say('plan-copy')}
        </Button>
      </div>
    </Popover>
  );
}
