/** What the window has to say, at its foot; and the one question that it may have. */
import { useEffect, useState } from 'react';
import { Button, Dialog, MessageBar, useAnnounce, useIsCovered } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { type Said, useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';

/** Answers that need no answer go away by themselves; those with something to do stay a while longer. */
const STAYS = 8_000;
const STAYS_WITH_ACTION = 30_000;

/** So long what is said stays by itself; undefined: until it is closed, or settled by what comes after it. */
function staysFor({ lines }: Said): number | undefined {
  return lines.every(({ tone }) => tone === 'done' || tone === 'info')
    ? lines.some(({ action, offers = [] }) => action || offers.length > 0)
      ? STAYS_WITH_ACTION
      : STAYS
    : undefined;
}

/** A bar of its own above the foot: it covers no row. What is told while a dialog is open is read in the dialog. */
export function NoticeBar() {
  const notices = useNotices();
  const said = useStore(notices.said);
  const announce = useAnnounce();
  const isCovered = useIsCovered();
  useEffect(() => {
    if (!said) {
      return undefined;
    }
    const urgent = said.tone === 'danger' || said.tone === 'attention';
    announce(said.lines.map(({ text }) => text).join(' '), urgent ? 'assertive' : 'polite');
    // An error that is over is not said any more.
    return urgent ? () => announce('', 'assertive') : undefined;
  }, [said, announce]);
  return said && !(isCovered && said.inDialog) ? <Lines said={said} /> : null;
}

/** In a dialog: what was told since it is open. */
export function NoticeInDialog() {
  const said = useStore(useNotices().said);
  return said?.inDialog ? <Lines said={said} /> : null;
}

function Lines({ said }: { said: Said }) {
  const notices = useNotices();
  const announce = useAnnounce();
  const { say } = useWords();
  /** Somebody points at it, or has the keys in it: it does not go away from under them. */
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasKeys, setKeys] = useState(false);
  const isHeld = isPointedAt || hasKeys;
  useEffect(() => {
    const time = isHeld ? undefined : staysFor(said);
    if (time === undefined) {
      return undefined;
    }
    const timer = setTimeout(notices.dismiss, time);
    return () => clearTimeout(timer);
  }, [said, notices, isHeld]);
  const details = said.lines.flatMap((line) => line.details ?? []);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText([...said.lines.map(({ text }) => text), ...details].join('\n'));
    announce(say('details-copied'));
  };
  return (
    // It takes no keys and no presses of its own: it stays while somebody is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="a-notice"
      aria-label={say('notice')}
      data-region="notice"
      data-testid="notice"
      data-tone={said.tone}
      tabIndex={-1}
      onFocus={() => setKeys(true)}
      onBlur={() => setKeys(false)}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
    >
      <MessageBar
        tone={said.tone}
        onDismiss={notices.dismiss}
        actions={
          <>
            {details.length === 0 ? null : (
              <Button
                onPress={() => {
                  copy().catch(notices.report);
                }}
              >
                {say('details-copy')}
              </Button>
            )}
            {said.lines.flatMap(({ text, offers = [] }) =>
              offers.map(({ label, run }) => (
                <Button key={`${text} ${label}`} onPress={run}>
                  {label}
                </Button>
              )),
            )}
            {said.lines.map((line) =>
              line.action ? (
                <Button
                  key={line.text}
                  onPress={() => {
                    // A button that goes away says nothing of the keys that it had.
                    setKeys(false);
                    notices.settle(line);
                    line.action?.run();
                  }}
                >
                  {line.action.label}
                </Button>
              ) : null,
            )}
          </>
        }
      >
        {said.lines.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
      </MessageBar>
    </section>
  );
}

export function QuestionDialog() {
  const notices = useNotices();
  const question = useStore(notices.question);
  return (
    <Dialog
      kind="alert"
      title={question?.title ?? ''}
      isOpen={question !== undefined}
      onClose={() => question?.answer(false)}
      actions={
        <>
          <Button onPress={() => question?.answer(false)}>{question?.no}</Button>
          <Button look="primary" autoFocus data-testid="question-yes" onPress={() => question?.answer(true)}>
            {question?.yes}
          </Button>
        </>
      }
    >
      <p>{question?.text}</p>
    </Dialog>
  );
}
