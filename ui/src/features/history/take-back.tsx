/** Taking back one older step: what goes back, and what stays because it was changed since. */
import { useEffect, useState } from 'react';
import type { StepPreview, StepView } from '@/generated/wire.ts';
import { Button, Dialog, Icon } from '@/kit/index.ts';
import { NOW, useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';

/** More sentences than this are counted. */
const MANY = 30;

export function TakeBackDialog({ step, onClose }: { step: StepView; onClose: () => void }) {
  const client = useClient();
  const navigation = useNavigation();
  const notices = useNotices();
  const discreet = useDiscreet();
  const { say } = useWords();
  const [preview, setPreview] = useState<StepPreview>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    client.call('step_preview', { op: step.op }).then(
      (found) => {
        if (!left) {
          setPreview(found);
        }
      },
      (reason: unknown) => {
        if (!left) {
          onClose();
          notices.report(reason);
        }
      },
    );
    return () => {
      left = true;
    };
  }, [client, notices, onClose, step.op]);
  const takeBack = async (): Promise<void> => {
    if (await client.editors.finish()) {
      await client.write('step_take_back', { op: step.op });
      await navigation.look(NOW);
      onClose();
      notices.tell({ tone: 'done', text: say('history-taken-back') });
    }
  };
  const press = (): void => {
    setBusy(true);
    takeBack()
      .catch((reason: unknown) => {
        onClose();
        notices.report(reason);
      })
      .finally(() => setBusy(false));
  };
  const possible = preview?.possible === true;
  return (
    <Dialog
      title={say('history-take-back-title', { step: step.name })}
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say(preview && !possible ? 'history-close' : 'cancel')}</Button>
          {preview && !possible ? null : (
            <Button
              look="primary"
              icon="undo"
              isDisabled={busy || !possible}
              onPress={press}
              autoFocus
              data-testid="take-back"
            >
              {say('history-take-back-do')}
            </Button>
          )}
        </>
      }
    >
      {preview ? (
        <div className="h-preview" data-testid="take-back-preview">
          {possible ? null : <p>{say('history-take-back-none')}</p>}
          <Sentences
            title={say('history-goes-back')}
            icon="undo"
            sentences={preview.back}
            hidden={discreet}
          />
          <Sentences title={say('history-stays')} icon="lock" sentences={preview.kept} hidden={discreet} />
          {possible ? <p className="k-quiet">{say('history-take-back-means')}</p> : null}
        </div>
      ) : (
        <p className="k-quiet">{say('history-reading')}</p>
      )}
    </Dialog>
  );
}

interface SentencesProps {
  title: string;
  icon: 'undo' | 'lock';
  sentences: readonly string[];
  hidden: boolean;
}

function Sentences({ title, icon, sentences, hidden }: SentencesProps) {
  const { say } = useWords();
  if (sentences.length === 0) {
    return null;
  }
  const shown = hidden ? [] : sentences.slice(0, MANY);
  const more = sentences.length - shown.length;
  return (
    <section className="h-preview-part">
      <h3>
        <Icon name={icon} size={14} />
        {title}
      </h3>
      <ul>
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {more > 0 ? (
          <li className="k-quiet">
            {say(hidden ? 'history-changes' : 'history-more-changes', { count: more })}
          </li>
        ) : null}
      </ul>
    </section>
  );
}
