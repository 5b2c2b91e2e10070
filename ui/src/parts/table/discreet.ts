/** What a table keeps off the screen before an audience: private fields, and fields that name rows of a private kind. */
import { useMemo } from 'react';
import type { KindInfo } from '@/generated/wire.ts';
import { useClient, useDiscreet } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import type { ListState } from './list.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Names of the fields of a kind that are private themselves or by what they name. */
export function privateFields(kind: KindInfo, kinds: ReadonlyMap<string, KindInfo>): ReadonlySet<string> {
  const hidden = kind.fields.filter(
    (field) => field.private || (field.target !== null && kinds.get(field.target)?.private === true),
  );
  return new Set(hidden.map(({ name }) => name));
}

/** Names of the fields that are kept off the screen now. */
export function useHidden(name: string): ReadonlySet<string> {
  const discreet = useDiscreet();
  const kinds = useStore(useClient().kinds);
  return useMemo(() => {
    const kind = kinds.get(name);
    return discreet && kind ? privateFields(kind, kinds) : NOTHING;
  }, [discreet, kinds, name]);
}

/** The list without filters, order and grouping by hidden fields: which rows are left, and where, would tell of them. */
export function withoutHidden(
  list: ListState,
  hidden: ReadonlySet<string>,
  computed: Readonly<Record<string, string>>,
): ListState {
  if (hidden.size === 0) {
    return list;
  }
  return {
    ...list,
    filters: new Map([...list.filters].filter(([field]) => !hidden.has(field))),
    conditions: new Map([...list.conditions].filter(([field]) => !hidden.has(field))),
    sort: list.sort.filter(({ column }) => !hidden.has(computed[column] || column)),
    group: hidden.has(list.group) ? '' : list.group,
  };
}
