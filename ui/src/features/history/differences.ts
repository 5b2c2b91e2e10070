/** The differences between two states, kept fresh while they are shown. */
import { useEffect, useMemo, useState } from 'react';
import type { Changes, Source } from '@/generated/wire.ts';
import { NOW, useClient, useDiscreet, usePlan, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { byKind, changedRows, type Counts, countsOf, type KindChanges, withoutPrivate } from './changes.ts';
import { type Comparison, keyOf } from './state.ts';

export interface Differences {
  /** Nothing has been compared yet. */
  reading: boolean;
  error: unknown;
  kinds: readonly KindChanges[];
  /** Rows of the whole comparison, also of what is not listed. */
  counts: Counts;
  /** How many differences are listed, and how many there are. */
  listed: number;
  total: number;
}

/** More differences than these nobody reads; the counts are those of all. */
const MOST = 3_000;
const REST = 300;

export function useDifferences({ before, after }: Comparison): Differences {
  const client = useClient();
  const kinds = useStore(client.kinds);
  const discreet = useDiscreet();
  const plan = usePlan();
  const { language } = useWords();
  const [found, setFound] = useState<{ of: string; changes?: Changes; error?: unknown }>();
  const of = JSON.stringify([before, after]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan or another language is another comparison.
  useEffect(() => {
    let run = 0;
    let timer = 0;
    const [a, b] = JSON.parse(of) as [Source, Source];
    const ask = async (): Promise<void> => {
      run += 1;
      const mine = run;
      try {
        const changes = await client.call('compare', { a, b, limit: MOST });
        if (mine === run) {
          setFound({ of, changes });
        }
      } catch (error) {
        if (mine === run) {
          setFound({ of, error });
        }
      }
    };
    const again = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), REST);
    };
    void ask();
    const leave = [client.renew.listen(again)];
    if (keyOf(a) === keyOf(NOW) || keyOf(b) === keyOf(NOW)) {
      leave.push(client.changed.listen(again));
    }
    return () => {
      run += 1;
      clearTimeout(timer);
      for (const stop of leave) {
        stop();
      }
    };
  }, [client, of, plan.file?.file, plan.open, language]);
  const current = found?.of === of ? found : undefined;
  const changes = current?.changes;
  return useMemo(() => {
    const all = changes?.changes ?? [];
    const list = discreet ? withoutPrivate(all, kinds) : all;
    const rows = changedRows(list);
    const total = changes?.total ?? 0;
    const complete = all.length === total;
    return {
      reading: current === undefined,
      error: current?.error,
      kinds: byKind(rows, kinds),
      // What is private is not even counted before an audience.
      counts:
        changes && !complete && !discreet
          ? { added: changes.added, removed: changes.removed, changed: changes.changed }
          : countsOf(rows),
      listed: list.length,
      total: complete ? list.length : total,
    };
  }, [current, changes, discreet, kinds]);
}
