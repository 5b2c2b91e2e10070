/** The overview on paper: where each objective stands, and what comes next. */
import type { PrintContext, PrintJob, PrintPiece } from '@/lib/print.ts';

/** As many as the core gives. */
const NEXT = 200;

export async function printOverview({ client, words }: PrintContext): Promise<PrintJob> {
  const { say } = words;
  const source = client.source.get();
  async function* pieces(): AsyncGenerator<readonly PrintPiece[]> {
    const { objectives, other } = await client.call('objectives_standing', { source });
    const standing: PrintPiece[] = [
      { sort: 'heading', text: say('overview-objectives') },
      {
        sort: 'table',
        columns: [
          { label: say('print-objective'), share: 30 },
          { label: say('print-count'), share: 10 },
          { label: say('print-standing'), share: 40 },
          { label: say('print-as-of'), share: 20 },
        ],
      },
    ];
    for (const row of objectives) {
      standing.push({
        sort: 'row',
        cells: [
          [{ text: row.title, badge: row.number }],
          String(row.count),
          row.statuses.map(({ label, count }) => say('overview-count', { count, status: label })).join(' · '),
          row.as_of === '' ? [{ text: say('overview-no-as-of'), quiet: true }] : row.as_of,
        ],
      });
    }
    if (other > 0) {
      standing.push({ sort: 'text', text: say('overview-other', { count: other }) });
    }
    yield standing;
    const next = await client.call('milestones_next', { source, limit: NEXT });
    yield [
      { sort: 'heading', text: say('overview-next') },
      {
        sort: 'table',
        columns: [
          { label: say('print-when'), share: 18 },
          { label: say('print-milestone'), share: 50 },
          { label: say('print-note'), share: 32 },
        ],
      },
      ...next.map(
        ({ row, when, hint }): PrintPiece => ({
          sort: 'row',
          cells: [when, row.title, [hint, row.note].filter((text) => text !== '').join(' · ')],
        }),
      ),
    ];
  }
  return { title: say('overview-title'), facts: [], pieces };
}
