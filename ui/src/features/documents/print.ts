/** The document that is shown, printed from its page: head, box, words and tables. */
import type { PaperRun, PaperTable } from '@/generated/wire.ts';
import type { PrintContext, PrintJob, PrintPiece, PrintText } from '@/lib/print.ts';
import type { DocumentsState } from './state.ts';

/** All rows of a table that anybody would print from here. */
const ROWS = 5000;

export async function printDocument(
  { client, words }: PrintContext,
  { chosen, content }: DocumentsState,
): Promise<PrintJob> {
  const { say } = words;
  const plural = client.kinds.get().get('document')?.plural ?? '';
  const document = chosen.get() ?? content.get().documents[0]?.id;
  if (document === undefined) {
    return { title: plural, facts: [say('documents-off-none')], pieces: async function* () {} };
  }
  const paper = await client.call('document_paper', {
    source: client.source.get(),
    document,
    limit: ROWS,
  });
  const { head, boxed, parts, length, labels } = paper;
  const marked = (runs: readonly PaperRun[]): PrintText[] =>
    runs.flatMap(({ text, strong, stale }): PrintText[] => [
      { text, ...(strong ? { firm: true } : {}) },
      ...(stale ? [{ text: `(${labels.stale})`, quiet: true }] : []),
    ]);
  const pieces = async function* (): AsyncGenerator<readonly PrintPiece[]> {
    yield [
      ...[head.body, head.session, ...head.lines.map(({ runs }) => runs), head.author]
        .filter((runs) => runs.length > 0)
        .map((runs): PrintPiece => ({ sort: 'text', text: plain(runs) })),
      ...boxed.flatMap(({ label, paragraphs }): PrintPiece[] => [
        { sort: 'heading', text: label },
        ...paragraphs.map((runs): PrintPiece => ({ sort: 'text', text: plain(runs) })),
      ]),
    ];
    for (const piece of parts.flatMap((part) => part.pieces)) {
      switch (piece.is) {
        case 'heading':
          yield [{ sort: 'heading', text: numbered(piece.number, plain(piece.runs)) }];
          break;
        case 'paragraph':
          yield [{ sort: 'text', text: numbered(piece.number, plain(piece.runs)) }];
          break;
        case 'dash':
          yield [{ sort: 'text', text: numbered('–', plain(piece.runs)) }];
          break;
        case 'remark':
          yield [{ sort: 'text', text: plain(piece.runs), quiet: true }];
          break;
        case 'table':
          yield tableOf(piece, marked);
      }
    }
  };
  return { title: plain(head.title) || plural, facts: [length.told, paper.told].filter(Boolean), pieces };
}

function tableOf(
  { caption, columns, rows }: PaperTable,
  marked: (runs: readonly PaperRun[]) => PrintText[],
): readonly PrintPiece[] {
  return [
    ...(caption.length === 0 ? [] : [{ sort: 'text' as const, text: plain(caption) }]),
    { sort: 'table', columns },
    ...rows.map(
      ({ heading, cells }): PrintPiece =>
        heading
          ? {
              sort: 'group',
              text: cells.flatMap((cell) => cell.paragraphs.map(({ runs }) => plain(runs))).join(' '),
            }
          : {
              sort: 'row',
              cells: cells.map(({ paragraphs }) =>
                paragraphs.flatMap(({ dash, runs }): PrintText[] =>
                  [...(dash ? [{ text: '–' }] : []), ...marked(runs)].map((text, index) =>
                    index === 0 ? { ...text, line: true } : text,
                  ),
                ),
              ),
            },
    ),
  ];
}

function plain(runs: readonly PaperRun[]): string {
  return runs.map(({ text, note }) => (note ? `${text} (${plain(note)})` : text)).join('');
}

function numbered(number: string, words: string): string {
  return number === '' ? words : `${number} ${words}`;
}
