/** How the fields of the kinds are edited: the same in a cell of the grid and in a line of the inspector. */
import type { Cell, FieldInfo, FieldKind, JsonValue, RowView } from '@/generated/wire.ts';
import type { CellValue, DateReading, EditorKind, GridOption, StatusShape } from '@/kit/index.ts';
import type { Client } from './client.ts';

const EDITORS: { readonly [K in FieldKind]: EditorKind } = {
  text: 'text',
  long: 'long',
  date: 'date',
  choice: 'choice',
  reference: 'reference',
  texts: 'set',
  references: 'set',
  integer: 'number',
  decimal: 'number',
  flag: 'flag',
  order: 'none',
};

export function editorOf(field: FieldInfo): EditorKind {
  return field.computed ? 'none' : EDITORS[field.field];
}

/** Fields that are shown by themselves: not an order, and not the words beside a date. */
export function shownFields(fields: readonly FieldInfo[]): readonly FieldInfo[] {
  const dates = new Set(
    fields.filter((field) => field.field === 'date').map((field) => `${field.name}_words`),
  );
  return fields.filter((field) => field.field !== 'order' && !dates.has(field.name));
}

const NO_CELL: Cell = { value: null, text: '', title: '', empty: true };

export function cellOf(row: RowView, field: string): Cell {
  return row.cells[field] ?? NO_CELL;
}

/** What is in the field; nothing where nothing is stated. */
export function textOf(row: RowView, field: string): string {
  const cell = cellOf(row, field);
  return cell.empty ? '' : cell.text;
}

/** The ids or texts of a set. */
export function membersOf(cell: Cell): readonly string[] {
  return Array.isArray(cell.value) ? cell.value.filter((member) => typeof member === 'string') : [];
}

/** The value as an editor takes it. */
export function valueOf(field: FieldInfo, cell: Cell): CellValue {
  if (field.field === 'flag') {
    return cell.value === true || cell.value === 1;
  }
  return typeof cell.value === 'string' || typeof cell.value === 'number' ? cell.value : null;
}

/** The value of an editor as the wire takes it. */
export function wireValue(value: CellValue): JsonValue {
  return typeof value === 'object' && value !== null ? [...value] : value;
}

/** What was typed, where it says more than the date that was understood: "end of 2025", not "16/12/2025". */
export function dateWords(field: FieldInfo, value: CellValue, typed: string): string | null {
  return field.field === 'date' && value !== null && value !== '' && /\p{L}/u.test(typed)
    ? typed.trim()
    : null;
}

export async function readDate(client: Client, text: string): Promise<DateReading> {
  const { meanings } = await client.call('date_understand', { text });
  const [only, ...others] = meanings;
  const { say } = client.words.get();
  if (only && others.length === 0) {
    return { ok: true, value: only.date, words: only.words, alternatives: [] };
  }
  const alternatives = meanings.map((meaning) => ({ value: meaning.date, words: meaning.words }));
  return { ok: false, words: say(only ? 'date-several' : 'date-not-understood'), alternatives };
}

export async function suggestRows(
  client: Client,
  field: FieldInfo,
  text: string,
): Promise<readonly GridOption[]> {
  if (field.target === null) {
    return [];
  }
  const found = await client.call('row_suggest', {
    kind: field.target,
    text,
    limit: 12,
    discreet: client.discreet.get(),
  });
  return found.map(({ id, label, hint }) => ({ id, label, hint: hint === label ? undefined : hint }));
}

const STATUSES: ReadonlySet<string> = new Set<StatusShape>([
  'planned',
  'ongoing',
  'completed',
  'concluded',
  'superseded',
  'not_reported',
]);

/** Whether a code is a status that there is a mark for. */
export function isStatus(code: unknown): code is StatusShape {
  return typeof code === 'string' && STATUSES.has(code);
}
