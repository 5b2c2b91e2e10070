/** Keys as they are written on the keyboard. */
import type { Command } from './commands.ts';
import type { Say } from './words.ts';

const NAMED: Readonly<Record<string, string>> = {
  Ctrl: 'key-ctrl',
  Shift: 'key-shift',
  Alt: 'key-alt',
  Enter: 'key-enter',
  Escape: 'key-escape',
  Home: 'key-home',
  End: 'key-end',
  Delete: 'key-delete',
  ArrowUp: 'key-up',
  ArrowDown: 'key-down',
  ArrowLeft: 'key-left',
  ArrowRight: 'key-right',
  Space: 'key-space',
  Backspace: 'key-backspace',
  PageUp: 'key-page-up',
  PageDown: 'key-page-down',
};

/** `Ctrl+Delete` as “Ctrl+Del”. */
export function keyWords(keys: string, say: Say): string {
  return keys
    .split(/\+(?!$)/)
    .map((key) => {
      const name = NAMED[key];
      return name === undefined ? key : say(name);
    })
    .join('+');
}

/** The first keys of a command. */
export function commandKeys(command: Command, say: Say): string | undefined {
  const [keys] = command.keys ?? [];
  return keys === undefined ? undefined : keyWords(keys, say);
}
