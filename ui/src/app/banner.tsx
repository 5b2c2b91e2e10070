/** What stands above the list while a plan can only be read: what it is, and what can be done. */
import { Button, MessageBar } from '@/kit/index.ts';
import { useClient, useDiscreet, usePlan, useSource, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { type Store, useStore } from '@/lib/store.ts';
import { change, type Panes } from './panes.ts';

/** What holds for the whole window, from the top: what is hidden, which moment is shown, what kind of plan this is. */
export function Banner({ panes }: { panes: Store<Panes> }) {
  return (
    <>
      <DiscreetBar />
      <MomentBar />
      <PlanBar panes={panes} />
    </>
  );
}

function DiscreetBar() {
  const commands = useCommandList();
  const { say } = useWords();
  return useDiscreet() ? (
    <section aria-label={say('discreet')} data-testid="discreet">
      <MessageBar
        icon="eye-off"
        actions={<Button onPress={() => commands.run('discreet')}>{say('discreet-leave')}</Button>}
      >
        {say('discreet-bar')}
      </MessageBar>
    </section>
  ) : null;
}

function MomentBar() {
  const client = useClient();
  const commands = useCommandList();
  const { say } = useWords();
  const source = useSource();
  const name = useStore(client.momentName);
  return source.at === 'now' ? null : (
    <section aria-label={say('moment-bar-label')} data-testid="moment">
      <MessageBar
        tone="attention"
        icon="history"
        actions={
          <Button look="primary" data-testid="moment-leave" onPress={() => commands.run('moment.leave')}>
            {say('moment-leave')}
          </Button>
        }
      >
        {name === '' ? say('moment-bar-unnamed') : say('moment-bar', { moment: name })}
      </MessageBar>
    </section>
  );
}

function PlanBar({ panes }: { panes: Store<Panes> }) {
  const plan = usePlan();
  const commands = useCommandList();
  const { say } = useWords();
  const lookingAround = useStore(panes, (state) => state.lookingAround);
  const copy = (
    <Button look="primary" data-testid="banner-copy" onPress={() => commands.run('plan.copy')}>
      {say('plan-copy')}
    </Button>
  );
  switch (plan.open) {
    case 'starter':
      return lookingAround ? (
        <section aria-label={say('banner')} data-testid="banner-small">
          <MessageBar icon="lock" actions={copy}>
            {say('starter-reading')}
          </MessageBar>
        </section>
      ) : (
        <section className="a-banner" aria-label={say('banner')} data-testid="banner">
          <div className="a-banner-words">
            <p className="a-banner-title">{say('starter-title')}</p>
            <p>{say('starter-text')}</p>
          </div>
          <div className="a-banner-actions">
            <Button data-testid="banner-look" onPress={() => change(panes, { lookingAround: true })}>
              {say('starter-look')}
            </Button>
            <Button data-testid="banner-guide" onPress={() => commands.run('guide')}>
              {say('guide')}
            </Button>
            <Button data-testid="banner-empty" onPress={() => commands.run('plan.empty')}>
              {say('starter-empty')}
            </Button>
            {copy}
          </div>
        </section>
      );
    case 'snapshot':
      return (
        <MessageBar icon="lock" actions={copy}>
          {plan.provenance === ''
            ? plan.read_only_because
            : say('snapshot-banner', { provenance: plan.provenance })}
        </MessageBar>
      );
    case 'plan_read_only':
      return (
        <MessageBar tone="attention" icon="lock" actions={copy}>
          {plan.read_only_because}
        </MessageBar>
      );
    case 'plan':
    case 'nothing':
      return null;
  }
}
