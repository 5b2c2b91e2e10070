/** Which steps are listed: of a person, of a kind or a field, of one row, with certain words. */
import { type RefObject, useEffect, useState } from 'react';
import type { RowKey } from '@/generated/wire.ts';
import { Chip, FilterChip, Menu, MenuItem, SearchField } from '@/kit/index.ts';
import { NOW, useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { shownFields } from '@/lib/fields.ts';
import { useStore } from '@/lib/store.ts';
import { useHidden } from '@/parts/table/discreet.ts';
import { filter, type HistoryState, type StepFilters } from './state.ts';

export interface FiltersProps {
  /** Those that hold. */
  filters: StepFilters;
  shown: HistoryState['shown'];
  people: readonly string[];
  searchRef: RefObject<HTMLInputElement | null>;
  onLeaveSearch: () => void;
}

export function Filters({ filters, shown, people, searchRef, onLeaveSearch }: FiltersProps) {
  const client = useClient();
  const discreet = useDiscreet();
  const kinds = useStore(client.kinds);
  const { say } = useWords();
  const kind = filters.row?.kind ?? filters.kind;
  const info = kind === undefined ? undefined : kinds.get(kind);
  const hidden = useHidden(kind ?? '');
  const fields = info ? shownFields(info.fields).filter(({ name }) => !hidden.has(name)) : [];
  const offered = [...kinds.values()].filter((one) => !(discreet && one.private));
  return (
    <div className="h-filters">
      <div className="h-filter-chips" role="group" aria-label={say('history-filters')}>
        {filters.row ? <RowChip shown={shown} row={filters.row} /> : null}
        {people.length > 1 && !discreet ? (
          <One
            name={say('history-filter-person')}
            all={say('history-everybody')}
            value={filters.by}
            choices={people.map((person) => [person, person])}
            onChoose={(by) => filter(shown, { by })}
            testId="history-person"
          />
        ) : null}
        {filters.row ? null : (
          <One
            name={say('history-filter-kind')}
            all={say('history-all-kinds')}
            value={filters.kind}
            choices={offered.map((one) => [one.kind, one.plural])}
            onChoose={(next) => filter(shown, { kind: next, field: undefined })}
            testId="history-kind"
          />
        )}
        {info ? (
          <One
            name={say('history-filter-field')}
            all={say('history-all-fields')}
            value={filters.field}
            choices={fields.map((field) => [field.name, field.label])}
            onChoose={(field) => filter(shown, { field })}
            testId="history-field"
          />
        ) : null}
      </div>
      <div
        className="h-search"
        onKeyDownCapture={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onLeaveSearch();
          }
        }}
      >
        <SearchField
          label={say('history-search')}
          placeholder={say('history-search')}
          inputRef={searchRef}
          value={filters.text}
          onChange={(text) => filter(shown, { text })}
          data-testid="history-search"
        />
      </div>
    </div>
  );
}

const ALL = '';

interface OneProps {
  name: string;
  all: string;
  value: string | undefined;
  choices: readonly (readonly [id: string, label: string])[];
  onChoose: (id: string | undefined) => void;
  testId: string;
}

/** A pill of which one value can be chosen, or all. */
function One({ name, all, value, choices, onChoose, testId }: OneProps) {
  const { say } = useWords();
  const label = choices.find(([id]) => id === value)?.[1] ?? value;
  return (
    <Menu
      label={name}
      selectionMode="single"
      selectedKeys={[value ?? ALL]}
      onAction={(key) => onChoose(key === ALL ? undefined : String(key))}
      trigger={
        <FilterChip isOn={value !== undefined} data-testid={testId}>
          <bdi>{label === undefined ? name : say('history-filter-is', { name, value: label })}</bdi>
        </FilterChip>
      }
    >
      <MenuItem id={ALL} label={all} />
      {choices.map(([id, one]) => (
        <MenuItem key={id} id={id} label={one} />
      ))}
    </Menu>
  );
}

/** The one row whose steps are listed; taken away, all steps are. */
function RowChip({ shown, row }: { shown: HistoryState['shown']; row: RowKey }) {
  const client = useClient();
  const discreet = useDiscreet();
  const { say } = useWords();
  const [found, setFound] = useState<{ name: string; discreet: boolean }>();
  const kind = useStore(client.kinds, (kinds) => kinds.get(row.kind)?.label ?? row.kind);
  useEffect(() => {
    let left = false;
    client.call('row_get', { kind: row.kind, id: row.id, source: NOW, discreet }).then(
      ({ row: { short, title } }) => {
        if (!left) {
          const name = short === '' || short === title ? title : say('history-row-name', { short, title });
          setFound({ name, discreet });
        }
      },
      () => {
        // A row that is gone has a history all the same; it is called by its kind.
        if (!left) {
          setFound({ name: kind, discreet });
        }
      },
    );
    return () => {
      left = true;
    };
  }, [client, row.kind, row.id, kind, say, discreet]);
  if (found === undefined) {
    return null;
  }
  // A name that was read without discretion is not shown before an audience: until it is read anew the kind stands for it.
  const name = discreet && !found.discreet ? kind : found.name;
  return (
    <Chip look="firm" label={name} onRemove={() => filter(shown, { row: undefined, field: undefined })} />
  );
}
