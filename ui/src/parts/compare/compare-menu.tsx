/** Which earlier state is compared with: one choice for all lists and the timeline. */
import { useState } from 'react';
import type { MomentView } from '@/generated/wire.ts';
import { FilterChip, IconButton, Menu, MenuItem, MenuSection } from '@/kit/index.ts';
import { useClient, useCompared, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { keyOf, whenOf } from '@/lib/sources.ts';

const NOTHING = 'nothing';
/** What there was to choose from, shown at once while it is asked for anew. */
const LAST = new Map<string, unknown>();

/** Two states may be of one moment, such as a restore point that was made at the beginning. */
function keyIn({ sort, source, at }: MomentView): string {
  return `${sort} ${at} ${keyOf(source)}`;
}

export interface CompareMenuProps {
  /** What the chip is called by tests. */
  testId: string;
  /** A button with a sign: the name of the state stands in a bar of its own. */
  small?: boolean;
  /** A state was chosen: who did that wants to see what came of it. */
  onChosen?: () => void;
}

export function CompareMenu({ testId, small = false, onChosen }: CompareMenuProps) {
  const client = useClient();
  const { say, locale } = useWords();
  const compared = useCompared();
  const [isOpen, setOpen] = useState(false);
  // Restore points come by themselves: what there is to choose from is asked whenever somebody looks.
  const { value: moments } = useReading('moments_list', isOpen ? {} : undefined, { last: LAST });
  const sorts = [
    ['overview-since-named', moments?.filter(({ sort }) => ['edition', 'snapshot', 'start'].includes(sort))],
    ['overview-since-origin', moments?.filter(({ sort }) => sort === 'parent')],
    ['overview-since-kept', moments?.filter(({ sort }) => sort === 'restore_point')],
    ['overview-since-shipped', moments?.filter(({ sort }) => sort === 'shipped')],
  ] as const;
  const chosen = moments?.find(
    ({ source, name: called }) =>
      compared && called === compared.name && keyOf(source) === keyOf(compared.source),
  );
  const name = compared ? say('compare-with-state', { state: compared.name }) : undefined;
  return (
    <Menu
      label={say('compare-with')}
      selectionMode="single"
      onOpenChange={setOpen}
      selectedKeys={[compared ? ((chosen && keyIn(chosen)) ?? '') : NOTHING]}
      onAction={(key) => {
        const found = moments?.find((one) => keyIn(one) === key);
        const only = compared?.only ?? false;
        if (onChosen) {
          // The menu gives the window free in the frame after it is gone; what it gives the keys to comes first.
          requestAnimationFrame(() => requestAnimationFrame(onChosen));
        }
        client.compared.set(found && { source: found.source, name: found.name, only });
      }}
      trigger={
        small ? (
          <IconButton
            icon="history"
            label={say('compare-with')}
            data-testid={testId}
            data-compare-menu="true"
          />
        ) : (
          <FilterChip isOn={compared !== undefined} data-testid={testId} data-compare-menu="true">
            <bdi>{name ?? say('compare-with')}</bdi>
          </FilterChip>
        )
      }
    >
      <MenuItem id={NOTHING} label={say('compare-with-nothing')} />
      {sorts
        .filter(([, found]) => found && found.length > 0)
        .map(([label, found]) => (
          <MenuSection key={label} label={say(label)}>
            {(found ?? []).map((one) => (
              <MenuItem
                key={keyIn(one)}
                id={keyIn(one)}
                label={one.name}
                hint={whenOf(one, locale) || undefined}
              />
            ))}
          </MenuSection>
        ))}
    </Menu>
  );
}
