import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { area, isEditing, items, selectedTexts, show, where } from './grid-harness.tsx';

const GROUPS = [
  { key: 'a', label: 'First', badge: '1', from: 0, count: 3, collapsed: false },
  { key: 'b', label: 'Second', badge: '2', from: 3, count: 2, collapsed: false },
];

describe('moving in the grid', () => {
  it('begins in the first cell and holds the focus in one text area', () => {
    show();
    expect(where()).toBe('R-0 ref');
    expect(document.querySelectorAll('.k-grid textarea')).toHaveLength(1);
    expect(document.activeElement).toBe(area());
  });

  it('counts rows and columns for assistive technology, the header included', () => {
    show({ items: items(10_000) });
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-rowcount')).toBe('10001');
    expect(grid.getAttribute('aria-colcount')).toBe('9');
    const rows = document.querySelectorAll('.k-grid-row');
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-rowindex')).toBe('2');
    expect(rows[0]?.querySelector('[data-column="title"]')?.getAttribute('aria-colindex')).toBe('2');
  });

  it('asks for a column as wide as what is in it by a double click on its edge, and by a key on its head', async () => {
    const asked: (readonly string[])[] = [];
    const onColumnFit = (keys: readonly string[]): void => void asked.push(keys);
    const { user, api } = show({ props: { onColumnFit, onColumnResize: () => undefined } });
    const edge = screen.getByRole('columnheader', { name: 'Notes' }).querySelector('.k-grid-resizer');
    fireEvent.doubleClick(edge ?? document.body);
    expect(asked).toEqual([['notes']]);
    act(() => api.focus());
    await user.keyboard('{ArrowRight}{ArrowUp}{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(asked).toEqual([['notes'], ['title']]);
    // Letters cannot be measured here: what is asked for stays within what a column can be.
    expect(api.fit('title', ['x'.repeat(500)])).toBeGreaterThanOrEqual(48);
    expect(api.fit('nowhere', [])).toBeUndefined();
  });

  it('goes with the arrows, Tab, Home, End and pages', async () => {
    const { user } = show({ items: items(200) });
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(where()).toBe('R-1 title');
    await user.keyboard('{Tab}{Tab}');
    expect(where()).toBe('R-1 status');
    await user.keyboard('{Shift>}{Tab}{/Shift}');
    expect(where()).toBe('R-1 notes');
    await user.keyboard('{End}');
    expect(where()).toBe('R-1 flag');
    await user.keyboard('{Tab}');
    expect(where()).toBe('R-2 ref');
    await user.keyboard('{Control>}{End}{/Control}');
    expect(where()).toBe('R-199 flag');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(where()).toBe('R-0 ref');
    await user.keyboard('{PageDown}');
    expect(where()).toBe('R-19 ref');
    await user.keyboard('{PageUp}');
    expect(where()).toBe('R-0 ref');
    await user.keyboard('{Control>}{ArrowDown}{ArrowRight}{/Control}');
    expect(where()).toBe('R-199 flag');
  });

  it('takes the arrows as they look: mirrored, left goes on', async () => {
    const { user } = show({ dir: 'rtl' });
    await user.keyboard('{ArrowLeft}');
    expect(where()).toBe('R-0 title');
    await user.keyboard('{ArrowRight}');
    expect(where()).toBe('R-0 ref');
    await user.keyboard('{Tab}');
    expect(where()).toBe('R-0 title');
  });

  it('lets Tab out at its ends, and after Escape anywhere', async () => {
    const { user } = show({ items: items(3) });
    await user.keyboard('{Control>}{End}{/Control}{Tab}');
    expect(document.activeElement?.textContent).toBe('after');
    await user.keyboard('{Shift>}{Tab}{/Shift}');
    expect(where()).toBe('R-2 flag');
    await user.keyboard('{ArrowUp}{Escape}{Tab}');
    expect(document.activeElement?.textContent).toBe('after');
    await user.keyboard('{Shift>}{Tab}{/Shift}{Control>}{Home}{/Control}{Shift>}{Tab}{/Shift}');
    expect(document.activeElement?.textContent).toBe('before');
  });

  it('keeps the active row mounted however far one scrolls', async () => {
    const { user } = show({ items: items(5_000) });
    await user.keyboard('{ArrowRight}');
    const grid = screen.getByRole('grid');
    act(() => grid.scrollTo({ top: 90_000 }));
    expect(document.querySelectorAll('.k-grid-row').length).toBeGreaterThan(10);
    expect(document.querySelector('[data-row="2727"]')).not.toBeNull();
    expect(document.activeElement).toBe(area());
    expect(where()).toBe('R-0 title');
  });

  it('reaches the headers of columns with the arrow, sorts there, and says how it is sorted', async () => {
    const { user, onSort, again } = show();
    await user.keyboard('{ArrowRight}{ArrowUp}');
    expect(document.activeElement?.textContent).toBe('Title');
    await user.keyboard('{Enter}');
    expect(onSort).toHaveBeenCalledWith('title', false);
    again({ sort: [{ column: 'title', descending: true }] });
    expect(screen.getAllByRole('columnheader')[1]?.getAttribute('aria-sort')).toBe('descending');
    await user.keyboard('{ArrowDown}');
    expect(where()).toBe('R-0 title');
  });
});

describe('groups', () => {
  it('shows headers as lines, steps onto them, and lets Enter and the arrows open and close', async () => {
    const { user, onToggleGroup, again } = show({ items: items(5), groups: GROUPS });
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('8');
    expect(where()).toBe('R-0 ref');
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).toContain('First');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{Enter}');
    expect(onToggleGroup).toHaveBeenLastCalledWith('a');
    await user.keyboard('{ArrowLeft}');
    expect(onToggleGroup).toHaveBeenCalledTimes(2);
    again({
      groups: [{ ...GROUPS[0], collapsed: true } as (typeof GROUPS)[0], GROUPS[1] as (typeof GROUPS)[0]],
    });
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('5');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(where()).toBe('R-3 ref');
  });

  it('moves onto the header when the group of the active row closes', async () => {
    const { user, again } = show({ items: items(5), groups: GROUPS });
    await user.keyboard('{ArrowRight}{ArrowDown}');
    again({ groups: GROUPS.map((group) => ({ ...group, collapsed: group.key === 'a' })) });
    expect(document.activeElement?.textContent).toContain('First');
  });

  it('Enter after typing goes over a header to the next row', async () => {
    const { user } = show({
      items: items(5),
      groups: GROUPS,
      props: { active: { rowId: 'id-2', columnKey: 'title', index: 2 } },
    });
    await user.keyboard('x{Enter}');
    expect(where()).toBe('R-3 title');
    expect(isEditing()).toBe(false);
  });
});

describe('selecting', () => {
  it('extends with Shift and the arrows, the active cell stays', async () => {
    const { user, api } = show();
    await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(where()).toBe('R-0 title');
    expect(selectedTexts()).toEqual(['0:title', '0:notes', '1:title', '1:notes']);
    expect(api.range()).toEqual({ from: 0, to: 1, columns: ['title', 'notes'], rowIds: ['id-0', 'id-1'] });
    await user.keyboard('{Escape}');
    expect(selectedTexts()).toEqual(['0:title']);
  });

  it('selects all, a column, a row', async () => {
    const { user, api } = show({ items: items(4) });
    await user.keyboard('{Control>}a{/Control}');
    expect(api.range()?.columns).toHaveLength(9);
    expect(api.range()?.rowIds).toHaveLength(4);
    await user.keyboard('{ArrowDown}{Control>} {/Control}');
    expect(api.range()).toMatchObject({ from: 0, to: 3, columns: ['ref'] });
    await user.keyboard('{Escape}{Shift>} {/Shift}');
    expect(api.range()).toMatchObject({ from: 1, to: 1 });
    expect(api.range()?.columns).toHaveLength(9);
  });

  it('follows its rows when the data is drawn anew in another order', async () => {
    const { user, again, api } = show();
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    const rows = items(50);
    again({ items: [{ ...(rows[0] as (typeof rows)[0]), id: 'new', ref: 'NEW' }, ...rows] });
    expect(where()).toBe('R-2 title');
    expect(api.range()?.rowIds).toEqual(['id-2', 'id-3']);
    again({ items: rows.toReversed() });
    expect(where()).toBe('R-2 title');
  });

  it('keeps a whole column that reaches to rows never read, when what is read is read again', async () => {
    const all = items(50);
    const read = (count = 50) => ({
      count,
      get: (at: number) => all.slice(0, 10)[at],
      ensure: () => undefined,
      idAt: (at: number) => all.slice(0, 10)[at]?.id,
    });
    const { user, again, api } = show({ props: { rows: read() } });
    await user.keyboard('{Control>} {/Control}');
    expect(api.range()).toMatchObject({ from: 0, to: 49, columns: ['ref'] });
    again({ rows: read() });
    expect(api.range()).toMatchObject({ from: 0, to: 49, columns: ['ref'] });
    // Among more rows or fewer nobody knows which one it was.
    again({ rows: read(40) });
    expect(api.range()).toMatchObject({ from: 0, to: 0 });
  });

  it('goes to the row that took the place of one that is gone', async () => {
    const { user, again } = show();
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
    again({ items: items(50).filter((row) => row.id !== 'id-2') });
    expect(where()).toBe('R-3 title');
    again({ items: [] });
    expect(document.querySelector('.k-grid textarea')).toBeNull();
  });

  it('selects with the mouse: click, Shift+click, and edits on a double click', async () => {
    const { user, api } = show();
    const cell = (row: number, column: string): Element => {
      const found = document.querySelector(`[data-row="${row}"] [data-column="${column}"]`);
      if (!found) {
        throw new Error(`no cell ${row} ${column}`);
      }
      return found;
    };
    await user.click(cell(2, 'title'));
    expect(where()).toBe('R-2 title');
    await user.keyboard('{Shift>}');
    await user.click(cell(4, 'status'));
    await user.keyboard('{/Shift}');
    expect(where()).toBe('R-2 title');
    expect(api.range()).toMatchObject({ from: 2, to: 4, columns: ['title', 'notes', 'status'] });
    await user.dblClick(cell(3, 'title'));
    expect(isEditing()).toBe(true);
    expect(area().value).toBe('Title 3');
  });
});
