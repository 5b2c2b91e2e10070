import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { area, at, COLUMNS, isEditing, items, show, waitUntil, where } from './grid-harness.tsx';

describe('rows that were fetched again', () => {
  it('are drawn again only where they say something else', () => {
    const drawn: string[] = [];
    const columns = COLUMNS.map((column) =>
      column.key === 'title'
        ? {
            ...column,
            render: (row: { id: string; title: string }) => {
              drawn.push(row.id);
              return row.title;
            },
          }
        : column,
    );
    const sameRow = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
    const { again } = show({ items: items(8), props: { columns, sameRow } });
    expect(new Set(drawn).size).toBe(8);
    drawn.length = 0;
    again({ items: items(8).map((row) => (row.id === 'id-3' ? { ...row, title: 'Other' } : { ...row })) });
    expect(drawn).toEqual(['id-3']);
    expect(screen.getByText('Other')).toBeTruthy();
  });
});

describe('rows that are being read anew', () => {
  /** It is known which rows they are, and nothing that is in them. */
  const concealed = {
    count: 8,
    get: () => undefined,
    ensure: () => undefined,
    idAt: (at: number) => `id-${at}`,
  };

  it('say nothing, and what is being typed in one goes on', async () => {
    const { user, again, onCommit } = show({ items: items(8), ...at('title', 1) });
    await user.keyboard('abc');
    again({ rows: concealed });
    expect(screen.queryByText('Title 2')).toBeNull();
    await user.keyboard('def');
    expect(area().value).toBe('abcdef');
    expect(document.activeElement).toBe(area());
    again({ items: items(8) });
    await user.keyboard('gh{Enter}');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-1', 'title', 'abcdefgh', { typed: 'abcdefgh' });
    expect(where()).toBe('R-2 title');
  });

  it('take what was typed meanwhile when they are there, in its cell, and only there', async () => {
    const { user, again, onCommit } = show({ items: items(8), ...at('title', 1) });
    await user.keyboard('abc');
    again({ rows: concealed });
    // Kept, and gone on from, while nothing is there yet.
    await user.keyboard('{Enter}');
    await waitUntil(() => onCommit.mock.calls.length === 1 && !isEditing());
    expect(area().value).toBe('');
    await user.keyboard('next{Enter}');
    expect(area().value).toBe('');
    again({ items: items(8) });
    await waitUntil(() => onCommit.mock.calls.length === 2);
    expect(onCommit.mock.calls.map(([id, , value]) => [id, value])).toEqual([
      ['id-1', 'abc'],
      ['id-2', 'next'],
    ]);
    await waitUntil(() => where() === 'R-3 title');
    // Given up, it is typed nowhere; nor is it where one has gone since.
    again({ rows: concealed });
    await user.keyboard('given up{Escape}');
    again({ items: items(8) });
    expect(isEditing()).toBe(false);
    again({ rows: concealed });
    await user.keyboard('elsewhere');
    await user.click(document.querySelectorAll('[data-row="6"] [data-column="title"]')[0] as HTMLElement);
    again({ items: items(8) });
    expect(isEditing()).toBe(false);
    expect(where()).toBe('R-6 title');
    expect(onCommit).toHaveBeenCalledTimes(2);
  });
});

describe('editing a text', () => {
  it('typing overwrites, Enter keeps and goes down', async () => {
    const { user, onCommit } = show(at('title'));
    await user.keyboard('New words');
    expect(isEditing()).toBe(true);
    expect(area().value).toBe('New words');
    await user.keyboard('{Enter}');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'title', 'New words', { typed: 'New words' });
    expect(isEditing()).toBe(false);
    expect(where()).toBe('R-1 title');
  });

  it('F2 and Enter go on with the text; Tab, Shift+Tab and Shift+Enter keep and move', async () => {
    const { user, onCommit } = show(at('title', 1));
    await user.keyboard('{F2}!{Tab}');
    expect(onCommit).toHaveBeenLastCalledWith('id-1', 'title', 'Title 1!', { typed: 'Title 1!' });
    expect(where()).toBe('R-1 notes');
    await user.keyboard('{Enter}abc{Shift>}{Tab}{/Shift}');
    expect(onCommit).toHaveBeenLastCalledWith('id-1', 'notes', 'abc', { typed: 'abc' });
    expect(where()).toBe('R-1 title');
    await user.keyboard('x{Shift>}{Enter}{/Shift}');
    expect(where()).toBe('R-0 title');
    await user.keyboard('y{Control>}{Enter}{/Control}');
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'title', 'y', { typed: 'y' });
    expect(where()).toBe('R-0 title');
  });

  it('shows signs that nobody sees, there and pasted, and keeps them', async () => {
    const { user, onCommit } = show({
      items: [{ ...(items(1)[0] as ReturnType<typeof items>[0]), title: 'a\u202eb' }],
      ...at('title'),
    });
    expect(screen.getByRole('rowheader').nextElementSibling?.textContent).toContain('a⟨U+202E⟩b');
    await user.keyboard('{F2}');
    expect(area().value).toBe('a⟨U+202E⟩b');
    await user.keyboard('{Enter}');
    expect(onCommit).not.toHaveBeenCalled();
    await user.keyboard('{F2}c');
    fireEvent.input(area(), { target: { value: `${area().value}\u0007` } });
    expect(area().value).toBe('a⟨U+202E⟩bc⟨U+0007⟩');
    await user.keyboard('{Enter}');
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'title', 'a\u202ebc\u0007', expect.anything());
  });

  it('keeps nothing when nothing changed, and nothing on Escape', async () => {
    const { user, onCommit } = show(at('title'));
    await user.keyboard('{F2}{Enter}');
    expect(where()).toBe('R-1 title');
    await user.keyboard('lost{Escape}');
    expect(isEditing()).toBe(false);
    expect(where()).toBe('R-1 title');
    expect(area().value).toBe('Title 1');
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('after typing the arrows keep and move; after F2 they move the caret; F2 turns the one into the other', async () => {
    const { user, onCommit } = show(at('title'));
    await user.keyboard('a{ArrowRight}');
    expect(onCommit).toHaveBeenCalledTimes(1);
    expect(where()).toBe('R-0 notes');
    await user.keyboard('{ArrowLeft}{F2}{ArrowLeft}b{Enter}');
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'title', 'Title b0', { typed: 'Title b0' });
    await user.keyboard('ab{F2}{ArrowLeft}c{Enter}');
    expect(onCommit).toHaveBeenLastCalledWith('id-1', 'title', 'acb', { typed: 'acb' });
  });

  it('mirrored, the left arrow after typing goes on', async () => {
    const { user, onCommit } = show({ dir: 'rtl', ...at('title') });
    await user.keyboard('a{ArrowLeft}');
    expect(onCommit).toHaveBeenCalledTimes(1);
    expect(where()).toBe('R-0 notes');
  });

  it('an Enter whose keydown was lost with the cell before keeps all the same, and makes no line', async () => {
    const { user, onCommit } = show(at('title'));
    await user.keyboard('x');
    const lineBreak = new window.InputEvent('beforeinput', {
      inputType: 'insertLineBreak',
      cancelable: true,
      bubbles: true,
    });
    await act(async () => {
      area().dispatchEvent(lineBreak);
    });
    expect(lineBreak.defaultPrevented).toBe(true);
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'title', 'x', { typed: 'x' });
    expect(where()).toBe('R-1 title');
  });

  it('never takes the Enter of a composition', async () => {
    const { user, onCommit } = show(at('title'));
    fireEvent.compositionStart(area());
    fireEvent.input(area(), { target: { value: 'かんじ' } });
    expect(isEditing()).toBe(true);
    fireEvent.keyDown(area(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(area(), { key: 'Enter', keyCode: 229 });
    fireEvent.compositionEnd(area());
    // WebKit: the keydown of the Enter that ended the composition comes after its end.
    fireEvent.keyDown(area(), { key: 'Enter', keyCode: 229 });
    expect(isEditing()).toBe(true);
    expect(onCommit).not.toHaveBeenCalled();
    fireEvent.input(area(), { target: { value: '漢字' } });
    await user.keyboard('{Enter}');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'title', '漢字', { typed: '漢字' });
  });

  it('Alt+Enter is a new line in a long text, and nothing in another', async () => {
    const { user, onCommit } = show(at('notes'));
    await user.keyboard('one{Alt>}{Enter}{/Alt}two{Enter}');
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'notes', 'one\ntwo', { typed: 'one\ntwo' });
    await user.keyboard('{ArrowLeft}x{Alt>}{Enter}{/Alt}');
    expect(isEditing()).toBe(true);
    expect(area().value).toBe('x');
  });

  it('keeps when the focus leaves the grid', async () => {
    const { user, onCommit } = show(at('title'));
    await user.keyboard('left');
    await user.click(screen.getByText('after'));
    await waitUntil(() => onCommit.mock.calls.length === 1);
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'title', 'left', { typed: 'left' });
  });

  it('keeps before the shell goes to another row, and stays when it is refused', async () => {
    const { user, onCommit, api } = show(at('title'));
    await user.keyboard('first');
    await act(async () => api.scrollToRow('id-7', 7));
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'title', 'first', { typed: 'first' });
    expect(where()).toBe('R-7 title');
    onCommit.mockRejectedValueOnce(new Error('no'));
    await user.keyboard('second');
    await act(async () => api.scrollToRow('id-3', 3));
    expect(where()).toBe('R-7 title');
    expect(area().value).toBe('second');
  });

  it('keeps before the mouse chooses another cell', async () => {
    const { user, onCommit } = show(at('title'));
    await user.keyboard('first');
    await user.click(document.querySelector('[data-row="4"] [data-column="title"]') as Element);
    await waitUntil(() => where() === 'R-4 title');
    expect(onCommit).toHaveBeenCalledTimes(1);
  });
});
