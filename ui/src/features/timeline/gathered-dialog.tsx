/** What a gathered mark stands for: its rows, and a nearer look where time can tell them apart. */
import { useEffect, useState } from 'react';
import type { RowKey, TimelineRows } from '@/generated/wire.ts';
import { Button, Dialog } from '@/kit/index.ts';
import { numberOf, type TimelineMark, ZOOMS } from '@/kit/timeline/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import type { TimelineAsk } from './state.ts';

/** Rows that are listed; all of them are in the table. */
const LISTED = 200;

export interface GatheredDialogProps {
  ask: TimelineAsk;
  mark: TimelineMark;
  /** Pixels of a day now. */
  day: number;
  onZoom: (day: number, at: number) => void;
  onGoTo: (key: RowKey) => void;
  onClose: () => void;
}

export function GatheredDialog({ ask, mark, day, onZoom, onGoTo, onClose }: GatheredDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [found, setFound] = useState<TimelineRows>();
  const question = JSON.stringify({ ...ask, row: { kind: mark.kind, id: mark.id }, limit: LISTED });
  useEffect(() => {
    let left = false;
    client.call('timeline_gathered', JSON.parse(question)).then(
      (rows) => {
        if (!left) {
          setFound(rows);
        }
      },
      (reason: unknown) => {
        notices.report(reason);
        onClose();
      },
    );
    return () => {
      left = true;
    };
  }, [client, notices, question, onClose]);
  const nearer = found && nearerOf(found, day);
  return (
    <Dialog
      title={mark.words}
      isOpen
      size="medium"
      onClose={onClose}
      actions={
        <>
          {nearer ? (
            <Button
              look="primary"
              icon="search"
              data-testid="gathered-nearer"
              onPress={() => onZoom(nearer.day, nearer.at)}
            >
              {say('timeline-nearer')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{say('done')}</Button>
        </>
      }
    >
      <ul className="tl-rows" data-testid="gathered-rows">
        {found?.rows.map((row) => (
          <li key={`${row.kind} ${row.id}`}>
            <button type="button" onClick={() => onGoTo({ kind: row.kind, id: row.id })}>
              <bdi>{row.title}</bdi>
              <span className="tl-row-when">
                <bdi>{row.note}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found && found.count > found.rows.length ? (
        <p className="tl-quiet">
          {say('timeline-gathered-more', { count: found.count - found.rows.length })}
        </p>
      ) : null}
    </Dialog>
  );
}

/** The zoom at which the first and the last of them stand well apart; none: they begin on one day. */
export function nearerOf(
  { days }: Pick<TimelineRows, 'days'>,
  day: number,
): { day: number; at: number } | undefined {
  if (
    days.start_not_before === '' ||
    days.end_not_after === '' ||
    days.start_not_before === days.end_not_after
  ) {
    return undefined;
  }
  const [first, last] = [numberOf(days.start_not_before), numberOf(days.end_not_after)];
  const apart = ZOOMS.find((zoom) => zoom > day && (last - first) * zoom >= 400);
  const nearest = apart ?? ZOOMS.at(-1) ?? day;
  return nearest > day ? { day: nearest, at: (first + last) / 2 } : undefined;
}
