/** What makes one table of rows differ from another: kind, columns, groupings, and the words around them. */
import type { GridSort, IconName } from '@/kit/index.ts';

export interface ColumnShape {
  /** In pixels at normal text size. */
  width: number;
  grow?: number;
  quiet?: boolean;
  /** So many lines at the most; two unless said. */
  lines?: 1 | 2;
}

export interface TableWords {
  /** The command that makes a row. */
  create: string;
  /** What a new row is called until somebody names it. */
  newTitle: string;
  remove: string;
  emptyTitle: string;
  emptyText: string;
  /** Why a column that is worked out is not typed into, unless `why` says it. */
  computed: string;
}

export interface TableDef {
  /** Kind of the rows. */
  kind: string;
  /** Habits are kept under this name. */
  name: string;
  icon: IconName;
  /** The field that names a row, and gets the keys when a row is made. */
  title: 'title' | 'name';
  /** Columns that are shown at first, in their order. */
  columns: readonly string[];
  /** Columns that the core works out, and the field by which each is sorted; empty: not sorted by. */
  computed: Readonly<Record<string, string>>;
  /** Fields that are fetched also where their columns are not shown. */
  needs?: readonly string[];
  /** Columns that the core works out and that are typed into all the same: the field that each sets. */
  edits?: Readonly<Record<string, string>>;
  /** Why a column is not typed into, where more can be said than that it is given: keys of the words. */
  why?: Readonly<Record<string, string>>;
  /** Fields that are not offered as columns, because a column that is worked out shows them. */
  hidden?: readonly string[];
  /** Widths of columns that are not those of their type of field. */
  shapes?: Readonly<Record<string, ColumnShape>>;
  /** Keys of the labels of columns whose own label is missing or too long. */
  labels?: Readonly<Record<string, string>>;
  /** Columns of names by which rows are known: as wide as what is in them. */
  naming?: readonly string[];
  /** Columns that stay in view when one scrolls sideways; they must come first. */
  pinned?: readonly string[];
  /** Fields to group by, and the one at first; empty: none. */
  groupings: readonly string[];
  group: string;
  /** Groups that the screen makes of the rows in their order, with the keys of their labels; `group` may be one of them. */
  ownGroupings?: Readonly<Record<string, string>>;
  /** Fields whose filter is in the bar from the start. */
  filters: readonly string[];
  /** What else rows are filtered by: kinds that they are linked with, with the keys of their labels. */
  linked?: Readonly<Record<string, string>>;
  /** The order while no header is pressed; without it, the order of the plan. */
  sort?: readonly GridSort[];
  /** Rows belong to an organization, which is asked for where nothing says it. */
  owned?: boolean;
  words: TableWords;
}
