/** The card of a group, as it is at the moment that the window shows. */
import { useEffect, useState } from 'react';
import type { GroupCard, Source } from '@/generated/wire.ts';
import { type Client, useClient, useDiscreet, useSource } from '@/lib/client.ts';
import { textOf } from '@/lib/fields.ts';
import { EVERYTHING } from '@/lib/views.ts';

export interface Shown {
  card: GroupCard | undefined;
  /** The mandate that all sub-groups share, in its own words. */
  below: string;
  error: unknown;
}

/** Who walks through the tree with a key held down does not ask for every card on the way. */
const REST = 90;
/** More sub-groups than these are not asked what they have in common. */
const FEW = 40;
const NOTHING: Shown = { card: undefined, below: '', error: undefined };

export function useCard(id: string | undefined): Shown {
  const client = useClient();
  const source = useSource();
  const discreet = useDiscreet();
  const [shown, setShown] = useState<Shown>(NOTHING);
  useEffect(() => {
    if (id === undefined) {
      setShown(NOTHING);
      return undefined;
    }
    let asked = 0;
    let left = false;
    const ask = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      try {
        const card = await client.call('group_card', { id, source, discreet });
        const below = await mandateBelow(client, source, card);
        if (!left && mine === asked) {
          setShown({ card, below, error: undefined });
        }
      } catch (error) {
        if (!left && mine === asked) {
          setShown({ ...NOTHING, error });
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
  }, [client, source, discreet, id]);
  return shown;
}

async function mandateBelow(client: Client, source: Source, card: GroupCard): Promise<string> {
  const count = card.sub_groups.length;
  if (count < 2 || count > FEW) {
    return '';
  }
  const filters = [{ field: 'parent', any: [card.row.id] }];
  const query = { ...EVERYTHING, filters };
  const view = { kind: 'group', source, query, from: 0, to: count, fields: ['mandate'] };
  const { rows } = await client.call('view_get', view);
  const [first, ...others] = new Set(rows.map((row) => textOf(row, 'mandate')));
  return others.length === 0 ? (first ?? '') : '';
}
