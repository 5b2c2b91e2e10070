/** A new document: with the customary structure, or empty. */
import { useState } from 'react';
import { RadioGroup } from '@/kit/index.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, filled, FormDialog, FormField } from '@/parts/forms/index.ts';

export interface NewDocumentProps {
  onMade: (id: string) => Promise<void>;
  onClose: () => void;
}

const FIELDS = ['title', 'original_language'];

export function NewDocumentDialog({ onMade, onClose }: NewDocumentProps) {
  const client = useClient();
  const plan = usePlan();
  const { say, language } = useWords();
  const kind = useStore(client.kinds, (kinds) => kinds.get('document'));
  const [begin, setBegin] = useState('template');
  const [draft] = useState(() => {
    const spoken = kind?.fields
      .find(({ name }) => name === 'original_language')
      ?.choices.find(({ code }) => code === language);
    return createDraft(
      new Map([
        ['title', { value: plan.title, text: plan.title, typed: '' }],
        ...(spoken
          ? [['original_language', { value: spoken.code, text: spoken.label, typed: '' }] as const]
          : []),
      ]),
    );
  });
  if (!kind) {
    return null;
  }
  const fields = FIELDS.flatMap((name) => kind.fields.find((field) => field.name === name) ?? []);
  return (
    <FormDialog
      title={say('documents-new-title')}
      keep={say('documents-new-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        const { title, original_language: original } = filled(draft, fields);
        const { created } =
          begin === 'template'
            ? await client.write('document_from_template', {
                title: String(title ?? ''),
                ...(typeof original === 'string' ? { language: original } : {}),
              })
            : await client.write('document_create', {
                id: null,
                fields: { ...filled(draft, fields), state: 'draft' },
              });
        if (created !== null) {
          await onMade(created);
        }
      }}
      onClose={onClose}
    >
      {fields.map((field) => (
        <FormField key={field.name} field={field} draft={draft} first={field.name === 'title'} wide />
      ))}
      <RadioGroup
        label={say('documents-new-begin')}
        value={begin}
        onChange={setBegin}
        choices={[
          { id: 'template', label: say('documents-new-template') },
          { id: 'empty', label: say('documents-new-empty') },
        ]}
        data-testid="document-begin"
      />
      <p className="k-quiet">
        {say(begin === 'template' ? 'documents-new-template-text' : 'documents-new-empty-text')}
      </p>
    </FormDialog>
  );
}
