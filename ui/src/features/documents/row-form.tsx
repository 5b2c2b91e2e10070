/** Fields of a row as a form that keeps each of them as soon as it is left, each in a step of its own. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FieldInfo, RowView } from '@/generated/wire.ts';
import { Checkbox } from '@/kit/index.ts';
import { CommandError } from '@/lib/api.ts';
import { useClient, useEditable, useWords } from '@/lib/client.ts';
import { cellOf, textOf, valueOf } from '@/lib/fields.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { useNotices } from '@/lib/notices.ts';
import { createDraft, type Draft, entriesOf, type Entry, FormField } from '@/parts/forms/index.ts';

export interface RowFormProps {
  row: RowView;
  fields: readonly FieldInfo[];
  label: string;
  /** Fields that take all of the width. */
  wide?: readonly string[];
  placeholders?: Readonly<Record<string, string>>;
  /** Kept; resolves when the row that is shown knows of it. */
  onKept: () => Promise<void>;
}

export function RowForm({ row, fields, label, wide = [], placeholders, onKept }: RowFormProps) {
  const editable = useEditable();
  const { say } = useWords();
  const draft = useKeeping(row, fields, onKept);
  if (!editable) {
    const stated = fields.filter((field) => textOf(row, field.name) !== '');
    return stated.length === 0 ? (
      <p className="k-quiet">{say('documents-form-empty')}</p>
    ) : (
      <dl className="dc-facts">
        {stated.map((field) => (
          <div key={field.name} data-field={field.name}>
            <dt>{field.label}</dt>
            <dd>
              <bdi>{textOf(row, field.name)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <form
      className="f-form dc-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.finish();
      }}
    >
      {fields.map((field) =>
        field.field === 'flag' ? (
          <Flag key={field.name} row={row} field={field} label={field.label} onKept={onKept} />
        ) : (
          <FormField
            key={field.name}
            field={field}
            draft={draft}
            label={field.label}
            placeholder={placeholders?.[field.name]}
            wide={wide.includes(field.name)}
            inPlace
          />
        ),
      )}
    </form>
  );
}

/** What was settled in a field is kept; what is not kept is said where it was typed. */
function useKeeping(row: RowView, fields: readonly FieldInfo[], onKept: () => Promise<void>): Draft {
  const client = useClient();
  const editing = useEditing();
  const notices = useNotices();
  const [draft] = useState(() => createDraft(entriesOf(row, fields)));
  const shown = useRef(row);
  /** What is on its way, or was refused: it is not sent a second time. */
  const sent = useRef(new Map<string, Entry>());
  useLayoutEffect(() => {
    shown.current = row;
    draft.renew(entriesOf(row, fields));
  }, [draft, row, fields]);
  useEffect(() => {
    const keep = async (field: FieldInfo, entry: Entry): Promise<void> => {
      const { kind, id } = shown.current;
      const was = cellOf(shown.current, field.name).value;
      const { value, typed } = entry;
      await editing.keep({ kind, id, field, value, typed, was, token: newToken() });
      await onKept();
      sent.current.delete(field.name);
      if (draft.get(field.name) === entry) {
        draft.set(field.name, entriesOf(shown.current, [field]).get(field.name) ?? entry);
      }
    };
    return draft.entries.subscribe(() => {
      for (const field of fields) {
        const entry = draft.get(field.name);
        if (draft.isChanged(field.name) && sent.current.get(field.name) !== entry) {
          sent.current.set(field.name, entry);
          keep(field, entry).catch((reason: unknown) => {
            if (!(reason instanceof CommandError) || !draft.refuse(field.name, reason.message)) {
              notices.report(reason);
            }
          });
        }
      }
    });
  }, [draft, fields, editing, notices, onKept]);
  useEffect(() => client.editors.join(() => draft.finish()), [client, draft]);
  return draft;
}

interface FlagProps {
  row: RowView;
  field: FieldInfo;
  label: string;
  onKept: () => Promise<void>;
}

function Flag({ row, field, label, onKept }: FlagProps) {
  const editing = useEditing();
  const notices = useNotices();
  const { kind, id } = row;
  const was = cellOf(row, field.name).value;
  return (
    <div className="dc-flag" data-field={field.name}>
      <Checkbox
        isSelected={valueOf(field, cellOf(row, field.name)) === true}
        onChange={(value) => {
          editing
            .keep({ kind, id, field, value, typed: '', was, token: newToken() })
            .then(onKept)
            .catch(notices.report);
        }}
      >
        {label}
      </Checkbox>
    </div>
  );
}
