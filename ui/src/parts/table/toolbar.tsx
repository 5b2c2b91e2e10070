/** The bar above a table: grouping, filters, columns, a new row. */
import { memo, type ReactNode, type Ref, useState } from 'react';
import type { KindInfo } from '@/generated/wire.ts';
import {
  Button,
  Checkbox,
  FilterChip,
  IconButton,
  Menu,
  MenuItem,
  Popover,
  SearchField,
} from '@/kit/index.ts';
import { useOff, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { useStore } from '@/lib/store.ts';
import { CompareMenu } from '@/parts/compare/index.ts';
import type { Bench } from './actions.ts';
import { allColumns } from './columns.tsx';
import { FilterBar } from './filters.tsx';
import { MoreMenu } from './more-menu.tsx';
import type { TableState } from './state.ts';

export interface ToolbarProps {
  kind: KindInfo;
  state: TableState;
  bench: Bench;
  /** Level of its heading: 2 inside another screen. */
  level: 1 | 2;
  /** What this table can do beside making a row. */
  actions?: ReactNode;
  /** Some rows may be hidden. */
  filtered: boolean;
  count: number;
  total: number;
  searchRef: Ref<HTMLInputElement>;
  /** Down from the filter goes to the rows. */
  onLeaveSearch: () => void;
}

/** Rows that come and go draw nothing of it. */
export const Toolbar = memo(function Toolbar({
  kind,
  state,
  bench,
  level,
  actions,
  filtered,
  count,
  total,
  searchRef,
  onLeaveSearch,
}: ToolbarProps) {
  const { list, def } = state;
  const Heading = level === 1 ? 'h1' : 'h2';
  const { say } = useWords();
  const text = useStore(list, (shown) => shown.text);
  const commands = useCommandList();
  const off = useOff();
  return (
    <header className="k-view-bar">
      <div className="t-name">
        <Heading className="t-title">{kind.plural}</Heading>
        {/* Its room is kept at its widest, so that nothing in the bar moves when a filter is set. */}
        <span aria-hidden="true" className="t-count-room">
          {say('rows-of', { shown: total, total })}
        </span>
        {filtered ? (
          <span className="t-count" data-testid="filtered-count">
            {say('rows-of', { shown: count, total })}
          </span>
        ) : null}
      </div>
      <div className="t-filters" role="group" aria-label={say('filters')}>
        {def.groupings.length > 0 || def.ownGroupings ? <GroupMenu kind={kind} state={state} /> : null}
        <FilterBar kind={kind} state={state} />
        <SortChip kind={kind} state={state} onOpen={() => bench.show({ task: 'sort' })} />
      </div>
      <div className="t-tools">
        <div
          className="t-search"
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
        {actions}
        <CompareMenu testId="compare" small onChosen={onLeaveSearch} />
        <ColumnChooser kind={kind} state={state} />
        <MoreMenu bench={bench} />
        <Button
          look="primary"
          icon="plus"
          data-testid="new"
          onPress={() => commands.run(`${def.kind}.new`)}
          off={off}
        >
          {say('new')}
        </Button>
      </div>
    </header>
  );
});

interface SortChipProps {
  kind: KindInfo;
  state: TableState;
  onOpen: () => void;
}

/** By what the rows are sorted, where they are: in the order of the keys. */
function SortChip({ kind, state, onOpen }: SortChipProps) {
  const { list, def } = state;
  const { say } = useWords();
  const sort = useStore(list, (shown) => shown.sort);
  const labels = new Map(allColumns(def, kind, say).map(({ key, label }) => [key, label]));
  if (sort.length === 0) {
    return null;
  }
  const fields = sort.map(
    ({ column, descending }) => `${labels.get(column) ?? column} ${descending ? '↓' : '↑'}`,
  );
  return (
    <FilterChip isOn onPress={onOpen} data-testid="sort-chip">
      <bdi>{say('sorted-by', { fields: fields.join(', ') })}</bdi>
    </FilterChip>
  );
}

const NONE = 'none';

interface PartProps {
  kind: KindInfo;
  state: TableState;
}

const GroupMenu = memo(function GroupMenu({ kind, state }: PartProps) {
  const { list, def } = state;
  const { say } = useWords();
  const chosen = useStore(list, (shown) => shown.group);
  const own = def.ownGroupings ?? {};
  const linked = def.linked ?? {};
  // A field that is kept off the screen groups nothing.
  const offered = [
    ...Object.keys(own),
    ...def.groupings.filter((name) => name in linked || kind.fields.some((field) => field.name === name)),
  ];
  const group = offered.includes(chosen) ? chosen : '';
  const label = (name: string): string => {
    const key = own[name] ?? linked[name];
    return key === undefined ? (kind.fields.find((field) => field.name === name)?.label ?? name) : say(key);
  };
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
      {offered.map((name) => (
        <MenuItem key={name} id={name} label={label(name)} />
      ))}
      <MenuItem id={NONE} label={say('group-by-none')} />
    </Menu>
  );
});

const ColumnChooser = memo(function ColumnChooser({ kind, state }: PartProps) {
  const { list, def } = state;
  const { say } = useWords();
  const columns = useStore(list, (shown) => shown.columns);
  const [isOpen, setOpen] = useState(false);
  const every = allColumns(def, kind, say);
  const set = (next: readonly string[]): void => list.set({ ...list.get(), columns: next });
  const toggle = (key: string, on: boolean): void => {
    if (!on) {
      set(columns.filter((column) => column !== key));
      return;
    }
    // A standard column comes back to its place; others stand at the end, in the order of the kind.
    const rank = (one: string): number => {
      const standard = def.columns.findIndex((column) => column === one);
      return standard >= 0 ? standard : def.columns.length + every.findIndex((column) => column.key === one);
    };
    set([...columns, key].toSorted((a, b) => rank(a) - rank(b)));
  };
  return (
    <Popover
      label={say('columns')}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton icon="columns" label={say('columns')} data-testid="columns" />}
    >
      <div className="t-filter">
        <div role="group" aria-label={say('columns')} className="t-filter-values">
          {every.map(({ key, label }) => (
            <Checkbox
              key={key}
              isSelected={columns.includes(key)}
              // The title names the row; without it nobody knows what is what.
              isDisabled={key === def.title}
              onChange={(on) => toggle(key, on)}
            >
              {label}
            </Checkbox>
          ))}
        </div>
        <div className="t-filter-foot">
          <Button look="quiet" onPress={() => list.set({ ...list.get(), columns: def.columns, widths: {} })}>
            {say('columns-reset')}
          </Button>
        </div>
      </div>
    </Popover>
  );
});
