/** A role ends: the day, as vague as it is known. */
import { useState } from 'react';
import type { RoleView } from '@/generated/wire.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, dateOf, FormDialog, FormField } from '@/parts/forms/index.ts';

export interface EndDialogProps {
  role: RoleView;
  /** All that state the role, it among them: while one of them stands, the role is still held. */
  all: readonly RoleView[];
  onClose: () => void;
}

export function EndDialog({ role, all, onClose }: EndDialogProps) {
  const client = useClient();
  const { say } = useWords();
  const field = useStore(client.kinds, (kinds) =>
    kinds.get('assignment')?.fields.find(({ name }) => name === 'end'),
  );
  const [draft] = useState(() => createDraft());
  if (!field) {
    return null;
  }
  const { holder, role_label: label, place } = role;
  return (
    <FormDialog
      title={say('roles-end-title')}
      keep={say('roles-end-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        const also = all.map(({ id }) => id).filter((id) => id !== role.id);
        await client.write('assignment_end', { id: role.id, also, ...dateOf(field, draft.get(field.name)) });
      }}
      onClose={onClose}
    >
      <p>
        {say('roles-end-text', {
          holder: holder?.short || holder?.title || role.person,
          role: label,
          place: place.title,
        })}
      </p>
      {all.length > 1 ? <p>{say('roles-end-several', { count: all.length })}</p> : null}
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
