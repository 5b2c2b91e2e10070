/** A new milestone: what it is, and when. */
import { useState } from 'react';
import type { RowKey } from '@/generated/wire.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { createDraft, filled, FormDialog, FormFields, useFields } from '@/parts/forms/index.ts';

const FIELDS = ['title', 'date', 'kind', 'group', 'commitment'] as const;

export interface NewDialogProps {
  onMade: (key: RowKey) => void;
  onClose: () => void;
}

export function NewDialog({ onMade, onClose }: NewDialogProps) {
  const client = useClient();
  const { say } = useWords();
  const fields = useFields('milestone', FIELDS);
  const [draft] = useState(() => createDraft());
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
      <FormFields fields={fields} draft={draft} />
    </FormDialog>
  );
}
