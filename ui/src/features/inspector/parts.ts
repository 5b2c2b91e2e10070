/** Which parts the details of a kind have: only those that can hold something. */

export type PartName =
  | 'details'
  | 'links'
  | 'people'
  | 'roles'
  | 'updates'
  | 'indicators'
  | 'measurements'
  | 'told'
  | 'notes'
  | 'history';

/** Kinds that other rows name, or that name several themselves. */
const LINKED: ReadonlySet<string> = new Set([
  'commitment',
  'objective',
  'milestone',
  'group',
  'action_line',
  'goal',
  'provision',
  'instrument',
  'organization',
  'source',
  'calendar_entry',
  'person',
]);

/** What something is said of, and noted on. */
const SPOKEN_OF: ReadonlySet<string> = new Set([
  'commitment',
  'milestone',
  'group',
  'organization',
  'objective',
  'provision',
  'action_line',
  'goal',
  'instrument',
  'indicator',
]);

/** Where roles are held. */
const PLACES: ReadonlySet<string> = new Set(['group', 'commitment', 'milestone', 'action_line']);
/** What is said by the roles that somebody holds. */
const HOLDERS: ReadonlySet<string> = new Set(['organization', 'person', 'role']);

export function isPlace(kind: string): boolean {
  return PLACES.has(kind);
}

export function isSpokenOf(kind: string): boolean {
  return SPOKEN_OF.has(kind);
}

/** The parts of a kind in their order; a state without history has no part for it. */
export function partsOf(kind: string, hasHistory: boolean, discreet = false): readonly PartName[] {
  const parts: readonly [PartName, boolean][] = [
    ['details', true],
    ['measurements', kind === 'indicator'],
    ['links', LINKED.has(kind)],
    ['people', isPlace(kind)],
    ['roles', HOLDERS.has(kind)],
    ['updates', kind === 'commitment'],
    ['indicators', kind === 'objective'],
    ['told', SPOKEN_OF.has(kind)],
    // Notes are kept off the screen before an audience.
    ['notes', SPOKEN_OF.has(kind) && !discreet],
    ['history', hasHistory],
  ];
  return parts.filter(([, there]) => there).map(([name]) => name);
}

/** Kinds of links that are shown by a part of their own, and not a second time among the links. */
export function shownElsewhere(kind: string, link: string): boolean {
  switch (link) {
    case 'assignment':
      return isPlace(kind) || HOLDERS.has(kind);
    case 'update':
      return kind === 'commitment';
    case 'indicator':
      return kind === 'commitment' || kind === 'objective';
    case 'measurement':
      return kind === 'indicator';
    case 'mapping':
    case 'statement':
    case 'note':
      return true;
    default:
      return false;
  }
}
