/** How many rows of some kinds there are, at the moment that is shown. */
import { useEffect, useState } from 'react';
import { useClient, usePlan, useSource } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { EVERYTHING } from '@/lib/views.ts';

export type Counts = Readonly<Record<string, number | undefined>>;

const UNKNOWN: Counts = {};

/** Those of now are known with the plan; those of another moment are asked for. `kinds` must be kept. */
export function useCounts(kinds: readonly string[]): Counts {
  const client = useClient();
  const notices = useNotices();
  const plan = usePlan();
  const source = useSource();
  const [past, setPast] = useState<{ source: typeof source; counts: Counts }>();
  useEffect(() => {
    if (source.at === 'now') {
      setPast(undefined);
      return undefined;
    }
    let left = false;
    const ask = async (): Promise<void> => {
      const found = await Promise.all(
        kinds.map(async (kind) => {
          const view = { kind, source, query: EVERYTHING, from: 0, to: 0, fields: [] };
          return [kind, (await client.call('view_get', view)).count] as const;
        }),
      );
      if (!left) {
        setPast({ source, counts: Object.fromEntries(found) });
      }
    };
    ask().catch(notices.report);
    return () => {
      left = true;
    };
  }, [client, notices, source, kinds]);
  if (source.at === 'now') {
    return plan.open === 'nothing' ? UNKNOWN : plan.counts;
  }
  return past?.source === source ? past.counts : UNKNOWN;
}
