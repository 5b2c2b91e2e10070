/** What do colleagues propose, do I agree? Files in, one list in sentences, all versions side by side, one step. */
import type { ReactNode } from 'react';
import { Button } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { NoReview } from './empty.tsx';
import { useOverview, useTurn } from './feed.ts';
import { Refused } from './files.tsx';
import './review.css';
import { change, type ReviewState } from './state.ts';
import { Table } from './table.tsx';

export function Review({ state, selected, onSelect, onOpen }: ScreenProps<ReviewState>) {
  const client = useClient();
  const { say } = useWords();
  const turn = useTurn();
  const number = useStore(state.shown, ({ review }) => review);
  const overview = useOverview(number, turn);
  const intake = useStore(state.intake);
  const isOpen = useStore(client.plan, (plan) => plan.open === 'plan' || plan.open === 'plan_read_only');
  const dismiss = (): void => state.intake.set({ ...intake, refused: [], known: [] });
  const reading =
    intake.progress === undefined ? null : <Reading progress={intake.progress} onStop={state.stop} />;
  if (overview === undefined) {
    return <Frame>{reading ?? <p className="v-reading k-quiet">{say('review-reading')}</p>}</Frame>;
  }
  const { view, all } = overview;
  if (!view || !isOpen) {
    return (
      <Frame>
        {reading ?? (
          <NoReview>
            <Refused refused={intake.refused} known={intake.known} onDismiss={dismiss} />
            {all.length > 0 ? (
              <ul className="v-earlier" aria-label={say('review-earlier')}>
                {all.slice(0, 5).map(({ review, sentence }) => (
                  <li key={review}>
                    <Button look="quiet" icon="review" onPress={() => change(state.shown, { review })}>
                      <bdi>{sentence}</bdi>
                    </Button>
                  </li>
                ))}
              </ul>
            ) : null}
          </NoReview>
        )}
      </Frame>
    );
  }
  return (
    <Table
      key={view.review}
      state={state}
      view={view}
      all={all}
      turn={turn}
      reading={reading}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      onDismiss={dismiss}
    />
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { say } = useWords();
  return (
    <section className="k-view v-screen" aria-label={say('screen-review')} data-testid="review">
      <header className="k-view-bar">
        <h1 className="k-view-title">{say('screen-review')}</h1>
      </header>
      {children}
    </section>
  );
}

/** Files are being read: how far, and a way to stop it. */
function Reading({ progress, onStop }: { progress: number; onStop: () => void }) {
  const { say } = useWords();
  return (
    <div className="v-progress" role="status" data-testid="review-reading">
      <span>{say('review-reading-files')}</span>
      <progress value={progress} max={1} aria-label={say('review-reading-files')} />
      <Button look="quiet" onPress={onStop}>
        {say('review-stop')}
      </Button>
    </div>
  );
}
