/** Short names of the rows of small kinds (objectives, organizations, goals): the members of a set are shown by them. */
import type { Client } from './client.ts';
import { EVERYTHING } from './views.ts';

/** More than this no small kind has. */
const MOST = 5_000;

export interface Names {
  /** The short name, or the id while it is not known. */
  of(kind: string, id: string): string;
  /** Has the names of a kind at hand, now or soon. */
  want(kind: string): void;
}

export function createNames(client: Client): Names {
  const known = new Map<string, Map<string, string>>();
  const fetch = async (kind: string): Promise<void> => {
    const window = {
      kind,
      source: { at: 'now' as const },
      query: { ...EVERYTHING, discreet: client.discreet.get() },
      from: 0,
      to: MOST,
      fields: ['title'],
    };
    try {
      const { rows } = await client.call('view_get', window);
      known.set(kind, new Map(rows.map((row) => [row.id, row.short || row.title])));
    } catch {
      // Ids are shown instead of names; the next want asks again.
      known.delete(kind);
    }
  };
  const want = (kind: string): void => {
    if (!known.has(kind)) {
      known.set(kind, new Map());
      void fetch(kind);
    }
  };
  client.changed.listen(({ tables }) => {
    for (const kind of tables) {
      if (known.has(kind)) {
        void fetch(kind);
      }
    }
  });
  client.opened.listen(() => known.clear());
  client.renew.listen(() => known.clear());
  client.discreet.subscribe(() => known.clear());
  return {
    want,
    of(kind, id) {
      want(kind);
      return known.get(kind)?.get(id) ?? id;
    },
  };
}
