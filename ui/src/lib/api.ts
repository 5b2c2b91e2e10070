/** Typed calls of the commands, and what goes wrong with them. */
import type { Commands, WireError } from '@/generated/wire.ts';
import type { Host } from './host/host.ts';

export type CommandName = keyof Commands;
export type Request<K extends CommandName> = Commands[K]['request'];
export type Answer<K extends CommandName> = Commands[K]['answer'];

/** Why nothing at all can be written to a file, for now or for good. */
const STUCK: ReadonlySet<string> = new Set(['moved', 'changed-outside', 'disk-full']);

/** Why a command was not carried out. The message is in words already; nobody matches it. */
export class CommandError extends Error {
  /** `refused`: not allowed now. `stale`: gone, or changed meanwhile. `broken`: disk, corruption, a mistake of ours. */
  readonly sort: string;
  readonly code: string;
  readonly args: Readonly<Record<string, string | undefined>>;
  /** For a report; empty for refusals. */
  readonly details: string;

  constructor(error: WireError) {
    super(error.message);
    this.name = 'CommandError';
    this.sort = error.sort;
    this.code = error.code;
    this.args = error.args;
    this.details = error.details;
  }

  /** It is the file, not what was to be written. */
  get isStuck(): boolean {
    return STUCK.has(this.code);
  }
}

export interface Api {
  call<K extends CommandName>(command: K, request: Request<K>): Promise<Answer<K>>;
}

export interface ApiWords {
  language(): string;
  /** Said when the host itself does not answer. */
  unreachable(): string;
}

export function createApi(host: Host, words: ApiWords): Api {
  return {
    async call(command, request) {
      try {
        // The host passes on what the router of `command` answered: the map of commands is written from it.
        return (await host.call(command, request, words.language())) as Answer<typeof command>;
      } catch (reason) {
        throw new CommandError(isWireError(reason) ? reason : unreachable(command, reason, words));
      }
    },
  };
}

function isWireError(reason: unknown): reason is WireError {
  return typeof reason === 'object' && reason !== null && 'sort' in reason && 'message' in reason;
}

function unreachable(command: string, reason: unknown, words: ApiWords): WireError {
  const cause = reason instanceof Error ? `${reason.name}: ${reason.message}` : JSON.stringify(reason);
  return {
    sort: 'broken',
    code: 'unreachable',
    message: words.unreachable(),
    args: {},
    details: `${command}: ${cause}`,
  };
}
