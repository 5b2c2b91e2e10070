/** What the window has to say, at its foot; and the one question that it may have. */
import { useEffect } from 'react';
import { Button, Dialog, MessageBar, useAnnounce } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';

/** Answers that need no answer go away by themselves. */
const STAYS = 8_000;

export function NoticeBar() {
  const notices = useNotices();
  const notice = useStore(notices.notice);
  const announce = useAnnounce();
  const { say } = useWords();
  useEffect(() => {
    if (!notice) {
      return undefined;
    }
    announce(notice.text, notice.tone === 'danger' || notice.tone === 'attention' ? 'assertive' : 'polite');
    const passing = (notice.tone === 'done' || notice.tone === 'info') && !notice.action;
    if (!passing) {
      return undefined;
    }
    const timer = setTimeout(() => {
      if (notices.notice.get() === notice) {
        notices.dismiss();
      }
    }, STAYS);
    return () => clearTimeout(timer);
  }, [notice, notices, announce]);
  if (!notice) {
    return null;
  }
  const { details, action } = notice;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${notice.text}\n${details ?? ''}`);
    announce(say('details-copied'));
  };
  return (
    <section aria-label={say('notice')} data-testid="notice" data-tone={notice.tone}>
      <MessageBar
        floating
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
