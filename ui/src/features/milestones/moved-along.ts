/** A milestone was moved, and others with it: how many, and which first. */
import { useEffect } from 'react';
import type { PlanChanged } from '@/generated/wire.ts';
import { NOW, useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';

const KIND = 'milestone';
/** Names that are said. */
const NAMED = 3;

/** Milestones whose days are others now, though nobody touched them. */
export function movedAlong({ days, rows }: Pick<PlanChanged, 'days' | 'rows'>): readonly string[] {
  const touched = new Set(rows.map(({ id }) => id));
  return days.filter((id) => !touched.has(id));
}

export function useMovedAlong(): void {
  const client = useClient();
  const notices = useNotices();
  const { say, locale } = useWords();
  useEffect(() => {
    const tell = async (ids: readonly string[]): Promise<void> => {
      const first = await Promise.all(
        ids.slice(0, NAMED).map((id) => client.call('row_get', { kind: KIND, id, source: NOW })),
      );
      const titles = first.map(({ row }) => `\u2068${row.title}\u2069`);
      const others = ids.length - titles.length;
      const names = others > 0 ? [...titles, say('milestones-moved-others', { count: others })] : titles;
      notices.tell({
        tone: 'info',
        text: say('milestones-moved-along', {
          count: ids.length,
          names: new Intl.ListFormat(locale).format(names),
        }),
      });
    };
    return client.changed.listen((change) => {
      const ids = movedAlong(change);
      if (ids.length > 0 && client.source.get().at === 'now') {
        tell(ids).catch(notices.report);
      }
    });
  }, [client, notices, say, locale]);
}
