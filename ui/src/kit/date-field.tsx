/** A date in a form, typed as people say it: what is understood stands below, two meanings are asked about. */
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type FieldWords, TextField } from './field.tsx';
import type { DateReading } from './grid/types.ts';
import { Icon } from './icon.tsx';
import { useKitStrings } from './strings.tsx';

/** What stands in the field. */
export interface DateEntry {
  text: string;
  /** What it means, once that is known and the only meaning or the one that was chosen. */
  value: string | null;
}

export interface DateFieldProps extends FieldWords {
  entry: DateEntry;
  onChange: (entry: DateEntry) => void;
  understand: (text: string) => Promise<DateReading>;
  autoFocus?: boolean;
  isRequired?: boolean;
}

export function DateField({ entry, onChange, understand, error, ...props }: DateFieldProps) {
  const strings = useKitStrings();
  const [reading, setReading] = useState<DateReading>();
  const asked = useRef(0);
  const type = (text: string): void => {
    asked.current += 1;
    const mine = asked.current;
    onChange({ text, value: null });
    if (text.trim() === '') {
      setReading(undefined);
      return;
    }
    understand(text.trim()).then(
      (next) => {
        if (mine === asked.current) {
          setReading(next);
          if (next.ok) {
            onChange({ text, value: next.value ?? text });
          }
        }
      },
      (reason: unknown) => {
        if (mine === asked.current) {
          const words = reason instanceof Error ? reason.message : strings.commitFailed();
          setReading({ ok: false, words, alternatives: [] });
        }
      },
    );
  };
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  const chosen = reading?.ok === false && entry.value !== null;
  const alternatives = reading?.ok === false ? reading.alternatives : [];
  return (
    <div className="k-date-field">
      <TextField
        {...props}
        value={entry.text}
        onChange={type}
        error={error}
        autoComplete="off"
        description={
          reading && error === undefined && !chosen ? (
            <span className="k-date-reading" data-ok={reading.ok || undefined} aria-live="polite">
              <Icon name={reading.ok ? 'check' : 'questions'} size={14} />
              <span>{reading.ok ? strings.understoodAs(reading.words) : reading.words}</span>
            </span>
          ) : (
            props.description
          )
        }
      />
      {alternatives.length > 0 ? (
        <div className="k-date-choices" role="group" aria-label={strings.chooseReading()}>
          {alternatives.map((one) => (
            <AriaButton
              key={one.value}
              className="k-button"
              data-look="plain"
              aria-pressed={entry.value === one.value}
              data-pressed={entry.value === one.value || undefined}
              onPress={() => onChange({ text: entry.text, value: one.value })}
            >
              {entry.value === one.value ? <Icon name="check" size={14} /> : null}
              <span className="k-button-words">{one.words}</span>
            </AriaButton>
          ))}
        </div>
      ) : null}
    </div>
  );
}
