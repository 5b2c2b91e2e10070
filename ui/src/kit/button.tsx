import { type ReactNode, useId } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { useTellOff } from './off.tsx';
import { Tooltip } from './tooltip.tsx';

/** `primary`: the one thing to do here. `plain`: framed. `quiet`: without a frame. `danger`: takes something away. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: ButtonLook;
  icon?: IconName;
  /** A key that does the same, shown small at the end. */
  shortcut?: string;
  /** A small chevron at the end: the button opens something. */
  opens?: boolean;
  /** Why it does nothing now, in words; empty: it does. */
  off?: string;
  children: ReactNode;
}

export function Button({ look = 'plain', icon, shortcut, opens, off = '', children, ...props }: ButtonProps) {
  const why = useId();
  const offProps = useOffProps(off, why, props);
  return (
    // Always around it: a button that comes to life must stay the same button, or it would lose the focus.
    <Tooltip words={off}>
      <AriaButton {...props} {...offProps} className="k-button" data-look={look}>
        {icon ? <Icon name={icon} /> : null}
        <span className="k-button-words">{children}</span>
        {shortcut ? <Key>{shortcut}</Key> : null}
        {opens ? <Icon name="down" size={14} /> : null}
        <Why id={why} off={off} />
      </AriaButton>
    </Tooltip>
  );
}

/** What makes a button one that only says why it does nothing. */
function useOffProps(
  off: string,
  why: string,
  props: AriaButtonProps,
): AriaButtonProps & { 'data-off'?: true } {
  const tell = useTellOff();
  return off === ''
    ? {}
    : {
        isDisabled: false,
        'aria-disabled': true,
        'aria-describedby': [props['aria-describedby'], why].filter(Boolean).join(' '),
        'data-off': true,
        onPress: () => tell(off),
      };
}

function Why({ id, off }: { id: string; off: string }) {
  return off === '' ? null : (
    <span id={id} hidden>
      {off}
    </span>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  icon: IconName;
  /** Its name, for assistive technology and as the tooltip. */
  label: string;
  shortcut?: string;
  look?: ButtonLook;
  /** Why it does nothing now, in words; empty: it does. */
  off?: string;
}

export function IconButton({ icon, label, shortcut, look = 'quiet', off = '', ...props }: IconButtonProps) {
  const why = useId();
  const offProps = useOffProps(off, why, props);
  return (
    <Tooltip words={off === '' ? label : off} shortcut={off === '' ? shortcut : undefined}>
      <AriaButton
        {...props}
        {...offProps}
        className="k-button k-icon-button"
        data-look={look}
        aria-label={label}
      >
        <Icon name={icon} />
        <Why id={why} off={off} />
      </AriaButton>
    </Tooltip>
  );
}

export interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'className' | 'style' | 'children'> {
  icon?: IconName;
  children: ReactNode;
}

/** A button that stays pressed. */
export function ToggleButton({ icon, children, ...props }: ToggleButtonProps) {
  return (
    <AriaToggleButton {...props} className="k-button k-toggle" data-look="plain">
      {icon ? <Icon name={icon} /> : null}
      <span className="k-button-words">{children}</span>
    </AriaToggleButton>
  );
}

/** A key of the keyboard, as it is written on it. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className="k-key">{children}</kbd>;
}
