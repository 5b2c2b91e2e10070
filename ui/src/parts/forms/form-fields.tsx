/** The fields of a new row, one after the other: its title first and wide, dates with an example. */
import type { FieldInfo } from '@/generated/wire.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import type { Draft } from './draft.ts';
import { FormField } from './form-field.tsx';

/** Fields of a kind, in the order in which they are wanted. */
export function useFields(kind: string, names: readonly string[]): readonly FieldInfo[] {
  const info = useStore(useClient().kinds, (kinds) => kinds.get(kind));
  return names.flatMap((name) => info?.fields.find((field) => field.name === name) ?? []);
}

export function FormFields({ fields, draft }: { fields: readonly FieldInfo[]; draft: Draft }) {
  const { say } = useWords();
  return fields.map((field, at) => (
    <FormField
      key={field.name}
      field={field}
      draft={draft}
      first={at === 0}
      wide={field.name === 'title'}
      placeholder={field.field === 'date' ? say('forms-date-example') : undefined}
    />
  ));
}
