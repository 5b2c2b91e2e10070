/** A small grid with every kind of editor, and what the tests ask of it. */
import { act, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createRef } from 'react';
import { vi } from 'vitest';
import {
  Grid,
  type GridApi,
  type GridColumn,
  type GridGroup,
  type GridProps,
  type GridSource,
  KitStringsProvider,
  LiveRegion,
} from '../../src/kit/index.ts';
import { englishKitStrings } from '../support/strings.ts';

export interface Item {
  id: string;
  ref: string;
  title: string;
  notes: string;
  status: string | null;
  lead: string | null;
  due: string;
  partners: string[];
  amount: number | null;
  flag: boolean;
}

const STATUSES = [
  { id: 'planned', label: 'Planned' },
  { id: 'ongoing', label: 'Ongoing' },
  { id: 'completed', label: 'Completed' },
];
export const PEOPLE = [
  { id: 'itu', label: 'ITU' },
  { id: 'undp', label: 'UNDP' },
  { id: 'unesco', label: 'UNESCO' },
];
const named = (options: { id: string; label: string }[], id: string | null): string =>
  options.find((one) => one.id === id)?.label ?? '';

export const COLUMNS: GridColumn<Item>[] = [
  {
    key: 'ref',
    label: 'Ref.',
    width: 80,
    editor: 'none',
    rowHeader: true,
    sortable: true,
    text: (row) => row.ref,
  },
  {
    key: 'title',
    label: 'Title',
    width: 200,
    grow: 1,
    lines: 2,
    editor: 'text',
    sortable: true,
    text: (row) => row.title,
  },
  { key: 'notes', label: 'Notes', width: 100, editor: 'long', text: (row) => row.notes },
  {
    key: 'status',
    label: 'Status',
    width: 100,
    editor: 'choice',
    text: (row) => named(STATUSES, row.status),
    value: (row) => row.status,
    options: () => STATUSES,
  },
  {
    key: 'lead',
    label: 'Lead',
    width: 100,
    editor: 'reference',
    text: (row) => named(PEOPLE, row.lead),
    value: (row) => row.lead,
  },
  { key: 'due', label: 'Due', width: 100, editor: 'date', text: (row) => row.due },
  {
    key: 'partners',
    label: 'Partners',
    width: 100,
    editor: 'set',
    text: (row) => row.partners.map((id) => named(PEOPLE, id)).join(', '),
    items: (row) => row.partners.map((id) => ({ id, label: named(PEOPLE, id) })),
  },
  {
    key: 'amount',
    label: 'Count',
    width: 80,
    editor: 'number',
    align: 'end',
    text: (row) => (row.amount === null ? '' : String(row.amount)),
  },
  {
    key: 'flag',
    label: 'Flag',
    width: 60,
    editor: 'flag',
    text: (row) => (row.flag ? 'yes' : 'no'),
    value: (row) => row.flag,
  },
];

export function items(count: number): Item[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `id-${index}`,
    ref: `R-${index}`,
    title: `Title ${index}`,
    notes: '',
    status: 'planned',
    lead: 'itu',
    due: '2025',
    partners: [],
    amount: index,
    flag: false,
  }));
}

export function sourceOf(rows: readonly Item[]): GridSource<Item> {
  return { count: rows.length, get: (index) => rows[index], ensure: () => undefined };
}

export interface Shown {
  user: UserEvent;
  onCommit: ReturnType<typeof vi.fn<NonNullable<GridProps<Item>['onCommit']>>>;
  onToggleGroup: ReturnType<typeof vi.fn<(key: string) => void>>;
  onSort: ReturnType<typeof vi.fn<(key: string, additive: boolean) => void>>;
  onPaste: ReturnType<typeof vi.fn<NonNullable<GridProps<Item>['onPaste']>>>;
  onReadOnly: ReturnType<typeof vi.fn<NonNullable<GridProps<Item>['onReadOnly']>>>;
  onOpen: ReturnType<typeof vi.fn<NonNullable<GridProps<Item>['onOpen']>>>;
  api: GridApi;
  /** Draws again with other props; rows as an array. */
  again: (change: Partial<GridProps<Item>> & { items?: readonly Item[] }) => void;
}

export function show(
  options: {
    items?: readonly Item[];
    groups?: readonly GridGroup[];
    dir?: 'ltr' | 'rtl';
    props?: Partial<GridProps<Item>>;
  } = {},
): Shown {
  const strings = englishKitStrings();
  const onCommit = vi.fn<NonNullable<GridProps<Item>['onCommit']>>(async () => undefined);
  const onToggleGroup = vi.fn<(key: string) => void>();
  const onSort = vi.fn<(key: string, additive: boolean) => void>();
  const onPaste = vi.fn<NonNullable<GridProps<Item>['onPaste']>>();
  const onReadOnly = vi.fn<NonNullable<GridProps<Item>['onReadOnly']>>();
  const onOpen = vi.fn<NonNullable<GridProps<Item>['onOpen']>>();
  const apiRef = createRef<GridApi>();
  let props: GridProps<Item> = {
    label: 'Items',
    rows: sourceOf(options.items ?? items(50)),
    rowId: (row) => row.id,
    columns: COLUMNS,
    groups: options.groups,
    onCommit,
    onToggleGroup,
    onSort,
    onPaste,
    onReadOnly,
    onOpen,
    apiRef,
    understandDate: async (text) => understand(text),
    suggest: async (_, text) => PEOPLE.filter((one) => one.label.toLowerCase().includes(text.toLowerCase())),
    ...options.props,
  };
  const draw = (): React.JSX.Element => (
    <div dir={options.dir ?? 'ltr'}>
      <KitStringsProvider strings={strings}>
        <LiveRegion>
          <button type="button">before</button>
          <Grid {...props} />
          <button type="button">after</button>
        </LiveRegion>
      </KitStringsProvider>
    </div>
  );
  const drawn = render(draw());
  const api = apiRef.current;
  if (!api) {
    throw new Error('the grid has no api');
  }
  act(() => api.focus());
  return {
    user: userEvent.setup(),
    onCommit,
    onToggleGroup,
    onSort,
    onPaste,
    onReadOnly,
    onOpen,
    api,
    again: (change) => {
      const { items: rows, ...rest } = change;
      props = { ...props, ...rest, ...(rows ? { rows: sourceOf(rows) } : {}) };
      drawn.rerender(draw());
    },
  };
}

function understand(text: string): {
  ok: boolean;
  value?: string;
  words: string;
  alternatives: { value: string; words: string }[];
} {
  if (/^\d{4}$/.test(text)) {
    return { ok: true, value: text, words: `some day in ${text}`, alternatives: [] };
  }
  if (text === '3/4/2026') {
    return {
      ok: false,
      words: 'two days',
      alternatives: [
        { value: '2026-04-03', words: '3 April 2026' },
        { value: '2026-03-04', words: '4 March 2026' },
      ],
    };
  }
  return { ok: false, words: 'not a date', alternatives: [] };
}

/** The text area of the active cell. */
export function area(): HTMLTextAreaElement {
  const found = document.querySelector<HTMLTextAreaElement>('.k-grid textarea');
  if (!found) {
    throw new Error('no cell is active');
  }
  return found;
}

/** Where one is, as "R-3 title". */
export function where(): string {
  const cell = document.activeElement?.closest<HTMLElement>('[data-column]');
  const row = cell?.closest('.k-grid-row');
  return `${row?.querySelector('[role="rowheader"]')?.querySelector('.k-grid-text')?.textContent ?? '-'} ${cell?.dataset['column'] ?? '-'}`;
}

export function isEditing(): boolean {
  return document.querySelector('.k-cell-input[data-editing]') !== null;
}

export function selectedTexts(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[aria-selected="true"][data-column]')].map(
    (cell) => `${cell.closest<HTMLElement>('[data-row]')?.dataset['row']}:${cell.dataset['column']}`,
  );
}

export async function waitUntil(check: () => boolean): Promise<void> {
  for (let turn = 0; turn < 50 && !check(); turn += 1) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 2));
    });
  }
  if (!check()) {
    throw new Error(`waited in vain: ${check.toString()}\n${screen.getByRole('grid').textContent}`);
  }
}

/** Starts with the keys in a cell. */
export const at = (
  column: string,
  row = 0,
): { props: { active: { rowId: string; columnKey: string; index: number } } } => ({
  props: { active: { rowId: `id-${row}`, columnKey: column, index: row } },
});
