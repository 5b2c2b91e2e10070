import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { area, COLUMNS, isEditing, items, show, waitUntil, where } from './grid-harness.tsx';

const at = (
  column: string,
  row = 0,
): { props: { active: { rowId: string; columnKey: string; index: number } } } => ({
  props: { active: { rowId: `id-${row}`, columnKey: column, index: row } },
});

/** A promise that the test settles. */
function held(): { promise: Promise<void>; keep: () => void; refuse: (message: string) => void } {
  let keep = (): void => undefined;
  let refuse: (message: string) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    keep = resolve;
    refuse = (message) => reject(new Error(message));
  });
  return { promise, keep, refuse };
}

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

describe('a commit that fails', () => {
  it('keeps the editor, the text and the place, and says why', async () => {
    const { user, onCommit } = show(at('title'));
    onCommit.mockRejectedValueOnce(new Error('A title is needed.'));
    await user.keyboard('bad{Enter}');
    await waitUntil(() => area().getAttribute('aria-invalid') === 'true');
    expect(isEditing()).toBe(true);
    expect(area().value).toBe('bad');
    expect(where()).toBe('R-0 title');
    const described = area().getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described.split(' ')[0] ?? '')?.textContent).toBe('A title is needed.');
    await user.keyboard('ger{Enter}');
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'title', 'badger', { typed: 'badger' });
    expect(where()).toBe('R-1 title');
  });

  it('goes back to nothing on Escape', async () => {
    const { user, onCommit } = show(at('title'));
    onCommit.mockRejectedValueOnce(new Error('no'));
    await user.keyboard('bad{Enter}');
    await waitUntil(() => area().getAttribute('aria-invalid') === 'true');
    await user.keyboard('{Escape}');
    expect(isEditing()).toBe(false);
    expect(area().getAttribute('aria-invalid')).toBeNull();
  });

  it('holds what is typed while a commit is under way, and types it where it belongs', async () => {
    const { user, onCommit } = show(at('title'));
    const first = held();
    onCommit.mockReturnValueOnce(first.promise);
    await user.keyboard('one{Enter}two{Enter}three');
    expect(onCommit).toHaveBeenCalledTimes(1);
    expect(where()).toBe('R-0 title');
    expect(area().value).toBe('one');
    await act(async () => first.keep());
    await waitUntil(() => onCommit.mock.calls.length === 2 && area().value === 'three');
    expect(onCommit).toHaveBeenLastCalledWith('id-1', 'title', 'two', { typed: 'two' });
    expect(where()).toBe('R-2 title');
  });

  it('leaves the keys of the window to the window while a commit is under way', async () => {
    const { user, onCommit } = show(at('title'));
    const first = held();
    onCommit.mockReturnValueOnce(first.promise);
    const heard: string[] = [];
    const hear = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && !['Control', 'Alt'].includes(event.key)) {
        heard.push(event.key);
      }
    };
    window.addEventListener('keydown', hear);
    // Of a text that is being typed nothing but a word is deleted.
    await user.keyboard('{F2}one{Control>}{Delete}{/Control}{Enter}');
    await user.keyboard('{Control>},z{/Control}{Alt>}{ArrowDown}{/Alt}{F9}{Delete}{ArrowDown}{Tab}');
    window.removeEventListener('keydown', hear);
    // Delete, the arrow and Tab are the grid's, and wait.
    expect(heard).toEqual([',', 'z', 'ArrowDown', 'F9']);
    await act(async () => first.keep());
    await waitUntil(() => where() === 'R-2 notes');
  });

  it('goes to the cell that is pressed while a commit is under way, and types there what is typed then', async () => {
    const { user, onCommit } = show(at('title'));
    for (const early of [true, false]) {
      const first = held();
      onCommit.mockReturnValueOnce(first.promise);
      await user.keyboard(early ? 'one' : 'one{Enter}');
      // The press itself keeps what is being typed, or comes while it is being kept.
      fireEvent.mouseDown(screen.getByText('Title 5'));
      await user.keyboard('two');
      await act(async () => first.keep());
      await waitUntil(() => area().value === 'two');
      expect(where()).toBe('R-5 title');
      await user.keyboard('{Escape}');
      fireEvent.mouseDown(screen.getByText('Title 0'));
      expect(where()).toBe('R-0 title');
    }
    expect(onCommit.mock.calls.map(([row]) => row)).toEqual(['id-0', 'id-0']);
  });

  it('drops what was typed after it when it is refused', async () => {
    const { user, onCommit } = show(at('title'));
    const first = held();
    onCommit.mockReturnValueOnce(first.promise);
    await user.keyboard('one{Enter}two{Enter}');
    await act(async () => first.refuse('Not now.'));
    await waitUntil(() => area().getAttribute('aria-invalid') === 'true');
    expect(area().value).toBe('one');
    expect(where()).toBe('R-0 title');
    expect(onCommit).toHaveBeenCalledTimes(1);
  });

  it('shows beside the cell what went wrong with a flag', async () => {
    const { user, onCommit } = show(at('flag'));
    onCommit.mockRejectedValueOnce(new Error('Not this one.'));
    await user.keyboard(' ');
    await waitUntil(() => document.querySelector('.k-editor-error') !== null);
    expect(document.querySelector('.k-editor-error')?.textContent).toBe('Not this one.');
  });

  it('lets a refresh pass without touching what is being typed', async () => {
    const { user, again } = show(at('title'));
    await user.keyboard('half a wo');
    again({ items: items(50).map((row) => ({ ...row, title: `${row.title} again` })) });
    expect(isEditing()).toBe(true);
    expect(area().value).toBe('half a wo');
    await user.keyboard('rd');
    expect(area().value).toBe('half a word');
  });
});

describe('rows that come and go while one types', () => {
  it('leave the editor the very same element, above and below, in another order', async () => {
    const { user, again, onCommit } = show(at('title', 5));
    await user.keyboard('half');
    const editor = area();
    const rows = items(50);
    const fresh = { ...(rows[0] as (typeof rows)[0]), id: 'new', ref: 'NEW' };
    again({ items: [fresh, ...rows] });
    expect(area()).toBe(editor);
    expect(document.activeElement).toBe(editor);
    again({ items: rows.filter((row) => row.id !== 'id-3') });
    expect(area()).toBe(editor);
    await user.keyboard(' done{Enter}');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-5', 'title', 'half done', { typed: 'half done' });
    expect(where()).toBe('R-6 title');
  });

  it('keep nothing when the row itself is gone', async () => {
    const { user, again, onCommit } = show(at('title', 5));
    await user.keyboard('half');
    again({ items: items(50).filter((row) => row.id !== 'id-5') });
    expect(isEditing()).toBe(false);
    expect(where()).toBe('R-6 title');
    expect(area().value).toBe('Title 6');
    expect(onCommit).not.toHaveBeenCalled();
  });
});

describe('other editors', () => {
  it('a choice: typing finds it, Enter takes it', async () => {
    const { user, onCommit } = show(at('status'));
    await user.keyboard('on');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Ongoing']);
    await user.keyboard('{Enter}');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'status', 'ongoing', { typed: 'on' });
  });

  it('a choice: F2 opens the list at what stands, the arrows choose', async () => {
    const { user, onCommit } = show(at('status'));
    await user.keyboard('{F2}');
    expect(screen.getAllByRole('option')).toHaveLength(3);
    expect(document.getElementById(area().getAttribute('aria-activedescendant') ?? '')?.textContent).toBe(
      'Planned',
    );
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'status', 'completed', { typed: 'Planned' });
    await user.keyboard('{F2}{Enter}');
    expect(onCommit).toHaveBeenCalledTimes(1);
  });

  it('a choice: what is not among them is asked about', async () => {
    const { user, onCommit } = show(at('status'));
    await user.keyboard('zzz{Enter}');
    expect(isEditing()).toBe(true);
    expect(area().getAttribute('aria-invalid')).toBe('true');
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('a choice: emptied is nothing', async () => {
    const { user, onCommit } = show(at('status'));
    await user.keyboard('{Backspace}{Enter}');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'status', null, { typed: '' });
  });

  it('a reference: waits for the suggestions to what was typed last', async () => {
    const { user, onCommit } = show(at('lead'));
    await user.keyboard('und{Enter}');
    await waitUntil(() => onCommit.mock.calls.length === 1);
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'lead', 'undp', { typed: 'und' });
    await waitUntil(() => where() === 'R-1 lead');
  });

  it('a reference: the mouse picks', async () => {
    const { user, onCommit } = show(at('lead'));
    await user.keyboard('{F2}');
    await waitUntil(() => screen.queryAllByRole('option').length === 3);
    await user.click(screen.getByRole('option', { name: 'UNESCO' }));
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'lead', 'unesco', { typed: 'ITU' });
    expect(where()).toBe('R-0 lead');
  });

  it('a set: Enter adds what is found, Enter again keeps, Backspace takes back', async () => {
    const { user, onCommit } = show(at('partners'));
    await user.keyboard('une');
    await waitUntil(() => screen.queryAllByRole('option').length === 1);
    await user.keyboard('{Enter}undp');
    await waitUntil(() => screen.queryAllByRole('option').length === 1);
    await user.keyboard('{Enter}{Backspace}');
    await waitUntil(() => screen.queryAllByRole('option').length === 3);
    await user.keyboard('{Enter}');
    await waitUntil(() => onCommit.mock.calls.length === 1);
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'partners', ['unesco'], { typed: '' });
  });

  it('a date: says what it understood, asks about two days, never guesses', async () => {
    const { user, onCommit } = show(at('due'));
    await user.keyboard('2027');
    await waitUntil(
      () => document.querySelector('.k-editor-reading')?.textContent?.includes('some day in 2027') === true,
    );
    await user.keyboard('{Enter}');
    await waitUntil(() => where() === 'R-1 due');
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'due', '2027', { typed: '2027' });
    await user.keyboard('3/4/2026{Enter}');
    await waitUntil(() => area().getAttribute('aria-invalid') === 'true');
    expect(onCommit).toHaveBeenCalledTimes(1);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await waitUntil(() => onCommit.mock.calls.length === 2);
    expect(onCommit).toHaveBeenLastCalledWith('id-1', 'due', '2026-03-04', { typed: '3/4/2026' });
  });

  it('a date: Ctrl+; types the day, in no cell of another kind', async () => {
    const { user, onCommit, again } = show({ props: { today: () => '2026', ...at('due').props } });
    await user.keyboard('{Control>};{/Control}');
    expect(area().value).toBe('2026');
    await waitUntil(() => document.querySelector('.k-editor-reading') !== null);
    await user.keyboard('{Enter}');
    await waitUntil(() => onCommit.mock.calls.length > 0);
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'due', '2026', { typed: '2026' });
    again({ active: { rowId: 'id-2', columnKey: 'title', index: 2 } });
    await user.keyboard('{Control>};{/Control}');
    expect(isEditing()).toBe(false);
  });

  it('a number: a decimal comma, and no guess at 1,234', async () => {
    const { user, onCommit } = show(at('amount'));
    await user.keyboard('12,5{Enter}');
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'amount', 12.5, { typed: '12,5' });
    await user.keyboard('1,234{Enter}');
    expect(area().getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('{Escape}many{Enter}');
    expect(area().getAttribute('aria-invalid')).toBe('true');
    expect(onCommit).toHaveBeenCalledTimes(1);
  });

  it('a flag: Space and Enter turn it, typing does not', async () => {
    const { user, onCommit } = show(at('flag'));
    await user.keyboard('x');
    expect(isEditing()).toBe(false);
    await user.keyboard(' ');
    expect(onCommit).toHaveBeenLastCalledWith('id-0', 'flag', true, { typed: '' });
    expect(where()).toBe('R-0 flag');
  });
});

describe('what cannot be edited', () => {
  it('a column without an editor opens on Enter; who tries to type is told why not, or answered', async () => {
    const { user, onOpen, onReadOnly, onCommit } = show();
    onReadOnly.mockReturnValue('References are given.');
    await user.keyboard('x');
    expect(onReadOnly).toHaveBeenLastCalledWith('id-0', 'ref', 'x');
    expect(document.querySelector('.k-anchored')?.textContent).toBe('References are given.');
    expect(screen.getByRole('status').textContent).toContain('References are given.');
    expect(area().value).toBe('R-0');
    await user.keyboard('{Escape}');
    expect(document.querySelector('.k-anchored')).toBeNull();
    onReadOnly.mockReturnValue(undefined);
    await user.keyboard('{F2}');
    expect(onReadOnly).toHaveBeenLastCalledWith('id-0', 'ref', '');
    expect(document.querySelector('.k-anchored')).toBeNull();
    await user.keyboard('{Delete}');
    expect(onReadOnly).toHaveBeenLastCalledWith('id-0', 'ref', undefined);
    expect(isEditing()).toBe(false);
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'id-0' }), 'ref');
    await user.keyboard('{Alt>}{Enter}{/Alt}');
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'id-0' }), undefined);
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('a read-only grid answers every try', async () => {
    const { user, onReadOnly, onCommit } = show({
      props: { readOnly: true, active: { rowId: 'id-0', columnKey: 'title' } },
    });
    await user.keyboard('x');
    expect(onReadOnly).toHaveBeenCalledTimes(1);
    expect(area().value).toBe('Title 0');
    await user.keyboard('{F2}{Delete}');
    expect(onReadOnly).toHaveBeenCalledTimes(3);
    expect(onReadOnly).toHaveBeenLastCalledWith('id-0', 'title', undefined);
    expect(onCommit).not.toHaveBeenCalled();
    expect(screen.getByRole('grid').getAttribute('aria-readonly')).toBe('true');
  });
});

describe('clipboard and Delete', () => {
  const clipboard = (text = '', html = ''): { data: Map<string, string>; event: object } => {
    const data = new Map([
      ['text/plain', text],
      ['text/html', html],
    ]);
    return {
      data,
      event: {
        clipboardData: {
          getData: (type: string) => data.get(type) ?? '',
          setData: (type: string, value: string) => data.set(type, value),
        },
      },
    };
  };

  it('copies the range as text and as a table', async () => {
    const { user } = show({
      items: [{ ...(items(1)[0] as ReturnType<typeof items>[0]), title: 'a "b"\tc <d>', notes: 'x\ny' }],
      ...at('title'),
    });
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    const { data, event } = clipboard();
    fireEvent.copy(area(), event);
    expect(data.get('text/plain')).toBe('"a ""b""\tc <d>"\t"x\ny"\tPlanned');
    expect(data.get('text/html')).toContain(
      '<td>a &quot;b&quot;\tc &lt;d&gt;</td><td>x<br style="mso-data-placement:same-cell">y</td>',
    );
    expect(screen.getByRole('status').textContent?.trim()).toBe('3 cells copied');
  });

  it('pastes one cell into one as its text, and hands over anything more', async () => {
    const { onCommit, onPaste, user } = show(at('title'));
    fireEvent.paste(area(), clipboard('Pasted\r\n').event);
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'title', 'Pasted', { typed: 'Pasted' });
    await act(async () => undefined);
    fireEvent.paste(area(), clipboard('a\tb\r\nc\td', '<table></table>').event);
    expect(onPaste).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        rowId: 'id-0',
        columnKey: 'title',
        text: 'a\tb\r\nc\td',
        html: '<table></table>',
      }),
    );
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    fireEvent.paste(area(), clipboard('one').event);
    expect(onPaste).toHaveBeenLastCalledWith(
      expect.objectContaining({ range: expect.objectContaining({ from: 0, to: 1 }) }),
    );
  });

  it('pastes into a date by way of the editor, which asks', async () => {
    const { onCommit } = show(at('due'));
    fireEvent.paste(area(), clipboard('3/4/2026').event);
    expect(isEditing()).toBe(true);
    expect(onCommit).not.toHaveBeenCalled();
    await waitUntil(() => screen.queryAllByRole('option').length === 2);
  });

  it('Delete empties the cell, or the range at once', async () => {
    const onClear = vi.fn(async () => undefined);
    const { user, onCommit } = show({ props: { onClear, active: { rowId: 'id-0', columnKey: 'title' } } });
    await user.keyboard('{Delete}');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('id-0', 'title', null, { typed: '' });
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
    expect(onClear).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ from: 0, to: 1, rowIds: ['id-0', 'id-1'] }),
    );
  });

  it('leaves the keys of the shell alone', async () => {
    const keys: string[] = [];
    const listen = (event: KeyboardEvent): void => {
      keys.push(event.key);
    };
    document.addEventListener('keydown', listen);
    const { user } = show(at('title'));
    await user.keyboard('{Control>}k{/Control}{Control>}z{/Control}');
    expect(keys).toContain('k');
    expect(keys).toContain('z');
    keys.length = 0;
    await user.keyboard('text{Control>}z{/Control}{Control>}s{/Control}');
    expect(keys).not.toContain('z');
    expect(keys).toContain('s');
    document.removeEventListener('keydown', listen);
  });
});
