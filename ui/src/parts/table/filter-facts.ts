/** The filters of a list in words, as they stand on paper. */
import type { Source, ViewQuery } from '@/generated/wire.ts';
import type { Client } from '@/lib/client.ts';
import type { ListState } from './list.ts';

export interface Filtered {
  kind: string;
  source: Source;
  query: ViewQuery;
  list: Pick<ListState, 'filters' | 'text'>;
  /** Labels of what rows are filtered by that is no field of theirs, by their keys in the words of the window. */
  linked?: Readonly<Record<string, string>> | undefined;
}

export async function filterFacts(
  client: Client,
  { kind, source, query, list, linked }: Filtered,
): Promise<readonly string[]> {
  const { say } = client.words.get();
  const fields = client.kinds.get().get(kind)?.fields ?? [];
  const told = await Promise.all(
    [...list.filters].map(async ([field, any]) => {
      const own = linked?.[field];
      const label = own ? say(own) : (fields.find(({ name }) => name === field)?.label ?? field);
      const rest: ViewQuery = { ...query, filters: query.filters.filter((one) => one.field !== field) };
      const choices = await client.call('view_choices', { kind, source, query: rest, field });
      const values = any.map(
        (key) => choices.find((choice) => choice.key === key)?.label || (key ?? say('filter-empty')),
      );
      return say('filter-is', { label, values: values.join(', ') });
    }),
  );
  const text = list.text.trim();
  return text === '' ? told : [...told, say('print-text-filter', { text })];
}
