import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components';
import { IconButton } from './button.tsx';
import { useKitStrings } from './strings.tsx';

export interface PopoverProps {
  /** The control that opens it. */
  trigger: ReactElement;
  /** What it is about, for assistive technology. */
  label: string;
  placement?: AriaPopoverProps['placement'];
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** A small panel beside the control that opened it. */
export function Popover({
  trigger,
  label,
  placement = 'bottom start',
  isOpen,
  onOpenChange,
  children,
}: PopoverProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <AriaPopover className="k-popover" placement={placement} offset={4}>
        <AriaDialog className="k-popover-body" aria-label={label}>
          {children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

interface Layers {
  /** The dialogs that are open, the topmost last. */
  open: readonly string[];
  enter: (id: string) => () => void;
  messages: ReactNode;
}

const LayersContext = createContext<Layers>({ open: [], enter: () => () => undefined, messages: null });

/** Around the window and its dialogs: what is said while a dialog is open, `messages`, stands in the topmost of them. */
export function DialogLayers({ messages, children }: { messages: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const layers = useMemo(
    (): Layers => ({
      open,
      enter: (id) => {
        setOpen((now) => [...now, id]);
        return () => setOpen((now) => now.filter((one) => one !== id));
      },
      messages,
    }),
    [open, messages],
  );
  return <LayersContext value={layers}>{children}</LayersContext>;
}

/** Whether a dialog lies over the window. */
export function useIsCovered(): boolean {
  return useContext(LayersContext).open.length > 0;
}

/** Where a dialog has what is said while it is open. */
export function DialogMessages() {
  const id = useId();
  const { open, enter, messages } = useContext(LayersContext);
  // The same for as long as the dialog is there: it is entered once.
  const [into] = useState(() => enter);
  useLayoutEffect(() => into(id), [into, id]);
  return open.at(-1) === id ? messages : null;
}

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** The buttons, the main one last. */
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** `alert` for a question that must be answered; a click beside it does not close it. */
  kind?: 'dialog' | 'alert';
  children: ReactNode;
}

/** Milliseconds in which a second click belongs to the first: to the one that opened the dialog. */
const DOUBLE_CLICK = 500;

/** A question or a task that takes the whole attention. Escape closes it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  actions,
  size = 'small',
  kind = 'dialog',
  children,
}: DialogProps) {
  const strings = useKitStrings();
  const opened = useRef(0);
  useLayoutEffect(() => {
    opened.current = performance.now();
  }, [isOpen]);
  return (
    <ModalOverlay
      className="k-veil"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
      isDismissable={kind === 'dialog'}
      shouldCloseOnInteractOutside={() => performance.now() - opened.current > DOUBLE_CLICK}
    >
      <Modal className="k-modal" data-size={size}>
        <AriaDialog className="k-dialog" role={kind === 'alert' ? 'alertdialog' : 'dialog'}>
          <header className="k-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={strings.close()} onPress={onClose} />
          </header>
          <div className="k-dialog-body">{children}</div>
          <DialogMessages />
          {actions ? <footer className="k-dialog-foot">{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
