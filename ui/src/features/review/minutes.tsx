/** The minutes of a review: who sent what, what was taken, how it was decided and by whom, what is open. */
import { useEffect, useState } from 'react';
import type { ReviewMinute, ReviewMinutes } from '@/generated/wire.ts';
import { Button, Dialog } from '@/kit/index.ts';
import { useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { copyText } from '@/lib/copied.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';
import { offersOf } from '@/lib/written.ts';

/** Lines of one part that are drawn; all of them are in the files. */
const SHOWN = 300;

export function MinutesDialog({ review, onClose }: { review: number; onClose: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const discreet = useDiscreet();
  const { say } = useWords();
  const [minutes, setMinutes] = useState<ReviewMinutes>();
  useEffect(
    () =>
      awaited(client.call('review_minutes', { review, discreet }), setMinutes, (reason) => {
        onClose();
        notices.report(reason);
      }),
    [client, notices, onClose, review, discreet],
  );
  const save = async (form: 'text' | 'json'): Promise<void> => {
    const suggested = `${(minutes?.title ?? '').replace(/[\p{Cf}<>:"/\\|?*]+/gu, '')}.${form === 'text' ? 'txt' : 'json'}`;
    const file = await client.call('file_choose', { purpose: form === 'text' ? 'text' : 'data', suggested });
    if (file) {
      await client.call('review_minutes_write', { review, file: file.file, discreet });
      notices.tell({
        tone: 'done',
        text: say('review-minutes-saved', { name: file.name, folder: file.folder }),
        offers: offersOf(client, notices, file.file),
      });
    }
  };
  const text = minutes?.text;
  return (
    <Dialog
      title={minutes?.title ?? say('review-minutes')}
      size="large"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            icon="save"
            isDisabled={!minutes}
            onPress={() => void save('json').catch(notices.report)}
            data-testid="minutes-json"
          >
            {say('review-minutes-json')}
          </Button>
          <Button
            icon="save"
            isDisabled={!minutes}
            onPress={() => void save('text').catch(notices.report)}
            data-testid="minutes-text"
          >
            {say('review-minutes-text')}
          </Button>
          <Button
            look="primary"
            icon="copy"
            isDisabled={text === undefined}
            onPress={() => void copyText(client, text ?? '').catch(notices.report)}
            autoFocus
            data-testid="minutes-copy"
          >
            {say('review-minutes-copy')}
          </Button>
        </>
      }
    >
      {minutes ? (
        <div className="v-minutes" data-testid="minutes">
          <p>{minutes.sentence}</p>
          <p className="k-quiet">{say('review-minutes-internal')}</p>
          <ul>
            {minutes.files.map(({ snapshot, file, sentence }) => (
              <li key={snapshot}>
                <b>
                  <bdi>{file}</bdi>
                </b>
                {': '}
                {sentence}
              </li>
            ))}
          </ul>
          <Part title={say('review-minutes-part-decided')} lines={minutes.decided} />
          <Part title={say('review-minutes-part-open')} lines={minutes.open} />
          <Part title={say('review-minutes-part-taken')} lines={minutes.taken} />
          {minutes.findings.length > 0 ? (
            <section>
              <h3>{say('review-findings', { count: minutes.findings.length })}</h3>
              <ul>
                {minutes.findings.map(({ code, id, sentence }) => (
                  <li key={`${code} ${id} ${sentence}`}>{sentence}</li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      ) : (
        <p className="k-quiet">{say('review-reading')}</p>
      )}
    </Dialog>
  );
}

function Part({ title, lines }: { title: string; lines: readonly ReviewMinute[] }) {
  const { say, locale } = useWords();
  return lines.length === 0 ? null : (
    <section>
      <h3>
        {title} <span className="k-quiet">{new Intl.NumberFormat(locale).format(lines.length)}</span>
      </h3>
      <ul>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line.item}>
            <b>
              <bdi>{line.name}</bdi>
            </b>
            {': '}
            {line.sentence}
            <span className="v-minute-result">{line.result}</span>
          </li>
        ))}
        {lines.length > SHOWN ? (
          <li className="k-quiet">{say('review-minutes-more', { count: lines.length - SHOWN })}</li>
        ) : null}
      </ul>
    </section>
  );
}
