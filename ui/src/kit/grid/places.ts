/** Where one can be in a grid, and where steps lead. */
import type { Flow } from './flow.ts';
import type { Step } from './keys.ts';

export type Place =
  | { kind: 'cell'; index: number; rowId: string | undefined; column: string }
  | { kind: 'group'; key: string; column: string }
  | { kind: 'head'; column: string };

export type CellPlace = Place & { kind: 'cell' };

/** The ground that steps are taken on. */
export interface Ground {
  flow: Flow;
  /** Keys of the columns, in the order shown. */
  keys: readonly string[];
  /** Rows that fit into the window of the grid. */
  page: number;
  idAt(index: number): string | undefined;
}

export function lineOf(flow: Flow, place: Place): number {
  switch (place.kind) {
    case 'head':
      return -1;
    case 'group':
      return flow.lineOfGroup(place.key) ?? 0;
    case 'cell':
      return flow.lineOfRow(place.index) ?? 0;
  }
}

export function cellAt(ground: Ground, index: number, column: string): CellPlace {
  return { kind: 'cell', index, rowId: ground.idAt(index), column };
}

export function placeAt(ground: Ground, line: number, column: string): Place | undefined {
  const found = ground.flow.at(line);
  if (!found) {
    return undefined;
  }
  return found.kind === 'group'
    ? { kind: 'group', key: found.group.key, column }
    : cellAt(ground, found.index, column);
}

/** The first row that is shown, else the first header of a group. */
export function firstPlace(ground: Ground, column: string): Place | undefined {
  const index = ground.flow.rowFrom(0, 1);
  return index === undefined ? placeAt(ground, 0, column) : cellAt(ground, index, column);
}

function clamp(value: number, last: number): number {
  return Math.min(Math.max(value, 0), last);
}

/** Where a step leads; undefined: nowhere, and Tab then leaves the grid. */
export function walk(ground: Ground, step: Step, place: Place): Place | undefined {
  const { flow, keys, page } = ground;
  const line = lineOf(flow, place);
  const at = keys.indexOf(place.column);
  const toLine = (target: number, column = place.column): Place | undefined =>
    placeAt(ground, clamp(target, flow.lineCount - 1), column);
  const toColumn = (target: number): Place => ({
    ...place,
    column: keys[clamp(target, keys.length - 1)] ?? place.column,
  });
  switch (step) {
    case 'up':
      return line <= 0 ? { kind: 'head', column: place.column } : toLine(line - 1);
    case 'down':
      return toLine(line + 1);
    case 'start':
      return toColumn(at - 1);
    case 'end':
      return toColumn(at + 1);
    case 'rowStart':
      return toColumn(0);
    case 'rowEnd':
      return toColumn(keys.length - 1);
    case 'top':
      return toLine(0);
    case 'bottom':
      return toLine(flow.lineCount - 1);
    case 'pageUp':
      return toLine(line - page);
    case 'pageDown':
      return toLine(line + page);
    case 'first':
      return firstPlace(ground, keys[0] ?? place.column);
    case 'last':
      return toLine(flow.lineCount - 1, keys.at(-1));
    case 'next':
      return beside(ground, 1, place);
    case 'previous':
      return beside(ground, -1, place);
  }
}

/** The next cell or the one before, over the headers of groups and the ends of rows. */
export function beside(ground: Ground, by: 1 | -1, place: Place): Place | undefined {
  const { flow, keys } = ground;
  if (place.kind === 'head') {
    return undefined;
  }
  const column = place.kind === 'cell' ? keys[keys.indexOf(place.column) + by] : undefined;
  if (column !== undefined) {
    return { ...place, column };
  }
  const index = flow.rowFrom(lineOf(flow, place) + by, by);
  const first = by === 1 ? keys[0] : keys.at(-1);
  return index === undefined || first === undefined ? undefined : cellAt(ground, index, first);
}

/** The next row up or down in the same column. */
export function vertically(ground: Ground, by: 1 | -1, place: CellPlace): Place | undefined {
  const index = ground.flow.rowFrom(lineOf(ground.flow, place) + by, by);
  return index === undefined ? undefined : cellAt(ground, index, place.column);
}

/** Where the far corner of a range goes: from row to row, headers of groups do not count. */
export function extend(ground: Ground, step: Step, head: CellPlace): CellPlace {
  const { flow, keys, page } = ground;
  const line = flow.lineOfRow(head.index) ?? 0;
  const last = flow.lineCount - 1;
  const at = keys.indexOf(head.column);
  const row = (target: number, by: 1 | -1): number => flow.rowFrom(clamp(target, last), by) ?? head.index;
  const column = (target: number): string => keys[clamp(target, keys.length - 1)] ?? head.column;
  switch (step) {
    case 'up':
      return cellAt(ground, row(line - 1, -1), head.column);
    case 'down':
      return cellAt(ground, row(line + 1, 1), head.column);
    case 'start':
    case 'end':
      return { ...head, column: column(at + (step === 'end' ? 1 : -1)) };
    case 'rowStart':
      return { ...head, column: column(0) };
    case 'rowEnd':
      return { ...head, column: column(keys.length) };
    case 'top':
      return cellAt(ground, row(0, 1), head.column);
    case 'bottom':
      return cellAt(ground, row(last, -1), head.column);
    case 'pageUp':
      return cellAt(ground, row(line - page, 1), head.column);
    case 'pageDown':
      return cellAt(ground, row(line + page, -1), head.column);
    case 'first':
      return cellAt(ground, row(0, 1), column(0));
    case 'last':
      return cellAt(ground, row(last, -1), column(keys.length));
    case 'next':
    case 'previous':
      return head;
  }
}
