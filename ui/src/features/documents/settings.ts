/** Which fields each kind of block has: a heading a level, what shows rows of the plan which rows they are. */
import type { FieldInfo, RowView } from '@/generated/wire.ts';
import { cellOf } from '@/lib/fields.ts';

/** Blocks of words. */
export const WRITTEN = ['heading', 'paragraph', 'dash'] as const;
/** Blocks that show rows of the plan. */
export const DRAWN = [
  'commitments',
  'annex',
  'milestones',
  'groups',
  'indicators',
  'updates',
  'changes',
] as const;

export function isWritten(kind: string): boolean {
  return kind === '' || WRITTEN.some((one) => one === kind);
}

const ROWS = ['caption', 'objective', 'organization', 'holds', 'landscape'];
/** Fields of a kind, in the order in which they are asked. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  heading: ['level', 'numbered', 'landscape'],
  paragraph: ['numbered', 'landscape'],
  dash: ['landscape'],
  commitments: ['caption', 'objective', 'organization', 'status', 'holds', 'landscape'],
  annex: ['caption', 'objective', 'landscape'],
  milestones: ROWS,
  groups: ROWS,
  indicators: ROWS,
  updates: ['caption', 'objective', 'organization', 'holds', 'since', 'landscape'],
  changes: ['caption', 'objective', 'organization', 'holds', 'since', 'landscape'],
};

/** The same array for the same fields: a form is not made anew at each drawing. */
const known = new WeakMap<readonly FieldInfo[], Map<string, readonly FieldInfo[]>>();

export function fieldsOf(fields: readonly FieldInfo[], names: readonly string[]): readonly FieldInfo[] {
  const of = known.get(fields) ?? new Map<string, readonly FieldInfo[]>();
  known.set(fields, of);
  const key = names.join(' ');
  const found = of.get(key) ?? names.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  of.set(key, found);
  return found;
}

/** The fields that a block of this kind is asked for besides its words. */
export function settingsOf(kind: string, fields: readonly FieldInfo[]): readonly FieldInfo[] {
  return fieldsOf(fields, FIELDS[kind] ?? []);
}

/** What a new block begins with: it goes on as what stands before it. */
export function beginningOf(
  kind: string,
  before: { kind: string; level: number; numbered: boolean } | undefined,
): Record<string, string | number | boolean> {
  const numbered = before?.numbered ?? true;
  switch (kind) {
    case 'heading':
      return { kind, level: before?.kind === 'heading' ? before.level : 1, numbered };
    case 'paragraph':
      return { kind, numbered: before?.kind === 'paragraph' ? before.numbered : true };
    default:
      return { kind };
  }
}

/** What follows a block of words when one writes on. */
export function followerOf(kind: string): string {
  return kind === 'dash' ? 'dash' : 'paragraph';
}

/** Whether a flag is set. */
export function isSet(block: RowView, field: string): boolean {
  const { value } = cellOf(block, field);
  return value === true || value === 1;
}

/** The level of a heading: as deep as a page shows. */
export function levelOf(block: RowView): number {
  const level = Number(cellOf(block, 'level').value ?? 1);
  return Math.max(1, Math.min(3, level));
}
