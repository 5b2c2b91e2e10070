/** The card of a group, as it is at the moment that the window shows. */
import { useEffect, useState } from 'react';
import type { GroupCard } from '@/generated/wire.ts';
import { useClient, useSource } from '@/lib/client.ts';

export interface Shown {
  card: GroupCard | undefined;
  error: unknown;
}

/** Who walks through the tree with a key held down does not ask for every card on the way. */
const REST = 90;

export function useCard(id: string | undefined): Shown {
  const client = useClient();
  const source = useSource();
  const [shown, setShown] = useState<Shown>({ card: undefined, error: undefined });
  useEffect(() => {
    if (id === undefined) {
      setShown({ card: undefined, error: undefined });
      return undefined;
    }
    let asked = 0;
    let left = false;
    const ask = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      try {
        const card = await client.call('group_card', { id, source });
        if (!left && mine === asked) {
          setShown({ card, error: undefined });
        }
      } catch (error) {
        if (!left && mine === asked) {
          setShown({ card: undefined, error });
        }
      }
    };
    const timer = setTimeout(() => void ask(), REST);
    const again = (): void => void ask();
    const leave = [client.changed.listen(again), client.opened.listen(again), client.renew.listen(again)];
    return () => {
      left = true;
      clearTimeout(timer);
      for (const one of leave) {
        one();
      }
    };
  }, [client, source, id]);
  return shown;
}
