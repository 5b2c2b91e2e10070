/** The columns of a table: any field of the kind, and what the core works out. */
import type { Cell, FieldInfo, FieldKind, KindInfo, RowView } from '@/generated/wire.ts';
import { type EditorKind, type GridColumn, type GridOption, showSigns, StatusMark } from '@/kit/index.ts';
import { cellOf, editorOf, isStatus, membersOf, shownFields, textOf, valueOf } from '@/lib/fields.ts';
import type { Names } from '@/lib/names.ts';
import type { Say } from '@/lib/words.ts';
import type { ColumnShape, TableDef } from './def.ts';
import { sameWords } from './same-words.ts';

export type Column = GridColumn<RowView>;

/** The title takes what the others leave; where that is little, the last column gives way, and then the last ones are scrolled to. */
const TITLE = { least: 218, best: 322 };
const LAST = 84;

/** A letter of a header, and what stands beside it: no header is cut in any language. */
const LETTER = 7;
const EDGES = 26;

/** Names by which rows are known are as wide as they are, within reason. */
const NAME = { letter: 8.2, edges: 20, most: 108 };

export type Letters = Readonly<Record<string, number>>;

/** The longest names among some rows and those that were met before; the same object where none is longer. */
export function longest(names: readonly string[], before: Letters, rows: Iterable<RowView>): Letters {
  const found: Record<string, number> = { ...before };
  for (const row of rows) {
    for (const name of names) {
      found[name] = Math.max(found[name] ?? 0, textOf(row, name).length);
    }
  }
  return names.every((name) => (found[name] ?? 0) === (before[name] ?? 0)) ? before : found;
}

const TITLE_SHAPE: ColumnShape = { width: TITLE.least, grow: 1 };

/** Widths in pixels at normal text size, of what says nothing else. */
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

/** Fields whose words are somebody's; those of the others are made by the core. */
const WRITTEN: ReadonlySet<FieldKind> = new Set(['text', 'long', 'texts', 'reference', 'references']);

/** Every column that can be shown, with its label. */
export function allColumns(
  def: TableDef,
  kind: KindInfo,
  say: Say,
): readonly { key: string; label: string }[] {
  const label = (key: string, given: string): string => {
    const own = def.labels?.[key];
    return own === undefined ? given : say(own);
  };
  const fields = shownFields(kind.fields)
    .filter(({ name }) => !def.hidden?.includes(name))
    .map((field) => ({ key: field.name, label: label(field.name, field.label) }));
  const computed = Object.keys(def.computed).map((key) => ({ key, label: label(key, key) }));
  const at = fields.findIndex(({ key }) => key === 'status') + 1;
  return [...fields.slice(0, at), ...computed, ...fields.slice(at)];
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
  def: TableDef,
  kind: KindInfo,
  { keys, widths, room, letters }: ColumnChoice,
  say: Say,
  names: Names,
): readonly Column[] {
  const labels = new Map(allColumns(def, kind, say).map(({ key, label }) => [key, label]));
  const fields = new Map(kind.fields.map((field) => [field.name, field]));
  const columns = keys.flatMap((key): Column[] => {
    const label = labels.get(key);
    const field = fields.get(key);
    if (label === undefined) {
      return [];
    }
    const column = field ? fieldColumn(def, field, label, names) : computedColumn(def, key, label, fields);
    const named = Math.min(NAME.most, Math.ceil((letters[key] ?? 0) * NAME.letter) + NAME.edges);
    const width = widths[key] ?? Math.max(column.width, headOf(label), named);
    return [{ ...column, width }];
  });
  return pinFirst(fitted(columns, def.title, widths, room), new Set(def.pinned));
}

/** Wide enough for its header. */
function headOf(label: string): number {
  return Math.ceil([...label].length * LETTER) + EDGES;
}

/** The first columns say which row one is in, however far one has scrolled. */
function pinFirst(columns: readonly Column[], names: ReadonlySet<string>): readonly Column[] {
  const behind = columns.findIndex((column) => !names.has(column.key));
  return columns.map((column, at) => (behind < 0 || at < behind ? { ...column, pinned: true } : column));
}

/** The title as wide as it reads well, and the last column narrower where that is enough for all to be seen. Who set a width keeps it. */
function fitted(
  columns: readonly Column[],
  title: string,
  widths: Readonly<Record<string, number>>,
  room: number,
): readonly Column[] {
  const last = columns.at(-1)?.key;
  const sum = (all: readonly Column[]): number => all.reduce((total, { width }) => total + width, 0);
  const left = room - sum(columns.filter(({ key }) => key !== title));
  const best = Math.max(TITLE.least, Math.min(TITLE.best, left));
  const titled = columns.map((column) =>
    column.key === title && widths[title] === undefined ? { ...column, width: best } : column,
  );
  const over = sum(titled) - room;
  return titled.map((column) => {
    const gives = column.key === last && column.key !== title && widths[column.key] === undefined;
    const width = column.width - over;
    return gives && over > 0 && width >= Math.max(LAST, headOf(column.label)) ? { ...column, width } : column;
  });
}

function computedColumn(
  def: TableDef,
  key: string,
  label: string,
  fields: ReadonlyMap<string, FieldInfo>,
): Column {
  const edited = fields.get(def.edits?.[key] ?? '');
  return {
    key,
    label,
    lines: 2,
    ...(def.shapes?.[key] ?? { width: BY_EDITOR.none }),
    editor: edited ? editorOf(edited) : 'none',
    sortable: def.computed[key] !== '',
    text: (row) => textOf(row, key),
    ...(edited ? { editText: (row: RowView) => textOf(row, edited.name) } : {}),
    render: (row) => <CellText row={row} field={key} inWords />,
  };
}

function fieldColumn(def: TableDef, field: FieldInfo, label: string, names: Names): Column {
  const editor = editorOf(field);
  const named = field.name === def.title;
  const column: Column = {
    key: field.name,
    label,
    // What all rows have in common, such as the source, must not make every row two lines high.
    lines: field.name === 'source' || editor === 'number' || editor === 'flag' ? 1 : 2,
    ...(def.shapes?.[field.name] ?? (named ? TITLE_SHAPE : { width: BY_EDITOR[editor] })),
    editor,
    sortable: true,
    rowHeader: named,
    text: (row) => textOf(row, field.name),
    render: (row) => <CellText row={row} field={field.name} written={WRITTEN.has(field.field)} />,
  };
  switch (editor) {
    case 'date':
      return { ...column, copyText: (row) => dayOf(cellOf(row, field.name)) ?? textOf(row, field.name) };
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

/** A day as Excel knows it for one; not where somebody's words for it are shown. */
function dayOf({ value, title }: Cell): string | undefined {
  return typeof value === 'string' && title === '' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
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

export interface CellTextProps {
  row: RowView;
  field: string;
  /** Where nothing is stated, it is said in words. */
  inWords?: boolean;
  /** The words are somebody's, and may hold signs that nobody sees: those are shown. */
  written?: boolean;
}

export function CellText({ row, field, inWords = false, written = false }: CellTextProps) {
  const cell = cellOf(row, field);
  if (cell.empty) {
    return inWords ? <span className="k-quiet">{cell.text}</span> : <Unstated words={cell.text} />;
  }
  if (field === 'status' && isStatus(cell.value)) {
    return <StatusMark status={cell.value} word={cell.text} />;
  }
  return (
    <bdi title={cell.title === '' || sameWords(cell.title, cell.text) ? undefined : cell.title}>
      {written ? showSigns(cell.text) : cell.text}
    </bdi>
  );
}
