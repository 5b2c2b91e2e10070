/** The bar above the list: grouping, filters, columns, a new row. */
import { memo, type Ref, useState } from 'react';
import type { KindInfo } from '@/generated/wire.ts';
import { Button, Checkbox, FilterChip, Menu, MenuItem, Popover, SearchField } from '@/kit/index.ts';
import { useEditable, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { type Store, useStore } from '@/lib/store.ts';
import { allColumns } from './columns.tsx';
import { FilterBar } from './filters.tsx';
import { DEFAULT_COLUMNS, GROUPINGS, isFiltered, type ListState } from './list.ts';

export interface ToolbarProps {
  kind: KindInfo;
  list: Store<ListState>;
  count: number;
  total: number;
  searchRef: Ref<HTMLInputElement>;
  /** Down from the filter goes to the rows. */
  onLeaveSearch: () => void;
}

export function Toolbar({ kind, list, count, total, searchRef, onLeaveSearch }: ToolbarProps) {
  const { say } = useWords();
  const text = useStore(list, (state) => state.text);
  const filtered = useStore(list, isFiltered);
  const commands = useCommandList();
  const editable = useEditable();
  return (
    <header className="c-bar">
      <h1 className="c-title">{kind.plural}</h1>
      <div className="c-filters" role="group" aria-label={say('filters')}>
        <GroupMenu kind={kind} list={list} />
        <FilterBar kind={kind} list={list} />
        {filtered ? (
          <span className="c-count" data-testid="filtered-count">
            {say('rows-of', { shown: count, total })}
          </span>
        ) : null}
      </div>
      <div className="c-tools">
        <div
          className="c-search"
          onKeyDownCapture={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              onLeaveSearch();
            }
          }}
        >
          <SearchField
            label={say('filter-text')}
            placeholder={say('filter-text')}
            inputRef={searchRef}
            value={text}
            onChange={(next) => list.set({ ...list.get(), text: next })}
            data-testid="filter-text"
          />
        </div>
        <ColumnChooser kind={kind} list={list} />
        <Button
          look="primary"
          icon="plus"
          data-testid="new"
          onPress={() => commands.run('commitment.new')}
          isDisabled={!editable}
        >
          {say('new')}
        </Button>
      </div>
    </header>
  );
}

const NONE = 'none';

const GroupMenu = memo(function GroupMenu({ kind, list }: { kind: KindInfo; list: Store<ListState> }) {
  const { say } = useWords();
  const group = useStore(list, (state) => state.group);
  const label = (name: string): string => kind.fields.find((field) => field.name === name)?.label ?? name;
  return (
    <Menu
      label={say('group-by')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[group === '' ? NONE : group]}
      onAction={(key) =>
        list.set({ ...list.get(), group: key === NONE ? '' : String(key), collapsed: new Set() })
      }
      trigger={
        <FilterChip isOn={group !== ''} data-testid="group">
          <bdi>{group === '' ? say('grouping-none') : say('grouping-is', { field: label(group) })}</bdi>
        </FilterChip>
      }
    >
      {GROUPINGS.map((name) => (
        <MenuItem key={name} id={name} label={label(name)} />
      ))}
      <MenuItem id={NONE} label={say('group-by-none')} />
    </Menu>
  );
});

const ColumnChooser = memo(function ColumnChooser({
  kind,
  list,
}: {
  kind: KindInfo;
  list: Store<ListState>;
}) {
  const { say } = useWords();
  const columns = useStore(list, (state) => state.columns);
  const [isOpen, setOpen] = useState(false);
  const every = allColumns(kind, say);
  const set = (next: readonly string[]): void => list.set({ ...list.get(), columns: next });
  const toggle = (key: string, on: boolean): void => {
    if (!on) {
      set(columns.filter((column) => column !== key));
      return;
    }
    // A standard column comes back to its place; others stand at the end, in the order of the kind.
    const rank = (one: string): number => {
      const standard = DEFAULT_COLUMNS.findIndex((column) => column === one);
      return standard >= 0
        ? standard
        : DEFAULT_COLUMNS.length + every.findIndex((column) => column.key === one);
    };
    set([...columns, key].toSorted((a, b) => rank(a) - rank(b)));
  };
  return (
    <Popover
      label={say('columns')}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button data-testid="columns">{say('columns')}</Button>}
    >
      <div className="c-filter">
        <div role="group" aria-label={say('columns')} className="c-filter-values">
          {every.map(({ key, label }) => (
            <Checkbox
              key={key}
              isSelected={columns.includes(key)}
              // The title names the row; without it nobody knows what is what.
              isDisabled={key === 'title'}
              onChange={(on) => toggle(key, on)}
            >
              {label}
            </Checkbox>
          ))}
        </div>
        <div className="c-filter-foot">
          <Button
            look="quiet"
            onPress={() => list.set({ ...list.get(), columns: DEFAULT_COLUMNS, widths: {} })}
          >
            {say('columns-reset')}
          </Button>
        </div>
      </div>
    </Popover>
  );
});
