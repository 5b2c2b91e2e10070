/** The verbs of a group that need words: make one, move it, conclude it, have another one follow it. */
import { useState } from 'react';
import type { FieldInfo, KindInfo, RowBrief, RowView } from '@/generated/wire.ts';
import { Checkbox, RadioGroup } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { cellOf, wireValue } from '@/lib/fields.ts';
import { useStore } from '@/lib/store.ts';
import {
  createDraft,
  type Draft,
  dateOf,
  EMPTY,
  type Entry,
  filled,
  FormDialog,
  FormField,
  FormFields,
} from '@/parts/forms/index.ts';
import { Naming } from '@/parts/naming/index.ts';

type Group = Pick<RowBrief, 'id' | 'title'>;

function useGroupKind(): KindInfo | undefined {
  return useStore(useClient().kinds, (kinds) => kinds.get('group'));
}

function fieldsOf(kind: KindInfo, names: readonly string[]): readonly FieldInfo[] {
  return names.flatMap((name) => kind.fields.find((field) => field.name === name) ?? []);
}

/** With these fields filled. */
function draftOf(entries: Readonly<Record<string, Entry>>): Draft {
  return createDraft(new Map(Object.entries(entries)));
}

const named = ({ id, title }: Group): Entry => ({ ...EMPTY, value: id, text: title });

export interface NewGroupProps {
  /** The group that it will be below. */
  parent: Group | undefined;
  onClose: (made?: string) => void;
}

const NEW_FIELDS = ['title', 'acronym', 'kind', 'parent', 'objective', 'start'];

export function NewGroupDialog({ parent, onClose }: NewGroupProps) {
  const client = useClient();
  const { say } = useWords();
  const kind = useGroupKind();
  const [draft] = useState(() => draftOf(parent ? { parent: named(parent) } : {}));
  if (!kind) {
    return null;
  }
  const fields = fieldsOf(kind, NEW_FIELDS);
  return (
    <FormDialog
      title={say(parent ? 'groups-new-sub-title' : 'groups-new-title')}
      keep={say('groups-new-keep')}
      draft={draft}
      size="medium"
      onKeep={async () => {
        const made = await client.write('group_create', { id: null, fields: filled(draft, fields) });
        onClose(made.created ?? undefined);
      }}
      onClose={() => onClose()}
    >
      <FormFields fields={fields} draft={draft} />
    </FormDialog>
  );
}

export interface GroupDialogProps {
  group: Group;
  onClose: () => void;
}

/** Puts a group below another one, or below none. */
export function MoveDialog({ group, onClose }: GroupDialogProps) {
  const kind = useGroupKind();
  return kind ? <Move group={group} onClose={onClose} kind={kind} /> : null;
}

function Move({ group, onClose, kind }: GroupDialogProps & { kind: KindInfo }) {
  const client = useClient();
  const { say } = useWords();
  const [draft] = useState(() => draftOf({}));
  return (
    <FormDialog
      title={say('groups-move-title')}
      keep={say('groups-move-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        const { row } = await client.call('row_get', { kind: 'group', id: group.id, source: { at: 'now' } });
        await client.write('group_set', {
          id: group.id,
          field: 'parent',
          value: wireValue(draft.get('parent').value),
          words: null,
          was: cellOf(row, 'parent').value,
          token: null,
        });
      }}
      onClose={onClose}
    >
      <Named title={group.title} />
      {fieldsOf(kind, ['parent']).map((field) => (
        <FormField key={field.name} field={field} draft={draft} label={say('groups-move-below')} first />
      ))}
      <p className="k-quiet">{say('groups-move-text')}</p>
    </FormDialog>
  );
}

/** The group has done its work: a day, and what becomes of its roles. */
export function ConcludeDialog({ group, onClose }: GroupDialogProps) {
  const client = useClient();
  const { say } = useWords();
  const kind = useGroupKind();
  const [draft] = useState(() => draftOf({}));
  const [endsRoles, setEndsRoles] = useState(true);
  if (!kind) {
    return null;
  }
  const [end] = fieldsOf(kind, ['end']);
  return end ? (
    <FormDialog
      title={say('groups-conclude-title')}
      keep={say('groups-conclude-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        const date = dateOf(end, draft.get(end.name));
        await client.write('group_conclude', { id: group.id, ...date, end_roles: endsRoles });
      }}
      onClose={onClose}
    >
      <Named title={group.title} />
      <p className="k-quiet">{say('groups-conclude-text')}</p>
      <FormField
        field={end}
        draft={draft}
        label={say('groups-conclude-date')}
        placeholder={say('forms-date-example')}
        first
        required
      />
      <Checkbox isSelected={endsRoles} onChange={setEndsRoles}>
        {say('groups-conclude-roles')}
      </Checkbox>
      <Naming kind="group" id={group.id} />
    </FormDialog>
  ) : null;
}

type Follower = 'new' | 'known';

export interface SucceedDialogProps extends GroupDialogProps {
  /** All of its fields: one that has ended says already since when. */
  row: RowView | undefined;
}

/** Another group takes its place: a new one, or one that is in the plan. */
export function SucceedDialog({ group, row, onClose }: SucceedDialogProps) {
  const client = useClient();
  const { say } = useWords();
  const kind = useGroupKind();
  const [draft] = useState(() => {
    const end = row && cellOf(row, 'end');
    return draftOf(
      end && !end.empty && typeof end.value === 'string'
        ? { end: { value: end.value, text: end.text, typed: '' } }
        : {},
    );
  });
  const [follower, setFollower] = useState<Follower>('new');
  const [isTurned, setTurned] = useState(false);
  const [moves, setMoves] = useState(true);
  if (!kind) {
    return null;
  }
  const [end, title, successor] = fieldsOf(kind, ['end', 'title', 'successor']);
  if (!end || !title || !successor) {
    return null;
  }
  const named = follower === 'new' ? title : successor;
  return (
    <FormDialog
      title={say('groups-succeed-title')}
      keep={say('groups-succeed-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        const chosen = draft.get(named.name).value;
        const value = typeof chosen === 'string' ? chosen : null;
        await client.write('group_succeed', {
          id: group.id,
          ...dateOf(end, draft.get(end.name)),
          successor: follower === 'known' ? value : null,
          title: follower === 'new' ? value : null,
          sub_groups: moves,
        });
      }}
      onClose={onClose}
    >
      <Named title={group.title} />
      <RadioGroup
        label={say('groups-succeed-by')}
        value={follower}
        onChange={(value) => {
          setTurned(true);
          setFollower(value === 'known' ? 'known' : 'new');
        }}
        choices={[
          { id: 'new', label: say('groups-succeed-new') },
          { id: 'known', label: say('groups-succeed-known') },
        ]}
      />
      <FormField
        key={named.name}
        field={named}
        draft={draft}
        label={say(follower === 'new' ? 'groups-succeed-name' : 'groups-succeed-which')}
        first={!isTurned}
        required
      />
      <FormField
        field={end}
        draft={draft}
        label={say('groups-succeed-date')}
        placeholder={say('forms-date-example')}
        required
      />
      <Checkbox isSelected={moves} onChange={setMoves}>
        {say('groups-succeed-move')}
      </Checkbox>
      <Naming kind="group" id={group.id} />
    </FormDialog>
  );
}

function Named({ title }: { title: string }) {
  return (
    <p className="f-named">
      <bdi>{title}</bdi>
    </p>
  );
}
