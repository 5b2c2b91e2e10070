/** One row of a list in the details: what it says, and, when asked for, its fields to edit in place. */
import { type ReactNode, useId, useState } from 'react';
import type { RowKey, RowView } from '@/generated/wire.ts';
import { IconButton } from '@/kit/index.ts';
import { useClient, useEditable, useWords, type WriteName } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { FieldLine } from './field-line.tsx';

export interface ItemProps {
  row: RowView;
  /** How it is spoken of: "Change the report of 5 August". */
  name: string;
  /** Fields that can be edited here, in this order. */
  fields: readonly string[];
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
  children: ReactNode;
}

export function Item({ row, name, fields, caughtUp, onOpen, children }: ItemProps) {
  const client = useClient();
  const notices = useNotices();
  const editable = useEditable();
  const { say } = useWords();
  const id = useId();
  const kind = useStore(client.kinds, (kinds) => kinds.get(row.kind));
  const [isOpen, setOpen] = useState(false);
  const infos = fields.flatMap((wanted) => kind?.fields.find((field) => field.name === wanted) ?? []);
  const remove = async (): Promise<void> => {
    const { op } = await client.write(`${row.kind}_delete` as WriteName & `${string}_delete`, { id: row.id });
    await caughtUp(op);
  };
  return (
    <div className="i-item" data-row={row.id} data-kind={row.kind}>
      <div className="i-item-head">
        <div className="i-item-words">{children}</div>
        {editable ? (
          <div className="i-item-tools">
            <IconButton
              icon={isOpen ? 'up' : 'edit'}
              label={say(isOpen ? 'item-done' : 'item-edit', { name })}
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              onPress={() => setOpen(!isOpen)}
            />
            <IconButton
              icon="delete"
              label={say('item-delete', { name })}
              onPress={() => void remove().catch(notices.report)}
            />
          </div>
        ) : null}
      </div>
      {isOpen && editable ? (
        <div id={id} className="i-item-fields" role="group" aria-label={name}>
          {infos.map((field) => (
            <FieldLine
              key={field.name}
              field={field}
              row={row}
              editable
              caughtUp={caughtUp}
              onOpen={onOpen}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}
