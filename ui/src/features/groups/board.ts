/** Who holds what in a group and its sub-groups: a row for each body, a column for each organization. */
import type { GroupCard, RoleView, RowBrief } from '@/generated/wire.ts';

/** The same role of the same holder, stated once or in several places. */
export interface Stated {
  role: RoleView;
  /** Every assignment that states it, the first one included. */
  all: readonly RoleView[];
}

export interface BoardRow {
  group: RowBrief;
  /** The group itself, not one of its sub-groups. */
  own: boolean;
  badge: string;
  /** What is not stated. */
  note: string;
  /** By id of the organization; the empty id: persons without one. */
  cells: ReadonlyMap<string, readonly Stated[]>;
}

export interface Board {
  /** In the order in which they are met; `null`: persons without an organization. */
  columns: readonly (RowBrief | null)[];
  rows: readonly BoardRow[];
}

/** Roles that say the same, put together; those that have ended come last. */
export function together(roles: readonly RoleView[]): readonly Stated[] {
  const found = new Map<string, RoleView[]>();
  for (const role of roles) {
    const key = JSON.stringify([
      role.holder?.id ?? '',
      role.person_id ?? '',
      role.words,
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
  const stated = [...found.values()].flatMap((all): Stated[] => (all[0] ? [{ role: all[0], all }] : []));
  return [...stated.filter(({ role }) => !role.ended), ...stated.filter(({ role }) => role.ended)];
}

export function boardOf(card: GroupCard): Board {
  const { id, kind, short, title } = card.row;
  const own: RowBrief = { id, kind, short, title, note: '' };
  const rows = [
    rowOf(own, '', '', card.roles, true),
    ...card.sub_groups.map(({ row, badge, not_stated: note, roles }) =>
      rowOf(row, badge, note, roles, false),
    ),
  ];
  const columns = new Map<string, RowBrief | null>();
  for (const role of [...card.roles, ...card.sub_groups.flatMap((group) => group.roles)]) {
    const key = role.holder?.id ?? '';
    if (!columns.has(key)) {
      columns.set(key, role.holder);
    }
  }
  return { columns: [...columns.values()], rows };
}

function rowOf(
  group: RowBrief,
  badge: string,
  note: string,
  roles: readonly RoleView[],
  own: boolean,
): BoardRow {
  const cells = new Map<string, Stated[]>();
  for (const stated of together(roles)) {
    const key = stated.role.holder?.id ?? '';
    cells.set(key, [...(cells.get(key) ?? []), stated]);
  }
  return { group, own, badge, note, cells };
}
