/** No review yet: what one is, what stays untouched, and how to begin. */
import type { ReactNode } from 'react';
import { Button, EmptyState } from '@/kit/index.ts';
import { useOff, usePlan, useWords } from '@/lib/client.ts';
import { offOf, useCommandList } from '@/lib/commands.ts';

export function NoReview({ children }: { children?: ReactNode }) {
  const { say } = useWords();
  const commands = useCommandList();
  const plan = usePlan();
  const off = useOff();
  const files = commands.find('review.files');
  const shipped = commands.find('review.developments');
  return (
    <div className="v-empty" data-testid="review-empty">
      {children}
      <EmptyState
        icon="review"
        title={say('review-empty-title')}
        actions={
          plan.open === 'plan' ? (
            <>
              <Button
                icon="documents"
                off={shipped ? offOf(shipped) : ''}
                onPress={() => commands.run('review.developments')}
                data-testid="review-empty-developments"
              >
                {say('review-developments-short')}
              </Button>
              <Button
                look="primary"
                icon="open"
                off={files ? offOf(files) : ''}
                onPress={() => commands.run('review.files')}
                data-testid="review-empty-files"
              >
                {say('review-files-choose')}
              </Button>
            </>
          ) : (
            <Button
              look="primary"
              icon="copy"
              onPress={() => commands.run('plan.copy')}
              data-testid="review-empty-copy"
            >
              {say('plan-copy')}
            </Button>
          )
        }
      >
        <div className="v-empty-words">
          <p>{say('review-empty-what')}</p>
          <ul>
            <li>{say('review-empty-drop')}</li>
            <li>{say('review-empty-safe')}</li>
            <li>{say('review-empty-undo')}</li>
          </ul>
          <p>{plan.open === 'plan' ? say('review-empty-developments') : off}</p>
        </div>
      </EmptyState>
    </div>
  );
}
