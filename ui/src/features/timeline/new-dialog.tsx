/** A new milestone: what it is, and when. */
import { useState } from 'react';
import type { RowKey } from '@/generated/wire.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, filled, FormDialog, FormField } from '@/parts/forms/index.ts';

const FIELDS = ['title', 'date', 'kind', 'group', 'commitment'] as const;

export interface NewDialogProps {
  onMade: (key: RowKey) => void;
  onClose: () => void;
}

export function NewDialog({ onMade, onClose }: NewDialogProps) {
  const client = useClient();
  const { say } = useWords();
  const kind = useStore(client.kinds, (kinds) => kinds.get('milestone'));
  const [draft] = useState(() => createDraft());
  const fields = FIELDS.flatMap((name) => kind?.fields.find((field) => field.name === name) ?? []);
  return (
    <FormDialog
      title={say('milestones-new')}
      keep={say('timeline-new-keep')}
      draft={draft}
      size="medium"
      onKeep={async () => {
        const { created } = await client.write('milestone_create', {
          id: null,
          fields: filled(draft, fields),
        });
        if (created !== null) {
          onMade({ kind: 'milestone', id: created });
        }
      }}
      onClose={onClose}
    >
      {fields.map((field, at) => (
        <FormField
          key={field.name}
          field={field}
          draft={draft}
          first={at === 0}
          required={field.name === 'title'}
          wide={field.name === 'title'}
          {...(field.name === 'date' ? { placeholder: say('forms-date-example') } : {})}
        />
      ))}
    </FormDialog>
  );
}
