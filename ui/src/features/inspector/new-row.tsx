/** A button and its dialog: something new that belongs to the row that is shown, kept in one step. */
import { type ReactNode, useState } from 'react';
import type { FieldInfo, JsonValue, Written } from '@/generated/wire.ts';
import { Button, type ButtonLook, type IconName } from '@/kit/index.ts';
import { useClient, useWords, type WriteName } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, type Draft, type Entry, filled, FormDialog, FormField } from '@/parts/forms/index.ts';

export interface NewRowProps {
  /** Kind of what is made. */
  kind: string;
  /** Of the button. */
  label: string;
  /** Of the dialog. */
  title: string;
  keep: string;
  /** Fields that are asked for, in this order. */
  fields: readonly string[];
  required?: readonly string[];
  placeholders?: Readonly<Record<string, string>>;
  /** Fields that are known. */
  given: Readonly<Record<string, JsonValue>>;
  caughtUp: (op: number | null) => Promise<void>;
  look?: ButtonLook;
  /** What stands in the fields at first. */
  begin?: () => Promise<ReadonlyMap<string, Entry>>;
}

const WIDE: ReadonlySet<string> = new Set([
  'title',
  'counts',
  'report',
  'evidence',
  'stated_as',
  'reason',
  'said',
  'text',
]);

export function NewRow(props: NewRowProps) {
  const { kind, label, title, keep, fields, required, placeholders, given, caughtUp, look, begin } = props;
  const client = useClient();
  const make = (draft: Draft, infos: readonly FieldInfo[]): Promise<Written> => {
    const command = `${kind}_create` as WriteName;
    const request = { id: null, fields: { ...given, ...filled(draft, infos) } };
    return client.write(command, request as Parameters<typeof client.write<'milestone_create'>>[1]);
  };
  return (
    <AskFor
      name={kind}
      label={label}
      title={title}
      look={look}
      keep={keep}
      kind={kind}
      fields={fields}
      required={required}
      placeholders={placeholders}
      begin={begin}
      onKeep={async (draft, infos) => caughtUp((await make(draft, infos)).op)}
    />
  );
}

interface AskForProps
  extends Pick<NewRowProps, 'kind' | 'label' | 'title' | 'keep' | 'fields' | 'required' | 'look' | 'begin'> {
  name: string;
  icon?: IconName;
  placeholders?: Readonly<Record<string, string>>;
  above?: ReactNode;
  onKeep: (draft: Draft, fields: readonly FieldInfo[]) => Promise<void>;
}

/** Asks for fields of a kind; what is done with them is up to the caller. */
export function AskFor({
  name,
  kind,
  label,
  title,
  icon = 'plus',
  look,
  keep,
  fields,
  required = [],
  placeholders = {},
  begin,
  above,
  onKeep,
}: AskForProps) {
  const client = useClient();
  const { say } = useWords();
  const info = useStore(client.kinds, (kinds) => kinds.get(kind));
  const [draft, setDraft] = useState<Draft>();
  const infos = fields.flatMap((wanted) => info?.fields.find((field) => field.name === wanted) ?? []);
  const open = async (): Promise<void> => {
    setDraft(createDraft(await begin?.()));
  };
  return (
    <>
      <Button
        icon={icon}
        look={look}
        data-testid={`add-${name}`}
        onPress={() => void open().catch((reason: unknown) => client.failed.emit(reason))}
      >
        {label}
      </Button>
      {draft ? (
        <FormDialog
          title={title}
          keep={keep}
          draft={draft}
          size={infos.length > 4 ? 'medium' : 'small'}
          onKeep={() => onKeep(draft, infos)}
          onClose={() => setDraft(undefined)}
        >
          {above}
          {infos.map((field, at) => (
            <FormField
              key={field.name}
              field={field}
              draft={draft}
              first={at === 0}
              wide={field.field === 'long' || WIDE.has(field.name)}
              required={required.includes(field.name)}
              placeholder={
                placeholders[field.name] ?? (field.field === 'date' ? say('forms-date-example') : undefined)
              }
            />
          ))}
        </FormDialog>
      ) : null}
    </>
  );
}
