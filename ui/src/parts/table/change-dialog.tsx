/** What a change of many cells would do, before it is done: cell by cell, with all that has no place. */
import { useEffect, useId, useState } from 'react';
import type { CellChange, CellLeft, CellRange, CellsDo, CellsPreview, DateOrder } from '@/generated/wire.ts';
import { Button, Callout, Dialog, RadioGroup, useAnnounce } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { CommandError } from '@/lib/api.ts';
import { useNotices } from '@/lib/notices.ts';
import type { Bench } from './actions.ts';
import './change-dialog.css';
import { carryOut } from './ranges.ts';

/** Changes of one fetch. */
const PAGE = 100;

export interface Proposal {
  range: CellRange;
  change: CellsDo;
  /** Something was left off before it came here, in words. */
  note?: string;
}

export interface ChangeDialogProps {
  bench: Bench;
  proposal: Proposal;
  onClose: () => void;
}

/** Keys of the words, by what is done. */
const WORDS = {
  paste: { title: 'cells-paste-title', done: 'cells-paste' },
  replace: { title: 'cells-replace-title', done: 'cells-replace' },
  set: { title: 'cells-set-title', done: 'cells-set' },
  fill_down: { title: 'cells-fill-title', done: 'cells-fill' },
  fill_right: { title: 'cells-fill-title', done: 'cells-fill' },
  clear: { title: 'cells-clear-title', done: 'cells-clear' },
} as const satisfies Record<CellsDo['do'], { title: string; done: string }>;

export function ChangeDialog({ bench, proposal, onClose }: ChangeDialogProps) {
  const { client } = bench;
  const { say } = useWords();
  const notices = useNotices();
  const announce = useAnnounce();
  const [preview, setPreview] = useState<CellsPreview>();
  const [changes, setChanges] = useState<readonly CellChange[]>([]);
  const [dates, setDates] = useState<DateOrder>();
  /** What was asked about dates stays to be seen, and can be answered in another way. */
  const [asked, setAsked] = useState<CellsPreview['dates']>(null);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { range, change, note } = proposal;
  const words = WORDS[change.do];

  useEffect(() => {
    let left = false;
    client.call('cells_preview', { range, change, list: PAGE, ...(dates ? { dates } : {}) }).then(
      (found) => {
        if (!left) {
          setPreview(found);
          setChanges(found.changes);
          setAsked((before) => found.dates ?? before);
          announce(summary(found, say));
        }
      },
      (reason: unknown) => {
        if (!left) {
          setError(reason instanceof CommandError ? reason.message : String(reason));
        }
      },
    );
    return () => {
      left = true;
    };
  }, [client, range, change, dates, announce, say]);

  const more = async (): Promise<void> => {
    const next = await client.call('cells_preview', {
      range,
      change,
      list_from: changes.length,
      list: PAGE,
      ...(dates ? { dates } : {}),
    });
    setChanges([...changes, ...next.changes]);
  };
  const apply = async (): Promise<void> => {
    if (!preview || isBusy) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const owners = preview.foreign.map(({ owner }) => owner);
      await carryOut(bench, { range, change }, { op: preview.op, owners, dates });
      if (change.do === 'replace') {
        const { find } = bench.state;
        find.set({ ...find.get(), replaced: find.get().text });
      }
      onClose();
    } catch (reason) {
      if (reason instanceof CommandError && reason.sort !== 'broken') {
        setError(reason.message);
        announce(reason.message, 'assertive');
      } else {
        notices.report(reason);
      }
    } finally {
      setBusy(false);
    }
  };
  const total = preview ? preview.cells + preview.created : 0;
  const isAsking = preview?.dates != null;
  return (
    <Dialog
      title={say(words.title)}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            isPending={isBusy}
            isDisabled={!preview || isAsking || total === 0}
            autoFocus={preview !== undefined && !isAsking && total > 0}
            data-testid="change-apply"
            onPress={() => void apply()}
          >
            {say(words.done)}
          </Button>
        </>
      }
    >
      <div className="t-change" data-testid="change-dialog" aria-busy={!preview || undefined}>
        {preview ? (
          <p className="t-change-summary" data-testid="change-summary">
            {summary(preview, say)}
          </p>
        ) : error === undefined ? (
          <p className="k-quiet">{say('cells-reading')}</p>
        ) : null}
        {note === undefined ? null : <Callout tone="info">{note}</Callout>}
        {asked ? (
          <Callout tone="question">
            <RadioGroup
              label={say('cells-dates', { count: asked.count, text: asked.text })}
              value={dates ?? ''}
              onChange={(order) => setDates(order as DateOrder)}
              choices={[
                { id: 'day_first', label: say('cells-day-first', { date: asked.day_first }) },
                { id: 'month_first', label: say('cells-month-first', { date: asked.month_first }) },
              ]}
            />
          </Callout>
        ) : null}
        {preview?.foreign.map(({ owner, rows }) => (
          <Callout key={owner} tone="question">
            {say('cells-foreign', { owner, count: rows })}
          </Callout>
        ))}
        {error === undefined ? null : <Callout tone="danger">{error}</Callout>}
        {preview && preview.left.length > 0 ? <Left left={preview.left} count={preview.left_count} /> : null}
        {changes.length > 0 ? (
          <Changes
            changes={changes}
            rest={total - changes.length}
            onMore={() => void more().catch(notices.report)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

type Say = (key: string, args?: Record<string, string | number>) => string;

function summary({ cells, rows, created, same, marks, left_count: left }: CellsPreview, say: Say): string {
  return [
    cells > 0 ? say('cells-change', { count: cells, rows: say('cells-rows', { count: rows }) }) : '',
    created > 0 ? say('cells-create', { count: created }) : '',
    cells === 0 && created === 0 ? say('cells-nothing') : '',
    same > 0 ? say('cells-same', { count: same }) : '',
    marks > 0 ? say('cells-marks', { count: marks }) : '',
    left > 0 ? say('cells-unplaced', { count: left }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function Left({ left, count }: { left: readonly CellLeft[]; count: number }) {
  const { say } = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id} data-testid="change-left">
      <h3 id={id}>{say('cells-unplaced-title')}</h3>
      {/* What is scrolled is reached by the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="t-change-scroll t-change-few" tabIndex={0} role="group" aria-labelledby={id}>
        <table className="t-change-table">
          <thead>
            <tr>
              <th scope="col">{say('cells-row')}</th>
              <th scope="col">{say('cells-field')}</th>
              <th scope="col">{say('cells-text')}</th>
              <th scope="col">{say('cells-why')}</th>
            </tr>
          </thead>
          <tbody>
            {left.map((one, at) => (
              // Nothing of it moves: it is shown once.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <td>
                  <bdi>{one.row === '' ? say('cells-no-row') : one.row}</bdi>
                </td>
                <td>{one.label}</td>
                <td>
                  <bdi>{one.text}</bdi>
                </td>
                <td>{one.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {count > left.length ? (
          <p className="k-quiet">{say('cells-more', { count: count - left.length })}</p>
        ) : null}
      </div>
    </section>
  );
}

interface ChangesProps {
  changes: readonly CellChange[];
  rest: number;
  onMore: () => void;
}

function Changes({ changes, rest, onMore }: ChangesProps) {
  const { say } = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{say('cells-changes-title')}</h3>
      {/* What is scrolled is reached by the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="t-change-scroll" tabIndex={0} role="group" aria-labelledby={id}>
        <table className="t-change-table" data-testid="change-list">
          <thead>
            <tr>
              <th scope="col">{say('cells-row')}</th>
              <th scope="col">{say('cells-field')}</th>
              <th scope="col">{say('cells-before')}</th>
              <th scope="col">{say('cells-after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <td title={one.title}>
                  <bdi>{one.row === '' ? say('cells-new-row') : one.row}</bdi>
                </td>
                <td>{one.label}</td>
                {one.row === '' ? (
                  <td colSpan={2}>
                    <ins>
                      <bdi>{one.title}</bdi>
                    </ins>
                    {one.after === '' ? null : <p className="k-quiet">{one.after}</p>}
                  </td>
                ) : (
                  <>
                    <td>
                      {one.before === '' ? (
                        <Nothing />
                      ) : (
                        <del>
                          <bdi>{one.before}</bdi>
                        </del>
                      )}
                    </td>
                    <td>
                      {one.after === '' ? (
                        <Nothing />
                      ) : (
                        <ins>
                          <bdi>{one.after}</bdi>
                        </ins>
                      )}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {rest > 0 ? (
          <Button look="quiet" onPress={onMore} data-testid="change-more">
            {say('cells-show-more', { count: rest })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Nothing() {
  const { say } = useWords();
  return <span className="k-quiet">{say('cells-empty')}</span>;
}
