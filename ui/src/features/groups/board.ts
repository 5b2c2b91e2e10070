/** Who holds what in a group and its sub-groups: a row for each body, a column for each organization. */
import type { GroupCard, RoleView, RowBrief } from '@/generated/wire.ts';
import { type Stated, together } from '@/parts/roles/index.ts';

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
  /** In the order in which they are met; last, as `null`: persons without an organization. */
  columns: readonly (RowBrief | null)[];
  rows: readonly BoardRow[];
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
  const all = [...columns.values()];
  return { columns: [...all.filter((one) => one !== null), ...all.filter((one) => one === null)], rows };
}

/** Roles on the board that are over. */
export function countEnded({ rows }: Board): number {
  return rows.flatMap(({ cells }) => [...cells.values()].flat()).filter(({ role }) => role.ended).length;
}

/** The board without roles that are over, and without the columns of those who hold nothing else. */
export function withoutEnded({ columns, rows }: Board): Board {
  const held = rows.map((row) => {
    const cells = [...row.cells].map(
      ([key, stated]) => [key, stated.filter(({ role }) => !role.ended)] as const,
    );
    return { ...row, cells: new Map(cells.filter(([, stated]) => stated.length > 0)) };
  });
  const keys = new Set(held.flatMap(({ cells }) => [...cells.keys()]));
  return { columns: columns.filter((column) => keys.has(column?.id ?? '')), rows: held };
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
