/** An organization gets another name, is no more, or another follows it: with all rows that name it. */
import { useState } from 'react';
import type { FieldInfo, RowView, Written } from '@/generated/wire.ts';
import { Button, Checkbox, RadioGroup } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import {
  createDraft,
  dateOf,
  type Draft,
  EMPTY,
  type Entry,
  FormDialog,
  FormField,
} from '@/parts/forms/index.ts';
import { Naming } from '@/parts/naming/index.ts';

export interface SuccessionProps {
  row: RowView;
  fields: readonly FieldInfo[];
  caughtUp: (op: number | null) => Promise<void>;
}

type Task = 'rename' | 'conclude';

export function Succession(props: SuccessionProps) {
  const { say } = useWords();
  const [task, setTask] = useState<Task>();
  const { row } = props;
  const close = (): void => setTask(undefined);
  return (
    <div className="i-more">
      <Button look="quiet" icon="edit" data-testid="organization-rename" onPress={() => setTask('rename')}>
        {say('inspector-rename')}
      </Button>
      <Button
        look="quiet"
        icon="check"
        data-testid="organization-conclude"
        onPress={() => setTask('conclude')}
      >
        {say('inspector-conclude')}
      </Button>
      {task === 'rename' ? <RenameDialog key={row.id} {...props} onClose={close} /> : null}
      {task === 'conclude' ? <ConcludeDialog key={row.id} {...props} onClose={close} /> : null}
    </div>
  );
}

interface DialogProps extends SuccessionProps {
  onClose: () => void;
}

function entryOf(row: RowView, name: string): [string, Entry] {
  const { value, text, empty } = cellOf(row, name);
  return [name, empty || typeof value !== 'string' ? EMPTY : { value, text, typed: '' }];
}

function valueOf(draft: Draft, name: string): string {
  const { value } = draft.get(name);
  return typeof value === 'string' ? value : '';
}

function RenameDialog({ row, fields, caughtUp, onClose }: DialogProps) {
  const client = useClient();
  const { say } = useWords();
  const [draft] = useState(() => createDraft(new Map([entryOf(row, 'name'), entryOf(row, 'acronym')])));
  const named = (name: string): readonly FieldInfo[] => fields.filter((field) => field.name === name);
  return (
    <FormDialog
      title={say('inspector-rename-title')}
      keep={say('inspector-rename-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        const { op } = await client.write('organization_rename', {
          id: row.id,
          name: valueOf(draft, 'name'),
          acronym: valueOf(draft, 'acronym'),
        });
        await caughtUp(op);
      }}
      onClose={onClose}
    >
      <p className="f-named">
        <bdi>{row.title}</bdi>
      </p>
      {named('name').map((field) => (
        <FormField key={field.name} field={field} draft={draft} first required />
      ))}
      {named('acronym').map((field) => (
        <FormField key={field.name} field={field} draft={draft} />
      ))}
      <p className="k-quiet">{say('inspector-rename-text')}</p>
      <Naming kind="organization" id={row.id} />
    </FormDialog>
  );
}

type Follower = 'none' | 'new' | 'known';

function ConcludeDialog({ row, fields, caughtUp, onClose }: DialogProps) {
  const client = useClient();
  const { say } = useWords();
  const [draft] = useState(() => createDraft(new Map([entryOf(row, 'until')])));
  const [follower, setFollower] = useState<Follower>('none');
  const [endsRoles, setEndsRoles] = useState(false);
  const field = (name: string): FieldInfo | undefined => fields.find((one) => one.name === name);
  const [until, name, successor] = [field('until'), field('name'), field('successor')];
  if (!until || !name || !successor) {
    return null;
  }
  const asked = { none: undefined, new: name, known: successor }[follower];
  const keep = async (): Promise<Written> =>
    client.write('organization_conclude', {
      id: row.id,
      ...dateOf(until, draft.get(until.name)),
      successor: follower === 'known' ? valueOf(draft, successor.name) : null,
      name: follower === 'new' ? valueOf(draft, name.name) : null,
      end_roles: endsRoles,
    });
  return (
    <FormDialog
      title={say('inspector-conclude-title')}
      keep={say('inspector-conclude-keep')}
      draft={draft}
      narrow
      onKeep={async () => caughtUp((await keep()).op)}
      onClose={onClose}
    >
      <p className="f-named">
        <bdi>{textOf(row, 'name') || row.title}</bdi>
      </p>
      <p className="k-quiet">{say('inspector-conclude-text')}</p>
      <FormField
        field={until}
        draft={draft}
        label={say('inspector-conclude-date')}
        placeholder={say('forms-date-example')}
        first
        required
      />
      <RadioGroup
        label={say('inspector-conclude-by')}
        value={follower}
        onChange={(value) => setFollower(value === 'new' || value === 'known' ? value : 'none')}
        choices={[
          { id: 'none', label: say('inspector-conclude-none') },
          { id: 'new', label: say('inspector-conclude-new') },
          { id: 'known', label: say('inspector-conclude-known') },
        ]}
      />
      {asked ? (
        <FormField
          key={asked.name}
          field={asked}
          draft={draft}
          label={say(follower === 'new' ? 'inspector-conclude-name' : 'inspector-conclude-which')}
          required
        />
      ) : null}
      <Checkbox isSelected={endsRoles} onChange={setEndsRoles}>
        {say('inspector-conclude-roles')}
      </Checkbox>
      <Naming kind="organization" id={row.id} />
    </FormDialog>
  );
}
