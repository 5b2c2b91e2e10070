/** What goes to the Council: the documents of the plan, what each says, and how it will look on paper. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentMade, DocumentView, KindInfo, PlanExport, RowBrief } from '@/generated/wire.ts';
import { Button, EmptyState, FilterChip, IconButton, Menu, MenuItem, MenuSeparator } from '@/kit/index.ts';
import { useClient, useDiscreet, useEditable, useOff, useSource, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { useNotices } from '@/lib/notices.ts';
import { useReading } from '@/lib/reading.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { ExportDialog, writeExport } from '@/parts/export/index.ts';
import { useKeysBack } from '@/parts/forms/index.ts';
import { readOf } from './changed.ts';
import { NewDocumentDialog } from './dialogs.tsx';
import './documents.css';
import { FactsBar } from './facts-bar.tsx';
import { MadeFiles } from './files.tsx';
import { DocumentList, DocumentMenu } from './list.tsx';
import { useDocumentOffer } from './offer.ts';
import { Outline } from './outline.tsx';
import { Page } from './page.tsx';
import { Sections } from './sections.tsx';
import { type DocumentsState, VIEWS, type View } from './state.ts';
import { useRoom } from './use-room.ts';

export function Documents(props: ScreenProps<DocumentsState>) {
  const { client } = props.state;
  const document = useStore(client.kinds, (kinds) => kinds.get('document'));
  const block = useStore(client.kinds, (kinds) => kinds.get('block'));
  return document && block ? <Screen {...props} document={document} block={block} /> : null;
}

type ScreenOwn = ScreenProps<DocumentsState> & { document: KindInfo; block: KindInfo };

function Screen({ state, onOpen, document, block }: ScreenOwn) {
  const { say } = useWords();
  const notices = useNotices();
  const source = useSource();
  const discreet = useDiscreet();
  const off = useOff();
  const commands = useCommandList();
  const content = useStore(state.content);
  const chosen = useStore(state.chosen);
  const wantedView = useStore(state.view);
  const box = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const [dialog, setDialog] = useState<'new' | 'export'>();
  const { documents, row, blocks } = content;
  const asked = chosen === undefined || row === undefined ? undefined : { source, document: row.id };
  const { value: paper, isCurrent, error } = useReading('document_paper', asked, state);
  // Not of the document before, while that of this one is being made.
  const shown = paper?.document === row?.id ? paper : undefined;
  const listed = documents.find(({ id }) => id === row?.id);
  const view: View = room === 'narrow' && wantedView === 'both' ? 'write' : wantedView;
  const outlined = useMemo(() => shown?.outline ?? [], [shown]);
  const read = useMemo(() => (shown ? readOf(shown) : new Map<string, string>()), [shown]);

  useEffect(() => {
    if (content.error !== undefined) {
      notices.report(content.error);
    }
  }, [content.error, notices]);
  const { keep, forget } = useKeysBack(dialog !== undefined, () =>
    box.current?.querySelector<HTMLElement>('[aria-current]')?.focus(),
  );
  const ask = (next: 'new' | 'export'): void => {
    keep();
    setDialog(next);
  };
  useBench(state, ask);

  const isEmpty = content.loaded && documents.length === 0;
  return (
    <section
      ref={box}
      className="k-view dc-screen"
      aria-label={document.plural}
      aria-busy={!content.loaded && content.error === undefined}
      data-room={room}
      data-testid="documents"
    >
      <header className="k-view-bar">
        <h1 className="k-view-title">{document.plural}</h1>
        {isEmpty ? null : <DocumentMenu state={state} documents={documents} />}
        {isEmpty ? null : <Views state={state} view={view} isNarrow={room === 'narrow'} />}
        <div className="dc-bar-tools">
          <Button
            icon="plus"
            off={off}
            data-testid="document-new"
            onPress={() => commands.run('document.new')}
          >
            {say('documents-new')}
          </Button>
          {row ? (
            <>
              <Button
                look="primary"
                icon="download"
                data-testid="document-export"
                onPress={() => commands.run('document.export')}
              >
                {say('documents-export')}
              </Button>
              <Verbs
                made={listed?.made ?? null}
                revised={listed?.revision_of ?? null}
                revisedAs={listed?.revised_as ?? null}
                onDetails={() => onOpen({ kind: 'document', id: row.id })}
              />
            </>
          ) : null}
        </div>
      </header>
      {isEmpty ? (
        <NoDocuments />
      ) : (
        <div className="dc-main">
          <div className="dc-side">
            <DocumentList state={state} documents={documents} />
          </div>
          {row ? (
            <div className="dc-body" data-document={row.id}>
              <FactsBar state={state} row={row} kind={document} paper={shown} onOpen={onOpen} />
              <div className="dc-panes" data-view={view}>
                <div ref={scroller} className="dc-write">
                  {listed ? (
                    <>
                      <Sections
                        key={row.id}
                        state={state}
                        document={listed}
                        row={row}
                        fields={document.fields}
                      />
                      <MadeFiles state={state} document={listed} />
                    </>
                  ) : null}
                  <Outline
                    key={`${row.id} blocks`}
                    state={state}
                    document={row.id}
                    blocks={blocks}
                    seen={outlined}
                    read={read}
                    fields={block.fields}
                    scroller={scroller}
                  />
                </div>
                <div className="dc-page-pane">
                  {view === 'write' ? null : shown ? (
                    <Page state={state} paper={shown} isOld={!isCurrent} discreet={discreet} />
                  ) : error === undefined ? null : (
                    <EmptyState icon="warning" title={say('documents-page-failed')}>
                      {error instanceof Error ? error.message : null}
                    </EmptyState>
                  )}
                </div>
              </div>
            </div>
          ) : null}
        </div>
      )}
      {dialog === 'new' ? (
        <NewDocumentDialog
          onMade={async (id) => {
            forget();
            await state.caughtUp();
            state.choose(id);
          }}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'export' && row ? (
        <ExportDialog document={row.id} onClose={() => setDialog(undefined)} />
      ) : null}
    </section>
  );
}

/** Write, page, or both side by side. */
function Views({ state, view, isNarrow }: { state: DocumentsState; view: View; isNarrow: boolean }) {
  const { say } = useWords();
  return (
    <div className="dc-views" role="group" aria-label={say('documents-views')}>
      {VIEWS.filter((one) => one !== 'both' || !isNarrow).map((one) => (
        <FilterChip
          key={one}
          opens={false}
          isOn={one === view}
          aria-pressed={one === view}
          onPress={() => state.view.set(one)}
          data-testid={`documents-${one}`}
        >
          {say(`documents-view-${one}`)}
        </FilterChip>
      ))}
    </div>
  );
}

interface VerbsProps {
  made: DocumentMade | null;
  /** What it is a revision of. */
  revised: RowBrief | null;
  /** The file of that against which it is held. */
  revisedAs: DocumentMade | null;
  onDetails: () => void;
}

function Verbs({ made, revised, revisedAs, onDetails }: VerbsProps) {
  const { say } = useWords();
  const off = useOff();
  const commands = useCommandList();
  return (
    <Menu
      placement="bottom end"
      trigger={<IconButton icon="more" label={say('documents-menu')} data-testid="document-menu" />}
    >
      <MenuItem
        id="redline"
        icon="download"
        label={say('documents-redline')}
        hint={made ? [made.state, made.at_text].filter(Boolean).join(' · ') : ''}
        off={made ? '' : say('documents-files-none')}
        onAction={() => commands.run('document.redline')}
      />
      {revised ? (
        <MenuItem
          id="revised"
          icon="download"
          label={say('documents-redline-revised')}
          hint={[revised.short || revised.title, revisedAs?.state, revisedAs?.at_text]
            .filter(Boolean)
            .join(' · ')}
          onAction={() => commands.run('document.revised')}
        />
      ) : null}
      <MenuItem
        id="revise"
        icon="copy"
        label={say('documents-revise')}
        hint={say('documents-revise-hint')}
        off={off}
        onAction={() => commands.run('document.revise')}
      />
      <MenuItem id="details" icon="panel" label={say('documents-details')} onAction={onDetails} />
      <MenuItem id="print" icon="documents" label={say('print')} onAction={() => commands.run('print')} />
      <MenuSeparator />
      <MenuItem
        id="delete"
        icon="delete"
        danger
        label={say('documents-delete')}
        off={off}
        onAction={() => commands.run('document.delete')}
      />
    </Menu>
  );
}

function NoDocuments() {
  const { say } = useWords();
  const editable = useEditable();
  const now = useSource().at === 'now';
  const commands = useCommandList();
  return (
    <EmptyState
      icon="documents"
      title={say('documents-empty-title')}
      actions={
        editable ? (
          <Button
            look="primary"
            icon="plus"
            data-testid="document-first"
            onPress={() => commands.run('document.new')}
          >
            {say('documents-new')}
          </Button>
        ) : now ? (
          <Button look="primary" icon="copy" onPress={() => commands.run('plan.copy')}>
            {say('plan-copy')}
          </Button>
        ) : undefined
      }
    >
      <p>{say('documents-empty-text')}</p>
      {editable || !now ? null : <p className="dc-empty-more">{say('documents-empty-copy')}</p>}
    </EmptyState>
  );
}

/** What the commands do with the document that is shown. */
function useBench(state: DocumentsState, ask: (dialog: 'new' | 'export') => void): void {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const shown = (): DocumentView | undefined =>
    state.content.get().documents.find(({ id }) => id === state.chosen.get());
  const mark = ({ id, symbol, title }: DocumentView, against: Partial<PlanExport>): Promise<void> =>
    writeExport({
      client,
      notices,
      format: 'docx',
      title: say('documents-redline-name', { name: symbol || title }),
      request: { document: id, ...against },
    });
  useDocumentOffer(state, {
    create: () => ask('new'),
    export: () => ask('export'),
    async redline() {
      const document = shown();
      if (document?.made) {
        await mark(document, { since: { at: 'moment', moment: String(document.made.op) } });
      }
    },
    async revised() {
      const document = shown();
      if (document?.revision_of) {
        await mark(document, { against: document.revision_of.id });
      }
    },
    async revise() {
      const id = state.chosen.get();
      if (id !== undefined && (await client.editors.finish())) {
        const { created } = await client.write('document_revise', { id });
        await state.caughtUp();
        if (created !== null) {
          state.choose(created);
        }
      }
    },
    async remove() {
      const { row, blocks } = state.content.get();
      if (
        row &&
        (await notices.ask({
          title: say('documents-delete-title', { document: row.title }),
          text: say('documents-delete-text', { count: blocks.length }),
          yes: say('documents-delete'),
          no: say('cancel'),
        }))
      ) {
        await client.write('document_delete', { id: row.id });
        await state.caughtUp();
      }
    },
  });
}
