/** Keeping what was edited: one field, in one step, after whatever has to be asked. */
import { createContext, useContext } from 'react';
import type { FieldInfo, JsonValue, Written } from '@/generated/wire.ts';
import type { CellValue } from '@/kit/index.ts';
import type { Request } from './api.ts';
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
}

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

  const ask = async (kind: string, ids: readonly string[]): Promise<void> => {
    if (kind !== 'commitment' || client.settings.get().organization === '') {
      return;
    }
    for (const id of ids) {
      const owner = await foreignOwner(kind, id);
      if (owner !== null && !agreed.has(owner)) {
        const { say } = client.words.get();
        const yes = await notices.ask({
          title: say('foreign-title', { owner }),
          text: say('foreign-text', { owner }),
          yes: say('foreign-yes'),
          no: say('foreign-no'),
        });
        if (!yes) {
          throw new Error(say('foreign-kept'));
        }
        agreed.add(owner);
      }
    }
  };

  return {
    names: createNames(client),
    ask,
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
