/** Keeping what was edited: one field, in one step, after whatever has to be asked. */
import { createContext, useContext } from 'react';
import type { FieldInfo, JsonValue, Written } from '@/generated/wire.ts';
import type { CellValue } from '@/kit/index.ts';
import { CommandError, type Request } from './api.ts';
import type { Client, WriteName } from './client.ts';
import { dateWords, wireValue } from './fields.ts';
import { createNames, type Names } from './names.ts';
import type { Notices } from './notices.ts';

export interface FieldEdit {
  kind: string;
  id: string;
  field: FieldInfo;
  value: CellValue;
  /** The text behind the value. */
  typed: string;
  /** The value that the person saw. */
  was: JsonValue;
  /** One focus of one editor. */
  token: string;
}

export interface Editing {
  readonly names: Names;
  keep(edit: FieldEdit): Promise<Written>;
  /** Asks once whether rows of somebody else are to be changed; rejects if not. */
  ask(kind: string, ids: readonly string[]): Promise<void>;
  /** The same, where the owners are known already. */
  askOwners(owners: readonly string[]): Promise<void>;
  /** The person was asked elsewhere, and said yes. */
  agree(owners: readonly string[]): void;
}

/** Rows that are looked at one by one. */
const FEW = 8;
/** Rows of one request when the owners of many are wanted. */
const PAGE_OF_OWNERS = 2000;

let tokens = 0;

/** A token for one focus of one editor. */
export function newToken(): string {
  tokens += 1;
  return `${Date.now().toString(36)}-${tokens}`;
}

export function createEditing(client: Client, notices: Notices): Editing {
  /** Owners whose rows the person said yes to, in this sitting. */
  const agreed = new Set<string>();

  const foreignOwner = async (kind: string, id: string): Promise<string | null> => {
    const detail = await client.call('row_get', { kind, id, source: { at: 'now' } });
    return detail.foreign_owner;
  };

  /** One row for each owner among many: whose the others are is known then. */
  const oneOfEachOwner = async (kind: string, ids: readonly string[]): Promise<readonly string[]> => {
    if (ids.length <= FEW) {
      return ids;
    }
    const wanted = new Set(ids);
    const found = new Map<string, string>();
    for (let from = 0, count = 1; from < count; from += PAGE_OF_OWNERS) {
      const page = await client.call('view_get', {
        kind,
        source: { at: 'now' },
        query: { text: '', filters: [], sort: [], group: null },
        from,
        to: from + PAGE_OF_OWNERS,
        fields: ['owner'],
      });
      count = page.count;
      for (const row of page.rows) {
        const owner = JSON.stringify(row.cells['owner']?.value ?? null);
        if (wanted.has(row.id) && !found.has(owner)) {
          found.set(owner, row.id);
        }
      }
    }
    return [...found.values()];
  };

  const askOwners = async (owners: readonly string[]): Promise<void> => {
    for (const owner of owners) {
      if (!agreed.has(owner)) {
        const { say } = client.words.get();
        const yes = await notices.ask({
          title: say('foreign-title', { owner }),
          text: say('foreign-text', { owner }),
          yes: say('foreign-yes'),
          no: say('foreign-no'),
        });
        if (!yes) {
          throw new CommandError({
            sort: 'refused',
            code: 'kept',
            message: say('foreign-kept'),
            args: {},
            details: '',
          });
        }
        agreed.add(owner);
      }
    }
  };

  const ask = async (kind: string, ids: readonly string[]): Promise<void> => {
    if (kind !== 'commitment' || client.settings.get().organization === '') {
      return;
    }
    for (const id of await oneOfEachOwner(kind, ids)) {
      const owner = await foreignOwner(kind, id);
      if (owner !== null) {
        await askOwners([owner]);
      }
    }
  };

  return {
    names: createNames(client),
    ask,
    askOwners,
    agree: (owners) => owners.forEach((owner) => agreed.add(owner)),
    async keep({ kind, id, field, value, typed, was, token }) {
      await ask(kind, [id]);
      const command = `${kind}_set` as WriteName;
      const request: Request<'commitment_set'> = {
        id,
        field: field.name,
        value: wireValue(value),
        words: dateWords(field, value, typed),
        was,
        token,
      };
      return client.write(command, request);
    },
  };
}

const EditingContext = createContext<Editing | undefined>(undefined);
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) {
    throw new Error('the window cannot edit: EditingProvider is missing');
  }
  return editing;
}
