/** Which kind of block: the words of a document, or rows of the plan. */
import type { FieldInfo } from '@/generated/wire.ts';
import { type IconName, MenuItem, MenuSection } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { afterMenu } from './after-menu.ts';
import { DRAWN, WRITTEN } from './settings.ts';

export const KIND_ICONS: Readonly<Record<string, IconName>> = {
  commitments: 'commitments',
  annex: 'matrix',
  milestones: 'timeline',
  groups: 'groups',
  indicators: 'overview',
  updates: 'review',
  changes: 'history',
};

export interface KindItemsProps {
  /** The field `kind` of blocks: its choices are called as the plan calls them. */
  field: FieldInfo | undefined;
  off: string;
  onChoose: (kind: string) => void;
}

/** Entries of a menu, in two parts. */
export function KindItems({ field, off, onChoose }: KindItemsProps) {
  const { say } = useWords();
  const items = (kinds: readonly string[]) =>
    kinds.map((kind) => (
      <MenuItem
        key={kind}
        id={kind}
        icon={KIND_ICONS[kind]}
        label={field?.choices.find(({ code }) => code === kind)?.label ?? kind}
        hint={say(`documents-kind-${kind}`)}
        off={off}
        onAction={() => afterMenu(() => onChoose(kind))}
      />
    ));
  return (
    <>
      <MenuSection label={say('documents-add-words')}>{items(WRITTEN)}</MenuSection>
      <MenuSection label={say('documents-add-rows')}>{items(DRAWN)}</MenuSection>
    </>
  );
}
