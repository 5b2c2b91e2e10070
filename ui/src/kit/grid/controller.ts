/** The grid's answers to keys and to the mouse. */
import { LEAST } from './fit.ts';
import { type IdleAction, idleAction, isOfWindow, type KeyInfo, logical, type Step } from './keys.ts';
import { type CellPlace, cellAt, extend, type Place, walk } from './places.ts';
import type { Session } from './sessions.ts';
import type { GridColumn, GridRange } from './types.ts';
import { type Direction, GridWriting } from './writing.ts';

/** Pixels by which a key makes a column wider. */
const STEP = 16;

/** What needs the row of the active cell. */
const ON_A_ROW: ReadonlySet<IdleAction['do']> = new Set([
  'edit',
  'enter',
  'overwrite',
  'today',
  'clear',
  'open',
  'space',
]);

export class GridController<Row> extends GridWriting<Row> {
  /** Tab leaves the grid: set by Escape, ended by any other key. */
  #leaving = false;

  /** A key, while nothing is being composed. True: it was the grid's, and the browser must not act on it. */
  key(info: KeyInfo): boolean {
    const { session } = this.state;
    if (session?.pending) {
      const printable = info.key.length === 1 && !info.ctrl && !info.alt;
      if (isOfWindow(info, this.surface?.mirrored() ?? false)) {
        // Held back it would be lost. What it asks for waits for the commit by itself.
        return false;
      }
      if (info.ctrl && !info.alt && /^[cvx]$/i.test(info.key)) {
        return this.#clips(info.key.toLowerCase());
      }
      if (!printable) {
        this.queue.push({ key: info });
      }
      return !printable;
    }
    if (this.isAwaited() && this.#holds(info)) {
      return true;
    }
    return session ? this.#editingKey(session, info) : this.#idleKey(info);
  }

  /**
   * The clipboard while something is being kept. What is to be copied or cut is where the keys go then; a paste brings its
   * content at once, and waits with it.
   */
  #clips(key: string): boolean {
    if (key !== 'v') {
      this.leaveFor(() => this.surface?.clip(key === 'x' ? 'cut' : 'copy'));
    }
    return key !== 'v';
  }

  /** Does it when what is being kept is kept; false: nothing is. */
  afterKeeping(work: () => void): boolean {
    if (!this.state.session?.pending) {
      return false;
    }
    this.leaveFor(work);
    return true;
  }

  /** A key that acts on a row that is being read waits for it; and so does what comes after something that waits. */
  #holds(info: KeyInfo): boolean {
    const action = idleAction(info, this.surface?.mirrored() ?? false);
    const waits = this.isWaitedFor();
    if (action?.do === 'escape' && waits) {
      this.letGo();
      return true;
    }
    const { place } = this.state;
    const isText = action?.do === 'space' && place && this.column(place.column)?.editor !== 'flag';
    if (!action || isText || action.do === 'escape' || (!waits && !ON_A_ROW.has(action.do))) {
      return false;
    }
    this.hold({ key: info });
    return true;
  }

  /** Text that was typed while a commit was under way, or before the row is there; true if it has been taken. */
  heldBack(text: string): boolean {
    if (text !== '' && this.isAwaited() && this.isEditable()) {
      this.hold({ text });
      return true;
    }
    if (!this.state.session?.pending) {
      return false;
    }
    this.queue.push({ text });
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
      this.drawSession();
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
    const { place } = this.state;
    const leaving = this.#leaving;
    this.#leaving = action?.do === 'escape' && !this.#hasSaid();
    if (place?.kind === 'head' && info.alt && !info.ctrl) {
      return this.#headKey(place.column, info);
    }
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

  /**
   * Alt and the arrows move a column, with Shift they make it wider or narrower, and down fits it to what is in it; Alt and down
   * opens its menu.
   */
  #headKey(key: string, info: KeyInfo): boolean {
    const { props, strings, announce } = this.environment;
    const side = logical(info.key, this.surface?.mirrored() ?? false);
    const column = this.column(key);
    if (info.key === 'ArrowDown' && info.shift && column && props.onColumnFit) {
      props.onColumnFit([key]);
      announce(strings.columnSized(column.label));
      return true;
    }
    if (info.key === 'ArrowDown' && props.headMenu) {
      this.surface?.openHeadMenu(key);
      return true;
    }
    if (!side || !column) {
      return false;
    }
    if (info.shift) {
      props.onColumnResize?.(key, Math.max(LEAST, column.width + (side === 'end' ? STEP : -STEP)));
      announce(strings.columnSized(column.label));
      return true;
    }
    const keys = this.shown.map((one) => one.key);
    const at = keys.indexOf(key) + (side === 'end' ? 2 : -1);
    if (at >= 0 && at <= keys.length && props.onColumnMove) {
      props.onColumnMove(key, keys[at]);
      announce(strings.columnMoved(column.label));
    }
    return true;
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
          this.open(column.key);
        } else {
          this.startEdit();
        }
        return true;
      case 'overwrite':
        this.startEdit('');
        return true;
      case 'today':
        return this.#typeToday(column);
      case 'clear':
        void this.clear();
        return true;
      case 'fillDown':
        return this.#fill('down');
      case 'fillRight':
        return this.#fill('right');
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
        if (this.#hasSaid()) {
          this.set({ range: undefined, error: undefined, note: undefined, cut: undefined });
          return true;
        }
        return false;
      case 'step':
        return false;
    }
  }

  /** Into a cell for a date, or one that has dates among its parts. */
  #typeToday(column: GridColumn<Row> | undefined): boolean {
    const { today } = this.environment.props;
    const takes = today !== undefined && (column?.editor === 'date' || column?.editor === 'none');
    if (takes) {
      this.startEdit(today());
    }
    return takes;
  }

  /** Something is there that Escape takes away. */
  #hasSaid(): boolean {
    const { range, error, note, cut } = this.state;
    return [range, error, note, cut].some((one) => one !== undefined);
  }

  #select(from: number, to: number, column: string | undefined): void {
    const first = column ?? this.shown[0]?.key;
    const last = column ?? this.shown.at(-1)?.key;
    if (first !== undefined && last !== undefined) {
      const ground = this.ground;
      this.set({ range: { anchor: cellAt(ground, from, first), head: cellAt(ground, to, last) } });
    }
  }

  /** The texts of what is selected, row by row; `whole`: all its rows are there. Undefined where nothing can be selected. */
  texts(): { rows: readonly (readonly string[])[]; whole: boolean } | undefined {
    const selected = this.range();
    if (!selected) {
      return undefined;
    }
    const { props, flow } = this.environment;
    const columns = this.shown.filter((column) => selected.columns.includes(column.key));
    const rows: string[][] = [];
    for (let index = selected.from; index <= selected.to; index += 1) {
      if (flow.lineOfRow(index) !== undefined) {
        const row = props.rows.get(index);
        if (row === undefined) {
          return { rows, whole: false };
        }
        rows.push(columns.map((column) => copied(column, row)));
      }
    }
    return { rows, whole: true };
  }

  /** Remembers what was cut; it stays until it is pasted. */
  markCut(text: string): void {
    const range = this.range();
    if (range && !this.environment.props.readOnly) {
      this.set({ cut: { range, text } });
    }
  }

  /** Where a text was cut out, if it was cut out here. */
  takeCut(text: string): GridRange | undefined {
    const { cut } = this.state;
    if (cut === undefined) {
      return undefined;
    }
    const same = cut.text === text.replaceAll('\r\n', '\n').replace(/\n$/, '');
    return same ? cut.range : undefined;
  }

  forgetCut(): void {
    if (this.state.cut) {
      this.set({ cut: undefined });
    }
  }

  /** Says something beside the active cell. */
  tell(note: string): void {
    this.environment.announce(note);
    this.set({ note });
  }

  /** The columns behind the last one of a range. */
  columnsBehind(range: GridRange): readonly string[] {
    const keys = this.shown.map((column) => column.key);
    return keys.slice(keys.indexOf(range.columns.at(-1) ?? '') + 1);
  }

  #fill(direction: 'down' | 'right'): true {
    const { props } = this.environment;
    const range = this.range();
    if (props.readOnly || !props.onFill) {
      this.refuse(undefined);
    } else if (range) {
      const keys = this.shown.map((column) => column.key);
      const before =
        direction === 'right' && range.columns.length === 1
          ? keys[keys.indexOf(range.columns[0] ?? '') - 1]
          : undefined;
      props.onFill({ range, direction, before });
    }
    return true;
  }

  // Steps

  #step(step: Step, extending: boolean): boolean {
    const { place } = this.state;
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
      const { anchor, head } = this.state.range ?? { anchor: place, head: place };
      const end = extend(this.ground, step, head);
      this.set({ range: { anchor, head: end } });
      this.surface?.reveal(end);
      return true;
    }
    const next = walk(this.ground, step, place);
    this.go(next);
    return next !== undefined || (step !== 'next' && step !== 'previous');
  }

  // The mouse

  /** A row is dragged by its grip, and with it the rows that are selected along with it: where they would go is shown. */
  dragRow(from: number, before: number | undefined): void {
    const { moving } = this.state;
    if (moving?.from !== from || moving.before !== before) {
      this.set({ moving: { from, before } });
    }
  }

  /** It is let go of; without a place, nothing is moved. */
  dropRow(isKept: boolean): void {
    const { moving } = this.state;
    this.set({ moving: undefined });
    if (isKept && moving?.before !== undefined) {
      const range = this.range();
      const isAmong = range !== undefined && range.from <= moving.from && moving.from <= range.to;
      const [from, to] = isAmong ? [range.from, range.to] : [moving.from, moving.from];
      this.environment.props.onRowMove?.(from, to, moving.before);
    }
  }

  /** The pointer chose a cell, or pressed its flag. */
  point(place: Place, press: 'choose' | 'extend' | 'flag' = 'choose'): void {
    const land = (): void => {
      this.#choose(place, press === 'extend');
      if (press === 'flag') {
        this.toggleFlag();
      }
    };
    if (this.state.session) {
      this.leaveFor(land);
    } else {
      land();
    }
  }

  #choose(place: Place, extend: boolean): void {
    const active = this.state.place;
    if (extend && place.kind === 'cell' && active?.kind === 'cell') {
      this.set({ range: { anchor: active, head: place }, error: undefined, note: undefined });
    } else {
      this.go(place);
    }
    this.surface?.focusPlace();
  }

  /** A double click. */
  editOrOpen(): void {
    const { place, session } = this.state;
    if (session || place?.kind !== 'cell') {
      return;
    }
    if (this.column(place.column)?.editor === 'none') {
      this.open(place.column);
    } else {
      this.startEdit();
    }
  }
}

/** A cell as it goes to the clipboard: a set so that it can be told apart again. */
function copied<Row>(column: GridColumn<Row>, row: Row): string {
  if (column.copyText) {
    return column.copyText(row);
  }
  const items = column.editor === 'set' ? column.items?.(row) : undefined;
  if (!items || items.length === 0) {
    return column.text(row);
  }
  const labels = items.map(({ label }) => label);
  return labels.join(labels.some((label) => label.includes(',')) ? '; ' : ', ');
}
