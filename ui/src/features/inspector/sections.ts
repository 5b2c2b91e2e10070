/** Which fields of a kind stand where: what is asked first on top, where it comes from below, what is private last. */
import type { FieldInfo, RowView } from '@/generated/wire.ts';
import { cellOf, shownFields } from '@/lib/fields.ts';

export interface Section {
  id: 'main' | 'more' | 'source' | 'private';
  fields: readonly FieldInfo[];
}

const SOURCE: ReadonlySet<string> = new Set([
  'source',
  'source_para',
  'basis',
  'basis_by',
  'as_of',
  'confidence',
  'goals_source',
  'goals_confidence',
]);

/** Shown by the header. */
const HEADER: ReadonlySet<string> = new Set(['title', 'name', 'reference']);

/** What a milestone hangs on, and how far from it: one line of its own. A rule has the distance alone, as fields like others. */
const HANGS: ReadonlySet<string> = new Set(['anchor', 'anchor_distance', 'anchor_unit', 'anchor_from']);

/** Fields that are always shown, in this order; the others only where something is stated, or when asked for. */
const MAIN: Readonly<Record<string, readonly string[]>> = {
  commitment: [
    'status',
    'status_as_of',
    'status_by',
    'kind',
    'owner',
    'lead',
    'lead_post',
    'partners',
    'objective',
    'start',
    'end',
    'standing',
    'next_step',
  ],
  milestone: ['kind', 'date', 'place', 'outcome', 'commitment', 'group'],
  group: ['kind', 'acronym', 'parent', 'objective', 'mandate', 'start', 'end'],
  organization: ['acronym', 'kind', 'parent', 'aliases', 'successor'],
  indicator: [
    'title',
    'unit',
    'counts',
    'commitment',
    'objective',
    'baseline',
    'baseline_as_of',
    'target',
    'target_by',
    'means_of_verification',
  ],
  assignment: [
    'role',
    'organization',
    'state',
    'group',
    'commitment',
    'milestone',
    'action_line',
    'start',
    'end',
  ],
};

export function sectionsOf(kind: string, fields: readonly FieldInfo[]): readonly Section[] {
  const hangs = fields.some(({ name }) => name === 'anchor');
  const body = shownFields(fields).filter(({ name }) => !HEADER.has(name) && !(hangs && HANGS.has(name)));
  const names = MAIN[kind];
  const main = names
    ? names.flatMap((name) => body.find((field) => field.name === name) ?? [])
    : body.filter((field) => !SOURCE.has(field.name) && !field.private);
  const rest = body.filter((field) => !main.includes(field));
  const sections: readonly Section[] = [
    { id: 'main', fields: main },
    {
      id: 'more',
      fields: rest.filter((field) => !SOURCE.has(field.name) && !field.private),
    },
    { id: 'source', fields: rest.filter((field) => SOURCE.has(field.name)) },
    { id: 'private', fields: rest.filter((field) => field.private) },
  ];
  return sections.filter((section) => section.fields.length > 0);
}

/** Fields of which nothing is stated and which are not asked first: shown when wanted. */
export function isFolded(section: Section, field: FieldInfo, row: RowView): boolean {
  const folds =
    section.id === 'more' || section.id === 'private' || (section.id === 'source' && field.name !== 'source');
  return folds && cellOf(row, field.name).empty;
}
