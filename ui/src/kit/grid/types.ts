/** The contract of the grid. Nothing here knows of planning: rows are any objects with an id. */
import type { ReactNode, Ref } from 'react';
import type { KeyInfo } from './keys.ts';
import type { PastedCells } from './pasted.ts';

/** What a cell holds as a value: a text, the id of a choice or a reference, the ids of a set, a number, yes or no. */
export type CellValue = string | number | boolean | readonly string[] | null;

export type EditorKind =
  | 'text'
  | 'long'
  | 'choice'
  | 'date'
  | 'reference'
  | 'set'
  | 'flag'
  | 'number'
  | 'none';

/** Something that can be chosen in a cell. */
export interface GridOption {
  id: string;
  label: string;
  /** Quieter, after the label. */
  hint?: string;
  /** Drawn before the label. */
  mark?: ReactNode;
}

/** What is understood of a typed date. */
export interface DateReading {
  /** It can be kept as it is. */
  ok: boolean;
  /** What is committed when it is ok; without it, the text as typed. */
  value?: string;
  /** What was understood, or what is asked, in words. */
  words: string;
  /** Two or more meanings: one has to be chosen before it can be kept. */
  alternatives: readonly { value: string; words: string }[];
}

export interface GridColumn<Row> {
  key: string;
  label: string;
  /** In pixels at normal text size; the narrowest it gets where `grow` is set. */
  width: number;
  /** Takes a share of the room that is left. */
  grow?: number;
  /** The text wraps to so many lines; otherwise it is cut at one. */
  lines?: 1 | 2;
  /** `end` for numbers. */
  align?: 'start' | 'end';
  /** Quieter ink, for columns that are read second. */
  quiet?: boolean;
  editor: EditorKind;
  sortable?: boolean;
  /** Stays in view when the grid is scrolled sideways; for the first columns only. */
  pinned?: boolean;
  /** Names the row: read before the cell, announced as row header. One column at most. */
  rowHeader?: boolean;
  /** What is shown, copied, and edited, unless the three below say otherwise. */
  text(row: Row): string;
  /** What is drawn instead of the text. */
  render?(row: Row): ReactNode;
  /** The value behind the text: needed for choice, reference (ids) and flag (boolean). */
  value?(row: Row): CellValue;
  /** What is copied, where it is not the text that is shown: a day that Excel knows for one. */
  copyText?(row: Row): string;
  /** The text that editing starts with, where it is not the text that is shown. */
  editText?(row: Row): string;
  /** The members of a set, with their labels. */
  items?(row: Row): readonly GridOption[];
  /** The choices of a `choice`. */
  options?(row: Row): readonly GridOption[];
  /** A set that takes words which are not among the suggestions. */
  freeText?: boolean;
  readOnly?(row: Row): boolean;
}

/** The rows, by position. A new object means: something changed. */
export interface GridSource<Row> {
  readonly count: number;
  /** The row at a position, or undefined while it is being fetched. */
  get(index: number): Row | undefined;
  /** These positions are about to be shown; and one that is needed and out of sight, if any. */
  ensure(from: number, to: number, aside?: number): void;
  /** The id at a position, where it is known before the row itself: the grid then keeps its place in rows not yet loaded. */
  idAt?(index: number): string | undefined;
  indexOf?(id: string): number | undefined;
}

/** A run of rows under a header. Collapsed rows stay in the source and are not shown. */
export interface GridGroup {
  key: string;
  label: string;
  badge?: string;
  from: number;
  count: number;
  collapsed: boolean;
}

export interface GridSort {
  column: string;
  descending: boolean;
}

/** A rectangle of cells: positions of rows, both included, and the keys of columns in the order shown. */
export interface GridRange {
  from: number;
  to: number;
  columns: readonly string[];
  /** Ids of the rows, as far as they are known. */
  rowIds: readonly string[];
}

export interface GridPaste {
  rowId: string;
  columnKey: string;
  /** The range that is selected: one cell at least. */
  range: GridRange;
  text: string;
  html: string;
  /** What was read of it; undefined: nothing is in it. */
  cells: PastedCells | 'too-many' | undefined;
  /** The columns behind the range, for what is wider. */
  beyond: readonly string[];
  /** Where it was cut out, if it was cut out here: those cells are to be emptied. */
  cut: GridRange | undefined;
}

export interface GridFill {
  range: GridRange;
  direction: 'down' | 'right';
  /** Filling one column to the right: the column beside it, which it is filled from. */
  before: string | undefined;
}

/** The texts of a range. */
export interface GridCopied {
  rows: readonly (readonly string[])[];
  /** Rows that are too many for one time. */
  leftOff: number;
}

/** How a commit was typed, beside the value: kept where the words matter (dates). */
export interface CommitDetail {
  typed: string;
}

/** Something typed before there was a cell to type into: text, or a key such as Enter. */
export type GridAhead = { text: string } | { key: KeyInfo };

export interface GridApi {
  /** Gives the grid the focus, at its active cell. */
  focus(): void;
  /** Shows a row and makes it active; the column stays unless named. False if the rows do not know it. */
  scrollToRow(rowId: string, index?: number, columnKey?: string): boolean;
  /** Starts editing the active cell, unless somebody types there already; false if it cannot be edited. `over`: typing replaces it. */
  startEdit(over?: 'over'): boolean;
  /**
   * Types into the cell what was typed before it was there, in its order: the text takes the place of the cell's own. False, and
   * nothing is typed, unless that very cell is being edited.
   */
  typeAhead(rowId: string, columnKey: string, ahead: readonly GridAhead[]): boolean;
  /** Commits what is being edited, if anything; false if it was refused and the editor stays. */
  finishEdit(): Promise<boolean>;
  /** Width of a column that fits the rows that are there, and texts of others; undefined: there is no such column. */
  fit(columnKey: string, texts: readonly string[]): number | undefined;
  /** What is selected: one cell at least, or undefined in an empty grid or on a header. */
  range(): GridRange | undefined;
  /** Copies or cuts what is selected, as the keys do. */
  clip(what: 'copy' | 'cut'): void;
}

/** What became of a row since it was seen last. */
export interface GridMark {
  /** `new`: the row itself; `other`: something of it that no cell shows; `cells`: what its cells say. */
  row: 'new' | 'other' | 'cells';
  /** About the row, in words. */
  words: string;
  /** By column, about the cells that say something else now, in words. */
  cells: Readonly<Record<string, string>>;
}

export interface GridProps<Row> {
  /** The name of the grid, for assistive technology. */
  label: string;
  rows: GridSource<Row>;
  rowId: (row: Row) => string;
  columns: readonly GridColumn<Row>[];
  /** Whether two versions of a row look the same: one that was fetched again is then not drawn again. */
  sameRow?: (before: Row, after: Row) => boolean;
  groups?: readonly GridGroup[];
  sort?: readonly GridSort[];
  /** Where to be at the start; a change moves there. */
  active?: { rowId: string; columnKey?: string; index?: number };
  /** Nothing can be edited; tries are answered by `onReadOnly`. */
  readOnly?: boolean;
  /** Rows that are read second. */
  tone?: (row: Row) => 'quiet' | undefined;
  /** Rows that are marked, and their cells. The function must be kept. */
  mark?: (row: Row) => GridMark | undefined;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
  /** Keeps a value. A rejection with an Error keeps the editor open and shows the message beside the cell. */
  onCommit?: (rowId: string, columnKey: string, value: CellValue, detail: CommitDetail) => Promise<void>;
  /** Editing begins, with the row as it is then: whoever keeps a value can tell whether it changed meanwhile. */
  onEditStart?: (row: Row, columnKey: string) => void;
  /** Empties several cells at once; without it each is committed as null. */
  onClear?: (range: GridRange) => Promise<void>;
  /** The texts of a range of which not all rows are loaded. */
  copyRange?: (range: GridRange) => Promise<GridCopied>;
  /** Ctrl+D and Ctrl+R: the first row, or column, goes into the others; of one row, what stands above it. */
  onFill?: (fill: GridFill) => void;
  /** More than one cell was pasted, or into more than one. */
  onPaste?: (paste: GridPaste) => void;
  /** Alt+Enter; with the key of the column: Enter or a double click in a cell that is not typed into. */
  onOpen?: (row: Row, columnKey?: string) => void;
  /**
   * Somebody tried to change what is not typed into. `typed`: what was typed or pasted, empty where an editor was asked for, and
   * undefined where the cell was to be emptied. The answer, if any, is said beside the cell: why it stays as it is.
   */
  onReadOnly?: (rowId: string, columnKey: string, typed: string | undefined) => string | undefined;
  onSort?: (columnKey: string, additive: boolean) => void;
  onToggleGroup?: (key: string) => void;
  /** `rowId` is undefined on headers. */
  onActiveChange?: (rowId: string | undefined, columnKey: string) => void;
  onRangeChange?: (range: GridRange | undefined) => void;
  onColumnResize?: (columnKey: string, width: number) => void;
  /**
   * Columns are to be as wide as what is in them: by a double click on an edge, or Alt, Shift and the down arrow. Whoever knows the
   * rows that are not loaded asks `fit` how wide that is.
   */
  onColumnFit?: (columnKeys: readonly string[]) => void;
  /** A header was dragged, or moved with Alt and an arrow key: it goes before another column; undefined: behind all. */
  onColumnMove?: (columnKey: string, before: string | undefined) => void;
  /** Entries of the menu of a header (`MenuItem`): what can be done with its column. */
  headMenu?: (columnKey: string) => ReactNode;
  /** Rows were dragged, from one position to another: they go before the row at a third, or behind all. Without it, none are dragged. */
  onRowMove?: (from: number, to: number, before: number) => void;
  /** The date that Ctrl+; types. */
  today?: () => string;
  understandDate?: (text: string) => Promise<DateReading>;
  suggest?: (columnKey: string, text: string) => Promise<readonly GridOption[]>;
  apiRef?: Ref<GridApi>;
}
