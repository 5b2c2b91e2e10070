/** Sharing: who is the sender, has the receiver this application, what goes and what stays; then the file. */
import { useRef, useState } from 'react';
import type { SnapshotInfo } from '@/generated/wire.ts';
import { Button, Callout, Checkbox, Dialog, Icon, RadioGroup, TextField } from '@/kit/index.ts';
import { useClient, useDiscreet, usePlan, useSource, useWords } from '@/lib/client.ts';
import { fileName } from '@/lib/file-name.ts';
import { useNotices } from '@/lib/notices.ts';
import { setSettings } from '@/lib/settings.ts';
import { useStore } from '@/lib/store.ts';
import { offersOf } from '@/lib/written.ts';
import { OrganizationField } from './organization-field.tsx';
import { linesOf, useSharePreview } from './share-counts.ts';
import './share-dialog.css';

export interface ShareDialogProps {
  /** The receiver has not this application: a file of another sort is chosen. */
  onExport: () => void;
  onClose: () => void;
}

export function ShareDialog({ onExport, onClose }: ShareDialogProps) {
  const client = useClient();
  // Asked at the first sharing, once; who leaves it empty is not held up.
  const [isKnown, setKnown] = useState(() => {
    const { name, organization } = client.settings.get();
    return name.trim() !== '' && organization.trim() !== '';
  });
  return isKnown ? (
    <What onExport={onExport} onClose={onClose} />
  ) : (
    <Who onClose={onClose} onDone={() => setKnown(true)} />
  );
}

function Who({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const settings = useStore(client.settings);
  const [name, setName] = useState(settings.name);
  const [organization, setOrganization] = useState(settings.organization);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const next = (): void => {
    if (name.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    setSettings(client, { name: name.trim(), organization: organization.trim() }).then(
      onDone,
      notices.report,
    );
  };
  return (
    <Dialog
      title={say('share-who-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onDone} data-testid="share-skip">
            {say('share-who-skip')}
          </Button>
          <Button look="primary" onPress={next} data-testid="share-next">
            {say('share-who-next')}
          </Button>
        </>
      }
    >
      <p>{say('share-who-text')}</p>
      <TextField
        label={say('settings-name')}
        description={isMissing ? undefined : say('settings-name-hint')}
        error={isMissing ? say('share-who-name-missing') : undefined}
        value={name}
        onChange={(text) => {
          setName(text);
          setMissing(false);
        }}
        maxLength={200}
        inputRef={field}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            next();
          }
        }}
        data-testid="share-sender"
      />
      <OrganizationField value={organization} onChange={setOrganization} />
    </Dialog>
  );
}

function What({ onExport, onClose }: ShareDialogProps) {
  const client = useClient();
  const plan = usePlan();
  const source = useSource();
  const moment = useStore(client.momentName);
  const notices = useNotices();
  const { say } = useWords();
  const [has, setHas] = useState('yes');
  const [name, setName] = useState('');
  const [persons, setPersons] = useState(false);
  const [busy, setBusy] = useState(false);
  const info = useSharePreview(persons, onClose);
  const save = async (): Promise<void> => {
    if (!(await client.editors.finish())) {
      return;
    }
    const suggested = fileName(name.trim() === '' ? plan.title : name.trim(), '.gdcsnap');
    const file = await client.call('file_choose', { purpose: 'snapshot', suggested });
    if (!file) {
      return;
    }
    await client.call('snapshot_write', {
      file: file.file,
      name: name.trim(),
      with: persons ? ['persons'] : [],
      source,
    });
    onClose();
    notices.tell({
      tone: 'done',
      text: say('share-saved', { name: file.name, folder: file.folder }),
      offers: offersOf(client, notices, file.file, false),
    });
  };
  const press = (): void => {
    setBusy(true);
    save()
      .catch(notices.report)
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      title={say('share-title')}
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          {has === 'yes' ? (
            <Button
              look="primary"
              icon="save"
              isDisabled={busy || !info}
              onPress={press}
              data-testid="share-save"
            >
              {say('share-save')}
            </Button>
          ) : (
            <Button look="primary" icon="download" onPress={onExport} data-testid="share-export">
              {say('share-export')}
            </Button>
          )}
        </>
      }
    >
      {source.at === 'now' ? null : <Callout tone="info">{say('share-moment', { moment })}</Callout>}
      <div className="a-share-receiver">
        <RadioGroup
          label={say('share-receiver')}
          autoFocus
          value={has}
          onChange={setHas}
          choices={[
            { id: 'yes', label: say('share-receiver-yes') },
            { id: 'no', label: say('share-receiver-no') },
          ]}
          data-testid="share-receiver"
        />
      </div>
      <p>{say(has === 'yes' ? 'share-text' : 'share-without')}</p>
      {has === 'yes' ? (
        <>
          <Goes info={info} />
          <Checkbox isSelected={persons} onChange={setPersons}>
            {say('share-persons')}
          </Checkbox>
          <TextField
            label={say('share-name')}
            description={say('share-name-hint')}
            value={name}
            onChange={setName}
            maxLength={200}
            data-testid="share-name"
          />
        </>
      ) : null}
    </Dialog>
  );
}

/** Two lists side by side: what the receiver gets, and what never leaves. */
function Goes({ info }: { info: SnapshotInfo | undefined }) {
  const client = useClient();
  const kinds = useStore(client.kinds);
  const discreet = useDiscreet();
  const { say } = useWords();
  if (!info) {
    return <p className="a-goes k-quiet">{say('share-counting')}</p>;
  }
  const { goes, stays } = linesOf(info, kinds, say, discreet);
  return (
    <div className="a-goes" data-testid="share-goes">
      <section>
        <h3>
          <Icon name="share" size={14} />
          {say('share-goes')}
        </h3>
        <ul>
          {goes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>
          <Icon name="lock" size={14} />
          {say('share-stays')}
        </h3>
        <ul>
          {stays.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
