/** Which rows of the plan a paper shows, and which of their facts are old. */
import type { ChangeView, PaperRun, PaperView, RowKey } from '@/generated/wire.ts';

/** A fact that is older than it should be. */
export interface OldFact {
  key: RowKey;
  /** As it stands on the page. */
  text: string;
  /** The row of the table that it stands in; empty: in the midst of words. */
  row: string;
}

/** `commitment/<id>/status` without its field. */
export function rowOf(tag: string): RowKey | undefined {
  const [kind, id] = tag.split('/');
  return kind === undefined || id === undefined || kind === '' || id === '' ? undefined : { kind, id };
}

/** The words of each block as the page has them, a line for each of its pieces. */
export function readOf({ parts }: Pick<PaperView, 'parts'>): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const piece of parts.flatMap(({ pieces }) => pieces)) {
    if (piece.is !== 'table' && piece.is !== 'remark') {
      const before = read.get(piece.block);
      const words = wordsOf(piece.runs);
      read.set(piece.block, before === undefined ? words : `${before}\n${words}`);
    }
  }
  return read;
}

const wordsOf = (runs: readonly PaperRun[]): string => runs.map(({ text }) => text).join('');

interface Drawn {
  /** `commitment/<id>` of all rows that are drawn on. */
  rows: ReadonlySet<string>;
  old: readonly OldFact[];
}

export function drawnOn(paper: PaperView): Drawn {
  const rows = new Set<string>();
  const old: OldFact[] = [];
  const note = (tag: string | undefined): RowKey | undefined => {
    const key = tag === undefined ? undefined : rowOf(tag);
    if (key) {
      rows.add(`${key.kind}/${key.id}`);
    }
    return key;
  };
  const walk = (runs: readonly PaperRun[], row: string, tag: string): void => {
    for (const run of runs) {
      const key = note(run.tag) ?? rowOf(tag);
      if (run.stale && key) {
        old.push({ key, text: run.text, row });
      }
      walk(run.note ?? [], row, tag);
    }
  };
  for (const piece of paper.parts.flatMap(({ pieces }) => pieces)) {
    if (piece.is === 'table') {
      for (const row of piece.rows) {
        note(row.tag);
        const [first] = row.cells;
        const name = (first?.paragraphs ?? []).map(({ runs }) => wordsOf(runs)).join(' ');
        for (const { tag, paragraphs } of row.cells) {
          note(tag);
          paragraphs.forEach(({ runs }) => walk(runs, name, tag === '' ? row.tag : tag));
        }
      }
    } else {
      walk(piece.runs, '', '');
    }
  }
  return { rows, old };
}

/** Of all differences those of rows that the paper shows. */
export function changesOf(
  changes: readonly ChangeView[],
  { rows }: Pick<Drawn, 'rows'>,
): readonly ChangeView[] {
  return changes.filter(({ kind, id, what }) => what !== 'removed' && rows.has(`${kind}/${id}`));
}
