/** A dialog with fields: Enter or Ctrl+Enter keeps it, Escape leaves it; what is refused is said in it, and nothing is lost. */
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button, Callout, Dialog, type DialogProps, useAnnounce } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { CommandError } from '@/lib/api.ts';
import type { Draft } from './draft.ts';
import type { Fact } from './seen.ts';
import './forms.css';

export interface FormDialogProps {
  title: string;
  /** Of the button that keeps it. */
  keep: string;
  draft: Draft;
  size?: DialogProps['size'];
  /** Keeps it; the dialog closes afterwards. A refusal is shown in the dialog. */
  onKeep: () => Promise<void>;
  onClose: () => void;
  /**
   * The row has changed since it was shown: reads it again, and answers what is other in it now. That is said, and whoever keeps
   * the form once more has seen it.
   */
  onStale?: () => Promise<readonly Fact[]>;
  /** In one column. */
  narrow?: boolean;
  /** What else can be done instead of keeping it, below the fields. */
  instead?: { label: string; run: () => Promise<void>; testId: string };
  children: ReactNode;
}

/** Refusals of what contradicts another field, by the field in which it is mended. */
const MENDED_IN: Readonly<Record<string, string>> = {
  'end-before-start': 'end',
  'ends-before-it-starts': 'end',
  'already-ended': 'end',
  'standing-not-completed': 'status',
};

/** The field that a refusal is about, where it is one. */
function fieldOf({ code, args }: CommandError): string | undefined {
  return args['field'] ?? MENDED_IN[code];
}

export function FormDialog({
  title,
  keep,
  draft,
  size = 'small',
  onKeep,
  onClose,
  onStale,
  narrow = false,
  instead,
  children,
}: FormDialogProps) {
  const { say } = useWords();
  const notices = useNotices();
  const announce = useAnnounce();
  const id = useId();
  const [error, setError] = useState<string>();
  const [now, setNow] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  const refuse = async (reason: CommandError): Promise<void> => {
    const field = fieldOf(reason);
    const facts: string[] = [];
    if (reason.sort === 'stale' && onStale) {
      for (const { label, text } of await onStale()) {
        facts.push(
          text === ''
            ? say('forms-now-empty', { field: label })
            : say('forms-now', { field: label, value: text }),
        );
      }
      setNow(facts);
    } else if (field !== undefined && draft.refuse(field, reason.message)) {
      return;
    }
    setError(reason.message);
    // In one: who does not see the dialog hears what is other as well.
    announce([reason.message, ...facts].join(' '), 'assertive');
  };
  const keepBy = async (work: () => Promise<void>): Promise<void> => {
    // Two keys in one moment keep it once.
    if (busy.current) {
      return;
    }
    busy.current = true;
    setBusy(true);
    setError(undefined);
    setNow([]);
    try {
      await work();
    } catch (reason) {
      if (reason instanceof CommandError && reason.sort !== 'broken') {
        await refuse(reason).catch(notices.report);
      } else {
        notices.report(reason);
      }
    } finally {
      busy.current = false;
      setBusy(false);
    }
  };
  const submit = (): Promise<void> =>
    keepBy(async () => {
      if (await draft.finish()) {
        await onKeep();
        onClose();
      }
    });
  return (
    <Dialog
      title={title}
      isOpen
      size={size}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" form={id} isPending={isBusy} data-testid="form-keep">
            {keep}
          </Button>
        </>
      }
    >
      {/* The fields have the focus; what they leave over is the form's. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        id={id}
        className="f-form"
        data-narrow={narrow || undefined}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
        // Before a button in it takes the keys for a press.
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.stopPropagation();
            void submit();
          }
        }}
      >
        {children}
        {instead ? (
          <div className="f-wide">
            <Button
              look="quiet"
              data-testid={instead.testId}
              onPress={() =>
                void keepBy(async () => {
                  await instead.run();
                  onClose();
                })
              }
            >
              {instead.label}
            </Button>
          </div>
        ) : null}
      </form>
      {error === undefined ? null : (
        <Callout tone="danger">
          {error}
          {now.map((fact) => (
            <span key={fact} className="f-now" data-testid="form-now">
              {fact}
            </span>
          ))}
        </Callout>
      )}
    </Dialog>
  );
}
