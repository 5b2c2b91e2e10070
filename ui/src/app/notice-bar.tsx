/** What the window has to say, at its foot; and the one question that it may have. */
import { useEffect, useState } from 'react';
import { Button, Dialog, MessageBar, useAnnounce } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { type Notice, useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';

/** Answers that need no answer go away by themselves; those with something to do stay a while longer. */
const STAYS = 8_000;
const STAYS_WITH_ACTION = 30_000;

/** So long a message stays by itself; undefined: until it is closed, or settled by what comes after it. */
function staysFor({ tone, action }: Notice): number | undefined {
  return tone === 'done' || tone === 'info' ? (action ? STAYS_WITH_ACTION : STAYS) : undefined;
}

/** A bar of its own above the foot: it covers no row. */
export function NoticeBar() {
  const notices = useNotices();
  const notice = useStore(notices.notice);
  const announce = useAnnounce();
  const { say } = useWords();
  /** Somebody points at it or has the keys in it: it does not go away from under them. */
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!notice) {
      return undefined;
    }
    const urgent = notice.tone === 'danger' || notice.tone === 'attention';
    announce(notice.text, urgent ? 'assertive' : 'polite');
    // An error that is over is not said any more.
    return urgent ? () => announce('', 'assertive') : undefined;
  }, [notice, announce]);
  useEffect(() => {
    const time = notice && !isHeld ? staysFor(notice) : undefined;
    if (time === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => {
      if (notices.notice.get() === notice) {
        notices.dismiss();
      }
    }, time);
    return () => clearTimeout(timer);
  }, [notice, notices, isHeld]);
  useEffect(() => {
    if (!notice) {
      // What goes away says nothing of the pointer that was on it.
      setHeld(false);
    }
  }, [notice]);
  if (!notice) {
    return null;
  }
  const { details, action } = notice;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${notice.text}\n${details ?? ''}`);
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
      data-tone={notice.tone}
      tabIndex={-1}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <MessageBar
        tone={notice.tone}
        onDismiss={notices.dismiss}
        actions={
          <>
            {details === undefined ? null : (
              <Button
                onPress={() => {
                  copy().catch(notices.report);
                }}
              >
                {say('details-copy')}
              </Button>
            )}
            {action ? (
              <Button
                onPress={() => {
                  notices.dismiss();
                  action.run();
                }}
              >
                {action.label}
              </Button>
            ) : null}
          </>
        }
      >
        {notice.text}
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
