/** The links of a row that are rows themselves: mappings, each with its reason, which can be changed and taken away. */
import { useEffect, useState } from 'react';
import type { RowBrief, RowDetail, RowView } from '@/generated/wire.ts';
import { useClient, useSource } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { cellOf, textOf } from '@/lib/fields.ts';

/** Ends from which a link goes out. */
export const FROM: readonly string[] = ['commitment', 'objective'];
/** Ends to which it goes. */
export const TO: readonly string[] = ['provision', 'action_line', 'goal', 'group', 'milestone'];

/** The kinds that a row of this kind can be linked with. */
export function farEnds(kind: string): readonly string[] {
  return FROM.includes(kind) ? TO : TO.includes(kind) ? FROM : [];
}

/** As many as stand in a list of links at the most. */
const MOST = 1000;

/** The mappings of the row that is shown, asked for again whenever its details are new. */
export function useMappings(detail: RowDetail): readonly RowView[] {
  const client = useClient();
  const notices = useNotices();
  const source = useSource();
  const [found, setFound] = useState<readonly RowView[]>([]);
  useEffect(() => {
    const { kind, id } = detail.row;
    if (farEnds(kind).length === 0) {
      setFound([]);
      return undefined;
    }
    let left = false;
    const query = { text: '', filters: [{ field: kind, any: [id] }], sort: [], group: null };
    client.call('view_get', { kind: 'mapping', source, query, from: 0, to: MOST, fields: [] }).then(
      ({ rows }) => {
        if (!left) {
          setFound(rows);
        }
      },
      (reason: unknown) => {
        if (!left) {
          notices.report(reason);
        }
      },
    );
    return () => {
      left = true;
    };
  }, [client, notices, source, detail]);
  return found;
}

/** Finds the mapping behind a link, once for each of them. */
export function mappingFinder(
  kind: string,
  mappings: readonly RowView[],
): (link: RowBrief) => RowView | undefined {
  const free = new Map<string, RowView[]>();
  for (const mapping of mappings) {
    for (const end of farEnds(kind)) {
      const cell = cellOf(mapping, end);
      if (!cell.empty) {
        const key = `${end} ${String(cell.value)} ${textOf(mapping, 'reason')}`;
        free.set(key, [...(free.get(key) ?? []), mapping]);
      }
    }
  }
  return ({ kind: end, id, note }) => free.get(`${end} ${id} ${note}`)?.shift();
}
