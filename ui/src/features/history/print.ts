/** The history on paper: the steps that are filtered, or what is different between the two states that are compared. */
import type { PrintContext, PrintJob, PrintPiece } from '@/lib/print.ts';
import { PRINT_PAGE } from '@/lib/print.ts';
import { dayOf, timeOf } from '@/lib/times.ts';
import { type HistoryState, isFiltered, withoutPrivate } from './state.ts';

export async function printHistory(
  { client, words }: PrintContext,
  { shown }: HistoryState,
): Promise<PrintJob> {
  const { say, locale } = words;
  const discreet = client.discreet.get();
  const kinds = client.kinds.get();
  const title = say('screen-history');
  const { part, comparison } = shown.get();

  if (part === 'compare' && comparison) {
    const { before, after, kind } = comparison;
    const found = await client.call('compare', { a: before, b: after, discreet });
    const changes = found.changes.filter((change) => kind === undefined || change.kind === kind);
    const pieces = async function* (): AsyncGenerator<readonly PrintPiece[]> {
      yield [{ sort: 'table', columns: [{ label: say('print-difference'), share: 1 }] }];
      let last = '';
      for (let from = 0; from < changes.length; from += PRINT_PAGE) {
        yield changes.slice(from, from + PRINT_PAGE).flatMap((change): PrintPiece[] => {
          const head: PrintPiece[] =
            change.kind === last
              ? []
              : [{ sort: 'group', text: kinds.get(change.kind)?.plural ?? change.kind }];
          last = change.kind;
          return [...head, { sort: 'row', cells: [change.sentence] }];
        });
      }
    };
    return {
      title,
      facts: [say('print-differences', { count: changes.length })],
      total: changes.length,
      pieces,
    };
  }

  const all = shown.get().filters;
  const filters = discreet ? withoutPrivate(all, kinds) : all;
  const text = filters.text.trim();
  const request = {
    kind: filters.row?.kind ?? filters.kind ?? null,
    id: filters.row?.id ?? null,
    by: filters.by ?? null,
    field: filters.field ?? null,
    text: text === '' ? null : text,
    discreet,
  };
  const facts = [
    filters.by === undefined ? '' : say('print-by', { person: filters.by }),
    filters.kind === undefined ? '' : (kinds.get(filters.kind)?.plural ?? ''),
    text === '' ? '' : say('print-text-filter', { text }),
  ].filter((fact) => fact !== '');
  const pieces = async function* (): AsyncGenerator<readonly PrintPiece[]> {
    yield [
      {
        sort: 'table',
        columns: [
          { label: say('print-time'), share: 9 },
          { label: say('print-step'), share: 70 },
          { label: say('print-who'), share: 21 },
        ],
      },
    ];
    let before: number | null = null;
    let day = '';
    for (;;) {
      const page: Awaited<ReturnType<typeof ask>> = await ask(before);
      yield page.steps.flatMap((step): PrintPiece[] => {
        const here = dayOf(step.at, locale);
        const head: PrintPiece[] = here === day ? [] : [{ sort: 'group', text: here }];
        day = here;
        const told = step.sentences.length === 0 ? [step.name] : step.sentences;
        const more = step.more > 0 ? [say('history-more-changes', { count: step.more })] : [];
        const who = [step.by, step.organization].filter((name) => name !== '').join(', ');
        return [
          ...head,
          {
            sort: 'row',
            cells: [timeOf(step.at, locale), [{ text: [...told, ...more].join('; ') }], who],
          },
        ];
      });
      before = page.steps.at(-1)?.op ?? null;
      if (!page.more || before === null) {
        return;
      }
    }
  };
  const ask = (before: number | null) =>
    client.call('history_list', { ...request, before, limit: PRINT_PAGE });
  return { title, facts: isFiltered(filters) ? facts : [], pieces };
}
