/** What goes with what: first the annex as it is printed, then the counts. */
import { useEffect } from 'react';
import { Button, EmptyState, Tabs } from '@/kit/index.ts';
import { useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { AnnexView } from './annex.tsx';
import { CountsView } from './counts.tsx';
import { writeTable } from './export.ts';
import './matrix.css';
import type { MatrixState } from './state.ts';

export function MatrixScreen({ state, selected, onSelect, onOpen }: ScreenProps<MatrixState>) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const discreet = useDiscreet();
  const part = useStore(state.part);
  const read = useStore(state.read);
  useEffect(() => {
    state.setShown(true);
    return () => state.setShown(false);
  }, [state]);
  // What was read without an audience is not shown before one.
  const annex = discreet && !read.discreet ? undefined : read.annex;
  return (
    <section
      className="k-view x-screen"
      aria-label={say('screen-matrix')}
      aria-busy={(part === 'annex' && annex === undefined && read.error === undefined) || undefined}
      data-testid="matrix"
    >
      <header className="k-view-bar">
        <h1 className="k-view-title">{say('screen-matrix')}</h1>
        {annex && part === 'annex' ? (
          <p className="x-facts">
            <span>{say('matrix-named', { named: annex.named, all: annex.action_lines })}</span>
            {annex.doubles > 0 ? <span>{say('matrix-doubles', { count: annex.doubles })}</span> : null}
          </p>
        ) : null}
        <div className="x-tools">
          <Button
            icon="download"
            data-testid="matrix-export"
            onPress={() => {
              writeTable(client, state, notices).catch(notices.report);
            }}
          >
            {say('matrix-export')}
          </Button>
        </div>
      </header>
      <Tabs
        label={say('matrix-parts')}
        selected={part}
        onSelect={(id) => state.part.set(id === 'counts' ? 'counts' : 'annex')}
        items={[
          {
            id: 'annex',
            label: say('matrix-annex'),
            content: annex ? (
              <AnnexView
                state={state}
                annex={annex}
                selected={selected}
                onSelect={onSelect}
                onOpen={onOpen}
              />
            ) : read.error === undefined ? null : (
              <EmptyState icon="warning" title={say('matrix-failed')}>
                {read.error instanceof Error ? read.error.message : null}
              </EmptyState>
            ),
          },
          {
            id: 'counts',
            label: say('matrix-counts'),
            content: <CountsView state={state} onOpen={onOpen} />,
          },
        ]}
      />
    </section>
  );
}
