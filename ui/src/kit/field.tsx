import { type ContextType, type KeyboardEvent, type ReactNode, type Ref, useContext } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  type ComboBoxProps as AriaComboBoxProps,
  FieldError,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { Icon } from './icon.tsx';
import { useKitStrings } from './strings.tsx';

interface FieldWords {
  label: string;
  /** Keeps the label for assistive technology and does not show it. */
  labelHidden?: boolean;
  description?: ReactNode;
  /** What is wrong, and what to do. */
  error?: string;
}

function FieldLabel({ label, labelHidden }: FieldWords) {
  return <Label className={labelHidden ? 'k-hidden' : 'k-label'}>{label}</Label>;
}

function FieldNotes({ description, error }: FieldWords) {
  return (
    <>
      {description ? (
        <Text slot="description" className="k-description">
          {description}
        </Text>
      ) : null}
      <FieldError className="k-error">{error}</FieldError>
    </>
  );
}

type Listener = AriaTextFieldProps['onKeyDown'];

/** Who listens to the keys of a field does not take them from what is around it: Escape closes the dialog, Ctrl+K searches. */
function overheard(listener: Listener): Listener {
  return listener
    ? (event) => {
        listener(event);
        event.continuePropagation();
      }
    : undefined;
}

export interface TextFieldProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  placeholder?: string;
  /** More than one line. */
  lines?: number;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  labelHidden,
  description,
  error,
  placeholder,
  lines,
  inputRef,
  onKeyDown,
  ...props
}: TextFieldProps) {
  const words = { label, labelHidden, description, error };
  return (
    <AriaTextField
      {...props}
      onKeyDown={overheard(onKeyDown)}
      isInvalid={error !== undefined || props.isInvalid}
      className="k-field"
    >
      <FieldLabel {...words} />
      {lines === undefined ? (
        <Input ref={inputRef} className="k-input" placeholder={placeholder} dir="auto" />
      ) : (
        <TextArea className="k-input k-area" rows={lines} placeholder={placeholder} dir="auto" />
      )}
      <FieldNotes {...words} />
    </AriaTextField>
  );
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  label: string;
  placeholder?: string;
  shortcut?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({
  label,
  placeholder,
  shortcut,
  inputRef,
  onKeyDown,
  ...props
}: SearchFieldProps) {
  const strings = useKitStrings();
  return (
    <AriaSearchField {...props} onKeyDown={overheard(onKeyDown)} className="k-search" aria-label={label}>
      <Icon name="search" />
      <Input ref={inputRef} className="k-search-input" placeholder={placeholder} dir="auto" />
      {shortcut ? <kbd className="k-key">{shortcut}</kbd> : null}
      <AriaButton className="k-search-clear" aria-label={strings.clear()}>
        <Icon name="close" size={14} />
      </AriaButton>
    </AriaSearchField>
  );
}

export interface Choice {
  id: Key;
  label: string;
  /** A second line, quieter. */
  hint?: string;
  /** Drawn before the label. */
  mark?: ReactNode;
}

function ChoiceItem({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className="k-option">
      <BestSign id={choice.id} />
      {choice.mark}
      <span className="k-option-words">
        <Text slot="label">{choice.label}</Text>
        {choice.hint ? (
          <Text slot="description" className="k-option-hint">
            {choice.hint}
          </Text>
        ) : null}
      </span>
      <span className="k-option-check">
        <Icon name="check" size={14} />
      </span>
    </ListBoxItem>
  );
}

export interface SelectProps
  extends FieldWords,
    Omit<AriaSelectProps<Choice>, 'className' | 'style' | 'children' | 'placeholder'> {
  choices: readonly Choice[];
  placeholder: string;
}

export function Select({
  label,
  labelHidden,
  description,
  error,
  choices,
  placeholder,
  ...props
}: SelectProps) {
  const words = { label, labelHidden, description, error };
  return (
    <AriaSelect {...props} placeholder={placeholder} isInvalid={error !== undefined} className="k-field">
      <FieldLabel {...words} />
      <AriaButton className="k-input k-select">
        <SelectValue className="k-select-value" />
        <Icon name="down" size={14} />
      </AriaButton>
      <FieldNotes {...words} />
      <Popover className="k-popover k-popover-list" offset={4}>
        <ListBox className="k-list" items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface ComboBoxProps
  extends FieldWords,
    Omit<AriaComboBoxProps<Choice>, 'className' | 'style' | 'children' | 'items' | 'defaultItems'> {
  choices: readonly Choice[];
  placeholder?: string;
}

/** A field that suggests while one types. */
export function ComboBox({
  label,
  labelHidden,
  description,
  error,
  choices,
  placeholder,
  ...props
}: ComboBoxProps) {
  const words = { label, labelHidden, description, error };
  return (
    <AriaComboBox
      {...props}
      defaultItems={choices}
      isInvalid={error !== undefined}
      allowsEmptyCollection
      className="k-field"
    >
      <FieldLabel {...words} />
      <TakesBest isOff={props.allowsCustomValue === true}>
        <Input className="k-input" placeholder={placeholder} dir="auto" />
        <AriaButton className="k-combo-open">
          <Icon name="down" size={14} />
        </AriaButton>
      </TakesBest>
      <FieldNotes {...words} />
      <Popover className="k-popover k-popover-list" offset={4}>
        <Suggestions isOwn={props.allowsCustomValue === true} />
      </Popover>
    </AriaComboBox>
  );
}

type ComboState = ContextType<typeof ComboBoxStateContext>;

/** Something was typed that is not what is chosen already. */
function isTyped(state: ComboState): boolean {
  const typed = state?.inputValue.trim() ?? '';
  return typed !== '' && typed !== state?.selectedItem?.textValue;
}

/** What is suggested that fits best: what is called so, by its short name or as a whole; what begins so; the first. */
function bestOf(state: NonNullable<ComboState>): Key | null {
  const typed = state.inputValue.trim().toLocaleLowerCase();
  const keys = [...state.collection.getKeys()];
  const name = (key: Key): string => state.collection.getItem(key)?.textValue.toLocaleLowerCase() ?? '';
  return (
    keys.find((key) => name(key) === typed || name(key).startsWith(`${typed} ·`)) ??
    keys.find((key) => name(key).startsWith(typed)) ??
    state.collection.getFirstKey()
  );
}

/** Says by an element of its own which suggestion is the best: the others are drawn before anybody knows. */
function BestSign({ id }: { id: Key }) {
  const state = useContext(ComboBoxStateContext);
  return state?.isOpen && isTyped(state) && bestOf(state) === id ? <span data-best hidden /> : null;
}

/**
 * What was typed takes what fits best of what is suggested with Enter or Tab, as in a cell of a table: it would be emptied without a
 * word. Off where what was typed is itself the value.
 */
function TakesBest({ isOff, children }: { isOff: boolean; children: ReactNode }) {
  const state = useContext(ComboBoxStateContext);
  const take = ({ key, nativeEvent }: KeyboardEvent): void => {
    // Enter that ends a composition belongs to the input method.
    const isKey = (key === 'Enter' || key === 'Tab') && !nativeEvent.isComposing;
    if (isKey && !isOff && state?.isOpen && isTyped(state) && state.selectionManager.focusedKey === null) {
      // The field itself takes what the keys are on.
      state.selectionManager.setFocusedKey(bestOf(state));
    }
  };
  return (
    <div className="k-combo" onKeyDownCapture={take}>
      {children}
    </div>
  );
}

function Suggestions({ isOwn }: { isOwn: boolean }) {
  const strings = useKitStrings();
  const state = useContext(ComboBoxStateContext);
  return (
    <ListBox
      className="k-list"
      data-takes-best={(!isOwn && isTyped(state)) || undefined}
      renderEmptyState={() => (
        <p className="k-list-empty">
          {isOwn && state?.inputValue ? strings.asWritten(state.inputValue) : strings.noMatches()}
        </p>
      )}
    >
      {(choice: Choice) => <ChoiceItem choice={choice} />}
    </ListBox>
  );
}

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
}

export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className="k-checkbox">
      <span className="k-checkbox-box">
        <Icon name={props.isIndeterminate ? 'minus' : 'check'} size={12} />
      </span>
      {children}
    </AriaCheckbox>
  );
}
