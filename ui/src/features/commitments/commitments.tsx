/** Commitments: the table, and the editors of what it shows composed. */
import { useCallback, useState } from 'react';
import type { RowView, Written } from '@/generated/wire.ts';
import type { CellValue } from '@/kit/index.ts';
import { useClient } from '@/lib/client.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { type Column, rowOf, TableScreen, type TableState } from '@/parts/table/index.ts';
import { DEFINITION } from './definition.ts';
import { WhenDialog } from './when-dialog.tsx';

const AS_OF = 'shown_as_of';

/** Without a status its day says as of when the row itself is. */
function asOfField(row: RowView): 'status_as_of' | 'as_of' {
  return cellOf(row, 'status').empty ? 'as_of' : 'status_as_of';
}

function adapt(columns: readonly Column[]): readonly Column[] {
  return columns.map((column) =>
    column.key === AS_OF ? { ...column, editText: (row) => textOf(row, asOfField(row)) } : column,
  );
}

export function Commitments(props: ScreenProps<TableState>) {
  const { view } = props.state;
  const client = useClient();
  const editing = useEditing();
  const [task, setTask] = useState<{ row: RowView; typed: string }>();
  const onAct = useCallback(
    (id: string, key: string, typed: string): boolean => {
      const row = key === 'when' ? rowOf(view, id) : undefined;
      if (row) {
        setTask({ row, typed });
      }
      return row !== undefined;
    },
    [view],
  );
  const onKeep = useCallback(
    (row: RowView, key: string, value: CellValue, typed: string): Promise<Written> | undefined => {
      const name = key === AS_OF ? asOfField(row) : undefined;
      const { kind } = DEFINITION;
      const field = client.kinds
        .get()
        .get(kind)
        ?.fields.find((one) => one.name === name);
      if (!field) {
        return undefined;
      }
      const was = cellOf(row, field.name).value;
      return editing.keep({ kind, id: row.id, field, value, typed, was, token: newToken() });
    },
    [client, editing],
  );
  const close = useCallback(() => setTask(undefined), []);
  const [sought, setSought] = useState<{ id: string }>();
  const kept = async ({ id }: RowView, op: number | null): Promise<void> => {
    await view.caughtUp(op);
    setSought({ id });
  };
  return (
    <TableScreen {...props} adapt={adapt} onAct={onAct} onKeep={onKeep} sought={sought}>
      {task ? <WhenDialog {...task} onKept={(op) => kept(task.row, op)} onClose={close} /> : null}
    </TableScreen>
  );
}
