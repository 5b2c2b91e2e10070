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
import { useHidden, withoutHidden } from './discreet.ts';
import { queryOf, withFilter } from './list.ts';
import type { TableState } from './state.ts';

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
  const linked = Object.entries(def.linked ?? {}).map(([name, key]) => ({ name, label: say(key) }));
  const fields = [...shownFields(kind.fields), ...linked];
  const shown = filterFields.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const others = fields.filter(({ name }) => !filterFields.includes(name) && !def.hidden?.includes(name));
  return (
    <>
      {shown.map((field) => (
        <FieldFilter key={field.name} field={field.name} label={field.label} kind={kind} state={state} />
      ))}
      <Menu
        label={say('filter-add')}
        trigger={
          <FilterChip icon="plus" opens={false} data-testid="filter-add">
            {say('filter-add')}
          </FilterChip>
        }
      >
        {others.map((field) => (
          <MenuItem
            key={field.name}
            id={field.name}
            label={field.label}
            onAction={() =>
              list.set({ ...list.get(), filterFields: [...list.get().filterFields, field.name] })
            }
          />
        ))}
      </Menu>
    </>
  );
});

interface FieldFilterProps extends FiltersProps {
  field: string;
  label: string;
}

function FieldFilter({ field, label, state, kind }: FieldFilterProps) {
  const { list } = state;
  const client = useClient();
  const notices = useNotices();
  const source = useSource();
  const discreet = useDiscreet();
  const { say } = useWords();
  const any = useStore(list, (state) => state.filters.get(field));
  const [isOpen, setOpen] = useState(false);
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
  const words =
    chosen === undefined
      ? label
      : chosen.length > 2
        ? say('filter-several', { label, count: chosen.length })
        : say('filter-is', { label, values: chosen.join(', ') });
  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <FilterChip isOn={any !== undefined} data-testid={`filter-${field}`}>
          <bdi>{words}</bdi>
        </FilterChip>
      }
    >
      <Values field={field} label={label} state={state} kind={kind} onLabels={setLabels} />
    </Popover>
  );
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
  const [wanted, setWanted] = useState('');
  const groupId = useId();
  const any = shown.filters.get(field) ?? [];
  // The counts are those of the other filters; a change of this one does not change them.
  const open = withoutHidden(shown, hidden, def.computed);
  const query = JSON.stringify(
    queryOf(def, { ...open, filters: withFilter(open.filters, field, []), sort: [], group: '' }, discreet),
  );
  useEffect(() => {
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
  }, [client, notices, kind.kind, source, query, field, onLabels]);
  const set = (next: readonly (string | null)[]): void =>
    list.set({ ...list.get(), filters: withFilter(list.get().filters, field, next) });
  const found = (values ?? []).filter((value) =>
    value.label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <div className="t-filter">
      {values && values.length > MANY ? (
        <SearchField label={say('filter-search', { label })} value={wanted} onChange={setWanted} />
      ) : null}
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
      <div className="t-filter-foot">
        <Button look="quiet" isDisabled={any.length === 0} onPress={() => set([])}>
          {say('filter-clear')}
        </Button>
      </div>
    </div>
  );
}
