/** What a milestone hangs on, in one line: "30 days before the opening", with one dialog for all of it. */
import { useId, useState } from 'react';
import type { RowKey, RowView } from '@/generated/wire.ts';
import { useWords } from '@/lib/client.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { HangDialog } from '@/parts/hang/index.ts';
import { OpenLink } from './field-line.tsx';

export interface HangLineProps {
  row: RowView;
  editable: boolean;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
}

export function HangLine({ row, editable, caughtUp, onOpen }: HangLineProps) {
  const { say } = useWords();
  const [asks, setAsks] = useState(false);
  const id = useId();
  const anchor = cellOf(row, 'anchor');
  const words = textOf(row, 'hangs_on') || textOf(row, 'anchor');
  if (words === '' && !editable) {
    return null;
  }
  const value = words === '' ? <span className="k-quiet">{say('not-stated')}</span> : <bdi>{words}</bdi>;
  return (
    <div className="i-line" data-field="anchor">
      <div id={id} className="i-label">
        {say('inspector-hangs')}
      </div>
      <div className="i-value">
        {editable ? (
          <button
            type="button"
            className="i-text i-edit"
            aria-labelledby={`${id} ${id}-value`}
            aria-haspopup="dialog"
            onClick={() => setAsks(true)}
            onKeyDown={(event) => {
              if (event.key === 'F2') {
                event.preventDefault();
                setAsks(true);
              }
            }}
          >
            <span id={`${id}-value`}>{value}</span>
          </button>
        ) : (
          <div className="i-text">{value}</div>
        )}
        {typeof anchor.value === 'string' ? (
          <OpenLink
            label={say('open-row', { name: anchor.title === '' ? anchor.text : anchor.title })}
            onPress={() => onOpen({ kind: 'milestone', id: String(anchor.value) })}
          />
        ) : null}
      </div>
      {asks ? <HangDialog id={row.id} shown={row} onKept={caughtUp} onClose={() => setAsks(false)} /> : null}
    </div>
  );
}
