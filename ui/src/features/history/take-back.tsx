/** Taking back one older step: what goes back, and what stays because it was changed since. */
import { useEffect, useState } from 'react';
import type { StepPreview, StepView } from '@/generated/wire.ts';
import { Button, Dialog, Icon } from '@/kit/index.ts';
import { NOW, useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';
import { dayAndTime } from '@/lib/times.ts';

export function TakeBackDialog({ step, onClose }: { step: StepView; onClose: () => void }) {
  const client = useClient();
  const navigation = useNavigation();
  const notices = useNotices();
  const discreet = useDiscreet();
  const { say, locale } = useWords();
  const [preview, setPreview] = useState<StepPreview>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    client.call('step_preview', { op: step.op, discreet }).then(
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
  }, [client, notices, onClose, step.op, discreet]);
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
      title={say('history-take-back-title')}
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
          {/* In a line of its own: what a step is called may hold a name in quotation marks already. */}
          <p className="h-preview-step">
            <span className="h-step-name">
              <bdi>{step.name}</bdi>
            </span>
            <bdi>{dayAndTime(step.at, locale)}</bdi>
          </p>
          {possible ? null : <p>{say('history-take-back-none')}</p>}
          {possible && preview.back.length === 0 ? <p>{say('history-take-back-hidden')}</p> : null}
          <Sentences
            title={say('history-goes-back')}
            icon="undo"
            sentences={preview.back}
            more={preview.back_more}
          />
          <Sentences
            title={say('history-stays')}
            icon="lock"
            sentences={preview.kept}
            more={preview.kept_more}
          />
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
  /** How many more there are. */
  more: number;
}

function Sentences({ title, icon, sentences, more }: SentencesProps) {
  const { say } = useWords();
  if (sentences.length + more === 0) {
    return null;
  }
  return (
    <section className="h-preview-part">
      <h3>
        <Icon name={icon} size={14} />
        {title}
      </h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
        {more > 0 ? <li className="k-quiet">{say('history-more-changes', { count: more })}</li> : null}
      </ul>
    </section>
  );
}
