/** The order of the rows, key by key: what is first, what decides among equals. */
import { Button, Dialog, IconButton, Select } from '@/kit/index.ts';
import type { GridSort } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import type { TableState } from './state.ts';

export interface SortDialogProps {
  state: TableState;
  /** What can be sorted by. */
  columns: readonly { key: string; label: string }[];
  onClose: () => void;
}

export function SortDialog({ state, columns, onClose }: SortDialogProps) {
  const { list } = state;
  const { say } = useWords();
  const sort = useStore(list, (now) => now.sort);
  const set = (next: readonly GridSort[]): void => list.set({ ...list.get(), sort: next });
  const free = columns.filter(({ key }) => !sort.some(({ column }) => column === key));
  const change = (at: number, next: GridSort): void => set(sort.map((one, n) => (n === at ? next : one)));
  const move = (at: number, by: 1 | -1): void => {
    const next = [...sort];
    const [one] = next.splice(at, 1);
    if (one) {
      next.splice(at + by, 0, one);
      set(next);
    }
  };
  const labelOf = (key: string): string => columns.find((one) => one.key === key)?.label ?? key;
  return (
    <Dialog
      title={say('sort-title')}
      isOpen
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={sort.length === 0} onPress={() => set([])}>
            {say('sort-none')}
          </Button>
          <Button look="primary" onPress={onClose} data-testid="sort-done">
            {say('sort-done')}
          </Button>
        </>
      }
    >
      {sort.length === 0 ? <p className="k-quiet">{say('sort-as-plan')}</p> : null}
      <ol className="t-sort" aria-label={say('sort-title')}>
        {sort.map((one, at) => (
          <li key={one.column} className="t-sort-key">
            <span className="t-sort-rank">{say(at === 0 ? 'sort-first' : 'sort-then')}</span>
            <Select
              label={say('sort-by')}
              labelHidden
              placeholder=""
              choices={columns
                .filter(({ key }) => key === one.column || free.some((other) => other.key === key))
                .map(({ key, label }) => ({ id: key, label }))}
              value={one.column}
              onChange={(key) => change(at, { ...one, column: String(key) })}
            />
            <Select
              label={say('sort-direction')}
              labelHidden
              placeholder=""
              choices={[
                { id: 'up', label: say('sort-ascending') },
                { id: 'down', label: say('sort-descending') },
              ]}
              value={one.descending ? 'down' : 'up'}
              onChange={(key) => change(at, { ...one, descending: key === 'down' })}
            />
            <IconButton
              icon="up"
              label={say('sort-earlier', { field: labelOf(one.column) })}
              isDisabled={at === 0}
              onPress={() => move(at, -1)}
            />
            <IconButton
              icon="down"
              label={say('sort-later', { field: labelOf(one.column) })}
              isDisabled={at === sort.length - 1}
              onPress={() => move(at, 1)}
            />
            <IconButton
              icon="close"
              label={say('sort-remove', { field: labelOf(one.column) })}
              onPress={() => set(sort.filter((_, n) => n !== at))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          icon="plus"
          isDisabled={free.length === 0}
          autoFocus={sort.length === 0}
          data-testid="sort-add"
          onPress={() => {
            const [next] = free;
            if (next) {
              set([...sort, { column: next.key, descending: false }]);
            }
          }}
        >
          {say('sort-add')}
        </Button>
      </div>
    </Dialog>
  );
}
