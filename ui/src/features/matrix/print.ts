/** The matrix on paper: the annex as the document has it, or the counts. */
import type { AnnexLine, MatrixCount } from '@/generated/wire.ts';
import type { PrintContext, PrintJob, PrintPiece, PrintText } from '@/lib/print.ts';
import type { MatrixState } from './state.ts';

/** All lines of a cell. */
const ALL = 1_000_000;
/** Lines of a cell that stand in one row of the table: a row is not cut at the end of a page. */
const ROW = 24;

export async function printMatrix(context: PrintContext, state: MatrixState): Promise<PrintJob> {
  return state.part.get() === 'annex' ? printAnnex(context) : printCounts(context, state);
}

async function printAnnex({ client, words }: PrintContext): Promise<PrintJob> {
  const { say } = words;
  const source = client.source.get();
  const discreet = client.discreet.get();
  const frame = await client.call('matrix_annex', { source, discreet, limit: 0 });

  const textOf = (line: AnnexLine): PrintText[] => [
    { text: line.short, ...(line.row.kind === 'mapping' ? { firm: true } : { quiet: true }) },
    { text: line.title },
    ...(line.lead === ''
      ? []
      : [
          {
            text: line.row.kind === 'mapping' ? say('matrix-in-brackets', { words: line.lead }) : line.lead,
            quiet: true,
          },
        ]),
    ...(line.reason === '' ? [] : [{ text: `– ${line.reason}` }]),
    ...(line.double === '' ? [] : [{ text: `[${line.double}]`, quiet: true }]),
    ...(line.printed ? [] : [{ text: `[${say('matrix-own-line')}]`, quiet: true }]),
  ];

  async function* pieces(): AsyncGenerator<readonly PrintPiece[]> {
    yield [
      {
        sort: 'table',
        columns: [
          { label: frame.corner, share: 20 },
          ...frame.columns.map(({ label }) => ({ label, share: 40 })),
        ],
      },
    ];
    for (const { objective } of frame.rows) {
      const { rows } = await client.call('matrix_annex', {
        source,
        discreet,
        objective: objective.id,
        limit: ALL,
      });
      yield rows.flatMap((row): PrintPiece[] => {
        const most = Math.max(1, ...row.cells.map((cell) => cell.lines.length));
        const parts: PrintPiece[] = [];
        for (let from = 0; from < most; from += ROW) {
          parts.push({
            sort: 'row',
            cells: [
              from === 0 ? [{ text: row.objective.title, badge: row.badge, firm: true }] : '',
              ...row.cells.map((cell): readonly PrintText[] =>
                cell.lines.slice(from, from + ROW).flatMap((line) => {
                  const [first, ...others] = textOf(line);
                  return first ? [{ ...first, line: true }, ...others] : others;
                }),
              ),
            ],
          });
        }
        return parts;
      });
    }
  }
  return { title: say('matrix-annex'), facts: [], pieces };
}

async function printCounts({ client, words }: PrintContext, state: MatrixState): Promise<PrintJob> {
  const { say } = words;
  const { across, unit, basis } = state.counted.get();
  const matrix = await client.call('matrix_counts', {
    source: client.source.get(),
    discreet: client.discreet.get(),
    across,
    ...(basis === '' ? {} : { basis }),
  });
  const number = (count: MatrixCount | undefined): string =>
    count === undefined || (count[unit] === 0 && count.by_way === 0)
      ? ''
      : count[unit] > 0
        ? String(count[unit])
        : `(${count.by_way})`;
  const cells = new Map(matrix.cells.map((cell) => [`${cell.row}:${cell.column}`, cell.count]));
  /** Wider tables go on below: a page has room for so many columns. */
  const WIDE = 24;
  async function* pieces(): AsyncGenerator<readonly PrintPiece[]> {
    for (let from = 0; from === 0 || from < matrix.columns.length; from += WIDE) {
      const columns = matrix.columns.slice(from, from + WIDE);
      const last = from + WIDE >= matrix.columns.length;
      const line = (
        title: PrintText,
        of: (column: number) => MatrixCount | undefined,
        all: MatrixCount,
      ): PrintPiece => ({
        sort: 'row',
        cells: [
          [title],
          ...columns.map((_, at) => number(of(from + at))),
          ...(last ? [[{ text: number(all), firm: true }]] : []),
        ],
      });
      yield [
        {
          sort: 'table',
          numbers: true,
          columns: [
            { label: say('matrix-objective'), share: 20 },
            ...columns.map(({ row, badge }) => ({ label: badge || row.short, share: 5 })),
            ...(last ? [{ label: say('matrix-total'), share: 5 }] : []),
          ],
        },
        ...matrix.rows.map((row, r) =>
          line({ text: row.row.note, badge: row.badge }, (c) => cells.get(`${r}:${c}`), row.count),
        ),
        line({ text: say('matrix-sum'), firm: true }, (c) => matrix.columns[c]?.count, matrix.all),
      ];
    }
    yield [
      ...matrix.notes.map((text): PrintPiece => ({ sort: 'text', text, quiet: true })),
      { sort: 'heading', text: say('print-key') },
      {
        sort: 'table',
        columns: [
          { label: say('print-short'), share: 12 },
          { label: say('print-title-of'), share: 88 },
        ],
      },
      ...matrix.columns.map(
        ({ row, badge }): PrintPiece => ({ sort: 'row', cells: [badge || row.short, row.title] }),
      ),
    ];
  }
  const name = across === 'action_line' ? 'action-line' : across;
  return {
    title: say('screen-matrix'),
    facts: [
      say('matrix-choice', { label: say('matrix-across'), value: say(`matrix-across-${name}`) }),
      say('matrix-choice', { label: say('matrix-unit'), value: say(`matrix-unit-${unit}`) }),
    ],
    landscape: true,
    pieces,
  };
}
