/** Rows that differ, by kind: what is different in each, marked as in Word. */
import { useCallback, useMemo, useState } from 'react';
import type { ChangeView, RowKey } from '@/generated/wire.ts';
import { Icon } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { type KindChanges, type RowChanges, WHAT_SHAPES } from './changes.ts';
import { More } from './more.tsx';
import { type Roving, useRoving } from './roving.ts';

/** Rows that are drawn at once; more follow when one scrolls to their end. */
const PIECE = 100;

export function RowList({ kinds, onOpen }: { kinds: readonly KindChanges[]; onOpen: (key: RowKey) => void }) {
  const { say } = useWords();
  const [shown, setShown] = useState(PIECE);
  const pieces = useMemo(() => firstOf(kinds, shown), [kinds, shown]);
  const more = useCallback(() => setShown((count) => count + PIECE), []);
  const count = kinds.reduce((sum, kind) => sum + kind.rows.length, 0);
  // What is gone cannot be opened.
  const roving = useRoving(
    pieces.flatMap((kind) => kind.rows.filter(({ what }) => what !== 'removed').map(({ key }) => key)),
  );
  return (
    <div className="h-rows" data-testid="compare-rows" {...roving.list}>
      {pieces.map((kind) => (
        <section key={kind.kind} className="h-kind" aria-labelledby={`h-kind-${kind.kind}`}>
          <div className="h-run-head">
            <h2 id={`h-kind-${kind.kind}`}>{kind.label}</h2>
          </div>
          <ul>
            {kind.rows.map((row) => (
              <RowItem key={row.key} row={row} stop={roving.stop(row.key)} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
      {shown < count ? <More key={shown} label={say('history-more-rows')} onMore={more} /> : null}
    </div>
  );
}

function firstOf(kinds: readonly KindChanges[], count: number): readonly KindChanges[] {
  let left = count;
  return kinds.flatMap((kind) => {
    const rows = kind.rows.slice(0, left);
    left -= rows.length;
    return rows.length === 0 ? [] : [{ ...kind, rows }];
  });
}

interface RowItemProps {
  row: RowChanges;
  stop: ReturnType<Roving['stop']>;
  onOpen: (key: RowKey) => void;
}

function RowItem({ row, stop, onOpen }: RowItemProps) {
  const { say } = useWords();
  const head = (
    <>
      <span className="h-step-shape" data-what={row.what}>
        <Icon name={WHAT_SHAPES[row.what]} size={14} />
      </span>
      <span className="h-row-name">
        {row.ref === '' || row.ref === row.title ? null : (
          <span className="h-row-ref">
            <bdi>{row.ref}</bdi>
          </span>
        )}
        <bdi>{row.title}</bdi>
      </span>
      <span className="h-word">{say(`history-what-${row.what}`)}</span>
    </>
  );
  return (
    <li className="h-row" data-what={row.what}>
      {row.what === 'removed' ? (
        <p className="h-row-head">{head}</p>
      ) : (
        <button
          type="button"
          className="h-row-head"
          onClick={() => onOpen({ kind: row.kind, id: row.id })}
          {...stop}
        >
          {head}
        </button>
      )}
      {row.fields.length > 0 ? (
        <dl className="h-fields">
          {row.fields.map((field) => (
            <Field key={field.field} change={field} />
          ))}
        </dl>
      ) : null}
    </li>
  );
}

function Field({ change }: { change: ChangeView }) {
  const { say } = useWords();
  const { before_text: before, after_text: after } = change;
  return (
    <div className="h-field">
      <dt>{change.field_label === '' ? change.field : change.field_label}</dt>
      <dd>
        {before === '' ? null : (
          <del>
            <bdi>{before}</bdi>
          </del>
        )}
        {before === '' ? null : <Icon name="forward" size={12} />}
        {after === '' ? (
          <span className="k-quiet">{say('history-emptied')}</span>
        ) : (
          <ins>
            <bdi>{after}</bdi>
          </ins>
        )}
      </dd>
    </div>
  );
}
