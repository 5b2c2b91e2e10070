/** The row that a form is about, as the person was last shown it: what is kept is measured by that, not by what came meanwhile. */
import { useState } from 'react';
import type { FieldInfo, RowView } from '@/generated/wire.ts';
import { NOW, useClient } from '@/lib/client.ts';
import { cellOf, textOf } from '@/lib/fields.ts';

/** What is other now than it was shown. */
export interface Fact {
  label: string;
  /** Empty: nothing is stated any more. */
  text: string;
}

export interface Seen {
  row: RowView;
  /** Reads the row again; of these fields it answers those that are other now. */
  renew(): Promise<readonly Fact[]>;
}

/** `onRenew`: with the row as it is now, before what is other in it is shown. */
export function useSeen(
  shown: RowView,
  fields: readonly Pick<FieldInfo, 'name' | 'label'>[],
  onRenew?: (now: RowView) => void,
): Seen {
  const client = useClient();
  const [row, setRow] = useState(shown);
  return {
    row,
    async renew() {
      const { kind, id } = row;
      const { row: now } = await client.call('row_get', {
        kind,
        id,
        source: NOW,
        discreet: client.discreet.get(),
      });
      setRow(now);
      onRenew?.(now);
      return (
        fields
          // What was not shown cannot be told to be other.
          .filter(({ name }) => name in row.cells)
          .filter(({ name }) => JSON.stringify(cellOf(row, name)) !== JSON.stringify(cellOf(now, name)))
          .map(({ name, label }) => ({ label, text: textOf(now, name) }))
      );
    },
  };
}
