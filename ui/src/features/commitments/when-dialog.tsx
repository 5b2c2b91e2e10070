/** When a commitment is: start, end, whether it recurs or has no end. Typing in the cell begins with the start. */
import { useMemo, useState } from 'react';
import type { RowView, SetOne, Written } from '@/generated/wire.ts';
import { Checkbox } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { cellOf, valueOf, wireValue } from '@/lib/fields.ts';
import { useStore } from '@/lib/store.ts';
import { changedIn, createDraft, entriesOf, FormDialog, FormField, useSeen } from '@/parts/forms/index.ts';

const KIND = 'commitment';
const STANDING = 'standing';

/** What "When" is made of, in the order of the form. */
export const WHEN_FIELDS: readonly string[] = ['start', 'end', 'recurrence', STANDING];

export interface WhenDialogProps {
  /** As it is shown. */
  row: RowView;
  /** What was typed into the cell. */
  typed: string;
  /** The step was made. */
  onKept: (op: number | null) => Promise<void>;
  onClose: () => void;
}

export function WhenDialog({ row: shown, typed, onKept, onClose }: WhenDialogProps) {
  const client = useClient();
  const editing = useEditing();
  const { say } = useWords();
  const kind = useStore(client.kinds, (kinds) => kinds.get(KIND));
  const fields = useMemo(
    () => WHEN_FIELDS.flatMap((name) => kind?.fields.find((field) => field.name === name) ?? []),
    [kind],
  );
  const inputs = fields.filter(({ name }) => name !== STANDING);
  const flag = fields.find(({ name }) => name === STANDING);
  const isStanding = (one: RowView): boolean =>
    flag !== undefined && valueOf(flag, cellOf(one, STANDING)) === true;
  const [draft] = useState(() => createDraft(entriesOf(shown, inputs)));
  const [standing, setStanding] = useState(() => isStanding(shown));
  // What the person changed stays in the form, what they left alone follows the row.
  const { row, renew } = useSeen(shown, fields, (now) => {
    draft.renew(entriesOf(now, inputs));
    if (standing === isStanding(row)) {
      setStanding(isStanding(now));
    }
  });

  const keep = async (): Promise<void> => {
    // A step for one field bears its name.
    const one = ({ id, field, value, words, was = null }: SetOne): Promise<Written> =>
      client.write('commitment_set', { id, field, value, words: words ?? null, was, token: newToken() });
    const set = changedIn(draft, row, inputs);
    if (flag && standing !== isStanding(row)) {
      const was = cellOf(row, STANDING).value;
      set.push({ kind: KIND, id: row.id, field: STANDING, value: wireValue(standing), was });
    }
    const [only, ...others] = set;
    if (only) {
      await editing.ask(KIND, [row.id]);
      const { op } = others.length === 0 ? await one(only) : await client.write('rows_set', { set });
      await onKept(op);
    }
  };

  return (
    <FormDialog
      title={say('commitment-when-title', { title: row.title })}
      keep={say('commitment-when-keep')}
      draft={draft}
      onKeep={keep}
      onStale={renew}
      onClose={onClose}
    >
      {inputs.map((field, at) => (
        <FormField
          key={field.name}
          field={field}
          draft={draft}
          first={at === 0}
          typed={at === 0 ? typed : undefined}
        />
      ))}
      {flag ? (
        <Checkbox isSelected={standing} onChange={setStanding} data-testid="when-standing">
          {flag.label}
        </Checkbox>
      ) : null}
    </FormDialog>
  );
}
