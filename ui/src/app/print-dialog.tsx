/** Printing: which paper; then the page is made in pieces, and the system's own dialog comes. */
import { useEffect, useRef, useState } from 'react';
import { Button, Dialog, RadioGroup } from '@/kit/index.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import { recall, remember } from '@/lib/kept.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { makePage, type Paper, removePage } from './print-page.ts';
import './print.css';
import { screenLabel } from './screen-label.ts';
import type { Screen } from './screens.tsx';

const KEPT = 'print-paper';
const PAPERS = ['a4', 'a3'] as const;
const isPaper = (value: unknown): value is Paper => value === 'a4' || value === 'a3';

export interface PrintDialogProps {
  screen: Screen;
  onClose: () => void;
}

export function PrintDialog({ screen, onClose }: PrintDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const words = useWords();
  const { say, locale } = words;
  const plan = usePlan();
  const moment = useStore(client.momentName);
  const discreet = useStore(client.discreet);
  const [paper, setPaper] = useState<Paper>(() => recall(KEPT, isPaper) ?? 'a4');
  /** Rows on the page, and how many there will be; none: nothing is being made. */
  const [progress, setProgress] = useState<{ rows: number; total: number | undefined }>();
  const stop = useRef<AbortController | undefined>(undefined);
  // Who closes the dialog has no page made behind the window.
  useEffect(() => () => stop.current?.abort(), []);

  const print = async (): Promise<void> => {
    remember(KEPT, paper);
    if (!(await client.editors.finish())) {
      return;
    }
    const own = new AbortController();
    stop.current = own;
    setProgress({ rows: 0, total: undefined });
    try {
      const job = await screen.print?.({ client, words });
      if (!job) {
        return;
      }
      const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
      const facts = [
        ...(moment === '' ? [] : [say('print-moment', { moment })]),
        ...(discreet ? [say('print-discreet')] : []),
        say('print-on', { date: day.format(new Date()) }),
      ];
      const head = { plan: plan.title, facts };
      const made = await makePage(job, head, paper, own.signal, (rows) =>
        setProgress({ rows, total: job.total }),
      );
      if (made) {
        onClose();
        // The dialog is gone in the next frame: it would be in the way of the system's.
        requestAnimationFrame(() => setTimeout(() => printPage(), 50));
      }
    } catch (reason) {
      notices.report(reason);
    } finally {
      setProgress(undefined);
    }
  };
  const title = screenLabel(client.kinds.get(), say, screen.name, screen.kind);
  return (
    <Dialog
      title={say('print-title', { screen: title })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() => {
              stop.current?.abort();
              if (!progress) {
                onClose();
              }
            }}
          >
            {say('cancel')}
          </Button>
          <Button
            look="primary"
            isDisabled={progress !== undefined}
            data-testid="print-go"
            onPress={() => void print()}
          >
            {say('print-go')}
          </Button>
        </>
      }
    >
      <p>{say('print-text')}</p>
      <RadioGroup
        label={say('print-paper')}
        value={paper}
        onChange={(next) => setPaper(PAPERS.find((one) => one === next) ?? 'a4')}
        choices={PAPERS.map((id) => ({ id, label: id.toUpperCase() }))}
      />
      <p role="status" className="k-quiet" data-testid="print-progress">
        {progress
          ? progress.total === undefined
            ? say('print-making', { rows: progress.rows })
            : say('print-making-of', { rows: progress.rows, total: progress.total })
          : null}
      </p>
    </Dialog>
  );
}

/** The system's dialog. The page stays until it has been printed, or until the window is worked in again. */
function printPage(): void {
  const over = new AbortController();
  const done = (): void => {
    over.abort();
    removePage();
  };
  window.addEventListener('afterprint', done, { signal: over.signal });
  window.print();
  // An engine that says nothing afterwards is worked in again.
  setTimeout(() => {
    window.addEventListener('pointerdown', done, { signal: over.signal, capture: true });
    window.addEventListener('keydown', done, { signal: over.signal, capture: true });
  }, 1000);
}
