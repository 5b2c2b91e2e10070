/** The links of a row that are rows themselves: mappings, each with its reason, which can be changed and taken away. */
import { useEffect, useState } from 'react';
import type { RowBrief, RowDetail, RowView } from '@/generated/wire.ts';
import { useClient, useSource } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';
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

/** The mappings of the row that is shown. */
export function useMappings(detail: RowDetail): readonly RowView[] {
  const { kind } = detail.row;
  return useRowsNaming(detail, 'mapping', kind, farEnds(kind).length > 0);
}

const NONE: readonly RowView[] = [];

/** Rows that name the row that is shown in a field; asked for again whenever its details are new. */
function useRowsNaming(detail: RowDetail, kind: string, field: string, wanted: boolean): readonly RowView[] {
  const client = useClient();
  const notices = useNotices();
  const source = useSource();
  const [found, setFound] = useState<readonly RowView[]>(NONE);
  useEffect(() => {
    if (!wanted) {
      setFound(NONE);
      return undefined;
    }
    const query = { text: '', filters: [{ field, any: [detail.row.id] }], sort: [], group: null };
    const answer = client.call('view_get', { kind, source, query, from: 0, to: MOST, fields: [] });
    return awaited(answer, ({ rows }) => setFound(rows), notices.report);
  }, [client, notices, source, detail, kind, field, wanted]);
  return found;
}

/** Of a milestone: how far what hangs on it is from it, in words. */
export function useDistances(detail: RowDetail): ReadonlyMap<string, string> {
  const rows = useRowsNaming(detail, 'milestone', 'anchor', detail.row.kind === 'milestone');
  return new Map(rows.map((row) => [row.id, textOf(row, 'hangs_on')]));
}

/** The mapping behind each link that has one; of two links that say the same, each has its own. */
export function mappingsBehind(
  kind: string,
  links: readonly RowBrief[],
  mappings: readonly RowView[],
): ReadonlyMap<RowBrief, RowView> {
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
  return new Map(
    links.flatMap((link) => {
      const mapping = free.get(`${link.kind} ${link.id} ${link.note}`)?.shift();
      return mapping ? [[link, mapping] as const] : [];
    }),
  );
}
