/** A file that cannot be opened, and the copies of it that are kept on this laptop. */
import { useCallback, useState } from 'react';
import { useStore } from '@/lib/store.ts';
import { Button, Dialog, RadioGroup } from '@/kit/index.ts';
import { type Unopened, useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { dayAndTime } from '@/lib/times.ts';
import { openRestorePoint } from './files.ts';

/** Shown whenever a file could not be opened and there are copies of it. */
export function Unopenable() {
  const client = useClient();
  const unopened = useStore(client.unopened);
  const close = useCallback(() => client.unopened.set(undefined), [client]);
  return unopened ? (
    <RestoreFileDialog key={unopened.file} why={unopened.why} points={unopened.points} onClose={close} />
  ) : null;
}

interface RestoreFileDialogProps extends Pick<Unopened, 'why' | 'points'> {
  onClose: () => void;
}

function RestoreFileDialog({ why, points, onClose }: RestoreFileDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say, locale } = useWords();
  const [chosen, setChosen] = useState(points[0]?.id ?? '');
  const [busy, setBusy] = useState(false);
  const press = (): void => {
    setBusy(true);
    openRestorePoint(client, chosen)
      .then(
        (opened) => {
          if (opened) {
            onClose();
          }
        },
        (reason: unknown) => {
          onClose();
          notices.report(reason);
        },
      )
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      title={say('restore-title')}
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button look="primary" icon="open" isDisabled={busy} onPress={press} data-testid="restore-copy">
            {say('restore-open')}
          </Button>
        </>
      }
    >
      <p>{why}</p>
      <p>{say('restore-text')}</p>
      <RadioGroup
        label={say('restore-copies')}
        value={chosen}
        onChange={setChosen}
        choices={points.map(({ id, label, at }) => ({
          id,
          label: say('restore-copy-of', { label, when: dayAndTime(at, locale) }),
        }))}
      />
    </Dialog>
  );
}
