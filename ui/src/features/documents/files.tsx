/** The files that were made of a document: when, in which state, under which symbol; each to be looked at as it was, compared with
 * now, or made once more. */
import { useMemo } from 'react';
import type { DocumentView, ExportView } from '@/generated/wire.ts';
import { Button, Icon, StatusMark } from '@/kit/index.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import type { Say } from '@/lib/words.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';
import { useReading } from '@/lib/reading.ts';
import { keyOf } from '@/lib/sources.ts';
import { useStore } from '@/lib/store.ts';
import { dayAndTime } from '@/lib/times.ts';
import { writeExport } from '@/parts/export/index.ts';
import { shapeOf } from './list.tsx';
import type { DocumentsState } from './state.ts';

/** More than these nobody goes through. */
const MOST = 50;

export function MadeFiles({ state, document }: { state: DocumentsState; document: DocumentView }) {
  const { say } = useWords();
  const open = useStore(state.open);
  const isPlan = usePlan().open === 'plan';
  const files = useFiles(state, document.id);
  const isOpen = open.has('files');
  const [newest] = files;
  // What is open may be a snapshot, which has no books.
  return isPlan ? (
    <section className="dc-section" aria-labelledby="dc-files" data-testid="document-files">
      <h2>
        <button
          type="button"
          id="dc-files"
          className="dc-fold"
          aria-expanded={isOpen}
          onClick={() => state.turn('files')}
          data-testid="section-files"
        >
          <Icon name={isOpen ? 'down' : 'forward'} size={14} />
          <span>{say('documents-section-files')}</span>
          {isOpen ? null : (
            <bdi className="dc-brief">
              {newest
                ? [newest.symbol, newest.state_text, newest.at_text].filter(Boolean).join(' · ')
                : say('documents-files-none')}
            </bdi>
          )}
        </button>
      </h2>
      {isOpen ? (
        <div className="dc-section-body">
          {newest ? (
            <ul className="dc-files">
              {files.slice(0, MOST).map((file) => (
                <File key={file.id} file={file} title={document.title} />
              ))}
            </ul>
          ) : (
            <p className="k-quiet">{say('documents-files-none')}</p>
          )}
          {files.length > MOST ? (
            <p className="k-quiet">{say('documents-more', { count: files.length - MOST })}</p>
          ) : null}
        </div>
      ) : null}
    </section>
  ) : null;
}

/** Newest first. */
export function useFiles({ last }: DocumentsState, document: string | undefined): readonly ExportView[] {
  const { value } = useReading('exports_list', {}, { last });
  return useMemo(
    () => (value ?? []).filter((file) => document !== undefined && file.document === document),
    [value, document],
  );
}

/** Whether it marks changes, and against what. */
function markedWords({ since, against }: ExportView, say: Say): string {
  if (against !== '') {
    return say('documents-file-against', { document: against });
  }
  return since === '' ? say('documents-file-clean') : say('documents-file-since', { since });
}

function File({ file, title }: { file: ExportView; title: string }) {
  const { say, locale } = useWords();
  const client = useClient();
  const notices = useNotices();
  const navigation = useNavigation();
  const seen = useStore(client.source);
  const source = { at: 'moment', moment: String(file.op) } as const;
  const state = file.state_text === '' ? say('documents-no-state') : file.state_text;
  const when = dayAndTime(file.at, locale);
  const name = say('documents-file-name', { name: file.symbol || title, state, when });
  const looked = keyOf(seen) === keyOf(source);
  const run = (work: Promise<void>): void => void work.catch(notices.report);
  const by = [file.by, file.organization].filter(Boolean).join(', ');
  return (
    <li className="dc-file" data-testid="document-file" aria-label={name}>
      <div className="dc-file-words">
        <StatusMark status={shapeOf(file.state)} word={state} />
        {file.symbol === '' ? (
          <span className="dc-quiet">{say('documents-no-symbol')}</span>
        ) : (
          <bdi className="dc-symbol">{file.symbol}</bdi>
        )}
        <bdi>{when}</bdi>
        {by === '' ? null : <bdi className="dc-quiet">{by}</bdi>}
      </div>
      <div className="dc-file-words dc-quiet">
        <bdi>{file.file}</bdi>
        <span>{markedWords(file, say)}</span>
        <span title={file.sha256}>
          {say('documents-file-step', { step: file.op, sum: file.sha256.slice(0, 8) })}
        </span>
      </div>
      <div className="dc-file-verbs">
        <Button
          icon="history"
          off={looked ? say('documents-file-looked') : ''}
          onPress={() => run(navigation.look(source, name))}
          data-testid="document-file-look"
        >
          {say('documents-file-look')}
        </Button>
        <Button
          icon="download"
          onPress={() =>
            run(
              writeExport({
                client,
                notices,
                format: 'docx',
                title: say('documents-redline-name', { name: file.symbol || title }),
                request: { document: file.document ?? '', since: source },
              }),
            )
          }
          data-testid="document-file-compare"
        >
          {say('documents-file-compare')}
        </Button>
        <Button
          icon="copy"
          off={file.again ? '' : say('documents-file-not-again')}
          onPress={() =>
            run(
              writeExport({
                client,
                notices,
                format: file.format === 'pdf' ? 'pdf' : 'docx',
                title: file.file.replace(/\.(docx|pdf)$/iu, ''),
                request: { again: file.id },
              }),
            )
          }
          data-testid="document-file-again"
        >
          {say('documents-file-again')}
        </Button>
      </div>
    </li>
  );
}
