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

interface Found extends Shown {
  /** Nothing private is in it. */
  discreet: boolean;
}

const NOTHING: Found = { card: undefined, below: '', error: undefined, discreet: true };

export function useCard(id: string | undefined): Shown {
  const client = useClient();
  const source = useSource();
  const discreet = useDiscreet();
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (id === undefined) {
      setFound(NOTHING);
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
          setFound({ card, below, error: undefined, discreet });
        }
      } catch (error) {
        if (!left && mine === asked) {
          setFound({ ...NOTHING, error });
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
  // What is shown stays until the next is there; but not before an audience, where it may be private.
  return discreet && !found.discreet ? NOTHING : found;
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
