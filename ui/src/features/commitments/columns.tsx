/** The columns of the list: any field of the kind, and what the core works out. */
import type { FieldInfo, KindInfo, RowView } from '@/generated/wire.ts';
import { type EditorKind, type GridColumn, type GridOption, StatusMark } from '@/kit/index.ts';
import { cellOf, editorOf, isStatus, membersOf, shownFields, textOf, valueOf } from '@/lib/fields.ts';
import type { Names } from '@/lib/names.ts';
import type { Say } from '@/lib/words.ts';
import { COMPUTED } from './list.ts';

export type Column = GridColumn<RowView>;

interface Shape {
  width: number;
  grow?: number;
  quiet?: boolean;
}

/** The title takes what the others leave; where that is little, the last columns are scrolled to. */
const TITLE = { least: 218, best: 322 };

/** A letter of a header, and what stands beside it: no header is cut in any language. */
const LETTER = 7;
const EDGES = 26;

/** Names by which rows are known are as wide as they are, within reason. */
const NAME = { letter: 8.2, edges: 20, most: 108 };
const NAMES = ['reference', 'owner', 'lead'] as const;

export type Letters = Readonly<Record<string, number>>;

/** The longest names among some rows and those that were met before; the same object where none is longer. */
export function longest(before: Letters, rows: Iterable<RowView>): Letters {
  const found: Record<string, number> = { ...before };
  for (const row of rows) {
    for (const name of NAMES) {
      found[name] = Math.max(found[name] ?? 0, textOf(row, name).length);
    }
  }
  return NAMES.every((name) => found[name] === before[name]) ? before : found;
}

/** Widths in pixels at normal text size. */
const SHAPES: Readonly<Record<string, Shape>> = {
  reference: { width: 74, quiet: true },
  title: { width: TITLE.least, grow: 1 },
  kind: { width: 106, quiet: true },
  owner: { width: 64 },
  lead: { width: 66 },
  status: { width: 127 },
  when: { width: 90, quiet: true },
  shown_as_of: { width: 90, quiet: true },
  source: { width: 104, quiet: true },
};

const BY_EDITOR: { readonly [K in EditorKind]: number } = {
  text: 150,
  long: 240,
  choice: 120,
  date: 120,
  reference: 120,
  set: 150,
  flag: 86,
  number: 90,
  none: 100,
};

/** Every column that can be shown, with its label. */
export function allColumns(kind: KindInfo, say: Say): readonly { key: string; label: string }[] {
  const fields = shownFields(kind.fields).map((field) => ({
    key: field.name,
    label: labelOf(field.name, field.label, say),
  }));
  const computed = Object.keys(COMPUTED).map((key) => ({ key, label: labelOf(key, key, say) }));
  const at = fields.findIndex(({ key }) => key === 'status') + 1;
  return [...fields.slice(0, at), ...computed, ...fields.slice(at)];
}

/** Headers are short where the column is narrow. */
function labelOf(key: string, label: string, say: Say): string {
  switch (key) {
    case 'reference':
      return say('column-reference');
    case 'when':
      return say('column-when');
    case 'shown_as_of':
      return say('column-as-of');
    default:
      return label;
  }
}

export interface ColumnChoice {
  keys: readonly string[];
  widths: Readonly<Record<string, number>>;
  /** Of the grid, at normal text size. */
  room: number;
  /** Letters of the longest names that were met, by column. */
  letters: Letters;
}

export function buildColumns(
  kind: KindInfo,
  { keys, widths, room, letters }: ColumnChoice,
  say: Say,
  names: Names,
): readonly Column[] {
  const labels = new Map(allColumns(kind, say).map(({ key, label }) => [key, label]));
  const fields = new Map(kind.fields.map((field) => [field.name, field]));
  const columns = keys.flatMap((key): Column[] => {
    const label = labels.get(key);
    const field = fields.get(key);
    if (label === undefined) {
      return [];
    }
    const column = field ? fieldColumn(field, label, names) : computedColumn(key, label);
    const named = Math.min(NAME.most, Math.ceil((letters[key] ?? 0) * NAME.letter) + NAME.edges);
    const headed = Math.ceil([...label].length * LETTER) + EDGES;
    const width = widths[key] ?? Math.max(column.width, headed, named);
    return [{ ...column, width }];
  });
  return pinFirst(widths['title'] === undefined ? withTitle(columns, room) : columns);
}

/** Reference and title say which row one is in, however far one has scrolled. */
function pinFirst(columns: readonly Column[]): readonly Column[] {
  const names = new Set(['reference', 'title']);
  const behind = columns.findIndex((column) => !names.has(column.key));
  return columns.map((column, at) => (behind < 0 || at < behind ? { ...column, pinned: true } : column));
}

/** The title as wide as it reads well, as long as nothing but the last column is pushed out. */
function withTitle(columns: readonly Column[], room: number): readonly Column[] {
  const others = columns.filter((column) => column.key !== 'title');
  const kept = others.slice(0, -1).reduce((sum, column) => sum + column.width, 0);
  const width = Math.max(TITLE.least, Math.min(TITLE.best, room - kept));
  return columns.map((column) => (column.key === 'title' ? { ...column, width } : column));
}

function computedColumn(key: string, label: string): Column {
  return {
    key,
    label,
    ...(SHAPES[key] ?? { width: BY_EDITOR.none }),
    editor: 'none',
    sortable: true,
    lines: 2,
    text: (row) => textOf(row, key),
    render: (row) => <CellText row={row} field={key} inWords />,
  };
}

function fieldColumn(field: FieldInfo, label: string, names: Names): Column {
  const editor = editorOf(field);
  const column: Column = {
    key: field.name,
    label,
    ...(SHAPES[field.name] ?? { width: BY_EDITOR[editor] }),
    editor,
    sortable: true,
    // What all rows have in common, such as the source, must not make every row two lines high.
    lines: field.name === 'source' || editor === 'number' || editor === 'flag' ? 1 : 2,
    rowHeader: field.name === 'title',
    text: (row) => textOf(row, field.name),
    render: (row) => <CellText row={row} field={field.name} />,
  };
  switch (editor) {
    case 'choice': {
      const options = field.choices.map(({ code, label }): GridOption => {
        const mark =
          field.name === 'status' && isStatus(code) ? <StatusMark status={code} word="" /> : undefined;
        return { id: code, label, mark };
      });
      return { ...column, value: (row) => valueOf(field, cellOf(row, field.name)), options: () => options };
    }
    case 'reference':
      return { ...column, value: (row) => valueOf(field, cellOf(row, field.name)) };
    case 'flag':
      return {
        ...column,
        render: undefined,
        value: (row) => valueOf(field, cellOf(row, field.name)),
      };
    case 'number':
      return { ...column, align: 'end' };
    case 'set': {
      const { target } = field;
      return {
        ...column,
        freeText: target === null,
        items: (row) =>
          membersOf(cellOf(row, field.name)).map((id) => ({
            id,
            label: target === null ? id : names.of(target, id),
          })),
      };
    }
    default:
      return column;
  }
}

/** Nothing is stated: a dash for the eye, the words for everybody else. A column that is worked out says it in words. */
function Unstated({ words }: { words: string }) {
  return words === '' ? null : (
    <span className="k-quiet" title={words}>
      <span aria-hidden="true">{'–'}</span>
      <span className="k-hidden">{words}</span>
    </span>
  );
}

function CellText({ row, field, inWords = false }: { row: RowView; field: string; inWords?: boolean }) {
  const cell = cellOf(row, field);
  if (cell.empty) {
    return inWords ? <span className="k-quiet">{cell.text}</span> : <Unstated words={cell.text} />;
  }
  if (field === 'status' && isStatus(cell.value)) {
    return <StatusMark status={cell.value} word={cell.text} />;
  }
  return (
    <bdi title={cell.title === '' || cell.title === cell.text ? undefined : cell.title}>{cell.text}</bdi>
  );
}
