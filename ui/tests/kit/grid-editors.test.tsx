import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { area, at, isEditing, items, show, waitUntil, where } from './grid-harness.tsx';

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
