/** Who holds which role here: a new assignment, or an existing one in full. */
import { useEffect, useState } from 'react';
import type { KindInfo, RoleView, RowBrief, RowKey, RowView } from '@/generated/wire.ts';
import { useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import {
  changedIn,
  createDraft,
  EMPTY,
  entriesOf,
  type Entry,
  filled,
  FormDialog,
  FormField,
  useSeen,
} from '@/parts/forms/index.ts';

export interface AssignDialogProps {
  /** Where the role is held: a group, a commitment, a milestone or an action line. */
  place: RowKey;
  /** The assignment to change; without it a new one is made. */
  assignment?: RoleView;
  /** The organization that a new one begins with. */
  holder?: RowBrief;
  /** With the id of the assignment that was made. */
  onClose: (made?: string) => void;
}

const KIND = 'assignment';
const FIELDS = [
  'organization',
  'role',
  'state',
  'person',
  'start',
  'end',
  'stated_as',
  'source',
  'source_para',
  'basis',
  'basis_by',
  'as_of',
] as const;
/** Of a new assignment nothing was shown yet. */
const NO_ROW: RowView = { kind: KIND, id: '', short: '', title: '', cells: {} };
const WIDE: ReadonlySet<string> = new Set(['stated_as', 'basis_by']);

export function AssignDialog(props: AssignDialogProps) {
  const kind = useStore(useClient().kinds, (kinds) => kinds.get(KIND));
  return kind ? <Assign {...props} kind={kind} /> : null;
}

function Assign({ place, assignment, holder, onClose, kind }: AssignDialogProps & { kind: KindInfo }) {
  const client = useClient();
  const discreet = useDiscreet();
  const { say } = useWords();
  const fields = FIELDS.flatMap((name) => kind.fields.find((field) => field.name === name) ?? []);
  const [draft] = useState(() =>
    createDraft(assignment ? entriesOf(assignment.row, fields) : beginningWith(holder)),
  );
  const basis = useStore(draft.entries, (entries) => entries.get('basis')?.value);
  const title = useTitle(place, assignment?.place.title);

  const seen = useSeen(
    assignment?.row ?? NO_ROW,
    fields.filter(({ name }) => name !== 'person' || !discreet),
    (now) => draft.renew(entriesOf(now, fields)),
  );
  const keep = async (): Promise<void> => {
    if (assignment) {
      const set = changedIn(draft, seen.row, fields);
      if (set.length > 0) {
        await client.write('rows_set', { set });
      }
      return;
    }
    const made = await client.write('assignment_create', {
      id: null,
      fields: { [place.kind]: place.id, ...filled(draft, fields) },
    });
    onClose(made.created ?? undefined);
  };

  return (
    <FormDialog
      title={say(assignment ? 'roles-edit-title' : 'roles-assign-title')}
      keep={say(assignment ? 'roles-edit-keep' : 'roles-assign-keep')}
      draft={draft}
      size="medium"
      onKeep={keep}
      onStale={assignment && seen.renew}
      onClose={() => onClose()}
    >
      <p className="f-named">
        <bdi>{title}</bdi>
      </p>
      {fields.map((field) =>
        (field.name === 'person' && discreet) || (field.name === 'basis_by' && basis !== 'other') ? null : (
          <FormField
            key={field.name}
            field={field}
            draft={draft}
            first={field.name === (holder && !assignment ? 'role' : 'organization')}
            wide={WIDE.has(field.name)}
            placeholder={field.name === 'start' ? say('forms-date-example') : undefined}
          />
        ),
      )}
    </FormDialog>
  );
}

function beginningWith(holder: RowBrief | undefined): ReadonlyMap<string, Entry> | undefined {
  return (
    holder && new Map([['organization', { ...EMPTY, value: holder.id, text: holder.short || holder.title }]])
  );
}

/** The title of the place, where it is not known already. */
function useTitle({ kind, id }: RowKey, known: string | undefined): string {
  const client = useClient();
  const [title, setTitle] = useState(known ?? '');
  useEffect(() => {
    let left = false;
    if (known === undefined) {
      client.call('row_get', { kind, id, source: { at: 'now' } }).then(
        ({ row }) => {
          if (!left) {
            setTitle(row.title);
          }
        },
        (reason: unknown) => client.failed.emit(reason),
      );
    }
    return () => {
      left = true;
    };
  }, [client, kind, id, known]);
  return title;
}
