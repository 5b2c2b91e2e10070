/** Small things that say something: badges, chips, status. */
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { useKitStrings } from './strings.tsx';

export interface BadgeProps {
  /** `accent`: a number or sign of an objective. `line`: a symbol, framed. `attention`: something waits. */
  look?: 'accent' | 'line' | 'quiet' | 'attention';
  children: ReactNode;
}

export function Badge({ look = 'accent', children }: BadgeProps) {
  return (
    <span className="k-badge" data-look={look}>
      <bdi>{children}</bdi>
    </span>
  );
}

export interface ChipProps {
  /** `firm`: filled, for what is stated. `line`: framed. */
  look?: 'firm' | 'line';
  /** Named in the words of the button that takes it away. */
  label: string;
  onRemove?: () => void;
}

export function Chip({ look = 'line', label, onRemove }: ChipProps) {
  const strings = useKitStrings();
  return (
    <span className="k-chip" data-look={look}>
      <bdi>{label}</bdi>
      {onRemove ? (
        <AriaButton className="k-chip-remove" aria-label={strings.removeItem(label)} onPress={onRemove}>
          <Icon name="close" size={12} />
        </AriaButton>
      ) : null}
    </span>
  );
}

export interface FilterChipProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  icon?: IconName;
  /** A filter is set. */
  isOn?: boolean;
  /** A chevron: it opens a menu or a popover. */
  opens?: boolean;
  children: ReactNode;
}

/** A pill in the bar above a view: grouping, a filter. */
export function FilterChip({ icon, isOn = false, opens = true, children, ...props }: FilterChipProps) {
  return (
    <AriaButton {...props} className="k-filter" data-on={isOn || undefined}>
      {icon ? <Icon name={icon} size={14} /> : null}
      {children}
      {opens ? <Icon name="down" size={14} /> : null}
    </AriaButton>
  );
}

export type StatusShape = 'planned' | 'ongoing' | 'completed' | 'concluded' | 'superseded' | 'not_reported';

export interface StatusMarkProps {
  status: StatusShape;
  /** The word for it; always there, for the eye or, with `wordHidden`, for assistive technology and as a title. */
  word: string;
  wordHidden?: boolean;
}

/** Status by shape and word: clear without colour, in a grey print and at 12 pixels. */
export function StatusMark({ status, word, wordHidden = false }: StatusMarkProps) {
  return (
    <span className="k-status" data-status={status} title={wordHidden ? word : undefined}>
      <svg className="k-status-shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <StatusFigure status={status} />
      </svg>
      <span className={wordHidden ? 'k-hidden' : 'k-status-word'}>{word}</span>
    </span>
  );
}

function StatusFigure({ status }: { status: StatusShape }) {
  switch (status) {
    case 'planned':
      return <circle className="k-status-line" cx="6" cy="6" r="4.6" />;
    case 'ongoing':
      return (
        <>
          <circle className="k-status-line" cx="6" cy="6" r="4.6" />
          <path className="k-status-fill" d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" />
        </>
      );
    case 'completed':
      return (
        <>
          <circle className="k-status-fill" cx="6" cy="6" r="5.4" />
          <path className="k-status-cut" d="M3.5 6.1 5.3 7.9 8.6 4.5" />
        </>
      );
    case 'concluded':
      return (
        <>
          <circle className="k-status-line" cx="6" cy="6" r="4.6" />
          <rect className="k-status-fill" x="4" y="4" width="4" height="4" rx="0.6" />
        </>
      );
    case 'superseded':
      return (
        <>
          <circle className="k-status-line" cx="6" cy="6" r="4.6" />
          <path className="k-status-line" d="M3.6 6h4.4M6.4 4.2 8.2 6 6.4 7.8" />
        </>
      );
    case 'not_reported':
      return <circle className="k-status-dots" cx="6" cy="6" r="4.6" />;
  }
}
