/** Where one stands in a grid and what is selected there: state outside React, so that keys are answered at once. */
import type { Announce } from '../announce.tsx';
import type { KitStrings } from '../strings.tsx';
import type { Flow } from './flow.ts';
import { type CellPlace, cellAt, firstPlace, type Ground, lineOf, type Place } from './places.ts';
import type { Session } from './sessions.ts';
import type { GridColumn, GridProps, GridRange } from './types.ts';

export interface GridState {
  place: Place | undefined;
  /** A range beyond the active cell. */
  range: { anchor: CellPlace; head: CellPlace } | undefined;
  session: Session | undefined;
  /** What went wrong in the active cell outside an editor: a flag, a deletion. */
  error: string | undefined;
  /** Why the active cell is not typed into: said once somebody tried, until one goes on. */
  note: string | undefined;
  /** A row that is dragged: where it stands, and before which it would go. */
  moving: { from: number; before: number | undefined } | undefined;
  /** Cells that were cut: they stay until they are pasted elsewhere. */
  cut: { range: GridRange; text: string } | undefined;
  /** Goes up with every change of a session, so that it is drawn again. */
  revision: number;
}

export interface GridEnvironment<Row> {
  props: GridProps<Row>;
  flow: Flow;
  strings: KitStrings;
  announce: Announce;
}

/** What the controller asks of the drawn grid. */
export interface GridSurface {
  mirrored(): boolean;
  /** Rows that fit into the window of the grid. */
  pageSize(): number;
  reveal(place: Place): void;
  focusPlace(): void;
  /** Has the browser copy or cut what is selected, as its own key would, once it is drawn. */
  clip(what: 'copy' | 'cut'): void;
  openHeadMenu(columnKey: string): void;
}

export class GridStanding<Row> {
  protected state: GridState = {
    place: undefined,
    range: undefined,
    session: undefined,
    error: undefined,
    note: undefined,
    moving: undefined,
    cut: undefined,
    revision: 0,
  };
  /** What the owner of the grid has been told. */
  #told: GridState;
  /** Where the owner last wanted to be. */
  #wanted: GridProps<Row>['active'];
  readonly #listeners = new Set<() => void>();
  surface: GridSurface | undefined;

  constructor(protected environment: GridEnvironment<Row>) {
    this.state = { ...this.state, place: this.#startingPlace() };
    this.#told = this.state;
    this.#wanted = environment.props.active;
  }

  // State

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): GridState => this.state;

  protected set(change: Partial<GridState>): void {
    this.state = { ...this.state, ...change };
    this.#tell();
  }

  /** Draws, and tells whoever listens what is new since the last time. */
  #tell(): void {
    const { place, range } = this.state;
    const before = this.#told;
    this.#told = this.state;
    for (const listener of this.#listeners) {
      listener();
    }
    const { props } = this.environment;
    const elsewhere =
      place?.column !== before.place?.column ||
      idOf(place) !== idOf(before.place) ||
      place?.kind !== before.place?.kind;
    if (place && elsewhere) {
      props.onActiveChange?.(place.kind === 'cell' ? place.rowId : undefined, place.column);
    }
    if (place !== before.place || range !== before.range) {
      props.onRangeChange?.(this.range());
    }
  }

  protected get shown(): readonly GridColumn<Row>[] {
    return this.environment.props.columns;
  }

  column(key: string): GridColumn<Row> | undefined {
    return this.shown.find((column) => column.key === key);
  }

  idAt(index: number): string | undefined {
    const { rows, rowId } = this.environment.props;
    const known = rows.idAt?.(index);
    if (known !== undefined) {
      return known;
    }
    const row = rows.get(index);
    return row === undefined ? undefined : rowId(row);
  }

  /** Where a row is now; looked for near where it was when the source cannot say. */
  indexOf(id: string, near: number): number | undefined {
    const { rows } = this.environment.props;
    if (this.idAt(near) === id) {
      return near;
    }
    if (rows.indexOf) {
      return rows.indexOf(id);
    }
    const reach = Math.min(rows.count, 2_000);
    for (let distance = 1; distance <= reach; distance += 1) {
      for (const index of [near - distance, near + distance]) {
        if (index >= 0 && index < rows.count && this.idAt(index) === id) {
          return index;
        }
      }
    }
    return undefined;
  }

  // Renewal

  /**
   * New props, while they are being drawn: the place and the range follow their rows at once, so that the active cell never
   * leaves its row, not for one drawing; what is being composed there would be lost.
   */
  adopt(environment: GridEnvironment<Row>): void {
    const before = this.environment;
    this.environment = environment;
    const { rows, columns } = environment.props;
    if (rows !== before.props.rows || environment.flow !== before.flow || columns !== before.props.columns) {
      this.state = { ...this.state, ...this.#anchored(before.flow.rowCount) };
    }
  }

  /** After the drawing: tells what `adopt` has changed, and goes where the owner of the grid wants to be. */
  settle(): void {
    const { place } = this.state;
    const told = this.#told;
    if (place !== told.place || this.state.range !== told.range || this.state.session !== told.session) {
      this.#tell();
    }
    const wanted = this.environment.props.active;
    const had = this.#wanted;
    this.#wanted = wanted;
    if (wanted && (wanted.rowId !== had?.rowId || wanted.columnKey !== had?.columnKey)) {
      const there = place?.kind === 'cell' && place.rowId === wanted.rowId;
      if (!there || (wanted.columnKey !== undefined && wanted.columnKey !== place.column)) {
        const found = this.goToRow(wanted.rowId, wanted.index, wanted.columnKey);
        // Rows that are not there yet may come: until then it is still to be gone to.
        this.#wanted = found ? wanted : had;
      }
    }
  }

  protected get ground(): Ground {
    return {
      flow: this.environment.flow,
      keys: this.shown.map((column) => column.key),
      page: this.surface?.pageSize() ?? 10,
      idAt: (index) => this.idAt(index),
    };
  }

  lineOf(place: Place): number {
    return lineOf(this.environment.flow, place);
  }

  #startingPlace(): Place | undefined {
    const { active } = this.environment.props;
    const column = this.column(active?.columnKey ?? '')?.key ?? this.shown[0]?.key;
    if (column === undefined) {
      return undefined;
    }
    const index = active ? this.indexOf(active.rowId, active.index ?? 0) : undefined;
    const shown = index !== undefined && this.environment.flow.lineOfRow(index) !== undefined;
    return shown ? cellAt(this.ground, index, column) : firstPlace(this.ground, column);
  }

  /** Where the place, the range and the editor are among the rows as they are now. */
  #anchored(rowsBefore: number): Partial<GridState> {
    const { place, range, session } = this.state;
    const column = this.column(place?.column ?? '')?.key ?? this.shown[0]?.key;
    if (column === undefined) {
      return { place: undefined, range: undefined, session: undefined };
    }
    const next = place ? this.#follow(place, column) : this.#startingPlace();
    const kept =
      place?.kind === 'cell' &&
      next?.kind === 'cell' &&
      (place.rowId === undefined || next.rowId === place.rowId);
    return {
      place: JSON.stringify(next) === JSON.stringify(place) ? place : next,
      range: kept && range ? this.#followRange(range, rowsBefore) : undefined,
      // The row that was being edited is gone, or its column: there is nowhere left to keep the text.
      session: kept && place.column === column ? session : undefined,
      error: kept ? this.state.error : undefined,
      note: kept ? this.state.note : undefined,
    };
  }

  #follow(place: Place, column: string): Place | undefined {
    const { flow } = this.environment;
    if (place.kind === 'head') {
      return { ...place, column };
    }
    if (place.kind === 'group') {
      return flow.lineOfGroup(place.key) === undefined
        ? firstPlace(this.ground, column)
        : { ...place, column };
    }
    const count = flow.rowCount;
    if (count === 0) {
      return undefined;
    }
    const found = place.rowId === undefined ? undefined : this.indexOf(place.rowId, place.index);
    const index = found ?? Math.min(place.index, count - 1);
    if (flow.lineOfRow(index) === undefined) {
      const group = flow.groupOfRow(index);
      return group ? { kind: 'group', key: group.key, column } : firstPlace(this.ground, column);
    }
    const known = this.idAt(index) ?? (found === undefined ? undefined : place.rowId);
    return { kind: 'cell', index, rowId: known, column };
  }

  /**
   * A range stays while both its corners do. A whole column reaches to rows that were never read: such a corner stays where it
   * is, among as many rows.
   */
  #followRange(range: NonNullable<GridState['range']>, rowsBefore: number): GridState['range'] {
    const { rowCount } = this.environment.flow;
    const corner = (cell: CellPlace): CellPlace | undefined => {
      const found = cell.rowId === undefined ? undefined : this.indexOf(cell.rowId, cell.index);
      const isUnread = this.idAt(cell.index) === undefined && rowCount === rowsBefore;
      const index = found ?? (isUnread ? cell.index : undefined);
      return index === undefined || !this.column(cell.column) ? undefined : { ...cell, index };
    };
    const anchor = corner(range.anchor);
    const head = corner(range.head);
    return anchor && head ? { anchor, head } : undefined;
  }

  // Places

  go(place: Place | undefined): void {
    if (!place) {
      return;
    }
    this.set({ place, range: undefined, session: undefined, error: undefined, note: undefined });
    this.surface?.reveal(place);
  }

  /** False where the row is not known. */
  goToRow(rowId: string, near = 0, columnKey?: string): boolean {
    const index = this.indexOf(rowId, near);
    const column = this.column(columnKey ?? this.state.place?.column ?? '')?.key ?? this.shown[0]?.key;
    if (index === undefined || column === undefined) {
      return false;
    }
    const group =
      this.environment.flow.lineOfRow(index) === undefined
        ? this.environment.flow.groupOfRow(index)
        : undefined;
    this.go(group ? { kind: 'group', key: group.key, column } : { kind: 'cell', index, rowId, column });
    return true;
  }

  dragTo(index: number, column: string): void {
    const { place, session, range } = this.state;
    if (place?.kind !== 'cell' || session) {
      return;
    }
    const head = cellAt(this.ground, index, column);
    if (range?.head.index === index && range.head.column === column) {
      return;
    }
    const single = index === place.index && column === place.column;
    this.set({ range: single ? undefined : { anchor: place, head } });
  }

  /** What is selected: the range, or the active cell. */
  range(): GridRange | undefined {
    const { place, range } = this.state;
    if (place?.kind !== 'cell') {
      return undefined;
    }
    const { anchor, head } = range ?? { anchor: place, head: place };
    const keys = this.shown.map((column) => column.key);
    const [left, right] = [keys.indexOf(anchor.column), keys.indexOf(head.column)].toSorted((a, b) => a - b);
    const from = Math.min(anchor.index, head.index);
    const to = Math.max(anchor.index, head.index);
    const rowIds: string[] = [];
    for (let index = from; index <= to; index += 1) {
      const id = this.idAt(index);
      if (id !== undefined && this.environment.flow.lineOfRow(index) !== undefined) {
        rowIds.push(id);
      }
    }
    return { from, to, columns: keys.slice(left, (right ?? 0) + 1), rowIds };
  }

  isSelected(index: number, column: string): boolean {
    const selected = this.range();
    return (
      selected !== undefined &&
      index >= selected.from &&
      index <= selected.to &&
      selected.columns.includes(column)
    );
  }

  hasRange(): boolean {
    return this.state.range !== undefined;
  }
}

function idOf(place: Place | undefined): string | number | undefined {
  return place?.kind === 'cell'
    ? (place.rowId ?? place.index)
    : place?.kind === 'group'
      ? place.key
      : undefined;
}
