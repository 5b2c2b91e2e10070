/** A link from a commitment or an objective to what it serves, with the reason; or the same from the other end. */
import { useState } from 'react';
import type { RowKey } from '@/generated/wire.ts';
import { Button, Select } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, type Draft, EMPTY, filled, FormDialog, FormField } from '@/parts/forms/index.ts';
import { farEnds } from './mappings.ts';

export interface NewLinkProps {
  near: RowKey;
  caughtUp: (op: number | null) => Promise<void>;
}

/** Whoever adds a link reads it so, unless a source states it. */
const BASIS = 'our_reading';
const ABOUT = ['reason', 'basis', 'source', 'source_para'] as const;

export function NewLink({ near, caughtUp }: NewLinkProps) {
  const client = useClient();
  const { say } = useWords();
  const kinds = useStore(client.kinds);
  const ends = farEnds(near.kind);
  const [draft, setDraft] = useState<Draft>();
  const [end, setEnd] = useState(ends[0] ?? '');
  const fields = kinds.get('mapping')?.fields ?? [];
  const named = (name: string) => fields.find((field) => field.name === name);
  const far = named(end);
  const about = ABOUT.flatMap((name) => named(name) ?? []);
  const begin = (): void => {
    const basis = named('basis')?.choices.find(({ code }) => code === BASIS);
    setDraft(
      createDraft(new Map(basis ? [['basis', { value: basis.code, text: basis.label, typed: '' }]] : [])),
    );
  };
  return (
    <>
      <Button icon="plus" data-testid="add-mapping" onPress={begin}>
        {say('links-new')}
      </Button>
      {draft && far ? (
        <FormDialog
          title={say('links-new-title')}
          keep={say('links-keep')}
          draft={draft}
          size="medium"
          onKeep={async () => {
            const written = await client.write('mapping_create', {
              id: null,
              fields: { [near.kind]: near.id, ...filled(draft, [far, ...about]) },
            });
            await caughtUp(written.op);
          }}
          onClose={() => setDraft(undefined)}
        >
          <Select
            label={say('links-to-what')}
            placeholder={say('not-stated')}
            autoFocus
            choices={ends.map((kind) => ({ id: kind, label: kinds.get(kind)?.label ?? kind }))}
            selectedKey={end}
            onSelectionChange={(key) => {
              // What was chosen among rows of another kind does not stay.
              draft.set(end, EMPTY);
              setEnd(String(key));
            }}
          />
          <FormField key={far.name} field={far} draft={draft} required />
          {about.map((field) => (
            <FormField key={field.name} field={field} draft={draft} wide={field.name === 'reason'} />
          ))}
        </FormDialog>
      ) : null}
    </>
  );
}
