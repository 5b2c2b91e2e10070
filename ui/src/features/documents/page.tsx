/** What a document will look like: sheets of paper with head, box, numbered paragraphs and tables, following each step. */
import { memo, useEffect, useMemo, useRef } from 'react';
import type { PaperPart, PaperPiece, PaperRun, PaperView } from '@/generated/wire.ts';
import { Icon } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import './page.css';
import { createNotes, NotesProvider, Runs, StaleWords } from './page-runs.tsx';
import { PageTable } from './page-table.tsx';
import type { DocumentsState } from './state.ts';

export interface PageProps {
  state: DocumentsState;
  paper: PaperView;
  /** It is not that of the newest step yet. */
  isOld: boolean;
  discreet: boolean;
}

export function Page({ state, paper, isOld, discreet }: PageProps) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { block, field, by } = useStore(state.spot);
  useEffect(() => {
    if (by === 'outline' && (block !== undefined || field !== undefined)) {
      const wanted = block === undefined ? `[data-tag$="/${field}"]` : `[data-block="${CSS.escape(block)}"]`;
      box.current?.querySelector(wanted)?.scrollIntoView({ block: 'nearest' });
    }
  }, [block, field, by]);
  return (
    // A press goes to what it is made of; by keys one goes there in the outline.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      ref={box}
      className="dc-pages"
      role="region"
      // What scrolls is reached by keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={say('documents-page')}
      aria-busy={isOld}
      data-testid="page"
      onClick={(event) => {
        const target = event.target instanceof Element ? event.target : null;
        const piece = target?.closest<HTMLElement>('[data-block]');
        const tag = target?.closest<HTMLElement>('[data-tag^="document/"]')?.dataset['tag'];
        if (piece) {
          state.go({ block: piece.dataset['block'], by: 'page' });
        } else if (tag !== undefined) {
          const name = tag.split('/')[2];
          state.open.set(new Set([...state.open.get(), sectionOf(name)]));
          state.go({ block: undefined, field: name, by: 'page' });
        }
      }}
    >
      <StaleWords value={paper.labels.stale}>
        <div className="dc-sheets" lang={paper.language} dir={paper.mirrored ? 'rtl' : 'ltr'}>
          {(paper.parts.length === 0 ? [NO_PART] : paper.parts).map((part, index) => (
            // Parts are told apart by where they stand.
            // oxlint-disable-next-line react/no-array-index-key
            <article key={index} className="dc-sheet" data-landscape={part.landscape || undefined}>
              {index === 0 ? <Head paper={paper} /> : <RunningHead paper={paper} />}
              <Part part={part} current={block} findings={discreet ? NONE : findingsOf(paper)} />
            </article>
          ))}
        </div>
      </StaleWords>
    </div>
  );
}

const NO_PART: PaperPart = { landscape: false, pieces: [] };
const NONE: ReadonlyMap<string, readonly string[]> = new Map();
const BOX: ReadonlySet<string> = new Set(['purpose', 'action_required', 'cited']);

function sectionOf(field: string | undefined): 'box' | 'head' {
  return field !== undefined && BOX.has(field) ? 'box' : 'head';
}

function findingsOf({ findings }: PaperView): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { block, words } of findings) {
    found.set(block, [...(found.get(block) ?? []), words]);
  }
  return found;
}

function Head({ paper }: { paper: PaperView }) {
  const { head, boxed, document, labels } = paper;
  const of = (field: string): string => `document/${document}/${field}`;
  return (
    <>
      <header className="dc-head" aria-label={labels.head}>
        <div className="dc-head-body">
          <Line tag={of('body')} runs={head.body} strong />
          <Line tag={of('session')} runs={head.session} />
        </div>
        <div className="dc-head-lines">
          {head.lines.map((line) => (
            <Line key={line.tag} tag={line.tag} runs={line.runs} strong={line.strong} />
          ))}
        </div>
      </header>
      {head.author.length === 0 ? null : (
        <p className="dc-author" data-tag={of('author')}>
          <Runs runs={head.author} />
        </p>
      )}
      <h2 className="dc-title" data-tag={of('title')}>
        <Runs runs={head.title} />
      </h2>
      {boxed.length === 0 ? null : (
        <section className="dc-box" aria-label={labels.boxed}>
          {boxed.map(({ tag, label, paragraphs }) => (
            <div key={tag} data-tag={tag}>
              <h3>{label}</h3>
              {paragraphs.map((runs, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <p key={index}>
                  <Runs runs={runs} />
                </p>
              ))}
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function Line({ tag, runs, strong = false }: { tag: string; runs: readonly PaperRun[]; strong?: boolean }) {
  return runs.length === 0 ? null : (
    <p data-tag={tag} data-strong={strong || undefined}>
      <Runs runs={runs} />
    </p>
  );
}

/** The symbol stands on top of every page. */
function RunningHead({ paper }: { paper: PaperView }) {
  return paper.head.symbol === '' ? null : <p className="dc-running">{paper.head.symbol}</p>;
}

interface PartProps {
  part: PaperPart;
  current: string | undefined;
  findings: ReadonlyMap<string, readonly string[]>;
}

const Part = memo(function Part({ part, current, findings }: PartProps) {
  // Numbered as they are met when the part is drawn.
  const notes = useMemo(() => notesOf(part), [part]);
  const asked = new Set<string>();
  return (
    <NotesProvider value={notes}>
      {part.pieces.map((piece, index) => {
        const isFirst = !asked.has(piece.block);
        asked.add(piece.block);
        return (
          <div
            // Pieces of one block are told apart by where they stand.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${piece.block} ${index}`}
            className="dc-piece"
            data-block={piece.block}
            data-is={piece.is}
            data-current={piece.block === current || undefined}
          >
            <Piece piece={piece} />
            {isFirst
              ? (findings.get(piece.block) ?? []).map((words) => (
                  <p key={words} className="dc-ask">
                    <Icon name="questions" size={14} />
                    <span>{words}</span>
                  </p>
                ))
              : null}
          </div>
        );
      })}
      {notes.all.length === 0 ? null : (
        <ol className="dc-notes">
          {notes.all.map((note, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <Runs runs={note} />
            </li>
          ))}
        </ol>
      )}
    </NotesProvider>
  );
});

/** All footnotes of a part, numbered before anything of it is drawn. */
function notesOf(part: PaperPart) {
  const notes = createNotes();
  const take = (runs: readonly PaperRun[]): void => {
    for (const { note } of runs) {
      if (note) {
        notes.number(note);
      }
    }
  };
  for (const piece of part.pieces) {
    if (piece.is === 'table') {
      for (const { cells } of piece.rows) {
        cells.forEach(({ paragraphs }) => paragraphs.forEach(({ runs }) => take(runs)));
      }
    } else {
      take(piece.runs);
    }
  }
  return notes;
}

function Piece({ piece }: { piece: PaperPiece }) {
  switch (piece.is) {
    case 'heading': {
      const Heading = piece.level === 1 ? 'h3' : 'h4';
      return (
        <Heading className="dc-heading" data-level={piece.level}>
          <span className="dc-number">{piece.number}</span>
          <span>
            <Runs runs={piece.runs} />
          </span>
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className="dc-paragraph" data-numbered={piece.number === '' ? undefined : true}>
          {piece.number === '' ? null : <span className="dc-number">{piece.number}</span>}
          <span>
            <Runs runs={piece.runs} />
          </span>
        </p>
      );
    case 'dash':
      return (
        <p className="dc-dash">
          <span className="dc-number" aria-hidden="true">
            {'–'}
          </span>
          <span>
            <Runs runs={piece.runs} />
          </span>
        </p>
      );
    case 'table':
      return <PageTable table={piece} />;
    case 'remark':
      return (
        <p className="dc-remark">
          <Runs runs={piece.runs} />
        </p>
      );
  }
}
