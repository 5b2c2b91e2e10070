/** The differences between two states, kept fresh while they are shown. */
import { useMemo } from 'react';
import { useClient, useDiscreet } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';
import { byKind, changedRows, type Counts, type KindChanges } from './changes.ts';
import type { Comparison } from './state.ts';

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

export function useDifferences({ before, after }: Comparison): Differences {
  const kinds = useStore(useClient().kinds);
  // What is private is not even counted before an audience.
  const discreet = useDiscreet();
  const { value, error, isCurrent } = useReading('compare', { a: before, b: after, limit: MOST, discreet });
  // Another pair is not shown under the names of this one.
  const changes = isCurrent ? value : undefined;
  return useMemo(
    () => ({
      reading: !isCurrent,
      error: isCurrent ? error : undefined,
      kinds: byKind(changedRows(changes?.changes ?? []), kinds),
      counts: {
        added: changes?.added ?? 0,
        removed: changes?.removed ?? 0,
        changed: changes?.changed ?? 0,
      },
      listed: changes?.changes.length ?? 0,
      total: changes?.total ?? 0,
    }),
    [changes, error, isCurrent, kinds],
  );
}
