/** What the window says: callouts, message bars, empty states. */
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { useKitStrings } from './strings.tsx';

export interface CalloutProps {
  /** `question` asks; it does not accuse. */
  tone?: 'question' | 'info' | 'danger';
  actions?: ReactNode;
  children: ReactNode;
}

const CALLOUT_ICON = { question: 'questions', info: 'info', danger: 'warning' } as const;

export function Callout({ tone = 'question', actions, children }: CalloutProps) {
  return (
    <div className="k-callout" data-tone={tone}>
      <Icon name={CALLOUT_ICON[tone]} />
      <div className="k-callout-words">
        <div>{children}</div>
        {actions ? <div className="k-callout-actions">{actions}</div> : null}
      </div>
    </div>
  );
}

export interface MessageBarProps {
  tone?: 'info' | 'done' | 'attention' | 'danger';
  icon?: IconName;
  actions?: ReactNode;
  onDismiss?: () => void;
  children: ReactNode;
}

const MESSAGE_ICON = { info: 'info', done: 'check', attention: 'questions', danger: 'warning' } as const;

/** A sentence for the whole window, with what can be done about it. */
export function MessageBar({ tone = 'info', icon, actions, onDismiss, children }: MessageBarProps) {
  const strings = useKitStrings();
  return (
    <div className="k-message" data-tone={tone}>
      <Icon name={icon ?? MESSAGE_ICON[tone]} />
      <div className="k-message-words">{children}</div>
      {actions ? <div className="k-message-actions">{actions}</div> : null}
      {onDismiss ? <IconButton icon="close" label={strings.close()} onPress={onDismiss} /> : null}
    </div>
  );
}

export interface EmptyStateProps {
  icon?: IconName;
  title: string;
  /** What will be here, and how to begin. */
  children?: ReactNode;
  actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="k-empty">
      {icon ? <Icon name={icon} size={20} /> : null}
      <h2>{title}</h2>
      {children ? <div className="k-empty-words">{children}</div> : null}
      {actions ? <div className="k-empty-actions">{actions}</div> : null}
    </div>
  );
}
