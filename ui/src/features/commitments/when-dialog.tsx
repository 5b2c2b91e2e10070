/** When a commitment is: start, end, whether it recurs or has no end. Typing in the cell begins with the start. */
import { useMemo, useState } from 'react';
import type { FieldInfo, RowView, SetOne, Written } from '@/generated/wire.ts';
import { Checkbox } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { cellOf, dateWords, valueOf, wireValue } from '@/lib/fields.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, entriesOf, FormDialog, FormField } from '@/parts/forms/index.ts';

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
  // The row as it was when the dialog opened: what the person saw.
  const [row] = useState(shown);
  const kind = useStore(client.kinds, (kinds) => kinds.get(KIND));
  const fields = useMemo(
    () => WHEN_FIELDS.flatMap((name) => kind?.fields.find((field) => field.name === name) ?? []),
    [kind],
  );
  const inputs = fields.filter(({ name }) => name !== STANDING);
  const flag = fields.find(({ name }) => name === STANDING);
  const wasStanding = flag !== undefined && valueOf(flag, cellOf(row, STANDING)) === true;
  const [draft] = useState(() => createDraft(entriesOf(row, inputs)));
  const [standing, setStanding] = useState(wasStanding);

  const keep = async (): Promise<void> => {
    // A step for one field bears its name.
    const one = ({ id, field, value, words, was = null }: SetOne): Promise<Written> =>
      client.write('commitment_set', { id, field, value, words: words ?? null, was, token: newToken() });
    const change = (field: FieldInfo, value: SetOne['value'], words: string | null = null): SetOne => ({
      kind: KIND,
      id: row.id,
      field: field.name,
      value,
      was: cellOf(row, field.name).value,
      ...(words === null ? {} : { words }),
    });
    const set = inputs
      .filter(({ name }) => draft.isChanged(name))
      .map((field) => {
        const { value, typed: said } = draft.get(field.name);
        return change(field, wireValue(value === '' ? null : value), dateWords(field, value, said));
      });
    if (flag && standing !== wasStanding) {
      set.push(change(flag, standing));
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
