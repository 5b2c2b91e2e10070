/** What is compared, as lists ask for it. */
import type { ViewQuery } from '@/generated/wire.ts';
import type { Client, Compared } from '@/lib/client.ts';

/** A query that is answered with what became of its rows since an earlier state. */
export function comparedQuery(query: ViewQuery, compared: Compared | undefined): ViewQuery {
  return compared === undefined
    ? query
    : { ...query, compare: compared.source, ...(compared.only ? { only_changed: true } : {}) };
}

/** Nothing is compared any longer, and that is said. */
export function stopComparing(client: Client): void {
  if (client.compared.get()) {
    client.compared.set(undefined);
    client.said.emit(client.words.get().say('compare-stopped'));
  }
}
