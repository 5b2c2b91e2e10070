/** The newest changes of a row, and the way to all of them. */
import type { RowDetail } from '@/generated/wire.ts';
import { Button, EmptyState } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { Step } from './steps.tsx';

export function History({ detail }: { detail: RowDetail }) {
  const { say } = useWords();
  const navigation = useNavigation();
  const { kind, id } = detail.row;
  return detail.history.length === 0 ? (
    <EmptyState icon="history" title={say('history-empty-title')}>
      {say('history-empty-text')}
    </EmptyState>
  ) : (
    <>
      <div className="i-actions i-actions-top">
        <Button
          icon="history"
          data-testid="all-steps"
          onPress={() => navigation.show('history', { row: { kind, id } })}
        >
          {say('history-all')}
        </Button>
      </div>
      <ol className="i-steps">
        {detail.history.map((step) => (
          <li key={step.op}>
            <Step step={step} />
          </li>
        ))}
      </ol>
    </>
  );
}
