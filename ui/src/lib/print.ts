/**
 * What a screen prints: a page with all rows of its view, handed over in pieces, so that ten thousand rows hold nothing up. A
 * screen says what stands on it (`ScreenDef.print`); the frame makes the page and asks the system to print it.
 */
import type { Client } from './client.ts';
import type { Words } from './words.ts';

export interface PrintColumn {
  label: string;
  /** How wide it is beside the others. */
  share: number;
}

export interface PrintText {
  text: string;
  /** Read second. */
  quiet?: boolean;
  firm?: boolean;
  /** No longer there. */
  struck?: boolean;
  /** It begins a line of its own. */
  line?: boolean;
  /** A sign before it, such as the number of an objective. */
  badge?: string;
}

export type PrintCell = string | readonly PrintText[];

export type PrintPiece =
  | { sort: 'heading'; text: string }
  | { sort: 'text'; text: string; quiet?: boolean }
  /** Rows that follow stand in it, until the next table or heading. Its head is repeated on every page. */
  | { sort: 'table'; columns: readonly PrintColumn[]; numbers?: boolean }
  /** A line across the table. `depth`: levels that it is moved in. */
  | { sort: 'group'; text: string; badge?: string; note?: string; depth?: number }
  | { sort: 'row'; cells: readonly PrintCell[]; depth?: number };

export interface PrintJob {
  /** What is printed: the name of the screen, or of a part of it. */
  title: string;
  /** Which rows, in words: filters, order, moment. */
  facts: readonly string[];
  /** Wide tables lie on their side. */
  landscape?: boolean;
  /** Rows that there will be; none: not known. */
  total?: number;
  /** The rows, in pieces. Between two of them the window lives on. */
  pieces(): AsyncIterable<readonly PrintPiece[]>;
}

/** What a screen needs to know to print itself. */
export interface PrintContext {
  client: Client;
  words: Words;
}

/** Rows of one request, and so of one piece. */
export const PRINT_PAGE = 200;
