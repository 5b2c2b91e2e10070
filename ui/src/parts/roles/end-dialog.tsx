/** An assignment ends: the day, as vague as it is known. */
import { useState } from 'react';
import type { RoleView } from '@/generated/wire.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, dateOf, FormDialog, FormField } from '@/parts/forms/index.ts';

export interface EndDialogProps {
  assignment: RoleView;
  onClose: () => void;
}

export function EndDialog({ assignment, onClose }: EndDialogProps) {
  const client = useClient();
  const { say } = useWords();
  const field = useStore(client.kinds, (kinds) =>
    kinds.get('assignment')?.fields.find(({ name }) => name === 'end'),
  );
  const [draft] = useState(() => createDraft());
  if (!field) {
    return null;
  }
  const { holder, role_label: role, place } = assignment;
  return (
    <FormDialog
      title={say('roles-end-title')}
      keep={say('roles-end-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        await client.write('assignment_end', { id: assignment.id, ...dateOf(field, draft.get(field.name)) });
      }}
      onClose={onClose}
    >
      <p>
        {say('roles-end-text', {
          holder: holder?.short || holder?.title || assignment.person,
          role,
          place: place.title,
        })}
      </p>
      <FormField
        field={field}
        draft={draft}
        label={say('roles-end-date')}
        placeholder={say('forms-date-example')}
        first
        required
      />
    </FormDialog>
  );
}
