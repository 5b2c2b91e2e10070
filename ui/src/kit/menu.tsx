import { type ReactElement, type ReactNode, useState } from 'react';
import {
  Header,
  Keyboard,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  type MenuProps as AriaMenuProps,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
  Text,
} from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { useTellOff } from './off.tsx';

export interface MenuProps extends Omit<AriaMenuProps<object>, 'className' | 'style' | 'children'> {
  /** The control that opens it. */
  trigger: ReactElement;
  placement?: PopoverProps['placement'];
  /** Its name, where that of the trigger is not enough. */
  label?: string;
  /** It opened, or it closed. */
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}

export function Menu({
  trigger,
  placement = 'bottom start',
  label,
  onOpenChange,
  children,
  ...props
}: MenuProps) {
  return (
    <MenuTrigger {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger}
      <Popover className="k-popover k-popover-list" placement={placement} offset={4}>
        <AriaMenu {...props} aria-label={label} className="k-list">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface PointMenuProps {
  /** Where the pointer is, from the corner of the window. */
  at: { x: number; y: number };
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A menu at a place of the window: that of what lies there. */
export function PointMenu({ at, label, onClose, children }: PointMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const mirrored = document.documentElement.dir === 'rtl';
  return (
    <>
      <span
        ref={setAnchor}
        className="k-point"
        aria-hidden="true"
        style={{ insetBlockStart: at.y, insetInlineStart: mirrored ? window.innerWidth - at.x : at.x }}
      />
      {anchor ? (
        <Popover
          className="k-popover k-popover-list"
          aria-label={label}
          triggerRef={{ current: anchor }}
          isOpen
          // Nothing lies over the window: the other button of the mouse on another thing opens the menu of that.
          isNonModal
          onOpenChange={onClose}
          placement="bottom start"
          offset={2}
        >
          <AriaMenu autoFocus="first" aria-label={label} className="k-list" onClose={onClose}>
            {children}
          </AriaMenu>
        </Popover>
      ) : null}
    </>
  );
}

export interface MenuItemProps {
  id: string;
  label: string;
  hint?: string;
  icon?: IconName;
  shortcut?: string;
  danger?: boolean;
  isDisabled?: boolean;
  /** Why it does nothing now, in words; empty: it does. Choosing it tells the reason. */
  off?: string;
  onAction?: () => void;
}

export function MenuItem({
  id,
  label,
  hint,
  icon,
  shortcut,
  danger,
  isDisabled,
  off = '',
  onAction,
}: MenuItemProps) {
  const tell = useTellOff();
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={off === '' ? onAction : () => tell(off)}
      className="k-option"
      data-danger={(danger && off === '') || undefined}
      data-off={off !== '' || undefined}
    >
      {({ selectionMode }) => (
        <>
          {icon ? <Icon name={icon} /> : null}
          <span className="k-option-words">
            <Text slot="label">{label}</Text>
            {hint ? (
              <Text slot="description" className="k-option-hint">
                {hint}
              </Text>
            ) : off === '' ? null : (
              <Text slot="description" className="k-hidden">
                {off}
              </Text>
            )}
          </span>
          {shortcut ? <Keyboard className="k-option-key">{shortcut}</Keyboard> : null}
          {selectionMode === 'none' ? null : (
            <span className="k-option-check">
              <Icon name="check" size={14} />
            </span>
          )}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSection({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaMenuSection className="k-list-section">
      <Header className="k-list-header">{label}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuSeparator() {
  return <Separator className="k-list-separator" />;
}
