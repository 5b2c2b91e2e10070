/** A file for people without this application: in which format, of what, and then where. */
import { useEffect, useRef, useState } from 'react';
import type { DocumentView } from '@/generated/wire.ts';
import { Button, Callout, Checkbox, Dialog, ProgressBar, RadioGroup, Select } from '@/kit/index.ts';
import { useClient, usePlan, useSource, useWords } from '@/lib/client.ts';
import type { Job } from '@/lib/jobs.ts';
import { useNotices } from '@/lib/notices.ts';
import { useReading } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';
import { FORMATS, type Format, TABLES } from './formats.ts';
import './export.css';
import { type Earlier, useEarlier } from './earlier.ts';
import { writeExport } from './write.ts';

export interface ExportDialogProps {
  /** The document of the plan that it is about, by id. */
  document?: string;
  onClose: () => void;
}

const NOTHING = 'nothing';

export function ExportDialog({ document, onClose }: ExportDialogProps) {
  const client = useClient();
  const source = useSource();
  const plan = usePlan();
  const moment = useStore(client.momentName);
  const notices = useNotices();
  const { say } = useWords();
  const { value: list } = useReading('documents_list', { source });
  const documents = list?.documents ?? [];
  const [format, setFormat] = useState<Format['id']>(document ? 'docx' : 'xlsx');
  const [chosen, setChosen] = useState(document);
  const [language, setLanguage] = useState<string>();
  const [against, setAgainst] = useState<Earlier>();
  const [kind, setKind] = useState<string>('commitment');
  const [heads, setHeads] = useState('names');
  const [vague, setVague] = useState('span');
  const [persons, setPersons] = useState(false);
  const [progress, setProgress] = useState<number>();
  const job = useRef<Job<unknown> | undefined>(undefined);
  // Who closes the dialog has no file made behind the window.
  useEffect(() => () => job.current?.stop(), []);

  const made = documents.find(({ id }) => id === chosen) ?? documents[0];
  // Both hold one document of the plan; what changed since can be marked in Word alone.
  const ofDocument = format === 'docx' || format === 'pdf';
  const isLabelled = format === 'xlsx' || (format === 'csv' && heads === 'labels');
  const hasNothing = ofDocument && list !== undefined && made === undefined;

  const save = (): Promise<void> =>
    writeExport({
      client,
      notices,
      format,
      title: ofDocument ? made?.symbol || made?.title || plan.title : plan.title,
      request: {
        source,
        // Nothing private goes into a document for the Council.
        with: persons && !ofDocument ? ['persons'] : [],
        ...(ofDocument && made ? { document: made.id } : {}),
        ...(format === 'docx' ? against?.asked : {}),
        ...((ofDocument || isLabelled) && language !== undefined ? { language } : {}),
        ...(format === 'csv' ? { kind, heads } : {}),
        ...(format === 'ics' ? { vague } : {}),
      },
      onJob: (started) => {
        job.current = started;
      },
      onProgress: setProgress,
      onDone: onClose,
    });
  const press = (): void => {
    save()
      .catch(notices.report)
      .finally(() => {
        job.current = undefined;
        setProgress(undefined);
      });
  };
  return (
    <Dialog
      title={say('export-title')}
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => (job.current ? job.current.stop() : onClose())}>{say('cancel')}</Button>
          <Button
            look="primary"
            icon="save"
            isDisabled={progress !== undefined}
            off={hasNothing ? say('export-no-document') : ''}
            onPress={press}
            data-testid="export-save"
          >
            {say('export-save')}
          </Button>
        </>
      }
    >
      <div className="e-form" data-testid="export">
        {source.at === 'now' ? null : <Callout tone="info">{say('export-moment', { moment })}</Callout>}
        <RadioGroup
          label={say('export-format')}
          autoFocus
          value={format}
          onChange={(next) => setFormat(FORMATS.find(({ id }) => id === next)?.id ?? format)}
          choices={FORMATS.map(({ id }) => ({ id, label: say(`export-format-${id}`) }))}
          data-testid="export-format"
        />
        {ofDocument ? (
          hasNothing ? (
            <Callout tone="info">{say('export-no-document')}</Callout>
          ) : (
            <OfDocument
              documents={documents}
              languages={list?.languages ?? []}
              made={made}
              language={language}
              against={against}
              marks={format === 'docx'}
              onDocument={(id) => {
                setChosen(id);
                // What was chosen for one document is no state of another.
                setAgainst(undefined);
              }}
              onLanguage={setLanguage}
              onAgainst={setAgainst}
            />
          )
        ) : null}
        {format === 'csv' ? <OfKind kind={kind} onKind={setKind} /> : null}
        {format === 'csv' ? (
          <RadioGroup
            label={say('export-heads')}
            value={heads}
            onChange={setHeads}
            choices={[
              { id: 'names', label: say('export-heads-names') },
              { id: 'labels', label: say('export-heads-labels') },
            ]}
            data-testid="export-heads"
          />
        ) : null}
        {isLabelled && (list?.languages ?? []).length > 1 ? (
          <Select
            label={say('export-language-book')}
            description={say('export-language-book-hint')}
            placeholder={say('choose')}
            choices={(list?.languages ?? []).map(({ code, label }) => ({ id: code, label }))}
            value={language ?? 'en'}
            onChange={(key) => setLanguage(String(key))}
            data-testid="export-language"
          />
        ) : null}
        {format === 'ics' ? (
          <RadioGroup
            label={say('export-vague')}
            value={vague}
            onChange={setVague}
            choices={[
              { id: 'span', label: say('export-vague-span') },
              { id: 'leave_out', label: say('export-vague-leave-out') },
            ]}
          />
        ) : null}
        {ofDocument ? null : (
          <Checkbox isSelected={persons} onChange={setPersons}>
            {say('share-persons')}
          </Checkbox>
        )}
        <p className="k-quiet">{say('export-stays')}</p>
        {progress === undefined ? null : (
          <ProgressBar percent={100 * progress} words={say('export-writing')} />
        )}
      </div>
    </Dialog>
  );
}

interface OfDocumentProps {
  documents: readonly DocumentView[];
  languages: readonly { code: string; label: string }[];
  made: DocumentView | undefined;
  language: string | undefined;
  /** What changes are marked against. */
  against: Earlier | undefined;
  /** Changes can be marked in it. */
  marks: boolean;
  onDocument: (id: string) => void;
  onLanguage: (code: string | undefined) => void;
  onAgainst: (earlier: Earlier | undefined) => void;
}

function OfDocument(props: OfDocumentProps) {
  const { documents, languages, made, language, against } = props;
  const { say } = useWords();
  const earlier = useEarlier(made);
  const known = earlier.some(({ key }) => key === against?.key);
  return (
    <>
      <Select
        label={say('export-document')}
        placeholder={say('choose')}
        choices={documents.map(({ id, title, symbol, state_text: state }) => ({
          id,
          label: title,
          hint: [symbol || say('documents-no-symbol'), state].filter(Boolean).join(' · '),
        }))}
        value={made?.id ?? null}
        onChange={(key) => props.onDocument(String(key))}
        data-testid="export-document"
      />
      {languages.length > 1 ? (
        <Select
          label={say('export-language')}
          description={say('export-language-hint')}
          placeholder={say('choose')}
          choices={languages.map(({ code, label }) => ({ id: code, label }))}
          value={language ?? (made?.language || 'en')}
          onChange={(key) => props.onLanguage(String(key))}
          data-testid="export-language"
        />
      ) : null}
      {props.marks ? (
        <Select
          label={say('export-since')}
          description={say('export-since-hint')}
          placeholder={say('export-since-nothing')}
          choices={[
            { id: NOTHING, label: say('export-since-nothing') },
            ...earlier.map(({ key, name, note }) => ({ id: key, label: name, hint: note || undefined })),
          ]}
          value={known && against ? against.key : NOTHING}
          onChange={(key) => props.onAgainst(earlier.find((one) => one.key === key))}
          data-testid="export-since"
        />
      ) : null}
    </>
  );
}

function OfKind({ kind, onKind }: { kind: string; onKind: (kind: string) => void }) {
  const { say } = useWords();
  const kinds = useStore(useClient().kinds);
  return (
    <Select
      label={say('export-kind')}
      placeholder={say('choose')}
      choices={TABLES.map((id) => ({ id, label: kinds.get(id)?.plural ?? id }))}
      value={kind}
      onChange={(key) => onKind(String(key))}
      data-testid="export-kind"
    />
  );
}
