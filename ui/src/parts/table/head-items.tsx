/** The menu of a column: its order, its filter, its place and width. */
import { MenuItem } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import type { Column } from './columns.tsx';
import { movedColumn } from './list.ts';
import type { TableState } from './state.ts';

export interface HeadItemsProps {
  state: TableState;
  columnKey: string;
  columns: readonly Column[];
  onSort: (key: string, additive: boolean) => void;
  onFit: (keys: readonly string[]) => void;
}

const STEP = 32;
const LEAST = 48;

export function HeadItems({ state, columnKey, columns, onSort, onFit }: HeadItemsProps) {
  const { def, list } = state;
  const { say } = useWords();
  const at = columns.findIndex(({ key }) => key === columnKey);
  const column = columns[at];
  if (!column) {
    return null;
  }
  const now = list.get();
  const sort = (descending: boolean): void =>
    list.set({ ...list.get(), sort: [{ column: columnKey, descending }] });
  const size = (by: number): void =>
    list.set({
      ...list.get(),
      widths: { ...list.get().widths, [columnKey]: Math.max(LEAST, Math.round(column.width + by)) },
    });
  const move = (before: string | undefined): void =>
    list.set({ ...list.get(), columns: movedColumn(list.get().columns, columnKey, before) });
  return (
    <>
      {column.sortable ? (
        <>
          <MenuItem id="up" icon="ascending" label={say('column-sort-up')} onAction={() => sort(false)} />
          <MenuItem id="down" icon="descending" label={say('column-sort-down')} onAction={() => sort(true)} />
          {now.sort.length > 0 && !now.sort.some((one) => one.column === columnKey) ? (
            <MenuItem id="also" label={say('column-sort-also')} onAction={() => onSort(columnKey, true)} />
          ) : null}
        </>
      ) : null}
      <MenuItem
        id="earlier"
        label={say('column-earlier-menu')}
        shortcut="Alt+←"
        isDisabled={at <= 0}
        onAction={() => move(columns[at - 1]?.key)}
      />
      <MenuItem
        id="later"
        label={say('column-later-menu')}
        shortcut="Alt+→"
        isDisabled={at === columns.length - 1}
        onAction={() => move(columns[at + 2]?.key)}
      />
      <MenuItem id="wider" label={say('column-wider')} shortcut="Alt+Shift+→" onAction={() => size(STEP)} />
      <MenuItem
        id="narrower"
        label={say('column-narrower')}
        shortcut="Alt+Shift+←"
        onAction={() => size(-STEP)}
      />
      <MenuItem
        id="fit"
        label={say('column-fit')}
        shortcut="Alt+Shift+↓"
        onAction={() => onFit([columnKey])}
      />
      <MenuItem
        id="fit-all"
        label={say('column-fit-all')}
        onAction={() => onFit(columns.map(({ key }) => key))}
      />
      <MenuItem
        id="hide"
        label={say('column-hide')}
        // The title names the row; without it nobody knows what is what.
        isDisabled={columnKey === def.title}
        onAction={() =>
          list.set({ ...list.get(), columns: list.get().columns.filter((key) => key !== columnKey) })
        }
      />
    </>
  );
}
