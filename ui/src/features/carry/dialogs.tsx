/** What a decision needs besides: why it is none of ours, which commitment follows, what a new one is called. */
import { useState } from 'react';
import type { CarryCandidate, CarryDecide, CarryProposals, FieldInfo, JsonValue } from '@/generated/wire.ts';
import { RadioGroup } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { numberOf } from './list.tsx';
import {
  createDraft,
  type Draft,
  EMPTY,
  type Entry,
  filled,
  FormDialog,
  FormField,
  FormFields,
  useFields,
} from '@/parts/forms/index.ts';

type Fields = NonNullable<CarryDecide['fields']>;

function textOf(draft: Draft, name: string): string {
  const { value } = draft.get(name);
  return typeof value === 'string' ? value : '';
}

export interface NotForUsProps {
  /** How many paragraphs it is about. */
  count: number;
  /** The reason that was given last. */
  because: string;
  onDecide: (because: string) => Promise<void>;
  onClose: () => void;
}

export function NotForUsDialog({ count, because, onDecide, onClose }: NotForUsProps) {
  const { say } = useWords();
  const [field] = useFields('provision', ['not_for_us_because']);
  const [draft] = useState(() =>
    createDraft(
      because === ''
        ? undefined
        : new Map([['not_for_us_because', { value: because, text: because, typed: '' }]]),
    ),
  );
  return field ? (
    <FormDialog
      title={say('carry-not-for-us-title', { count })}
      keep={say('carry-not-for-us-keep')}
      draft={draft}
      narrow
      onKeep={() => onDecide(textOf(draft, field.name))}
      onClose={onClose}
    >
      <p className="k-quiet">{say('carry-not-for-us-text')}</p>
      <FormField field={field} draft={draft} label={say('carry-because')} first required wide />
    </FormDialog>
  ) : null;
}

export interface AnotherProps {
  onPick: (commitment: string) => void;
  onClose: () => void;
}

/** A commitment that was not proposed. */
export function AnotherDialog({ onPick, onClose }: AnotherProps) {
  const { say } = useWords();
  const [field] = useFields('commitment', ['superseded_by']);
  const [draft] = useState(() => createDraft());
  return field ? (
    <FormDialog
      title={say('carry-another-title')}
      keep={say('carry-another-keep')}
      draft={draft}
      narrow
      onKeep={async () => onPick(textOf(draft, field.name))}
      onClose={onClose}
    >
      <FormField field={field} draft={draft} label={say('carry-commitment')} first required wide />
    </FormDialog>
  ) : null;
}

export interface NewProps {
  found: CarryProposals;
  onDecide: (fields: Fields) => Promise<void>;
  onClose: () => void;
}

const ASKED = ['title', 'owner', 'lead', 'kind', 'objective', 'end'] as const;

/** A new commitment for the paragraph, with what the paragraph says. */
export function NewDialog({ found, onDecide, onClose }: NewProps) {
  const { say } = useWords();
  const fields = useFields('commitment', ASKED);
  const [draft] = useState(() => createDraft(entriesOf(found)));
  return (
    <FormDialog
      title={say('carry-new-title', { number: numberOf(say, found.paragraph.paragraph) })}
      keep={say('carry-new-keep')}
      draft={draft}
      size="medium"
      onKeep={() => onDecide(saidOf(draft, fields, found))}
      onClose={onClose}
    >
      <FormFields fields={fields} draft={draft} />
      <p className="k-quiet f-wide">{say('carry-new-text')}</p>
    </FormDialog>
  );
}

function entriesOf(found: CarryProposals): ReadonlyMap<string, Entry> {
  return new Map(
    found.new.flatMap(({ field, value, text }): [string, Entry][] =>
      typeof value === 'string' ? [[field, { value, text, typed: '' }]] : [],
    ),
  );
}

/** What was said of it: also that something of the paragraph is not to be in it. */
function saidOf(draft: Draft, fields: readonly FieldInfo[], found: CarryProposals): Fields {
  const said: Record<string, JsonValue> = {};
  for (const { name } of fields) {
    const isEmpty = draft.get(name).value === null || draft.get(name).value === '';
    if (isEmpty && found.new.some(({ field }) => field === name)) {
      said[name] = null;
    }
  }
  return {
    ...said,
    ...filled(
      draft,
      fields.filter(({ name }) => draft.isChanged(name)),
    ),
  };
}

export interface SupersededProps {
  found: CarryProposals;
  picked: CarryCandidate;
  onDecide: (by: string | undefined, fields: Fields) => Promise<void>;
  onClose: () => void;
}

/** Which commitment takes the place of one. */
export function SupersededDialog({ found, picked, onDecide, onClose }: SupersededProps) {
  const { say } = useWords();
  const [by] = useFields('commitment', ['superseded_by']);
  const [title] = useFields('commitment', ['title']);
  const [isNew, setNew] = useState(false);
  const [draft] = useState(() => {
    const entry = entriesOf(found).get('title') ?? EMPTY;
    return createDraft(new Map([['title', entry]]));
  });
  const asked = isNew ? title : by;
  return (
    <FormDialog
      title={say('carry-superseded-title', { name: picked.row.short })}
      keep={say('carry-superseded-keep')}
      draft={draft}
      narrow
      onKeep={() =>
        isNew
          ? onDecide(undefined, { title: textOf(draft, 'title') })
          : onDecide(textOf(draft, 'superseded_by'), {})
      }
      onClose={onClose}
    >
      <p>
        <bdi>{picked.row.title}</bdi>
      </p>
      <RadioGroup
        label={say('carry-superseded-what')}
        autoFocus
        value={isNew ? 'new' : 'known'}
        onChange={(value) => setNew(value === 'new')}
        choices={[
          { id: 'known', label: say('carry-superseded-known') },
          { id: 'new', label: say('carry-superseded-new') },
        ]}
      />
      {asked ? (
        <FormField
          key={asked.name}
          field={asked}
          draft={draft}
          label={isNew ? asked.label : say('carry-commitment')}
          required
          wide
        />
      ) : null}
      <p className="k-quiet">{say('carry-superseded-text', { name: picked.row.short })}</p>
    </FormDialog>
  );
}
