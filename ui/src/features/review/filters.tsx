/** Which items are listed: by how they stand, by colleague, field and kind, and by words. */
import type { RefObject } from 'react';
import type { ReviewChoice, ReviewView } from '@/generated/wire.ts';
import { Button, FilterChip, Menu, MenuItem, Popover, SearchField, Select } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { change, filter, isFiltered, type ItemState, NO_FILTERS, type ReviewState } from './state.ts';
import { useStore } from '@/lib/store.ts';

export interface FiltersProps {
  view: ReviewView;
  shown: ReviewState['shown'];
  searchRef: RefObject<HTMLInputElement | null>;
  onLeaveSearch: () => void;
}

export function Filters({ view, shown, searchRef, onLeaveSearch }: FiltersProps) {
  const { say, locale } = useWords();
  const set = useStore(shown, (state) => state.filters);
  const { counts } = view;
  const numbers = new Intl.NumberFormat(locale);
  const states: readonly (readonly [ItemState, number])[] = [
    ['open', counts.open],
    ['taken', counts.taken],
    ['decided', counts.decided],
    ...(counts.later > 0 || set.state === 'later' ? ([['later', counts.later]] as const) : []),
    ...(counts.again > 0 || set.state === 'again' ? ([['again', counts.again]] as const) : []),
    ['', counts.items],
  ];
  const state = states.find(([code]) => code === set.state) ?? (['', counts.items] as const);
  const words = ([code, count]: readonly [ItemState, number]): string =>
    say(`review-only-${code === '' ? 'all' : code}`, { count: numbers.format(count) });
  const narrowed = [set.file, set.field, set.kind].filter((one) => one !== undefined).length;
  return (
    <div className="l-filters" role="group" aria-label={say('review-filters')}>
      <Menu
        label={say('review-filters')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[keyOf(set.state)]}
        onAction={(key) => filter(shown, { state: states.find(([code]) => keyOf(code) === key)?.[0] ?? '' })}
        trigger={
          <FilterChip isOn={set.state !== ''} data-testid="review-state">
            {words(state)}
          </FilterChip>
        }
      >
        {states.map((one) => (
          <MenuItem key={keyOf(one[0])} id={keyOf(one[0])} label={words(one)} />
        ))}
      </Menu>
      <Popover
        label={say('review-narrow')}
        trigger={
          <FilterChip icon="filter" isOn={narrowed > 0} data-testid="review-narrow">
            {narrowed > 0 ? say('review-narrowed', { count: narrowed }) : say('review-narrow')}
          </FilterChip>
        }
      >
        <div className="v-narrow">
          <By
            name="file"
            choices={view.by_file}
            value={set.file}
            onChoose={(file) => filter(shown, { file })}
          />
          <By
            name="field"
            choices={view.by_field}
            value={set.field}
            onChoose={(field) => filter(shown, { field })}
          />
          <By
            name="kind"
            choices={view.by_kind}
            value={set.kind}
            onChoose={(kind) => filter(shown, { kind })}
          />
          {isFiltered(set) ? (
            <Button
              look="quiet"
              icon="close"
              onPress={() => filter(shown, { ...NO_FILTERS, state: set.state })}
              data-testid="review-unfilter"
            >
              {say('review-unfilter')}
            </Button>
          ) : null}
        </div>
      </Popover>
      <div className="l-search">
        <SearchField
          label={say('review-find')}
          placeholder={say('review-find-short')}
          value={set.text}
          onChange={(text) => change(shown, { filters: { ...set, text }, item: undefined, at: 0 })}
          inputRef={searchRef}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              onLeaveSearch();
            }
          }}
          data-testid="review-find"
        />
      </div>
    </div>
  );
}

function keyOf(state: ItemState): string {
  return state === '' ? 'all' : state;
}

interface ByProps {
  name: 'file' | 'field' | 'kind';
  choices: readonly ReviewChoice[];
  value: string | undefined;
  onChoose: (code: string | undefined) => void;
}

const ALL = 'all of them';

function By({ name, choices, value, onChoose }: ByProps) {
  const { say, locale } = useWords();
  const numbers = new Intl.NumberFormat(locale);
  const all = say(`review-by-${name}-all`);
  return (
    <Select
      label={say(`review-by-${name}`)}
      placeholder={all}
      value={value === undefined ? ALL : `code ${value}`}
      onChange={(key) => onChoose(key === ALL ? undefined : String(key).slice('code '.length))}
      choices={[
        { id: ALL, label: all },
        ...choices.map(({ code, label, count, open }) => ({
          id: `code ${code}`,
          label: name === 'field' && code === '' ? say('review-by-rows') : label,
          hint:
            open > 0
              ? say('review-by-open', { count, open: numbers.format(open) })
              : say('review-by-count', { count }),
        })),
      ]}
      data-testid={`review-by-${name}`}
    />
  );
}
