/** Differences, gathered by kind and row. */
import type { ChangeView, KindInfo } from '@/generated/wire.ts';
import type { IconName } from '@/kit/index.ts';

export type What = 'added' | 'removed' | 'changed';

/** A shape for each, beside its word. */
export const WHAT_SHAPES: { readonly [K in What]: IconName } = {
  added: 'plus',
  changed: 'edit',
  removed: 'minus',
};

export interface RowChanges {
  key: string;
  kind: string;
  id: string;
  ref: string;
  title: string;
  what: What;
  /** What is different in a row that both states have; empty for the others. */
  fields: readonly ChangeView[];
}

export interface KindChanges {
  kind: string;
  label: string;
  rows: readonly RowChanges[];
}

export interface Counts {
  added: number;
  removed: number;
  changed: number;
}

/** ITU-9 stands before ITU-10. */
const ORDER = new Intl.Collator(undefined, { numeric: true });

export function changedRows(changes: readonly ChangeView[]): readonly RowChanges[] {
  const rows = new Map<string, RowChanges & { fields: ChangeView[] }>();
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`;
    const known = rows.get(key);
    const row = known ?? {
      key,
      kind: change.kind,
      id: change.id,
      ref: change.ref,
      title: change.title,
      what: isWhat(change.what) ? change.what : 'changed',
      fields: [],
    };
    if (!known) {
      rows.set(key, row);
    }
    if (change.field !== null) {
      row.fields.push(change);
    }
  }
  return [...rows.values()];
}

/** Kinds in the order in which they came, rows by reference, else by title. */
export function byKind(
  rows: readonly RowChanges[],
  kinds: ReadonlyMap<string, KindInfo>,
): readonly KindChanges[] {
  const found = new Map<string, RowChanges[]>();
  for (const row of rows) {
    const list = found.get(row.kind);
    if (list) {
      list.push(row);
    } else {
      found.set(row.kind, [row]);
    }
  }
  const order = (a: RowChanges, b: RowChanges): number =>
    ORDER.compare(a.ref || a.title, b.ref || b.title) || ORDER.compare(a.key, b.key);
  return [...found].map(([kind, list]) => ({
    kind,
    label: kinds.get(kind)?.plural ?? kind,
    rows: list.toSorted(order),
  }));
}

function isWhat(what: string): what is What {
  return what === 'added' || what === 'removed' || what === 'changed';
}
