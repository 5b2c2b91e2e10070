/** Columns as wide as what is in them, over all rows of the view: the core tells the longest texts, the grid measures them. */
import type { GridApi } from '@/kit/index.ts';
import type { Bench } from './actions.ts';
import { everyRow, wireRange } from './ranges.ts';

export async function fitColumns(
  bench: Bench,
  grid: { readonly current: GridApi | null },
  keys: readonly string[],
): Promise<void> {
  const { client, state } = bench;
  const { columns } = await client.call('cells_longest', wireRange(bench, everyRow(bench, keys)));
  const fitted = keys.flatMap((key, at) => {
    const width = grid.current?.fit(key, columns[at] ?? []);
    return width === undefined ? [] : [[key, width] as const];
  });
  const list = state.list.get();
  state.list.set({ ...list, widths: { ...list.widths, ...Object.fromEntries(fitted) } });
}
