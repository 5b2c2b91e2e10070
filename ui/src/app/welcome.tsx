/** When nothing is open. */
import { Button, EmptyState } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';

export function Welcome() {
  const { say } = useWords();
  const commands = useCommandList();
  return (
    <section
      className="a-welcome"
      data-region="list"
      tabIndex={-1}
      aria-label={say('welcome-title')}
      data-testid="welcome"
    >
      <h1 className="k-hidden">{say('app-name')}</h1>
      <EmptyState
        icon="commitments"
        title={say('welcome-title')}
        actions={
          <>
            <Button icon="open" onPress={() => commands.run('plan.open')}>
              {say('plan-open')}
            </Button>
            <Button icon="documents" onPress={() => commands.run('plan.starter')}>
              {say('plan-starter')}
            </Button>
            <Button look="primary" icon="new-file" onPress={() => commands.run('plan.new')}>
              {say('plan-new')}
            </Button>
          </>
        }
      >
        {say('welcome-text')}
      </EmptyState>
    </section>
  );
}
