/** Words of a page: bold, slanted, in another language, with a footnote; and what is older than it should be, said in words. */
import { createContext, type ReactNode, useContext } from 'react';
import type { PaperRun } from '@/generated/wire.ts';

/** What is said of a figure that is old. */
export const StaleWords = createContext('');

/** Footnotes of one part of a paper, in the order in which they are met. */
export interface Notes {
  number(note: readonly PaperRun[]): number;
  readonly all: readonly (readonly PaperRun[])[];
}

export function createNotes(): Notes {
  const all: (readonly PaperRun[])[] = [];
  return {
    all,
    number(note) {
      const at = all.indexOf(note);
      return at >= 0 ? at + 1 : all.push(note);
    },
  };
}

const NotesContext = createContext<Notes>(createNotes());
export const NotesProvider = NotesContext.Provider;

export function Runs({ runs }: { runs: readonly PaperRun[] }): ReactNode {
  return runs.map((run, index) => (
    // Runs have no name of their own: they are the words in their order.
    // oxlint-disable-next-line react/no-array-index-key
    <Run key={index} run={run} />
  ));
}

function Run({ run }: { run: PaperRun }) {
  const stale = useContext(StaleWords);
  const notes = useContext(NotesContext);
  const { text, strong, emphasis, language, mirrored, link, note, tag } = run;
  const plain = lines(text);
  const shaped = strong ? <strong>{plain}</strong> : plain;
  const words = emphasis ? <em>{shaped}</em> : shaped;
  const isOwn = language !== undefined || mirrored !== undefined || link !== undefined || run.stale || tag;
  return (
    <>
      {isOwn ? (
        <span
          className={run.stale ? 'dc-stale' : link === undefined ? undefined : 'dc-address'}
          lang={language}
          dir={mirrored === undefined ? undefined : mirrored ? 'rtl' : 'ltr'}
          data-tag={tag}
        >
          {words}
          {run.stale ? <span className="dc-stale-words">{stale}</span> : null}
        </span>
      ) : (
        words
      )}
      {note ? <sup className="dc-note-sign">{notes.number(note)}</sup> : null}
    </>
  );
}

/** A line break is a line break. */
function lines(text: string): ReactNode {
  if (!text.includes('\n')) {
    return text;
  }
  return text.split('\n').map((line, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index}>
      {index === 0 ? null : <br />}
      {line}
    </span>
  ));
}
