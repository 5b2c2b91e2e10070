/** Saving a snapshot to share: what goes, and what stays on this machine. */
import { useEffect, useState } from 'react';
import type { KindInfo, SnapshotInfo } from '@/generated/wire.ts';
import { Button, Checkbox, Dialog, TextField } from '@/kit/index.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import type { Say } from '@/lib/words.ts';
import { fileName } from './files.ts';

/** The catalogue goes along without being listed: it is the same for everybody. */
type Count = readonly [label: string, count: number];

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const plan = usePlan();
  const notices = useNotices();
  const kinds = useStore(client.kinds);
  const { say } = useWords();
  const [name, setName] = useState('');
  const [persons, setPersons] = useState(false);
  const [info, setInfo] = useState<SnapshotInfo>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    client.call('snapshot_preview', { with: persons ? ['persons'] : [] }).then(
      (found) => {
        if (!left) {
          setInfo(found);
        }
      },
      (reason: unknown) => {
        onClose();
        notices.report(reason);
      },
    );
    return () => {
      left = true;
    };
  }, [client, notices, onClose, persons]);
  const save = async (): Promise<void> => {
    const suggested = fileName(name.trim() === '' ? plan.title : name.trim(), '.gdcsnap');
    const file = await client.call('file_choose', { purpose: 'snapshot', suggested });
    if (!file) {
      return;
    }
    await client.call('snapshot_write', {
      file: file.file,
      name: name.trim(),
      with: persons ? ['persons'] : [],
      source: { at: 'now' },
    });
    onClose();
    notices.tell({ tone: 'done', text: say('share-saved', { name: file.name }) });
  };
  const press = (): void => {
    setBusy(true);
    save()
      .catch(notices.report)
      .finally(() => setBusy(false));
  };
  const goes = info ? counted(info.goes, kinds, say).filter(([, count]) => count > 0) : [];
  const stays = info ? counted(info.stays, kinds, say).filter(([, count]) => count > 0) : [];
  return (
    <Dialog
      title={say('share-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            icon="save"
            isDisabled={busy || !info}
            onPress={press}
            data-testid="share-save"
          >
            {say('share-save')}
          </Button>
        </>
      }
    >
      <p>{say('share-text')}</p>
      <TextField
        label={say('share-name')}
        description={say('share-name-hint')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        data-testid="share-name"
      />
      <Checkbox isSelected={persons} onChange={setPersons}>
        {say('share-persons')}
      </Checkbox>
      <dl className="a-goes" data-testid="share-goes">
        <dt>{say('share-goes')}</dt>
        <dd>{sentence(goes)}</dd>
        <dt>{say('share-stays')}</dt>
        <dd>{sentence([...stays, [say('share-history'), 0]])}</dd>
      </dl>
    </Dialog>
  );
}

function counted(
  counts: SnapshotInfo['goes'],
  kinds: ReadonlyMap<string, KindInfo>,
  say: Say,
): readonly Count[] {
  const own = [...kinds.values()].filter((kind) => !kind.catalogue && kind.kind !== 'about');
  const listed = own.flatMap((kind): Count[] => {
    const count = counts[kind.kind];
    return count === undefined ? [] : [[kind.plural, count]];
  });
  // Fields that stay behind are named as `kind.field`.
  const fields = Object.entries(counts).flatMap(([key, count]): Count[] => {
    const [kind, name] = key.split('.');
    const field = kinds.get(kind ?? '')?.fields.find((one) => one.name === name);
    return field && count !== undefined ? [[field.label, count]] : [];
  });
  const catalogue = [...kinds.values()]
    .filter((kind) => kind.catalogue)
    .reduce((sum, kind) => sum + (counts[kind.kind] ?? 0), 0);
  return [...listed, ...fields, ...(catalogue > 0 ? [[say('share-catalogue'), catalogue] as const] : [])];
}

function sentence(counts: readonly Count[]): string {
  return counts.map(([label, count]) => (count === 0 ? label : `${label} ${count}`)).join(' · ');
}
