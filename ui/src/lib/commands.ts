/** One object per command: its keys, its place in toolbar and palette, what it does. All three ask the same object. */
import { createContext, useContext, useEffect } from 'react';
import type { IconName } from '@/kit/index.ts';
import { createStore, type Store } from './store.ts';

export interface Command {
  id: string;
  /** Its name now, in words: "Undo “Set status”". */
  label(): string;
  icon?: IconName;
  /** Keys such as `Ctrl+Shift+Z`; the first one is shown. */
  keys?: readonly string[];
  /** It can be carried out now; without it, always. */
  when?(): boolean;
  /** Why it cannot be carried out now, in words; empty: there is nothing to say. */
  why?(): string;
  /** Its keys are left to a field that is being typed in: undo there means the typing. */
  leavesTyping?: boolean;
  /** Its keys also work while a dialog is open; those of the others wait until it is closed. */
  inDialogs?: boolean;
  /** Held down, its keys carry it out once: it writes, and each further time would be another row. */
  once?: boolean;
  /** Kept out of the palette. */
  hidden?: boolean;
  run(): void | Promise<void>;
}

export interface CommandList {
  readonly all: Store<readonly Command[]>;
  add(commands: readonly Command[]): () => void;
  find(id: string): Command | undefined;
  /** Carries a command out if it can be; true if it was. */
  run(id: string): boolean;
}

/** Why a command cannot be carried out now; empty: it can, or nobody knows why. */
export function offOf(command: Command): string {
  return command.when?.() === false ? (command.why?.() ?? '') : '';
}

/** `onError` is told what a command could not do. */
export function createCommands(onError: (reason: unknown) => void): CommandList {
  const all = createStore<readonly Command[]>([]);
  const find = (id: string): Command | undefined => all.get().findLast((command) => command.id === id);
  return {
    all,
    find,
    add(commands) {
      all.set([...all.get(), ...commands]);
      return () => all.set(all.get().filter((command) => !commands.includes(command)));
    },
    run(id) {
      const command = find(id);
      if (!command || command.when?.() === false) {
        return false;
      }
      // Also what is thrown before the first await becomes a rejection.
      void (async () => command.run())().catch(onError);
      return true;
    },
  };
}

const CommandContext = createContext<CommandList | undefined>(undefined);
export const CommandProvider = CommandContext.Provider;

export function useCommandList(): CommandList {
  const list = useContext(CommandContext);
  if (!list) {
    throw new Error('the window has no commands: CommandProvider is missing');
  }
  return list;
}

/** Offers commands while the component is shown. The array must be kept: a new one is a new offer. */
export function useCommands(commands: readonly Command[]): void {
  const list = useCommandList();
  useEffect(() => list.add(commands), [list, commands]);
}
