/** Which items are listed: by how they stand, by colleague, field and kind, and by words. */
import type { RefObject } from 'react';
import type { ReviewChoice, ReviewView } from '@/generated/wire.ts';
import { FilterChip, Menu, MenuItem, SearchField } from '@/kit/index.ts';
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
  return (
    <div className="v-filters" role="group" aria-label={say('review-filters')}>
      <div className="v-filter-line">
        {states.map(([state, count]) => (
          <FilterChip
            key={state}
            opens={false}
            isOn={set.state === state}
            aria-pressed={set.state === state}
            onPress={() => filter(shown, { state })}
            data-testid={`review-state-${state === '' ? 'all' : state}`}
          >
            {say(`review-only-${state === '' ? 'all' : state}`, { count: numbers.format(count) })}
          </FilterChip>
        ))}
      </div>
      <div className="v-filter-line">
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
        <div className="v-search">
          <SearchField
            label={say('review-find')}
            placeholder={say('review-find')}
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
        {isFiltered(set) ? (
          <FilterChip
            opens={false}
            icon="close"
            onPress={() => filter(shown, { ...NO_FILTERS, state: set.state })}
            data-testid="review-unfilter"
          >
            {say('review-unfilter')}
          </FilterChip>
        ) : null}
      </div>
    </div>
  );
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
  const words = ({ code, label }: ReviewChoice): string =>
    name === 'field' && code === '' ? say('review-by-rows') : label;
  const chosen = choices.find(({ code }) => code === value);
  return (
    <Menu
      label={say(`review-by-${name}`)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value === undefined ? ALL : `code ${value}`]}
      onAction={(key) => onChoose(key === ALL ? undefined : String(key).slice('code '.length))}
      trigger={
        <FilterChip isOn={value !== undefined} data-testid={`review-by-${name}`}>
          {chosen ? <bdi>{words(chosen)}</bdi> : say(`review-by-${name}`)}
        </FilterChip>
      }
    >
      <MenuItem id={ALL} label={say(`review-by-${name}-all`)} />
      {choices.map((choice) => (
        <MenuItem
          key={choice.code}
          id={`code ${choice.code}`}
          label={words(choice)}
          hint={
            choice.open > 0
              ? say('review-by-open', {
                  count: choice.count,
                  open: numbers.format(choice.open),
                })
              : say('review-by-count', { count: choice.count })
          }
        />
      ))}
    </Menu>
  );
}
