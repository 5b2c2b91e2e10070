import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

export interface TooltipProps {
  /** Empty: there is nothing to show. */
  words: string;
  shortcut?: string;
  /** A control of the kit or of React Aria: something that takes the focus. */
  children: ReactElement;
}

/** What a control does, shown on hover and on focus. */
export function Tooltip({ words, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={100} isDisabled={words === ''}>
      {children}
      <AriaTooltip className="k-tooltip" offset={6}>
        {words}
        {shortcut ? <kbd className="k-key">{shortcut}</kbd> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
