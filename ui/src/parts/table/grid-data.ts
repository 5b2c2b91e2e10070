/** What the table's grid is given: columns with their widths, groups, the row as it was seen. */
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { Cell, GroupView, KindInfo, RowView } from '@/generated/wire.ts';
import type { GridGroup, GridMark } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useEditing } from '@/lib/editing.ts';
import { useStore } from '@/lib/store.ts';
import { PAGE, type RowSource, type RowsView } from '@/lib/views.ts';
import { buildColumns, type Column, type Letters, longest } from './columns.tsx';
import { groupKey } from './list.ts';
import type { TableState } from './state.ts';

const NO_NAMES: readonly string[] = [];

export function useColumns(
  { def, list }: TableState,
  kind: KindInfo,
  rows: RowSource,
  box: RefObject<HTMLElement | null>,
): readonly Column[] {
  const { say } = useWords();
  const { names } = useEditing();
  const keys = useStore(list, (shown) => shown.columns);
  const widths = useStore(list, (shown) => shown.widths);
  const room = useWidth(box) / useStore(useClient().settings, (settings) => settings.text_size / 100);
  const [letters, setLetters] = useState<Letters>({});
  const met = longest(def.naming ?? NO_NAMES, letters, firstRows(rows));
  if (met !== letters) {
    setLetters(met);
  }
  return useMemo(
    () => buildColumns(def, kind, { keys, widths, room, letters }, say, names),
    [def, kind, keys, widths, room, letters, say, names],
  );
}

/** The groups of the core, or those that the screen makes, as the grid takes them. */
export function useGroups(
  { list }: TableState,
  groups: readonly GroupView[],
): readonly GridGroup[] | undefined {
  const { say } = useWords();
  const collapsed = useStore(list, (shown) => shown.collapsed);
  const group = useStore(list, (shown) => shown.group);
  return useMemo(
    () =>
      group === '' || groups.length === 0
        ? undefined
        : groups.map(({ key, label, badge, from, count }): GridGroup => {
            const id = groupKey(key);
            return {
              key: id,
              label: label === '' ? say('grouping-empty') : label,
              badge: badge === '' ? undefined : badge,
              from,
              count,
              collapsed: collapsed.has(id),
            };
          }),
    [group, groups, collapsed, say],
  );
}

/** A row, where it is loaded. */
export function rowOf({ getState }: RowsView, id: string): RowView | undefined {
  const { rows } = getState();
  const index = rows.indexOf(id);
  return index === undefined ? undefined : rows.get(index);
}

/** Whether a row says what it said before. */
export function sameRow(before: RowView, after: RowView): boolean {
  const names = Object.keys(after.cells);
  return (
    before.id === after.id &&
    before.title === after.title &&
    sameMark(before, after) &&
    names.length === Object.keys(before.cells).length &&
    names.every((name) => sameCell(before.cells[name], after.cells[name]))
  );
}

function sameMark({ mark: before }: RowView, { mark: after }: RowView): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

/** How a row is marked that is compared with what it was; `shown`: the columns that one sees. */
export function markOf({ mark }: RowView, shown: ReadonlySet<string>): GridMark | undefined {
  if (!mark) {
    return undefined;
  }
  const cells = Object.fromEntries(Object.entries(mark.was).filter(([key]) => shown.has(key)));
  const isSeen = Object.keys(cells).length > 0;
  return { row: mark.what === 'added' ? 'new' : isSeen ? 'cells' : 'other', words: mark.words, cells };
}

function sameCell(before: Cell | undefined, after: Cell | undefined): boolean {
  return (
    before?.text === after?.text &&
    before?.title === after?.title &&
    before?.empty === after?.empty &&
    (before?.value === after?.value || JSON.stringify(before?.value) === JSON.stringify(after?.value))
  );
}

function firstRows(rows: RowSource): readonly RowView[] {
  return Array.from({ length: Math.min(rows.count, PAGE) }, (_, at) => rows.get(at) ?? []).flat();
}

/** In steps, so that dragging the edge of the window does not lay the columns out at every pixel. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const measure = (): void => setWidth(Math.floor(element.clientWidth / 10) * 10);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
