/** The same role of the same holder, stated by one source or by several, is one role. */
import type { RoleView } from '@/generated/wire.ts';
import { cellOf } from '@/lib/fields.ts';

export interface Stated {
  role: RoleView;
  /** Every assignment that states it, the first one included. */
  all: readonly RoleView[];
  /** The documents that state it; several paragraphs of one are one. */
  sources: number;
}

/** Roles that say the same of the same place, put together; those that have ended come last. */
export function together(roles: readonly RoleView[]): readonly Stated[] {
  const found = new Map<string, RoleView[]>();
  for (const role of roles) {
    const key = JSON.stringify([
      role.place.kind,
      role.place.id,
      role.holder?.id ?? '',
      role.person_id ?? '',
      role.role,
      role.state,
      role.when,
      role.ended,
    ]);
    const same = found.get(key);
    if (same) {
      same.push(role);
    } else {
      found.set(key, [role]);
    }
  }
  const stated = [...found.values()].flatMap((all): Stated[] =>
    all[0] ? [{ role: all[0], all, sources: countSources(all) }] : [],
  );
  return [...stated.filter(({ role }) => !role.ended), ...stated.filter(({ role }) => role.ended)];
}

function countSources(all: readonly RoleView[]): number {
  const named = all.flatMap(({ row }) => cellOf(row, 'source').value ?? []);
  return new Set(named).size;
}
