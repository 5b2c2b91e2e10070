import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
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
  children: ReactNode;
}

export function Button({ look = 'plain', icon, shortcut, opens, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className="k-button" data-look={look}>
      {icon ? <Icon name={icon} /> : null}
      <span className="k-button-words">{children}</span>
      {shortcut ? <Key>{shortcut}</Key> : null}
      {opens ? <Icon name="down" size={14} /> : null}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  icon: IconName;
  /** Its name, for assistive technology and as the tooltip. */
  label: string;
  shortcut?: string;
  look?: ButtonLook;
}

export function IconButton({ icon, label, shortcut, look = 'quiet', ...props }: IconButtonProps) {
  return (
    <Tooltip words={label} shortcut={shortcut}>
      <AriaButton {...props} className="k-button k-icon-button" data-look={look} aria-label={label}>
        <Icon name={icon} />
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
