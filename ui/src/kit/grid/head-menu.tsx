/** The menu of a header: opened by its button, by the other button of the mouse, or with Alt and the down arrow. */
import type { ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import { Icon } from '../icon.tsx';

export interface HeadMenuProps {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

export function HeadMenu({ anchor, label, isOpen, onOpenChange, children }: HeadMenuProps) {
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className="k-grid-head-more"
        // For the mouse: the keys have Alt and the down arrow on the header itself.
        aria-hidden="true"
        data-open={isOpen || undefined}
        onClick={() => onOpenChange(true)}
      >
        <Icon name="down" size={12} />
      </button>
      {isOpen ? (
        <Popover
          className="k-popover k-popover-list"
          aria-label={label}
          triggerRef={anchor}
          isOpen
          onOpenChange={onOpenChange}
          placement="bottom start"
          offset={2}
        >
          <AriaMenu
            autoFocus="first"
            aria-label={label}
            className="k-list"
            onClose={() => onOpenChange(false)}
          >
            {children}
          </AriaMenu>
        </Popover>
      ) : null}
    </>
  );
}
