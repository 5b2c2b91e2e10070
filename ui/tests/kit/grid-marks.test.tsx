import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { GridMark } from '../../src/kit/index.ts';
import { type Item, show } from './grid-harness.tsx';

const mark = (item: Item): GridMark | undefined => {
  switch (item.ref) {
    case 'R-1':
      return { row: 'cells', words: 'changed: Title', cells: { title: 'was: Before' } };
    case 'R-2':
      return { row: 'new', words: 'new', cells: {} };
    case 'R-3':
      return { row: 'other', words: 'changed: Order', cells: {} };
    default:
      return undefined;
  }
};
const row = (at: number): Element | null => document.querySelector(`.k-grid-row[data-row="${at}"]`);
const cell = (at: number, column: string): Element | null =>
  row(at)?.querySelector(`[data-column="${column}"]`) ?? null;
const said = (): string => document.querySelector('[role="status"]')?.textContent ?? '';

describe('marks of what became of rows', () => {
  it('a changed cell has a corner and its earlier words, the others have none', () => {
    show({ props: { mark } });
    expect(cell(1, 'title')?.getAttribute('data-was')).toBe('true');
    expect(cell(1, 'title')?.getAttribute('title')).toBe('was: Before');
    expect(cell(1, 'notes')?.hasAttribute('data-was')).toBe(false);
    expect(document.querySelectorAll('[data-was]')).toHaveLength(1);
    expect(cell(1, 'ref')?.getAttribute('title')).toBe('changed: Title');
  });

  it('a new row says so in a word, and a row that changed out of sight in a hidden one', () => {
    show({ props: { mark } });
    expect(cell(2, 'ref')?.querySelector('.k-grid-sign')?.textContent).toBe('new');
    const other = cell(3, 'ref')?.querySelector('.k-grid-sign');
    expect(other?.getAttribute('data-sign')).toBe('other');
    expect(other?.querySelector('.k-hidden')?.textContent).toBe('changed: Order');
    expect(cell(1, 'ref')?.querySelector('.k-grid-sign')).toBeNull();
  });

  it('says what a cell said before when it is gone to, and nothing at the others', async () => {
    const { user } = show({ props: { mark } });
    await user.keyboard('{ArrowDown}');
    const before = said();
    expect(before).not.toContain('was');
    await user.keyboard('{ArrowRight}');
    expect(said()).toContain('was: Before');
    await user.keyboard('{ArrowDown}');
    expect(said()).toContain('new');
    await act(async () => undefined);
  });
});
