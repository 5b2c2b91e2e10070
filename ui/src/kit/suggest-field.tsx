/** A field for one of many: suggestions come from elsewhere while one types. */
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components';
import { type Choice, ChoiceItem, FieldLabel, FieldNotes, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { useKitStrings } from './strings.tsx';

export interface SuggestFieldProps extends FieldWords {
  chosen: Choice | null;
  onChoose: (choice: Choice | null) => void;
  /** The best suggestions for what is typed; for nothing, the first ones. */
  suggest: (text: string) => Promise<readonly Choice[]>;
  placeholder?: string;
  autoFocus?: boolean;
  isRequired?: boolean;
}

export function SuggestField({
  label,
  labelHidden,
  description,
  error,
  chosen,
  onChoose,
  suggest,
  placeholder,
  ...props
}: SuggestFieldProps) {
  const words = { label, labelHidden, description, error };
  const strings = useKitStrings();
  const [text, setText] = useState(chosen?.label ?? '');
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [problem, setProblem] = useState<string>();
  const asked = useRef(0);
  const latest = useRef(suggest);
  useEffect(() => {
    latest.current = suggest;
  });
  const load = useCallback(
    (query: string): void => {
      asked.current += 1;
      const mine = asked.current;
      latest.current(query).then(
        (found) => {
          if (mine === asked.current) {
            setProblem(undefined);
            setChoices(found);
          }
        },
        (reason: unknown) => {
          if (mine === asked.current) {
            setProblem(reason instanceof Error ? reason.message : strings.commitFailed());
          }
        },
      );
    },
    [strings],
  );
  useEffect(() => {
    load('');
    return () => {
      asked.current += 1;
    };
  }, [load]);
  // The chosen one is always among them: the field reads its own text from the list.
  const items =
    chosen && !choices.some(({ id }) => id === chosen.id) && text === chosen.label
      ? [chosen, ...choices]
      : choices;
  return (
    <AriaComboBox
      {...props}
      items={items}
      inputValue={text}
      selectedKey={chosen?.id ?? null}
      onInputChange={(next) => {
        setText(next);
        if (next === '') {
          onChoose(null);
        }
        if (next !== chosen?.label) {
          load(next);
        }
      }}
      onSelectionChange={(key) => {
        const found = items.find(({ id }) => id === key);
        if (found) {
          setText(found.label);
          onChoose(found);
          load('');
        }
      }}
      isInvalid={(error ?? problem) !== undefined}
      allowsEmptyCollection
      className="k-field"
    >
      <FieldLabel {...words} />
      <div className="k-combo">
        <Input className="k-input" placeholder={placeholder} dir="auto" />
        <AriaButton className="k-combo-open">
          <Icon name="down" size={14} />
        </AriaButton>
      </div>
      <FieldNotes {...words} error={error ?? problem} />
      <Popover className="k-popover k-popover-list" offset={4}>
        <ListBox
          className="k-list"
          renderEmptyState={() => <p className="k-list-empty">{strings.noMatches()}</p>}
        >
          {(choice: Choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
