import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { area, at, isEditing, items, show, waitUntil, where } from './grid-harness.tsx';

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
