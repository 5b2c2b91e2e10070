/** One of a few, all in view. */
import {
  Label,
  Radio as AriaRadio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components';
import type { Choice } from './field.tsx';

export interface RadioGroupProps extends Omit<AriaRadioGroupProps, 'className' | 'style' | 'children'> {
  label: string;
  choices: readonly Choice[];
  /** The chosen one takes the keys when it is drawn. */
  autoFocus?: boolean;
}

export function RadioGroup({ label, choices, autoFocus = false, ...props }: RadioGroupProps) {
  return (
    <AriaRadioGroup {...props} className="k-radios">
      <Label className="k-label">{label}</Label>
      {choices.map(({ id, label: words }) => (
        <AriaRadio
          key={id}
          value={String(id)}
          className="k-radio"
          autoFocus={autoFocus && String(id) === props.value}
        >
          <span className="k-radio-dot" />
          {words}
        </AriaRadio>
      ))}
    </AriaRadioGroup>
  );
}
