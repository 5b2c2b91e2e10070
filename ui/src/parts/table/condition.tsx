/** What a column has to hold, beside the values to choose from: words, days from and to, numbers, anything at all. */
import { useEffect, useRef, useState } from 'react';
import type { FieldInfo } from '@/generated/wire.ts';
import { RadioGroup, TextField } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { readDate } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import type { Bound, Condition } from './list.ts';

export type ConditionSort = 'words' | 'days' | 'numbers' | 'none';

const SORTS: Readonly<Record<FieldInfo['field'], ConditionSort>> = {
  text: 'words',
  long: 'words',
  texts: 'words',
  reference: 'words',
  references: 'words',
  date: 'days',
  integer: 'numbers',
  decimal: 'numbers',
  choice: 'none',
  flag: 'none',
  order: 'none',
};

/** Columns that are worked out say when something is. */
export function sortOf(field: FieldInfo | undefined): ConditionSort {
  return field ? SORTS[field.field] : 'days';
}

export interface ConditionFieldsProps {
  sort: ConditionSort;
  label: string;
  condition: Condition;
  onChange: (condition: Condition) => void;
}

export function ConditionFields({ sort, label, condition, onChange }: ConditionFieldsProps) {
  const { say } = useWords();
  const { filled } = condition;
  return (
    <>
      {sort === 'words' ? (
        <TextField
          label={say('filter-contains')}
          value={condition.contains ?? ''}
          onChange={(contains) => onChange({ ...condition, contains })}
          data-testid="filter-contains"
        />
      ) : null}
      {sort === 'days' || sort === 'numbers' ? (
        <div className="t-filter-stretch">
          <BoundField
            sort={sort}
            label={say('filter-from')}
            bound={condition.from}
            onChange={(from) => onChange(withBound(condition, 'from', from))}
          />
          <BoundField
            sort={sort}
            label={say('filter-to')}
            bound={condition.to}
            onChange={(to) => onChange(withBound(condition, 'to', to))}
          />
        </div>
      ) : null}
      <RadioGroup
        label={say('filter-filled', { label })}
        value={filled === undefined ? 'any' : filled ? 'yes' : 'no'}
        onChange={(next) => {
          const { filled: _, ...others } = condition;
          onChange(next === 'any' ? others : { ...others, filled: next === 'yes' });
        }}
        choices={[
          { id: 'any', label: say('filter-filled-any') },
          { id: 'yes', label: say('filter-filled-yes') },
          { id: 'no', label: say('filter-filled-no') },
        ]}
      />
    </>
  );
}

function withBound(condition: Condition, side: 'from' | 'to', bound: Bound | undefined): Condition {
  const { [side]: _, ...others } = condition;
  return bound ? { ...others, [side]: bound } : others;
}

interface BoundFieldProps {
  sort: 'days' | 'numbers';
  label: string;
  bound: Bound | undefined;
  onChange: (bound: Bound | undefined) => void;
}

/** A day in words, or a number: what is not understood is said, and does not filter. */
function BoundField({ sort, label, bound, onChange }: BoundFieldProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [text, setText] = useState(bound?.words ?? '');
  const [error, setError] = useState<string>();
  const [meaning, setMeaning] = useState('');
  const asked = useRef(0);
  const kept = useRef(onChange);
  useEffect(() => {
    kept.current = onChange;
  }, [onChange]);
  const take = async (next: string): Promise<void> => {
    setText(next);
    asked.current += 1;
    const mine = asked.current;
    const bare = next.trim();
    if (bare === '') {
      setError(undefined);
      setMeaning('');
      kept.current(undefined);
      return;
    }
    if (sort === 'numbers') {
      const number = Number(bare.replace(',', '.'));
      setError(Number.isFinite(number) ? undefined : say('filter-not-a-number'));
      if (Number.isFinite(number)) {
        kept.current({ value: String(number), words: bare });
      }
      return;
    }
    const reading = await readDate(client, bare);
    if (mine !== asked.current) {
      return;
    }
    setMeaning(reading.ok ? reading.words : '');
    setError(reading.ok ? undefined : reading.words);
    if (reading.ok && reading.value !== undefined) {
      kept.current({ value: reading.value, words: bare });
    }
  };
  return (
    <TextField
      label={label}
      value={text}
      error={error}
      description={error === undefined && meaning !== '' && meaning !== text.trim() ? meaning : undefined}
      onChange={(next) => {
        take(next).catch(notices.report);
      }}
    />
  );
}
