/**
 * The state of a grid outside React: where one is, what is selected, what is being edited. Keys are answered here at once,
 * whatever React has drawn so far.
 */
import type { Announce } from '../messages.tsx';
import type { KitStrings } from '../strings.tsx';
import type { Flow } from './flow.ts';
import { type IdleAction, idleAction, type KeyInfo, logical, type Step } from './keys.ts';
import {
  beside,
  type CellPlace,
  cellAt,
  extend,
  firstPlace,
  type Ground,
  lineOf,
  type Place,
  vertically,
  walk,
} from './places.ts';
import { messageOf, openSession, type Resolution, type Session } from './sessions.ts';
import type { CellValue, EditorKind, GridColumn, GridProps, GridRange } from './types.ts';

/** Where a commit goes on to. `right` is towards the end of the line of reading. */
export type Direction = 'down' | 'up' | 'right' | 'left' | 'stay';

export interface GridState {
  place: Place | undefined;
  /** A range beyond the active cell. */
  range: { anchor: CellPlace; head: CellPlace } | undefined;
  session: Session | undefined;
  /** What went wrong in the active cell outside an editor: a flag, a deletion. */
  error: string | undefined;
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
}

type Queued = { key: KeyInfo } | { text: string };

export class GridController<Row> {
  #state: GridState = {
    place: undefined,
    range: undefined,
    session: undefined,
    error: undefined,
    revision: 0,
  };
  readonly #listeners = new Set<() => void>();
  #queue: Queued[] = [];
  /** Tab leaves the grid: set by Escape, ended by any other key. */
  #leaving = false;
  surface: GridSurface | undefined;

  constructor(private environment: GridEnvironment<Row>) {
    this.#state = { ...this.#state, place: this.#startingPlace() };
  }

  // State

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): GridState => this.#state;

  #set(change: Partial<GridState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    for (const listener of this.#listeners) {
      listener();
    }
    const { place } = this.#state;
    const { props } = this.environment;
    if (
      place &&
      (place.column !== before.place?.column ||
        idOf(place) !== idOf(before.place) ||
        place.kind !== before.place?.kind)
    ) {
      props.onActiveChange?.(place.kind === 'cell' ? place.rowId : undefined, place.column);
    }
    if (place !== before.place || this.#state.range !== before.range) {
      props.onRangeChange?.(this.range());
    }
  }

  get #columns(): readonly GridColumn<Row>[] {
    return this.environment.props.columns;
  }

  column(key: string): GridColumn<Row> | undefined {
    return this.#columns.find((column) => column.key === key);
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

  /** New props: the place and the range follow their rows. */
  renew(environment: GridEnvironment<Row>): void {
    const before = this.environment;
    this.environment = environment;
    const { props } = environment;
    if (
      props.rows !== before.props.rows ||
      environment.flow !== before.flow ||
      props.columns !== before.props.columns
    ) {
      this.#reanchor();
    }
    const wanted = props.active;
    const had = before.props.active;
    if (wanted && (wanted.rowId !== had?.rowId || wanted.columnKey !== had?.columnKey)) {
      const { place } = this.#state;
      const there = place?.kind === 'cell' && place.rowId === wanted.rowId;
      if (!there || (wanted.columnKey !== undefined && wanted.columnKey !== place.column)) {
        this.goToRow(wanted.rowId, wanted.index, wanted.columnKey);
      }
    }
  }

  get #ground(): Ground {
    return {
      flow: this.environment.flow,
      keys: this.#columns.map((column) => column.key),
      page: this.surface?.pageSize() ?? 10,
      idAt: (index) => this.idAt(index),
    };
  }

  lineOf(place: Place): number {
    return lineOf(this.environment.flow, place);
  }

  #startingPlace(): Place | undefined {
    const { active } = this.environment.props;
    const column = this.column(active?.columnKey ?? '')?.key ?? this.#columns[0]?.key;
    if (column === undefined) {
      return undefined;
    }
    const index = active ? this.indexOf(active.rowId, active.index ?? 0) : undefined;
    const shown = index !== undefined && this.environment.flow.lineOfRow(index) !== undefined;
    return shown ? cellAt(this.#ground, index, column) : firstPlace(this.#ground, column);
  }

  #reanchor(): void {
    const { place, range, session } = this.#state;
    const column = this.column(place?.column ?? '')?.key ?? this.#columns[0]?.key;
    if (column === undefined) {
      this.#set({ place: undefined, range: undefined, session: undefined });
      return;
    }
    const next = place ? this.#follow(place, column) : this.#startingPlace();
    const kept =
      place?.kind === 'cell' &&
      next?.kind === 'cell' &&
      (place.rowId === undefined || next.rowId === place.rowId);
    const same = JSON.stringify(next) === JSON.stringify(place);
    if (same && !range) {
      return;
    }
    this.#set({
      place: same ? place : next,
      range: kept && range ? this.#followRange(range) : undefined,
      // The row that was being edited is gone, or its column: there is nowhere left to keep the text.
      session: kept && place.column === column ? session : undefined,
      error: kept ? this.#state.error : undefined,
    });
  }

  #follow(place: Place, column: string): Place | undefined {
    const { flow } = this.environment;
    if (place.kind === 'head') {
      return { ...place, column };
    }
    if (place.kind === 'group') {
      return flow.lineOfGroup(place.key) === undefined
        ? firstPlace(this.#ground, column)
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
      return group ? { kind: 'group', key: group.key, column } : firstPlace(this.#ground, column);
    }
    const known = this.idAt(index) ?? (found === undefined ? undefined : place.rowId);
    return { kind: 'cell', index, rowId: known, column };
  }

  /** A range stays while both its corners do. */
  #followRange(range: NonNullable<GridState['range']>): GridState['range'] {
    const corner = (cell: CellPlace): CellPlace | undefined => {
      const index = cell.rowId === undefined ? undefined : this.indexOf(cell.rowId, cell.index);
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
    this.#set({ place, range: undefined, session: undefined, error: undefined });
    this.surface?.reveal(place);
  }

  goToRow(rowId: string, near = 0, columnKey?: string): void {
    const index = this.indexOf(rowId, near);
    const column = this.column(columnKey ?? this.#state.place?.column ?? '')?.key ?? this.#columns[0]?.key;
    if (index === undefined || column === undefined) {
      return;
    }
    const group =
      this.environment.flow.lineOfRow(index) === undefined
        ? this.environment.flow.groupOfRow(index)
        : undefined;
    this.go(group ? { kind: 'group', key: group.key, column } : { kind: 'cell', index, rowId, column });
  }

  /** The pointer chose a cell. */
  async point(place: Place, extend: boolean): Promise<void> {
    if (this.#state.session && !(await this.commit('stay'))) {
      return;
    }
    const active = this.#state.place;
    if (extend && place.kind === 'cell' && active?.kind === 'cell') {
      this.#set({ range: { anchor: active, head: place }, error: undefined });
    } else {
      this.go(place);
    }
    this.surface?.focusPlace();
  }

  dragTo(index: number, column: string): void {
    const { place, session, range } = this.#state;
    if (place?.kind !== 'cell' || session) {
      return;
    }
    const head = cellAt(this.#ground, index, column);
    if (range?.head.index === index && range.head.column === column) {
      return;
    }
    const single = index === place.index && column === place.column;
    this.#set({ range: single ? undefined : { anchor: place, head } });
  }

  /** What is selected: the range, or the active cell. */
  range(): GridRange | undefined {
    const { place, range } = this.#state;
    if (place?.kind !== 'cell') {
      return undefined;
    }
    const { anchor, head } = range ?? { anchor: place, head: place };
    const keys = this.#columns.map((column) => column.key);
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

  // Keys

  /** A key, while nothing is being composed. True: it was the grid's, and the browser must not act on it. */
  key(info: KeyInfo): boolean {
    const { session } = this.#state;
    if (session?.pending) {
      const printable = info.key.length === 1 && !info.ctrl && !info.alt;
      if (!printable) {
        this.#queue.push({ key: info });
      }
      return !printable;
    }
    return session ? this.#editingKey(session, info) : this.#idleKey(info);
  }

  /** Text that was typed while a commit was under way; true if it has been taken. */
  heldBack(text: string): boolean {
    if (!this.#state.session?.pending) {
      return false;
    }
    this.#queue.push({ text });
    return true;
  }

  #editingKey(session: Session, info: KeyInfo): boolean {
    if (session.key(info)) {
      return true;
    }
    const { key, shift, ctrl, alt } = info;
    if (key === 'Escape') {
      this.cancel();
      return true;
    }
    if (key === 'Enter') {
      if (alt) {
        return !session.multiline;
      }
      void this.commit(ctrl ? 'stay' : shift ? 'up' : 'down');
      return true;
    }
    if (key === 'Tab' && !ctrl && !alt) {
      void this.commit(shift ? 'left' : 'right');
      return true;
    }
    if (key === 'F2' && !ctrl && !shift && !alt) {
      session.caret = !session.caret;
      this.#drawSession();
      return true;
    }
    if (!session.caret && !shift && !ctrl && !alt) {
      const side = logical(key, this.surface?.mirrored() ?? false);
      const direction: Direction | undefined = side
        ? side === 'end'
          ? 'right'
          : 'left'
        : key === 'ArrowDown'
          ? 'down'
          : key === 'ArrowUp'
            ? 'up'
            : undefined;
      if (direction) {
        void this.commit(direction);
        return true;
      }
    }
    return false;
  }

  #idleKey(info: KeyInfo): boolean {
    const action = idleAction(info, this.surface?.mirrored() ?? false);
    const { place } = this.#state;
    const leaving = this.#leaving;
    this.#leaving = action?.do === 'escape' && !this.#state.range && !this.#state.error;
    if (!action || !place) {
      return false;
    }
    if (action.do === 'step') {
      const tab = action.step === 'next' || action.step === 'previous';
      return tab && leaving ? false : this.#step(action.step, action.extend);
    }
    if (place.kind !== 'cell') {
      return place.kind === 'group' && this.#groupKey(place.key, action);
    }
    return this.#cellKey(action, place);
  }

  #groupKey(key: string, action: IdleAction): boolean {
    if (action.do !== 'space' && action.do !== 'enter') {
      return false;
    }
    this.environment.props.onToggleGroup?.(key);
    return true;
  }

  #cellKey(action: IdleAction, place: CellPlace): boolean {
    const column = this.column(place.column);
    switch (action.do) {
      case 'edit':
      case 'enter':
        if (column?.editor === 'flag') {
          this.toggleFlag();
        } else if (action.do === 'enter' && column?.editor === 'none') {
          this.open();
        } else {
          this.startEdit();
        }
        return true;
      case 'overwrite':
        this.startEdit('');
        return true;
      case 'clear':
        void this.clear();
        return true;
      case 'open':
        this.open();
        return true;
      case 'all':
        this.#select(0, this.environment.flow.rowCount - 1, undefined);
        return true;
      case 'column':
        this.#select(0, this.environment.flow.rowCount - 1, place.column);
        return true;
      case 'row':
        this.#select(place.index, place.index, undefined);
        return true;
      case 'space':
        if (column?.editor === 'flag') {
          this.toggleFlag();
          return true;
        }
        return false;
      case 'escape':
        if (this.#state.range || this.#state.error) {
          this.#set({ range: undefined, error: undefined });
          return true;
        }
        return false;
      case 'step':
        return false;
    }
  }

  #select(from: number, to: number, column: string | undefined): void {
    const first = column ?? this.#columns[0]?.key;
    const last = column ?? this.#columns.at(-1)?.key;
    if (first !== undefined && last !== undefined) {
      const ground = this.#ground;
      this.#set({ range: { anchor: cellAt(ground, from, first), head: cellAt(ground, to, last) } });
    }
  }

  // Steps

  #step(step: Step, extending: boolean): boolean {
    const { place } = this.#state;
    if (!place) {
      return false;
    }
    if (place.kind === 'group' && (step === 'start' || step === 'end')) {
      const group = this.environment.flow.groups.find((one) => one.key === place.key);
      if (group && group.collapsed === (step === 'end')) {
        this.environment.props.onToggleGroup?.(group.key);
      }
      return true;
    }
    if (extending && place.kind === 'cell') {
      const { anchor, head } = this.#state.range ?? { anchor: place, head: place };
      const end = extend(this.#ground, step, head);
      this.#set({ range: { anchor, head: end } });
      this.surface?.reveal(end);
      return true;
    }
    const next = walk(this.#ground, step, place);
    this.go(next);
    return next !== undefined || (step !== 'next' && step !== 'previous');
  }

  // Editing

  activeRow(): Row | undefined {
    const { place } = this.#state;
    return place?.kind === 'cell' ? this.environment.props.rows.get(place.index) : undefined;
  }

  /** Whether the active cell takes an editor. */
  isEditable(): boolean {
    const { place } = this.#state;
    const row = this.activeRow();
    const column = place ? this.column(place.column) : undefined;
    const { props } = this.environment;
    return (
      row !== undefined &&
      column !== undefined &&
      props.onCommit !== undefined &&
      !props.readOnly &&
      column.editor !== 'none' &&
      !column.readOnly?.(row)
    );
  }

  #refuse(): void {
    const { place } = this.#state;
    if (place?.kind === 'cell' && place.rowId !== undefined) {
      this.environment.props.onReadOnly?.(place.rowId, place.column);
    }
  }

  open(): void {
    const row = this.activeRow();
    if (row !== undefined) {
      this.environment.props.onOpen?.(row);
    }
  }

  /** Begins to edit: with the text of the cell, or, typed, in its place. */
  startEdit(typed?: string): boolean {
    const { place } = this.#state;
    const row = this.activeRow();
    const column = place ? this.column(place.column) : undefined;
    if (!row || !column || column.editor === 'flag' || !this.isEditable()) {
      this.#refuse();
      return false;
    }
    const { strings, announce, props } = this.environment;
    const session = openSession(
      {
        strings,
        changed: () => this.#drawSession(),
        say: (words) => announce(words),
        understandDate: props.understandDate,
        suggest: props.suggest,
      },
      column,
      row,
      typed,
    );
    session.caret = typed === undefined;
    this.#set({ session, range: undefined, error: undefined });
    return true;
  }

  #drawSession(): void {
    this.#set({ revision: this.#state.revision + 1 });
  }

  cancel(): void {
    this.#queue = [];
    this.#set({ session: undefined });
    this.surface?.focusPlace();
  }

  /** Keeps what the editor holds and goes on; false if it was refused and the editor stays. */
  async commit(direction: Direction): Promise<boolean> {
    const { session, place } = this.#state;
    if (!session || place?.kind !== 'cell') {
      return true;
    }
    if (session.pending) {
      return false;
    }
    const outcome = session.resolve();
    if (!(outcome instanceof Promise)) {
      return outcome.ok && !outcome.changed
        ? this.#done(direction)
        : this.#keep(session, place, direction, outcome);
    }
    session.pending = true;
    this.#drawSession();
    return this.#keep(session, place, direction, await outcome);
  }

  async #keep(
    session: Session,
    place: CellPlace,
    direction: Direction,
    outcome: Resolution,
  ): Promise<boolean> {
    const { props, strings } = this.environment;
    const mine = (): boolean => this.#state.session === session;
    if (!outcome.ok) {
      return this.#failed(session, outcome.message);
    }
    if (outcome.changed && place.rowId !== undefined && props.onCommit) {
      session.pending = true;
      this.#drawSession();
      try {
        await props.onCommit(place.rowId, place.column, outcome.value, { typed: outcome.typed });
      } catch (reason) {
        return this.#failed(session, messageOf(reason, strings));
      }
    }
    session.pending = false;
    return mine() ? this.#done(direction) : true;
  }

  #failed(session: Session, message: string): false {
    session.pending = false;
    session.error = message;
    this.#queue = [];
    this.environment.announce(message, 'assertive');
    this.#drawSession();
    return false;
  }

  #done(direction: Direction): true {
    this.#set({ session: undefined });
    this.#move(direction);
    this.#drain();
    return true;
  }

  #move(direction: Direction): void {
    const { place } = this.#state;
    if (place?.kind !== 'cell' || direction === 'stay') {
      return;
    }
    const ground = this.#ground;
    this.go(
      direction === 'left' || direction === 'right'
        ? beside(ground, direction === 'right' ? 1 : -1, place)
        : vertically(ground, direction === 'down' ? 1 : -1, place),
    );
  }

  /** Keys and text that came while a commit was under way, in their order. */
  #drain(): void {
    while (this.#queue.length > 0 && !this.#state.session?.pending) {
      const next = this.#queue.shift();
      if (next && 'key' in next) {
        this.key(next.key);
      } else if (next) {
        const { session } = this.#state;
        if (session) {
          session.setText(session.text + next.text);
        } else {
          this.startEdit(next.text);
        }
      }
    }
  }

  // Cells without an editor

  toggleFlag(): void {
    const { place } = this.#state;
    const row = this.activeRow();
    if (row === undefined || place?.kind !== 'cell' || !this.isEditable()) {
      this.#refuse();
      return;
    }
    void this.#keepQuietly(place, this.column(place.column)?.value?.(row) !== true);
  }

  async #keepQuietly(place: CellPlace, value: CellValue, typed = ''): Promise<void> {
    const { props, strings, announce } = this.environment;
    if (place.rowId === undefined || !props.onCommit) {
      return;
    }
    try {
      await props.onCommit(place.rowId, place.column, value, { typed });
      this.#set({ error: undefined });
    } catch (reason) {
      const message = messageOf(reason, strings);
      announce(message, 'assertive');
      this.#set({ error: message });
    }
  }

  /** Empties the active cell or the range. */
  async clear(): Promise<void> {
    const { place, range } = this.#state;
    const { props, strings, announce } = this.environment;
    const selected = this.range();
    if (place?.kind !== 'cell' || !selected) {
      return;
    }
    if (range === undefined) {
      const column = this.column(place.column);
      if (this.isEditable()) {
        await this.#keepQuietly(
          place,
          column?.editor === 'flag' ? false : column?.editor === 'set' ? [] : null,
        );
      } else {
        this.#refuse();
      }
      return;
    }
    const { onClear, onCommit } = props;
    if (props.readOnly || !(onClear ?? onCommit)) {
      this.#refuse();
      return;
    }
    try {
      await (onClear ? onClear(selected) : this.#clearEach(selected));
    } catch (reason) {
      const message = messageOf(reason, strings);
      announce(message, 'assertive');
      this.#set({ error: message });
    }
  }

  /** Cell by cell, where there is no operation for all. */
  async #clearEach(selected: GridRange): Promise<void> {
    const { props, flow } = this.environment;
    for (let index = selected.from; index <= selected.to; index += 1) {
      const row = props.rows.get(index);
      const columns = this.#columns.filter((column) => selected.columns.includes(column.key));
      for (const column of flow.lineOfRow(index) === undefined ? [] : columns) {
        if (
          row !== undefined &&
          column.editor !== 'none' &&
          !column.readOnly?.(row) &&
          column.text(row) !== ''
        ) {
          await props.onCommit?.(props.rowId(row), column.key, emptyOf(column.editor), { typed: '' });
        }
      }
    }
  }

  /** A single cell pasted into a single cell: kept at once where text is text, else put into the editor to be decided. */
  pasteSingle(text: string): void {
    const { place } = this.#state;
    const column = place ? this.column(place.column) : undefined;
    if (place?.kind !== 'cell' || !column || !this.isEditable() || column.editor === 'flag') {
      this.#refuse();
      return;
    }
    if (column.editor === 'text' || column.editor === 'long') {
      const bare = column.editor === 'long' ? text.trimEnd() : text.replace(/\s*\n\s*/g, ' ').trim();
      void this.#keepQuietly(place, bare === '' ? null : bare, text);
    } else {
      this.startEdit(text.trim());
    }
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

  /** A double click. */
  editOrOpen(): void {
    const { place, session } = this.#state;
    if (session || place?.kind !== 'cell') {
      return;
    }
    if (this.column(place.column)?.editor === 'none') {
      this.open();
    } else {
      this.startEdit();
    }
  }

  hasRange(): boolean {
    return this.#state.range !== undefined;
  }
}

function emptyOf(editor: EditorKind | undefined): CellValue {
  return editor === 'flag' ? false : editor === 'set' ? [] : null;
}

function idOf(place: Place | undefined): string | number | undefined {
  return place?.kind === 'cell'
    ? (place.rowId ?? place.index)
    : place?.kind === 'group'
      ? place.key
      : undefined;
}
