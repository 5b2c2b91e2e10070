/** The filters of the bar: one pill per field, with the values that occur and how often. */
import { memo, useEffect, useId, useState } from 'react';
import type { ChoiceCount, KindInfo } from '@/generated/wire.ts';
import { Button, Checkbox, FilterChip, Menu, MenuItem, Popover, SearchField } from '@/kit/index.ts';
import { useClient, useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { shownFields } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';
import { EVERYTHING } from '@/lib/views.ts';
import type { Say } from '@/lib/words.ts';
import { useHidden, withoutHidden } from './discreet.ts';
import { allColumns } from './columns.tsx';
import { ConditionFields, sortOf } from './condition.tsx';
import { type Condition, queryOf, withCondition, withFilter } from './list.ts';
import type { TableState } from './state.ts';
// Also where no table is: who starts on the timeline has not fetched one.
import './table.css';

const NO_CONDITION: Condition = {};
/** More values than this are searched in. */
const MANY = 10;
/** More than this nobody reads; the field of search finds the others. */
const MOST = 200;

export interface FiltersProps {
  kind: KindInfo;
  state: Pick<TableState, 'def' | 'list'>;
}

export const FilterBar = memo(function FilterBar({ kind, state }: FiltersProps) {
  const { list, def } = state;
  const { say } = useWords();
  const filterFields = useStore(list, (state) => state.filterFields);
  /** The one that was added opens at once: whoever adds it wants to set it. */
  const [added, setAdded] = useState<string>();
  const columns = filterColumns(def, kind, say);
  const shown = filterFields.flatMap((name) => columns.find(({ key }) => key === name) ?? []);
  const others = columns.filter(({ key }) => !filterFields.includes(key));
  return (
    <>
      {shown.map(({ key, label }) => (
        <FieldFilter key={key} field={key} label={label} kind={kind} state={state} isNew={key === added} />
      ))}
      <Menu
        label={say('filter-add')}
        trigger={
          <FilterChip icon="plus" opens={false} data-testid="filter-add">
            {say('filter-add')}
          </FilterChip>
        }
      >
        {others.map(({ key, label }) => (
          <MenuItem
            key={key}
            id={key}
            label={label}
            onAction={() => {
              list.set({ ...list.get(), filterFields: [...list.get().filterFields, key] });
              setAdded(key);
            }}
          />
        ))}
      </Menu>
    </>
  );
});

/** Columns that the core works out, and that can be filtered by. */
const WORKED_OUT: ReadonlySet<string> = new Set(['when', 'shown_as_of']);

/** Every field that is shown somewhere, and the columns that say when something is. */
function filterColumns(
  def: TableState['def'],
  kind: KindInfo,
  say: Say,
): readonly { key: string; label: string }[] {
  const fields = new Set(shownFields(kind.fields).map(({ name }) => name));
  const linked = Object.entries(def.linked ?? {}).map(([key, words]) => ({ key, label: say(words) }));
  const columns = allColumns(def, kind, say).filter(({ key }) => fields.has(key) || WORKED_OUT.has(key));
  return [...columns, ...linked];
}

interface FieldFilterProps extends FiltersProps {
  field: string;
  label: string;
  isNew?: boolean;
}

function FieldFilter({ field, label, state, kind, isNew = false }: FieldFilterProps) {
  const { list } = state;
  const client = useClient();
  const notices = useNotices();
  const source = useSource();
  const discreet = useDiscreet();
  const { say } = useWords();
  const any = useStore(list, (state) => state.filters.get(field));
  const condition = useStore(list, (state) => state.conditions.get(field));
  const [isOpen, setOpen] = useState(isNew);
  const [labels, setLabels] = useState<ReadonlyMap<string | null, string>>(new Map());
  // What another place of the window filtered by has its names fetched before anybody opens the list.
  const isNamed = any?.every((key) => key === null || labels.has(key)) !== false;
  useEffect(() => {
    if (isNamed) {
      return undefined;
    }
    const query = { ...EVERYTHING, ...(discreet ? { discreet } : {}) };
    const answer = client.call('view_choices', { kind: kind.kind, source, query, field });
    return awaited(
      answer,
      (found) => setLabels(new Map(found.map((value) => [value.key, value.label]))),
      notices.report,
    );
  }, [client, notices, kind.kind, source, discreet, field, isNamed]);
  const chosen = any?.map((key) => labels.get(key) ?? key ?? say('filter-empty'));
  const parts = [
    ...(chosen === undefined
      ? []
      : [chosen.length > 2 ? say('filter-values', { count: chosen.length }) : chosen.join(', ')]),
    ...conditionWords(condition, say),
  ];
  const words = parts.length === 0 ? label : say('filter-is', { label, values: parts.join(', ') });
  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <FilterChip isOn={parts.length > 0} data-testid={`filter-${field}`}>
          <bdi>{words}</bdi>
        </FilterChip>
      }
    >
      <Values field={field} label={label} state={state} kind={kind} onLabels={setLabels} />
    </Popover>
  );
}

/** A condition in words, for its pill. */
function conditionWords(condition: Condition | undefined, say: Say): readonly string[] {
  const { contains = '', from, to, filled } = condition ?? {};
  return [
    contains.trim() === '' ? undefined : say('filter-with-words', { words: contains.trim() }),
    from && to ? say('filter-between', { from: from.words, to: to.words }) : undefined,
    from && !to ? say('filter-since', { from: from.words }) : undefined,
    to && !from ? say('filter-until', { to: to.words }) : undefined,
    filled === undefined ? undefined : say(filled ? 'filter-stated' : 'filter-empty'),
  ].filter((part) => part !== undefined);
}

interface ValuesProps extends FieldFilterProps {
  onLabels: (labels: ReadonlyMap<string | null, string>) => void;
}

function Values({ field, label, state, kind, onLabels }: ValuesProps) {
  const { list, def } = state;
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const shown = useStore(list);
  const source = useSource();
  const hidden = useHidden(def.kind);
  const discreet = useDiscreet();
  const [values, setValues] = useState<readonly ChoiceCount[]>();
  const info = kind.fields.find(({ name }) => name === field);
  const condition = shown.conditions.get(field) ?? NO_CONDITION;
  // A column that is worked out has no values of its own, and nobody looks for a long text by choosing it.
  const isLinked = field in (def.linked ?? {});
  const hasValues = isLinked || (info !== undefined && info.field !== 'long');
  const [wanted, setWanted] = useState('');
  const groupId = useId();
  const any = shown.filters.get(field) ?? [];
  // The counts are those of the other filters; a change of this one does not change them.
  const open = withoutHidden(shown, hidden, def.computed);
  const query = JSON.stringify(
    queryOf(
      def,
      {
        ...open,
        filters: withFilter(open.filters, field, []),
        conditions: withCondition(open.conditions, field, {}),
        sort: [],
        group: '',
      },
      discreet,
    ),
  );
  useEffect(() => {
    if (!hasValues) {
      return undefined;
    }
    let left = false;
    client.call('view_choices', { kind: kind.kind, source, query: JSON.parse(query), field }).then(
      (found) => {
        if (!left) {
          setValues(found);
          onLabels(new Map(found.map((value) => [value.key, value.label])));
        }
      },
      (reason: unknown) => notices.report(reason),
    );
    return () => {
      left = true;
    };
  }, [client, notices, kind.kind, source, query, field, hasValues, onLabels]);
  const set = (next: readonly (string | null)[]): void =>
    list.set({ ...list.get(), filters: withFilter(list.get().filters, field, next) });
  const found = (values ?? []).filter((value) =>
    value.label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <div className="t-filter">
      <ConditionFields
        sort={isLinked ? 'none' : sortOf(info)}
        label={label}
        condition={condition}
        onChange={(next) =>
          list.set({ ...list.get(), conditions: withCondition(list.get().conditions, field, next) })
        }
      />
      {values && values.length > MANY ? (
        <SearchField label={say('filter-search', { label })} value={wanted} onChange={setWanted} />
      ) : null}
      {hasValues ? (
        <div role="group" aria-labelledby={groupId} className="t-filter-values">
          <span id={groupId} className="k-hidden">
            {label}
          </span>
          {found.slice(0, MOST).map((value) => (
            <Checkbox
              key={value.key ?? ''}
              isSelected={any.includes(value.key)}
              onChange={(on) => set(on ? [...any, value.key] : any.filter((key) => key !== value.key))}
            >
              <span className="t-filter-value">
                <bdi>{value.label === '' ? say('filter-empty') : value.label}</bdi>
                <span className="k-quiet">{value.count}</span>
              </span>
            </Checkbox>
          ))}
          {found.length > MOST ? (
            <p className="k-quiet">{say('filter-more', { count: found.length - MOST })}</p>
          ) : null}
          {values && found.length === 0 ? <p className="k-quiet">{say('filter-no-values')}</p> : null}
        </div>
      ) : null}
      <div className="t-filter-foot">
        <Button
          look="quiet"
          isDisabled={any.length === 0 && !shown.conditions.has(field)}
          onPress={() => {
            set([]);
            list.set({ ...list.get(), conditions: withCondition(list.get().conditions, field, {}) });
          }}
        >
          {say('filter-clear')}
        </Button>
      </div>
    </div>
  );
}
