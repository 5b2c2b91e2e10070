/** Writing a value anew: the fields of the item, begun with what is there. */
import { useEffect, useState } from 'react';
import type { FieldInfo, JsonValue, ReviewItem } from '@/generated/wire.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { dateWords, editorOf, wireValue } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, type Draft, entriesOf, FormDialog, FormField } from '@/parts/forms/index.ts';
import { decide } from './actions.ts';

export interface WriteDialogProps {
  review: number;
  item: ReviewItem;
  onWritten: () => void;
  onClose: () => void;
}

/** The fields that an item is about. */
export function fieldsOf(item: ReviewItem, all: readonly FieldInfo[]): readonly FieldInfo[] {
  const values = [item.mine, ...(item.common ? [item.common] : []), ...item.theirs.map(({ value }) => value)];
  const names = new Set([item.field]);
  for (const { value } of values) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const name of Object.keys(value)) {
        names.add(name);
      }
    }
  }
  const dates = new Set(all.filter(({ field }) => field === 'date').map(({ name }) => `${name}_words`));
  return all.filter(({ name }) => names.has(name) && !dates.has(name));
}

/** Whether its fields can be written in a form; sets and places in a list are decided by version. */
export function isWritable(item: ReviewItem, all: readonly FieldInfo[]): boolean {
  const fields = fieldsOf(item, all);
  const plain = new Set(['text', 'long', 'date', 'choice', 'reference', 'number']);
  return item.can_write && fields.length > 0 && fields.every((field) => plain.has(editorOf(field)));
}

export function WriteDialog({ review, item, onWritten, onClose }: WriteDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const kinds = useStore(client.kinds);
  const [fields] = useState(() => fieldsOf(item, kinds.get(item.kind)?.fields ?? []));
  const [draft, setDraft] = useState<Draft>();
  useEffect(
    () =>
      awaited(
        client.call('row_get', { kind: item.kind, id: item.id, source: { at: 'now' } }),
        ({ row }) => {
          const entries = new Map(entriesOf(row, fields));
          const [only, ...others] = fields;
          // Of a text all that was proposed is the best beginning.
          if (only && others.length === 0 && item.both) {
            entries.set(only.name, { value: item.both.text, text: item.both.text, typed: item.both.text });
          }
          setDraft(createDraft(entries));
        },
        (reason) => {
          onClose();
          notices.report(reason);
        },
      ),
    [client, notices, onClose, item, fields],
  );
  if (!draft) {
    return null;
  }
  const keep = async (): Promise<void> => {
    const written = fields.map((field) => ({ field, entry: draft.get(field.name) }));
    const [only, ...others] = written;
    let value: JsonValue = null;
    let words: string | null = null;
    if (only && others.length === 0) {
      value = wireValue(only.entry.value);
      words = dateWords(only.field, only.entry.value, only.entry.typed);
    } else {
      value = Object.fromEntries(
        written
          .filter(({ entry }) => entry.value !== null && entry.value !== '')
          .map(({ field, entry }) => [field.name, wireValue(entry.value)]),
      );
    }
    const choice = { decision: 'write', from: undefined } as const;
    await decide(client, { review, items: [item.item], choice, value, words });
    onWritten();
  };
  return (
    <FormDialog
      title={say('review-write-title', { field: item.field_label })}
      keep={say('review-write-do')}
      draft={draft}
      size="medium"
      narrow
      onKeep={keep}
      onClose={onClose}
    >
      {fields.map((field, at) => (
        <FormField key={field.name} field={field} draft={draft} first={at === 0} required={false} />
      ))}
    </FormDialog>
  );
}
