/** Which rows of the plan a paper shows, and what of them became other. */
import type { ChangeView, PaperRun, PaperView, RowKey } from '@/generated/wire.ts';

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

/** `commitment/<id>` of all rows that a paper draws on. */
export function drawnOn({ parts }: Pick<PaperView, 'parts'>): ReadonlySet<string> {
  const rows = new Set<string>();
  const note = (tag: string | undefined): void => {
    const key = tag === undefined ? undefined : rowOf(tag);
    if (key) {
      rows.add(`${key.kind}/${key.id}`);
    }
  };
  const walk = (runs: readonly PaperRun[]): void => {
    for (const run of runs) {
      note(run.tag);
      walk(run.note ?? []);
    }
  };
  for (const piece of parts.flatMap(({ pieces }) => pieces)) {
    if (piece.is === 'table') {
      for (const row of piece.rows) {
        note(row.tag);
        for (const { tag, paragraphs } of row.cells) {
          note(tag);
          paragraphs.forEach(({ runs }) => walk(runs));
        }
      }
    } else {
      note(piece.is === 'remark' ? undefined : piece.tag);
      walk(piece.runs);
    }
  }
  return rows;
}

/** Of all differences those of rows that the paper shows. */
export function changesOf(changes: readonly ChangeView[], rows: ReadonlySet<string>): readonly ChangeView[] {
  return changes.filter(({ kind, id, what }) => what !== 'removed' && rows.has(`${kind}/${id}`));
}
