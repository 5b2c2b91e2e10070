/** Rows of the plan that hold what was typed in the palette, the best first. */
import { useEffect, useState } from 'react';
import type { RowKey, Source } from '@/generated/wire.ts';
import { type Client, useClient, useDiscreet, usePlan, useSource } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';
import { byFit, type Fit, fitOf } from '@/lib/fit.ts';

/** A row that was found, as it is listed. */
export interface FoundRow extends RowKey {
  short: string;
  title: string;
  fit: Fit;
}

/** Kinds of rows that are looked for; of rows that fit equally well, those of an earlier kind come first. */
const SOUGHT = [
  'commitment',
  'milestone',
  'group',
  'organization',
  'action_line',
  'provision',
  'indicator',
] as const;

const MOST = 16;
/** So many rows of a kind are looked at; where more hold the words, the core is asked for those whose names fit best. */
const MOST_OF_KIND = 60;

const NONE: readonly FoundRow[] = [];

/** What was found for the text; of the text before until then. */
export function useFoundRows(text: string): readonly FoundRow[] {
  const client = useClient();
  const notices = useNotices();
  const plan = usePlan();
  const source = useSource();
  const discreet = useDiscreet();
  const [found, setFound] = useState(NONE);
  const wanted = plan.open === 'nothing' ? '' : text.trim();
  useEffect(() => {
    if (wanted === '') {
      setFound(NONE);
      return undefined;
    }
    return awaited(findRows(client, { text: wanted, source, discreet }), setFound, notices.report);
  }, [client, notices, source, wanted, discreet]);
  return found;
}

interface Search {
  text: string;
  source: Source;
  /** Before an audience: no row of a private kind, and none for its private text. */
  discreet: boolean;
}

async function findRows(client: Client, search: Search): Promise<readonly FoundRow[]> {
  const kinds = client.kinds.get();
  const sought = SOUGHT.filter((kind) => !(search.discreet && kinds.get(kind)?.private));
  const found = await Promise.all(sought.map((kind) => rowsOf(client, kind, search)));
  return byFit(found.flat()).slice(0, MOST);
}

async function rowsOf(client: Client, kind: string, search: Search): Promise<readonly FoundRow[]> {
  const { text, source, discreet } = search;
  const query = { text, filters: [], sort: [], group: null, discreet };
  const { rows, count } = await client.call('view_get', {
    kind,
    source,
    query,
    from: 0,
    to: MOST_OF_KIND,
    fields: ['id'],
  });
  const suggested =
    count > rows.length && source.at === 'now'
      ? await client.call('row_suggest', { kind, text, limit: MOST, discreet })
      : [];
  const named = suggested.map(({ id, label, hint }) => ({
    id,
    short: label,
    title: hint === '' ? label : hint,
  }));
  const all = [...named, ...rows.filter(({ id }) => !named.some((one) => one.id === id))];
  return all.map(({ id, short, title }) => ({ kind, id, short, title, fit: fitOf(text, [short, title]) }));
}
