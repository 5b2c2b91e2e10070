/** What a form holds until it is kept: one entry for each field, as it is shown and as it will be sent. */
import type { FieldInfo, JsonValue, RowView, SetOne } from '@/generated/wire.ts';
import type { CellValue } from '@/kit/index.ts';
import { cellOf, dateWords, textOf, valueOf, wireValue } from '@/lib/fields.ts';
import { createStore, type Store } from '@/lib/store.ts';

export interface Entry {
  value: CellValue;
  /** As it stands in the field. */
  text: string;
  /** What was typed, where it says more than the value: dates. */
  typed: string;
}

export const EMPTY: Entry = { value: null, text: '', typed: '' };

/** A field that takes part. */
interface Member {
  name: string;
  /** Settles what is being typed in it; false: it cannot be kept, and has the focus. */
  finish(): Promise<boolean>;
  /** Says why the whole was not kept because of it, and takes the focus. */
  refuse(message: string): void;
}

export interface Draft {
  readonly entries: Store<ReadonlyMap<string, Entry>>;
  get(name: string): Entry;
  set(name: string, entry: Entry): void;
  /** Whether the person changed the field. */
  isChanged(name: string): boolean;
  /** The row has become another meanwhile: what the person did not change is as it is now. */
  renew(now: ReadonlyMap<string, Entry>): void;
  join(member: Member): () => void;
  /** Settles all fields, from the first to the last. False: one of them asks something. */
  finish(): Promise<boolean>;
  /** Says a refusal at the field that it is about; false: the form has no such field. */
  refuse(name: string, message: string): boolean;
}

export function createDraft(initial: ReadonlyMap<string, Entry> = new Map()): Draft {
  const entries = createStore(initial);
  let begun = initial;
  const fields = new Set<Member>();
  const get = (name: string): Entry => entries.get().get(name) ?? EMPTY;
  const isChanged = (name: string): boolean => {
    const before = begun.get(name) ?? EMPTY;
    const now = get(name);
    return now.value !== before.value || now.typed !== before.typed;
  };
  return {
    entries,
    get,
    set: (name, entry) => entries.set(new Map(entries.get()).set(name, entry)),
    isChanged,
    renew(now) {
      const kept = [...now].filter(([name]) => !isChanged(name));
      entries.set(new Map([...entries.get(), ...kept]));
      begun = now;
    },
    join(member) {
      fields.add(member);
      return () => fields.delete(member);
    },
    async finish() {
      for (const field of fields) {
        if (!(await field.finish())) {
          return false;
        }
      }
      return true;
    },
    refuse(name, message) {
      const member = [...fields].find((field) => field.name === name);
      member?.refuse(message);
      return member !== undefined;
    },
  };
}

/** What is in the fields of a row, to be edited. */
export function entriesOf(row: RowView, fields: readonly FieldInfo[]): ReadonlyMap<string, Entry> {
  return new Map(
    fields.map((field) => [
      field.name,
      { value: valueOf(field, cellOf(row, field.name)), text: textOf(row, field.name), typed: '' },
    ]),
  );
}

/** What the person changed in a row, as it is kept in one step: measured by the row as it was shown. */
export function changedIn(draft: Draft, row: RowView, fields: readonly FieldInfo[]): SetOne[] {
  return fields
    .filter(({ name }) => draft.isChanged(name))
    .map((field) => {
      const { value, typed } = draft.get(field.name);
      const words = dateWords(field, value, typed);
      return {
        kind: row.kind,
        id: row.id,
        field: field.name,
        value: wireValue(value),
        was: cellOf(row, field.name).value,
        ...(words === null ? {} : { words }),
      };
    });
}

/** A date as commands take it: the value, and the words where they say more. */
export function dateOf(field: FieldInfo, { value, typed }: Entry): { date: string; words?: string } {
  const words = dateWords(field, value, typed);
  return { date: typeof value === 'string' ? value : '', ...(words === null ? {} : { words }) };
}

/** The fields that are filled, as a command that makes a row takes them; the words of a date beside it. */
export function filled(draft: Draft, fields: readonly FieldInfo[]): Record<string, JsonValue> {
  const out: Record<string, JsonValue> = {};
  for (const field of fields) {
    const { value, typed } = draft.get(field.name);
    if (value !== null && value !== '') {
      out[field.name] = wireValue(value);
      const words = dateWords(field, value, typed);
      if (words !== null) {
        out[`${field.name}_words`] = words;
      }
    }
  }
  return out;
}
