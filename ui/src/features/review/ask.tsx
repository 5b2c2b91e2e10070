/** Asking back: what one wants to know, and a text with it to send to whoever proposed it. */
import { useEffect, useState } from 'react';
import type { ReviewFileView, ReviewItem, ReviewLetter } from '@/generated/wire.ts';
import { Button, Dialog, Select, TextField } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { copyText } from '@/lib/copied.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';
import { decide } from './actions.ts';

export interface AskDialogProps {
  review: number;
  item: ReviewItem;
  files: readonly ReviewFileView[];
  /** It was asked: the list goes on. */
  onAsked: () => void;
  onClose: () => void;
}

export function AskDialog({ review, item, files, onAsked, onClose }: AskDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const senders = item.theirs.flatMap(({ from }) => from);
  const [from, setFrom] = useState(senders[0] ?? '');
  const [note, setNote] = useState(item.decision?.decision === 'ask' ? item.decision.note : '');
  const [letter, setLetter] = useState<string>();
  const [busy, setBusy] = useState(false);
  const name = (snapshot: string): string => files.find((file) => file.snapshot === snapshot)?.who ?? '';
  const ask = async (): Promise<void> => {
    await decide(client, {
      review,
      items: [item.item],
      choice: { decision: 'ask', from },
      note: note.trim(),
    });
    onAsked();
    const { text } = await client.call('review_letter', { review, from, items: [item.item] });
    setLetter(text);
  };
  const press = (): void => {
    setBusy(true);
    ask()
      .catch(notices.report)
      .finally(() => setBusy(false));
  };
  if (letter !== undefined) {
    return (
      <LetterText title={say('review-ask-letter', { who: name(from) })} text={letter} onClose={onClose} />
    );
  }
  return (
    <Dialog
      title={say('review-ask-title')}
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button look="primary" isDisabled={busy} onPress={press} data-testid="review-ask-do">
            {say('review-ask-do')}
          </Button>
        </>
      }
    >
      <p>{say('review-ask-means')}</p>
      <p className="v-item-sentence">
        <bdi>{item.title}</bdi>
        {': '}
        {item.sentence}
      </p>
      {senders.length > 1 ? (
        <Select
          label={say('review-ask-whom')}
          placeholder=""
          value={from}
          onChange={(key) => setFrom(String(key))}
          choices={senders.map((id) => ({ id, label: name(id) }))}
        />
      ) : null}
      <TextField
        label={say('review-ask-note')}
        description={say('review-ask-hint')}
        lines={3}
        value={note}
        onChange={setNote}
        maxLength={2000}
        autoFocus
        data-testid="review-ask-note"
      />
    </Dialog>
  );
}

export interface LetterDialogProps {
  review: number;
  file: ReviewFileView;
  onClose: () => void;
}

/** All questions to one colleague. */
export function LetterDialog({ review, file, onClose }: LetterDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [letter, setLetter] = useState<ReviewLetter>();
  useEffect(
    () =>
      awaited(client.call('review_letter', { review, from: file.snapshot }), setLetter, (reason) => {
        onClose();
        notices.report(reason);
      }),
    [client, notices, onClose, review, file.snapshot],
  );
  if (!letter) {
    return null;
  }
  const title = say('review-ask-letter', { who: file.who });
  return letter.items === 0 ? (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {say('done')}
        </Button>
      }
    >
      <p>{say('review-ask-none')}</p>
    </Dialog>
  ) : (
    <LetterText title={title} text={letter.text} onClose={onClose} />
  );
}

function LetterText({ title, text, onClose }: { title: string; text: string; onClose: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  return (
    <Dialog
      title={title}
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('done')}</Button>
          <Button
            look="primary"
            icon="copy"
            autoFocus
            onPress={() => void copyText(client, text).catch(notices.report)}
            data-testid="review-letter-copy"
          >
            {say('review-ask-copy')}
          </Button>
        </>
      }
    >
      <p>{say('review-ask-send')}</p>
      <TextField
        label={say('review-ask-text')}
        lines={12}
        value={text}
        isReadOnly
        data-testid="review-letter-text"
      />
    </Dialog>
  );
}
