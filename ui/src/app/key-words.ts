/** The keys of a command as they are written on the keyboard. */
import type { Command } from '@/lib/commands.ts';
import type { Say } from '@/lib/words.ts';

const NAMED: Readonly<Record<string, string>> = {
  Ctrl: 'key-ctrl',
  Shift: 'key-shift',
  Alt: 'key-alt',
  Delete: 'key-delete',
  ArrowUp: 'key-up',
  ArrowDown: 'key-down',
};

export function keyWords(command: Command, say: Say): string | undefined {
  const [keys] = command.keys ?? [];
  return keys
    ?.split(/\+(?!$)/)
    .map((key) => {
      const name = NAMED[key];
      return name === undefined ? key : say(name);
    })
    .join('+');
}
