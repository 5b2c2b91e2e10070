/** Whose row is it? Asked once, where neither the settings nor the plan say it: the reference begins with its owner. */
import { useEffect, useState } from 'react';
import type { RowView } from '@/generated/wire.ts';
import { Button, ComboBox, Dialog } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { setSettings } from '@/lib/settings.ts';
import { EVERYTHING } from '@/lib/views.ts';

export interface OwnerDialogProps {
  /** The id of the organization; undefined: the person thought better of it. */
  onAnswer: (owner: string | undefined) => void;
}

export function OwnerDialog({ onAnswer }: OwnerDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [organizations, setOrganizations] = useState<readonly RowView[]>([]);
  const [chosen, setChosen] = useState<RowView>();
  useEffect(() => {
    const window = {
      kind: 'organization',
      source: { at: 'now' as const },
      query: EVERYTHING,
      from: 0,
      to: 5_000,
    };
    client.call('view_get', { ...window, fields: ['name'] }).then(
      ({ rows }) => setOrganizations(rows),
      (reason: unknown) => notices.report(reason),
    );
  }, [client, notices]);
  const answer = async (): Promise<void> => {
    if (chosen) {
      await setSettings(client, { organization: chosen.short });
      onAnswer(chosen.id);
    }
  };
  return (
    <Dialog
      title={say('owner-title')}
      isOpen
      onClose={() => onAnswer(undefined)}
      actions={
        <>
          <Button onPress={() => onAnswer(undefined)}>{say('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!chosen}
            data-testid="owner-done"
            onPress={() => {
              answer().catch(notices.report);
            }}
          >
            {say('owner-add')}
          </Button>
        </>
      }
    >
      <p>{say('owner-text')}</p>
      <ComboBox
        autoFocus
        label={say('settings-organization')}
        choices={organizations.map((one) => ({ id: one.id, label: labelOf(one) }))}
        onSelectionChange={(key) => setChosen(organizations.find(({ id }) => id === key))}
      />
    </Dialog>
  );
}

/** Found by acronym and by name. */
function labelOf({ short, title }: RowView): string {
  return short === '' || short === title ? title : `${short} · ${title}`;
}
