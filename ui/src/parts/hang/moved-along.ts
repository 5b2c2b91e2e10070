/** A milestone was moved, and others with it: how many, and which first. */
import { useEffect } from 'react';
import type { PlanChanged } from '@/generated/wire.ts';
import { NOW, useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';

const KIND = 'milestone';
/** Names that are said. */
const NAMED = 3;

/** So many rows and milestones are listed of one step, at the most. */
const LISTED = 500;

interface Moved {
  /** Milestones whose days are others now, though nobody touched them. */
  ids: readonly string[];
  /** There are more than these. */
  more: boolean;
}

/** None, where the step touched more rows than are listed: nobody can tell then what moved by itself. */
export function movedAlong({ days, rows, many }: Pick<PlanChanged, 'days' | 'rows' | 'many'>): Moved {
  if (many && rows.length >= LISTED) {
    return { ids: [], more: false };
  }
  const touched = new Set(rows.map(({ id }) => id));
  return { ids: days.filter((id) => !touched.has(id)), more: many };
}

export function useMovedAlong(): void {
  const client = useClient();
  const notices = useNotices();
  const { say, locale } = useWords();
  useEffect(() => {
    const tell = async ({ ids, more }: Moved, step: number): Promise<void> => {
      const first = await Promise.all(
        ids.slice(0, NAMED).map((id) => client.call('row_get', { kind: KIND, id, source: NOW })),
      );
      const titles = first.map(({ row }) => `\u2068${row.title}\u2069`);
      const others = ids.length - titles.length;
      const rest = more ? 'milestones-moved-more' : 'milestones-moved-others';
      const names = others > 0 ? [...titles, say(rest, { count: others })] : titles;
      notices.tell({
        tone: 'info',
        text: say(more ? 'milestones-moved-along-more' : 'milestones-moved-along', {
          count: ids.length,
          names: new Intl.ListFormat(locale).format(names),
        }),
        step,
      });
    };
    return client.changed.listen((change) => {
      const moved = movedAlong(change);
      if (moved.ids.length > 0 && client.source.get().at === 'now') {
        tell(moved, change.op).catch(notices.report);
      }
    });
  }, [client, notices, say, locale]);
}
