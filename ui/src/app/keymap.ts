/** Keys of the window: each belongs to a command, and the command is asked whether it can be carried out. */
import type { Command, CommandList } from '@/lib/commands.ts';
import { matches } from '@/lib/keys.ts';

/**
 * Listens for keys that nobody nearer has taken; answers with a function that stops it. `onOff` is told of a command that was
 * asked for and cannot be carried out now.
 */
export function listenForKeys(
  commands: CommandList,
  onOff: (command: Command) => void,
  target: Window = window,
): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) {
      return;
    }
    const found = findCommand(commands.all.get(), event);
    if (!found || (isLetter(event) && found.when?.() === false)) {
      // A letter that does nothing now is a letter: where names are looked for by typing it belongs to them.
      return;
    }
    // Also when it cannot be carried out now: the browser's own meaning of the key would surprise.
    event.preventDefault();
    if (event.repeat && found.once) {
      return;
    }
    if ((found.inDialogs || !isDialogOpen()) && !commands.run(found.id)) {
      onOff(found);
    }
  };
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}

export function findCommand(all: readonly Command[], event: KeyboardEvent): Command | undefined {
  const typing = isTyping(event.target);
  return all.findLast(
    (command) => command.keys?.some((keys) => matches(keys, event)) && !(typing && command.leavesTyping),
  );
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey && !altKey;
}

/** What lies behind a dialog is out of reach, for keys too. */
export function isDialogOpen(): boolean {
  return document.querySelector('.k-veil') !== null;
}

/** A field with text of its own. The grid's text area is one only while it edits, and then it keeps its keys to itself. */
function isTyping(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    !target.classList.contains('k-cell-area')
  );
}
