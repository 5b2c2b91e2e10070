/** Which parts the details of a kind have, and which mapping stands behind a link. */
import { describe, expect, it } from 'vitest';
import { mappingsBehind } from '@/features/inspector/mappings.ts';
import { partsOf, shownElsewhere } from '@/features/inspector/parts.ts';
import { sectionsOf } from '@/features/inspector/sections.ts';
import { type FieldInfo, FIELDS, type RowBrief, type RowView } from '@/generated/wire.ts';

describe('parts', () => {
  it('are those that a kind can fill', () => {
    expect(partsOf('commitment', true)).toEqual([
      'details',
      'links',
      'people',
      'updates',
      'told',
      'notes',
      'history',
    ]);
    expect(partsOf('organization', true)).toEqual(['details', 'links', 'roles', 'told', 'notes', 'history']);
    expect(partsOf('indicator', true)).toEqual(['details', 'measurements', 'told', 'notes', 'history']);
    expect(partsOf('objective', false)).toEqual(['details', 'links', 'indicators', 'told', 'notes']);
    expect(partsOf('assignment', false)).toEqual(['details']);
  });

  it('show what they hold once: what has a part of its own is not among the links', () => {
    for (const kind of Object.keys(FIELDS)) {
      const parts = partsOf(kind, true);
      expect(shownElsewhere(kind, 'update'), kind).toBe(parts.includes('updates'));
      const counted = parts.includes('updates') || parts.includes('indicators');
      expect(shownElsewhere(kind, 'indicator'), kind).toBe(counted);
      expect(shownElsewhere(kind, 'measurement'), kind).toBe(parts.includes('measurements'));
      expect(shownElsewhere(kind, 'assignment'), kind).toBe(
        parts.includes('people') || parts.includes('roles'),
      );
    }
  });
});

describe('sections', () => {
  const named = (...names: string[]) =>
    names.map((name) => ({ ...({} as FieldInfo), name, field: 'text', private: false }) as FieldInfo);
  const shown = (kind: string, ...names: string[]) =>
    sectionsOf(kind, named(...names)).flatMap(({ fields }) => fields.map(({ name }) => name));

  it('say how far a rule is from its meeting; of a milestone that is one line with what it hangs on', () => {
    const distance = ['anchor_distance', 'anchor_unit', 'anchor_from'];
    expect(shown('rule', 'rule_pack', ...distance)).toEqual(['rule_pack', ...distance]);
    expect(shown('milestone', 'kind', 'anchor', ...distance)).toEqual(['kind']);
  });
});

describe('the mapping behind a link', () => {
  const cell = (value: string) => ({ value, text: value, title: '', empty: false });
  const mapping = (id: string, goal: string, reason: string): RowView => ({
    kind: 'mapping',
    id,
    short: '',
    title: '',
    cells: { goal: cell(goal), reason: cell(reason) },
  });
  const link = (id: string, note: string, kind = 'goal'): RowBrief => ({
    kind,
    id,
    short: id,
    title: id,
    note,
  });

  it('is found by its end and its reason, and belongs to one link only', () => {
    const links = [link('4', 'same'), link('4', 'same'), link('4', ''), link('4', 'same', 'organization')];
    const behind = mappingsBehind('commitment', links, [
      mapping('m1', '4', 'same'),
      mapping('m2', '4', 'same'),
    ]);
    expect(links.map((one) => behind.get(one)?.id)).toEqual(['m1', 'm2', undefined, undefined]);
  });
});
