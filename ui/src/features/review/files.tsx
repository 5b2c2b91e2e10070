/** What came in, said first: whose it is, of which day, and what it has in common with this plan; and what should be looked at. */
import type { RefusedFile, ReviewFileView, ReviewFinding, ReviewView, RowKey } from '@/generated/wire.ts';
import { Badge, Button, Callout, Icon } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { dayAndTime } from '@/lib/times.ts';

export interface FilesProps {
  view: ReviewView;
  refused: readonly RefusedFile[];
  known: readonly string[];
  off: string;
  onPutBack: (file: ReviewFileView) => void;
  /** A text with all questions to whoever sent it. */
  onLetter: (file: ReviewFileView) => void;
  onOpen: (key: RowKey) => void;
  onBegin: () => void;
  onDismiss: () => void;
}

export function Files({
  view,
  refused,
  known,
  off,
  onPutBack,
  onLetter,
  onOpen,
  onBegin,
  onDismiss,
}: FilesProps) {
  const { say, locale } = useWords();
  const { counts } = view;
  return (
    <article className="v-files" aria-labelledby="v-files-title" data-testid="review-files">
      <h2 id="v-files-title">{say('review-files-title', { count: view.files.length })}</h2>
      <Refused refused={refused} known={known} onDismiss={onDismiss} />
      {view.applied
        .filter(({ undone }) => !undone)
        .map(({ op, at, by }) => (
          <Callout key={op} tone="info">
            {by === ''
              ? say('review-was-applied', { when: dayAndTime(at, locale) })
              : say('review-was-applied-by', { when: dayAndTime(at, locale), who: by })}
          </Callout>
        ))}
      <ul className="v-file-list">
        {view.files.map((file) => (
          <li key={file.snapshot} className="v-file" data-testid="review-file">
            <div className="v-file-words">
              <h3>
                <bdi>{file.who}</bdi>
                {file.has_common ? null : <Badge look="attention">{say('review-two-way')}</Badge>}
              </h3>
              <p>{file.sentence}</p>
              <p className="k-quiet">
                <bdi>{file.file}</bdi>
                {' · '}
                {say('review-file-items', { count: file.items })}
              </p>
            </div>
            <div className="v-file-actions">
              <Button look="quiet" onPress={() => onLetter(file)} data-testid="review-letter">
                {say('review-questions')}
              </Button>
              <Button
                look="quiet"
                icon="close"
                off={off}
                onPress={() => onPutBack(file)}
                data-testid="review-put-back"
              >
                {say('review-put-back')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <p>{counts.items === 0 ? say('review-nothing-proposed') : say('review-how')}</p>
      {counts.items === 0 ? null : (
        <div>
          <Button look="primary" onPress={onBegin} data-testid="review-begin">
            {say('review-begin')}
          </Button>
        </div>
      )}
      <Findings findings={view.findings} onOpen={onOpen} />
      <p className="v-item-safe">{say('review-safe')}</p>
    </article>
  );
}

/** What the rules ask about what came in: with the row, never mended unasked. */
function Findings({
  findings,
  onOpen,
}: {
  findings: readonly ReviewFinding[];
  onOpen: (key: RowKey) => void;
}) {
  const { say } = useWords();
  return findings.length === 0 ? null : (
    <section className="v-findings" aria-labelledby="v-findings-title" data-testid="review-findings">
      <h3 id="v-findings-title">{say('review-findings', { count: findings.length })}</h3>
      <ul>
        {findings.map(({ code, kind, id, sentence }) => (
          <li key={`${code} ${kind} ${id} ${sentence}`}>
            <Icon name="questions" />
            <span>{sentence}</span>
            {id === '' ? null : (
              <Button look="quiet" onPress={() => onOpen({ kind, id })}>
                {say('review-open-row')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Files that could not be taken in, each with what it is and what to do. */
export function Refused({ refused, known, onDismiss }: Pick<FilesProps, 'refused' | 'known' | 'onDismiss'>) {
  const { say } = useWords();
  if (refused.length + known.length === 0) {
    return null;
  }
  return (
    <div className="v-refused" data-testid="review-refused">
      <Callout
        tone={refused.length > 0 ? 'danger' : 'info'}
        actions={
          <Button look="quiet" onPress={onDismiss}>
            {say('review-dismiss')}
          </Button>
        }
      >
        {refused.length > 0 ? <p>{say('review-refused', { count: refused.length })}</p> : null}
        <ul>
          {refused.map(({ file, error }) => (
            <li key={file.file}>
              <b>
                <bdi>{file.name}</bdi>
              </b>
              {': '}
              {error.message}
            </li>
          ))}
          {known.map((name) => (
            <li key={name}>{say('review-known', { name })}</li>
          ))}
        </ul>
      </Callout>
    </div>
  );
}
