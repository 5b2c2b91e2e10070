/** What was found, on paper: each row with what it is and where the words stand in it. */
import { PRINT_PAGE, type PrintContext, type PrintJob, type PrintPiece } from '@/lib/print.ts';
import type { SearchState } from './state.ts';

export async function printSearch(
  { client, words }: PrintContext,
  { shown }: SearchState,
): Promise<PrintJob> {
  const { say } = words;
  const { text, kind } = shown.get();
  const title = say('screen-search');
  const wanted = text.trim();
  if (wanted === '') {
    return { title, facts: [say('search-empty-title')], pieces: async function* () {} };
  }
  const ask = (from: number) =>
    client.call('search_find', {
      text: wanted,
      source: client.source.get(),
      kinds: kind === undefined ? [] : [kind],
      from,
      to: from + PRINT_PAGE,
      discreet: client.discreet.get(),
    });
  const first = await ask(0);
  const pieces = async function* (): AsyncGenerator<readonly PrintPiece[]> {
    yield [
      {
        sort: 'table',
        columns: [
          { label: say('print-kind'), share: 18 },
          { label: say('print-title-of'), share: 40 },
          { label: say('print-found-in'), share: 42 },
        ],
      },
    ];
    for (let page = first; page.rows.length > 0; page = await ask(page.from + page.rows.length)) {
      yield page.rows.map(
        ({ row, kind_label: label, field, snippet }): PrintPiece => ({
          sort: 'row',
          cells: [
            label,
            [
              row.short === '' || row.short === row.title
                ? { text: row.title }
                : { text: row.title, badge: row.short },
            ],
            snippet.length === 0
              ? ''
              : [
                  { text: field, quiet: true },
                  ...snippet.map((piece, at) => ({ text: piece.text, firm: piece.found, line: at === 0 })),
                ],
          ],
        }),
      );
      if (page.from + page.rows.length >= page.count) {
        return;
      }
    }
  };
  return {
    title,
    facts: [say('print-text-filter', { text: wanted }), say('search-found', { count: first.count })],
    total: first.count,
    pieces,
  };
}
