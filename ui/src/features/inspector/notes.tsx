/** Notes on the row: for me, for my delegation, for everyone. Private unless they are for everyone. */
import type { RowDetail, RowKey } from '@/generated/wire.ts';
import { Badge, Icon } from '@/kit/index.ts';
import { useEditable, useWords } from '@/lib/client.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { Facts } from './facts.tsx';
import { Item } from './item.tsx';
import { NewRow } from './new-row.tsx';

export interface NotesProps {
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
}

const NEW = ['text', 'audience'] as const;
const EDITED = ['text', 'audience', 'author', 'date'] as const;

export function Notes({ detail, caughtUp, onOpen }: NotesProps) {
  const { say } = useWords();
  const editable = useEditable();
  const { kind, id } = detail.row;
  return (
    <section className="i-section" aria-label={say('inspector-notes')} data-testid="notes">
      {editable ? (
        <div className="i-actions">
          <NewRow
            kind="note"
            label={say('notes-new')}
            title={say('notes-new-title')}
            keep={say('notes-keep')}
            fields={NEW}
            required={['text']}
            placeholders={{ audience: say('notes-for-me') }}
            given={{ [kind]: id, audience: 'me' }}
            caughtUp={caughtUp}
          />
        </div>
      ) : null}
      <p className="i-none">{say('notes-who')}</p>
      {detail.notes.length === 0 ? null : (
        <ul className="i-items">
          {detail.notes.map((row) => {
            const everyone = cellOf(row, 'audience').value === 'everyone';
            const audience = cellOf(row, 'audience').empty ? say('notes-for-me') : textOf(row, 'audience');
            return (
              <li key={row.id}>
                <Item
                  row={row}
                  name={say('notes-of', { date: textOf(row, 'date') || say('not-stated') })}
                  fields={EDITED}
                  caughtUp={caughtUp}
                  onOpen={onOpen}
                >
                  <p className="i-item-text" dir="auto">
                    {textOf(row, 'text')}
                  </p>
                  <p className="i-item-title">
                    <Badge look="quiet">
                      {everyone ? null : <Icon name="lock" size={12} />}
                      {say('notes-for', { audience })}
                    </Badge>
                  </p>
                  <Facts facts={[textOf(row, 'author'), textOf(row, 'date')]} />
                </Item>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
