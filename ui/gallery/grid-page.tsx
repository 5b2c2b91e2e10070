import { useMemo, useRef, useState } from 'react';
import {
  Button,
  FilterChip,
  Grid,
  type GridApi,
  type GridColumn,
  type GridSort,
  StatusMark,
  type StatusShape,
  useAnnounce,
} from '../src/kit/index.ts';
import {
  changed,
  groupsOf,
  ORGANIZATIONS,
  type Sample,
  STATUS_WORDS,
  samples,
  sourceOf,
  understand,
} from './rows.ts';

const label = (id: string | null): string => ORGANIZATIONS.find((one) => one.id === id)?.label ?? '';

const COLUMNS: GridColumn<Sample>[] = [
  {
    key: 'reference',
    label: 'Ref.',
    width: 78,
    editor: 'none',
    quiet: true,
    sortable: true,
    rowHeader: true,
    pinned: true,
    text: (row) => row.reference,
  },
  {
    key: 'title',
    pinned: true,
    label: 'Title',
    width: 220,
    grow: 3,
    lines: 2,
    editor: 'text',
    sortable: true,
    text: (row) => row.title,
  },
  {
    key: 'kind',
    label: 'Kind',
    width: 118,
    editor: 'text',
    quiet: true,
    sortable: true,
    text: (row) => row.kind,
  },
  {
    key: 'lead',
    label: 'Owner, lead',
    width: 92,
    editor: 'reference',
    text: (row) => label(row.lead),
    value: (row) => row.lead,
  },
  {
    key: 'status',
    label: 'Status',
    width: 124,
    editor: 'choice',
    sortable: true,
    text: (row) => STATUS_WORDS[row.status],
    value: (row) => row.status,
    options: () =>
      Object.entries(STATUS_WORDS).map(([id, word]) => ({
        id,
        label: word,
        mark: <StatusMark status={id as StatusShape} word={word} wordHidden />,
      })),
    render: (row) => <StatusMark status={row.status} word={STATUS_WORDS[row.status]} />,
  },
  { key: 'when', label: 'When', width: 100, editor: 'date', quiet: true, text: (row) => row.when },
  {
    key: 'partners',
    label: 'Partners',
    width: 110,
    editor: 'set',
    text: (row) => row.partners.map(label).join(', '),
    value: (row) => row.partners,
    items: (row) => row.partners.map((id) => ({ id, label: label(id) })),
  },
  {
    key: 'amount',
    label: 'Count',
    width: 70,
    editor: 'number',
    align: 'end',
    text: (row) => (row.amount === null ? '' : String(row.amount)),
  },
  {
    key: 'followUp',
    label: 'Flag',
    width: 54,
    editor: 'flag',
    text: (row) => (row.followUp ? 'yes' : 'no'),
    value: (row) => row.followUp,
  },
  { key: 'asOf', label: 'As of', width: 96, editor: 'long', quiet: true, text: (row) => row.asOf },
];

export function GridPage({ rows: count }: { rows: number }) {
  const [rows, setRows] = useState(() => samples(count));
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<readonly GridSort[]>([]);
  const [widths, setWidths] = useState<Record<string, number>>({});
  const api = useRef<GridApi>(null);
  const announce = useAnnounce();
  const source = useMemo(() => sourceOf(rows), [rows]);
  const groups = useMemo(() => groupsOf(rows, collapsed), [rows, collapsed]);
  const columns = useMemo(
    () => COLUMNS.map((column) => ({ ...column, width: widths[column.key] ?? column.width })),
    [widths],
  );
  return (
    <main className="g-shell">
      <div className="g-bar">
        <h1 className="k-view-title">Commitments</h1>
        <FilterChip isOn>Group: objective</FilterChip>
        <FilterChip>Lead</FilterChip>
        <FilterChip>Status</FilterChip>
        <FilterChip icon="plus" opens={false}>
          Filter
        </FilterChip>
        <Button>Columns</Button>
        <Button look="primary" icon="plus" onPress={() => api.current?.focus()}>
          New
        </Button>
      </div>
      <Grid
        label="Commitments"
        apiRef={api}
        rows={source}
        rowId={(row) => row.id}
        columns={columns}
        groups={groups}
        sort={sort}
        active={{ rowId: 'row-5', columnKey: 'title' }}
        onSort={(column, additive) =>
          setSort((before) => {
            const had = before.find((one) => one.column === column);
            const rest = additive ? before.filter((one) => one.column !== column) : [];
            return had?.descending ? rest : [...rest, { column, descending: had !== undefined }];
          })
        }
        onToggleGroup={(key) =>
          setCollapsed((before) => {
            const next = new Set(before);
            if (!next.delete(key)) {
              next.add(key);
            }
            return next;
          })
        }
        onColumnResize={(key, width) => setWidths((before) => ({ ...before, [key]: width }))}
        onCommit={async (id, column, value) => {
          if (column === 'title' && value === null) {
            throw new Error('A commitment needs a title.');
          }
          setRows((before) => before.map((row) => (row.id === id ? changed(row, column, value) : row)));
        }}
        onPaste={(paste) => announce(`pasted ${paste.text.length}`)}
        understandDate={understand}
        suggest={async (_, text) =>
          ORGANIZATIONS.filter((one) =>
            `${one.label} ${one.hint ?? ''}`.toLowerCase().includes(text.toLowerCase()),
          )
        }
      />
      <footer className="g-bar">
        <span>{rows.length}</span>
      </footer>
    </main>
  );
}
