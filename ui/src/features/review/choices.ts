/** What can be decided about an item, and with which keys. */
import type { ReviewItem } from '@/generated/wire.ts';

export type Decision = 'mine' | 'theirs' | 'both' | 'write' | 'ask' | 'later';

export interface Choice {
  /** Tells it from the others of the item. */
  id: string;
  decision: Decision;
  /** Whose it is: the id of a snapshot. */
  from: string | undefined;
  /** Who that is, short. */
  who: string;
  /** The key that does it; empty: there is none. */
  key: string;
}

/** Keys for choices; 0 is for later. */
const KEYS = '123456789';

/** All that can be decided, in the order of their keys. */
export function choicesOf(item: ReviewItem): readonly Choice[] {
  const plain = (decision: Decision): Omit<Choice, 'key'> => ({
    id: decision,
    decision,
    from: undefined,
    who: '',
  });
  const theirs = item.theirs.map(
    ({ from, who }, at): Omit<Choice, 'key'> => ({
      id: `theirs-${at}`,
      decision: 'theirs',
      // Where there is one version it is taken as it is shown, of all who have it; one's own alone is taken for many items at once.
      from: item.theirs.length > 1 ? from[0] : undefined,
      who,
    }),
  );
  const numbered = [
    plain('mine'),
    ...theirs,
    ...(item.both ? [plain('both')] : []),
    ...(item.can_write ? [plain('write')] : []),
    plain('ask'),
  ].map((choice, at): Choice => ({ ...choice, key: KEYS[at] ?? '' }));
  return [...numbered, { ...plain('later'), key: '0' }];
}

/** What will be done with it as things stand: what was decided, else what is done unless somebody decides. */
export function chosenOf(item: ReviewItem): string {
  const { decision, preselected } = item;
  if (decision) {
    if (decision.decision !== 'theirs') {
      return decision.decision;
    }
    const at = item.theirs.findIndex(({ from }) => decision.from !== null && from.includes(decision.from));
    // What one of several put into a set alone is none of the versions that are shown.
    const { from = [], value } = item.theirs[at] ?? {};
    const isOwn = from.length > 1 && Array.isArray(value?.value);
    return isOwn ? 'theirs-own' : `theirs-${Math.max(at, 0)}`;
  }
  return preselected === 'theirs' ? 'theirs-0' : preselected;
}

export type Standing = 'again' | 'later' | 'open' | 'decided' | 'taken';

/** How an item stands. */
export function standingOf(item: ReviewItem): Standing {
  if (item.again) {
    return 'again';
  }
  if (item.decision) {
    // What is held back was decided all the same.
    return item.open && !item.held ? 'later' : 'decided';
  }
  return item.open ? 'open' : 'taken';
}

/** What a row is called above its items: by its reference where it has one, else by what it is. */
export function headingOf({ ref, title, kind_label: kind }: ReviewItem): { lead: string; title: string } {
  return { lead: ref === '' || ref === title ? kind : ref, title };
}
