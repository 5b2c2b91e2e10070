/** What the window says: callouts, message bars, empty states, the live region. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
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
  /** Floats over the foot of the window: an answer that goes away. Otherwise it stands in the flow. */
  floating?: boolean;
  children: ReactNode;
}

const MESSAGE_ICON = { info: 'info', done: 'check', attention: 'questions', danger: 'warning' } as const;

/** A sentence for the whole window, with what can be done about it. */
export function MessageBar({ tone = 'info', icon, actions, onDismiss, floating, children }: MessageBarProps) {
  const strings = useKitStrings();
  return (
    <div className="k-message" data-tone={tone} data-floating={floating || undefined}>
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

/** Says a sentence to assistive technology; `assertive` interrupts. */
export type Announce = (words: string, urgency?: 'polite' | 'assertive') => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Around the whole window, once: holds the two live regions. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const turn = useRef(false);
  const announce = useCallback<Announce>((words, urgency = 'polite') => {
    // The same sentence twice is read twice only if the text differs: a no-break space at the end, every other time.
    turn.current = !turn.current;
    const text = turn.current ? words : `${words}\u00a0`;
    (urgency === 'polite' ? setPolite : setAssertive)(text);
  }, []);
  const regions = useMemo(
    () => (
      <>
        <div className="k-hidden" role="status" aria-live="polite" data-live-announcer="true">
          {polite}
        </div>
        <div className="k-hidden" role="alert" aria-live="assertive" data-live-announcer="true">
          {assertive}
        </div>
      </>
    ),
    [polite, assertive],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      {regions}
    </AnnounceContext>
  );
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
