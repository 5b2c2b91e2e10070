/** Which paragraphs are listed: by what was decided, and by words. */
import type { RefObject } from 'react';
import type { CarryCounts } from '@/generated/wire.ts';
import { FilterChip, Menu, MenuItem, SearchField } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { WANTED, type Wanted } from './state.ts';

export interface FiltersProps {
  counts: CarryCounts;
  wanted: Wanted;
  text: string;
  onWanted: (wanted: Wanted) => void;
  onText: (text: string) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  onLeaveSearch: () => void;
}

export function Filters({ counts, wanted, text, onWanted, onText, searchRef, onLeaveSearch }: FiltersProps) {
  const { say, locale } = useWords();
  const numbers = new Intl.NumberFormat(locale);
  const words = (one: Wanted): string =>
    say(`carry-only-${keyOf(one).replaceAll('_', '-')}`, {
      count: numbers.format(one === '' ? counts.all : counts[one]),
    });
  return (
    <div className="l-filters" role="group" aria-label={say('carry-filters')}>
      <Menu
        label={say('carry-filters')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[keyOf(wanted)]}
        onAction={(key) => onWanted(WANTED.find((one) => keyOf(one) === key) ?? '')}
        trigger={
          <FilterChip isOn={wanted !== ''} data-testid="carry-wanted">
            {words(wanted)}
          </FilterChip>
        }
      >
        {WANTED.map((one) => (
          <MenuItem key={keyOf(one)} id={keyOf(one)} label={words(one)} />
        ))}
      </Menu>
      <div className="l-search">
        <SearchField
          label={say('carry-find')}
          placeholder={say('carry-find-short')}
          value={text}
          onChange={onText}
          inputRef={searchRef}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              onLeaveSearch();
            }
          }}
        />
      </div>
    </div>
  );
}

function keyOf(wanted: Wanted): string {
  return wanted === '' ? 'all' : wanted;
}
