/** A table on paper: all rows of its view, in its order and groups, with the columns that are shown. */
import type { GroupView } from '@/generated/wire.ts';
import { cellOf } from '@/lib/fields.ts';
import { PRINT_PAGE, type PrintContext, type PrintJob, type PrintPiece } from '@/lib/print.ts';
import { comparedQuery } from '@/parts/compare/index.ts';
import { privateFields, withoutHidden } from './discreet.ts';
import { filterFacts } from './filter-facts.ts';
import { queryOf } from './list.ts';
import { fieldsOf, type TableState } from './state.ts';

/** Long texts need the room of several short ones. */
const SHARES: Readonly<Record<string, number>> = {
  text: 12,
  long: 22,
  texts: 12,
  references: 12,
  reference: 9,
};
const SHARE = 8;
/** Rows of the earlier state that are listed behind the others. */
const MOST_GONE = 500;

export async function printTable({ client, words }: PrintContext, state: TableState): Promise<PrintJob> {
  const { def, list } = state;
  const { say } = words;
  const kind = client.kinds.get().get(def.kind);
  const discreet = client.discreet.get();
  const hidden = discreet && kind ? privateFields(kind, client.kinds.get()) : new Set<string>();
  const shown = withoutHidden(list.get(), hidden, def.computed);
  const compared = client.compared.get();
  const query = comparedQuery(queryOf(def, shown, discreet), compared);
  const source = client.source.get();
  const keys = shown.columns.filter((key) => !hidden.has(key));
  const fields = [...fieldsOf(def, keys)].filter((name) => !hidden.has(name));
  const ask = (from: number, to: number) =>
    client.call('view_get', { kind: def.kind, source, query, from, to, fields });
  const first = await ask(0, 1);
  const facts = [
    say('print-rows', { shown: first.count, total: first.total }),
    ...comparedInWords(),
    ...(await filterFacts(client, { kind: def.kind, source, query, list: shown, linked: def.linked })),
  ];
  const gone =
    (first.compared?.removed ?? 0) > 0
      ? (await client.call('view_gone', { kind: def.kind, source, query, limit: MOST_GONE })).rows
      : [];
  const columns = keys.map((key) => {
    const field = kind?.fields.find(({ name }) => name === key);
    const own = def.labels?.[key];
    const isTitle = key === def.title;
    return {
      label: own ? say(own) : (field?.label ?? key),
      share: isTitle ? 30 : (def.shapes?.[key]?.width ?? 0) / 10 || SHARES[field?.field ?? ''] || SHARE,
    };
  });

  function comparedInWords(): readonly string[] {
    if (!compared || !first.compared) {
      return [];
    }
    const told = say('compare-print', { state: compared.name, counts: first.compared.words });
    return compared.only ? [told, say('compare-print-only')] : [told];
  }

  async function* pieces(): AsyncGenerator<readonly PrintPiece[]> {
    yield [{ sort: 'table', columns }];
    let group: GroupView | undefined;
    for (let from = 0; from < first.count; from += PRINT_PAGE) {
      const window = await ask(from, Math.min(from + PRINT_PAGE, first.count));
      const made: PrintPiece[] = [];
      window.rows.forEach((row, at) => {
        const here = window.groups.findLast((one) => one.from <= from + at);
        if (here && here.from !== group?.from) {
          group = here;
          made.push({
            sort: 'group',
            text: here.label || say('filter-empty'),
            badge: here.badge,
            note: String(here.count),
          });
        }
        made.push({
          sort: 'row',
          cells: keys.map((key) => {
            const cell = cellOf(row, key);
            const was = row.mark?.was[key];
            const isTitle = key === def.title;
            return [
              // A word, because paper has no colours.
              ...(isTitle && row.mark?.what === 'added'
                ? [{ text: row.mark.words, badge: '+', firm: true }]
                : []),
              { text: cell.text, quiet: cell.empty, firm: was !== undefined },
              ...(was === undefined ? [] : [{ text: was, quiet: true, line: true }]),
            ];
          }),
        });
      });
      yield made;
      if (window.rows.length === 0) {
        break;
      }
    }
    if (gone.length > 0) {
      const rows = gone.map((row): PrintPiece => {
        const at = (key: string): string =>
          key === def.title ? row.title : key === 'reference' ? row.short : '';
        return { sort: 'row', cells: keys.map((key) => [{ text: at(key), struck: true }]) };
      });
      const group: PrintPiece = { sort: 'group', text: say('compare-gone-title'), note: String(gone.length) };
      yield [group, ...rows];
    }
  }

  return {
    title: kind?.plural ?? def.name,
    facts,
    landscape: true,
    total: first.count,
    pieces,
  };
}
