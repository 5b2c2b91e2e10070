import { afterEach, describe, expect, it, vi } from 'vitest';
import { findCommand, listenForKeys } from '@/app/keymap.ts';
import { type Command, createCommands } from '@/lib/commands.ts';
import { matches } from '@/lib/keys.ts';

function press(
  key: string,
  more: Partial<KeyboardEventInit> = {},
  target: EventTarget = document.body,
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  label: () => id,
  run: vi.fn(),
  ...more,
});

let leave: (() => void) | undefined;
afterEach(() => {
  leave?.();
  document.body.replaceChildren();
});

describe('keys', () => {
  it('match with their modifiers and no others', () => {
    const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(matches('Ctrl+Z', { ...none, key: 'z', ctrlKey: true })).toBe(true);
    expect(matches('Ctrl+Z', { ...none, key: 'z', metaKey: true })).toBe(true);
    expect(matches('Ctrl+Z', { ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe(false);
    expect(matches('Ctrl+Shift+Z', { ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe(true);
    expect(matches('Ctrl+Z', { ...none, key: 'z' })).toBe(false);
    expect(matches('F6', { ...none, key: 'F6' })).toBe(true);
    expect(matches('F6', { ...none, key: 'F6', shiftKey: true })).toBe(false);
    // Plus is a key too, with Shift on some keyboards.
    expect(matches('Ctrl++', { ...none, key: '+', ctrlKey: true, shiftKey: true })).toBe(true);
    expect(matches('Ctrl++', { ...none, key: '+', ctrlKey: true })).toBe(true);
    expect(matches('Ctrl+-', { ...none, key: '-', ctrlKey: true })).toBe(true);
  });
});

describe('commands', () => {
  it('are carried out by their keys, if they can be now', () => {
    const commands = createCommands(vi.fn());
    let can = false;
    const undo = command('undo', { keys: ['Ctrl+Z'], when: () => can });
    commands.add([undo]);
    const assign = command('assign', { keys: ['A'], when: () => can });
    commands.add([assign]);
    const onOff = vi.fn();
    leave = listenForKeys(commands, onOff);
    expect(press('z', { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(undo.run).not.toHaveBeenCalled();
    // Who asked is told why not.
    expect(onOff).toHaveBeenCalledExactlyOnceWith(undo);
    // A letter is left to whoever looks for names by typing.
    expect(press('a').defaultPrevented).toBe(false);
    expect(onOff).toHaveBeenCalledOnce();
    can = true;
    press('z', { ctrlKey: true });
    expect(undo.run).toHaveBeenCalledOnce();
    expect(press('a').defaultPrevented).toBe(true);
    expect(assign.run).toHaveBeenCalledOnce();
  });

  it('leave keys alone that something nearer has taken, and those of a composition', () => {
    const commands = createCommands(vi.fn());
    const save = command('save', { keys: ['Ctrl+S'] });
    commands.add([save]);
    leave = listenForKeys(commands, vi.fn());
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    press('s', { ctrlKey: true });
    press('s', { ctrlKey: true, isComposing: true });
    expect(save.run).not.toHaveBeenCalled();
  });

  it('that make or delete rows are carried out once while their keys are held; undo goes on', () => {
    const commands = createCommands(vi.fn());
    const make = command('make', { keys: ['Ctrl+Shift+N'], once: true });
    const undo = command('undo', { keys: ['Ctrl+Z'] });
    commands.add([make, undo]);
    leave = listenForKeys(commands, vi.fn());
    for (const repeat of [false, true, true]) {
      // The browser's own window is not opened either.
      expect(press('N', { ctrlKey: true, shiftKey: true, repeat }).defaultPrevented).toBe(true);
      press('z', { ctrlKey: true, repeat });
    }
    expect(make.run).toHaveBeenCalledOnce();
    expect(undo.run).toHaveBeenCalledTimes(3);
  });

  it('leave undo to a field that is typed in, but not to the resting cell of the grid', () => {
    const undo = command('undo', { keys: ['Ctrl+Z'], leavesTyping: true });
    const palette = command('palette', { keys: ['Ctrl+K'] });
    const input = document.createElement('input');
    const cell = document.createElement('textarea');
    cell.className = 'k-cell-area';
    document.body.append(input, cell);
    expect(findCommand([undo, palette], press('z', { ctrlKey: true }, input))).toBeUndefined();
    expect(findCommand([undo, palette], press('k', { ctrlKey: true }, input))).toBe(palette);
    expect(findCommand([undo, palette], press('z', { ctrlKey: true }, cell))).toBe(undo);
  });

  it('the newest offer of a name is the one that counts, until it is withdrawn', () => {
    const commands = createCommands(vi.fn());
    const first = command('a');
    const second = command('a');
    commands.add([first]);
    const withdraw = commands.add([second]);
    commands.run('a');
    expect([first.run, second.run].map((run) => vi.mocked(run).mock.calls.length)).toEqual([0, 1]);
    withdraw();
    expect(commands.run('a')).toBe(true);
    expect(first.run).toHaveBeenCalledOnce();
    expect(commands.run('b')).toBe(false);
  });

  it('tell what they could not do, thrown at once or later', async () => {
    const onError = vi.fn();
    const commands = createCommands(onError);
    commands.add([
      command('now', {
        run: () => {
          throw new Error('now');
        },
      }),
      command('later', { run: () => Promise.reject(new Error('later')) }),
    ]);
    commands.run('now');
    commands.run('later');
    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
    expect(onError.mock.calls.map(([error]) => (error as Error).message).toSorted()).toEqual([
      'later',
      'now',
    ]);
  });
});
