/** A row with everything linked to it, kept fresh while it is shown. */
import { useEffect, useState } from 'react';
import type { RowDetail, RowKey } from '@/generated/wire.ts';
import { CommandError } from '@/lib/api.ts';
import { useClient, useCompared, useDiscreet, useSource } from '@/lib/client.ts';

export interface Shown {
  /** What was asked for when `detail` arrived. */
  key: RowKey | undefined;
  detail: RowDetail | undefined;
  /** It is no longer there, or could not be read. */
  error: unknown;
}

interface Followed extends Shown {
  /** It was read without discretion, and is not shown until it has been read with it. */
  isConcealed: boolean;
  reload: (op: number | null) => Promise<void>;
}

interface Found extends Shown {
  /** Nothing private is in it. */
  discreet: boolean;
}

const NOTHING: Found = { key: undefined, detail: undefined, error: undefined, discreet: true };

/** Waits so long before it asks: who walks through the list with the arrow keys does not ask for every row. */
const REST = 60;

export function useDetail(key: RowKey | undefined): Followed {
  const client = useClient();
  const source = useSource();
  const discreet = useDiscreet();
  const compare = useCompared()?.source;
  const [found, setFound] = useState(NOTHING);
  const kind = key?.kind;
  const id = key?.id;
  const [follower] = useState(() => ({ ask: async (): Promise<void> => undefined }));

  useEffect(() => {
    if (kind === undefined || id === undefined) {
      setFound(NOTHING);
      return undefined;
    }
    let asked = 0;
    let left = false;
    const ask = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      try {
        const detail = await client.call('row_get', {
          kind,
          id,
          source,
          discreet,
          ...(compare ? { compare } : {}),
        });
        if (!left && mine === asked) {
          setFound({ key: { kind, id }, detail, error: undefined, discreet });
        }
      } catch (error) {
        if (!left && mine === asked) {
          setFound({ key: { kind, id }, detail: undefined, error, discreet });
        }
      }
    };
    follower.ask = ask;
    const timer = setTimeout(() => void ask(), REST);
    // Links, people and updates of a row are rows of other kinds: any step may touch what is shown.
    const leave = [
      client.changed.listen(() => void ask()),
      client.opened.listen(() => void ask()),
      client.renew.listen(() => void ask()),
    ];
    return () => {
      left = true;
      clearTimeout(timer);
      for (const one of leave) {
        one();
      }
    };
  }, [client, follower, source, discreet, compare, kind, id]);

  // What is shown stays until the next is there; but not before an audience, where it may be private.
  const isConcealed = discreet && !found.discreet;
  const { key: of, detail, error } = isConcealed ? NOTHING : found;
  return {
    key: of,
    detail,
    error,
    isConcealed,
    reload: async (op) => {
      if (op !== null) {
        await follower.ask();
      }
    },
  };
}

/** Whether a row is simply no longer there: deleted, or undone. */
export function isGone(error: unknown): boolean {
  return error instanceof CommandError && (error.sort === 'stale' || error.code === 'no-such-row');
}
