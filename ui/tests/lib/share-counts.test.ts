/** What goes and what stays is told in words of its own for each kind. */
import { expect, it } from 'vitest';
import { linesOf } from '@/app/share-counts.ts';
import { FIELDS, type KindInfo } from '@/generated/wire.ts';

/** The lists that the reference consists of, told in one line, and what a snapshot is made of itself. */
const NO_LINE = new Set([
  'about',
  'objective',
  'instrument',
  'provision',
  'action_line',
  'goal',
  'role',
  'organization',
  'source',
  'calendar_entry',
  'rule_pack',
  'rule',
  'holiday',
  'parent',
  'unknown_part',
  'private_name',
]);

it('counts every kind that people make in words, not as a label with a number', () => {
  const names = Object.keys(FIELDS).filter((kind) => !NO_LINE.has(kind));
  expect(names).toContain('document');
  const kinds = new Map(names.map((kind) => [kind, { kind, catalogue: false } as KindInfo]));
  const goes = Object.fromEntries(names.map((kind) => [kind, 2]));
  const said = linesOf({ goes, stays: {} }, kinds, (key) => key, false).goes;
  expect(said).not.toContain('share-count-other');
  expect(said).toHaveLength(names.length);
});
