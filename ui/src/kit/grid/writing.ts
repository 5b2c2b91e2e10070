/** Editing in a grid: beginning, keeping, refusing, and what needs no editor (flags, deletions, single pastes). */
import type { KeyInfo } from './keys.ts';
import { beside, type CellPlace, vertically } from './places.ts';
import { messageOf, openSession, type Resolution, type Session } from './sessions.ts';
import { GridStanding } from './standing.ts';
import type { CellValue, EditorKind, GridAhead, GridRange } from './types.ts';

/** Where a commit goes on to. `right` is towards the end of the line of reading. */
export type Direction = 'down' | 'up' | 'right' | 'left' | 'stay';

/** Goes to where the pointer or a link sent the keys. */
type Landing = () => void;

type Queued = GridAhead | { landing: Landing };

export abstract class GridWriting<Row> extends GridStanding<Row> {
  /** The newest commit, over or not. */
  #running: Promise<boolean> | undefined;

  protected queue: Queued[] = [];

  /** The cell that the queue is for, while its row is being read. */
  #awaited: CellPlace | undefined;

  abstract key(info: KeyInfo): boolean;

  /** What is being typed is kept before one goes elsewhere; refused, one stays. */
  override goToRow(rowId: string, near?: number, columnKey?: string): boolean {
    if (!this.state.session) {
      return super.goToRow(rowId, near, columnKey);
    }
    this.leaveFor(() => super.goToRow(rowId, near, columnKey));
    return true;
  }

  /** Keeps what the editor holds, then goes there; refused, it stays. What is typed meanwhile belongs to where it goes. */
  protected leaveFor(landing: Landing): void {
    if (this.state.session?.pending) {
      this.queue.push({ landing });
    } else {
      void this.#begin(landing);
    }
  }

  activeRow(): Row | undefined {
    const { place } = this.state;
    return place?.kind === 'cell' ? this.environment.props.rows.get(place.index) : undefined;
  }

  /** Whether the active cell takes an editor; of a row that is being read anew, as far as is known. */
  isEditable(): boolean {
    const { place } = this.state;
    const row = this.activeRow();
    const column = place ? this.column(place.column) : undefined;
    const { props } = this.environment;
    return (
      column !== undefined &&
      props.onCommit !== undefined &&
      !props.readOnly &&
      column.editor !== 'none' &&
      (row === undefined ? this.#isKnown() : !column.readOnly?.(row))
    );
  }

  /** It is known which row the active cell is in, and nothing of that row is there: it is being read anew. */
  isAwaited(): boolean {
    return this.state.session === undefined && this.activeRow() === undefined && this.#isKnown();
  }

  #isKnown(): boolean {
    const { place } = this.state;
    return place?.kind === 'cell' && place.rowId !== undefined;
  }

  /** Something waits for the row of the active cell. */
  protected isWaitedFor(): boolean {
    return this.#isHere(this.#awaited);
  }

  /** What comes before the row is there, is done when it is. */
  protected hold(ahead: GridAhead): void {
    const { place } = this.state;
    if (!this.isWaitedFor()) {
      // What was meant for another cell is not done in this one.
      this.queue = [];
    }
    this.#awaited = place?.kind === 'cell' ? place : undefined;
    this.queue.push(ahead);
  }

  protected letGo(): void {
    this.queue = [];
    this.#awaited = undefined;
  }

  override settle(): void {
    super.settle();
    if (this.#awaited && !this.isAwaited()) {
      const isHere = this.isWaitedFor() && !this.state.session;
      this.#awaited = undefined;
      if (isHere) {
        this.#drain();
      } else if (!this.state.session) {
        this.queue = [];
      }
    }
  }

  #isHere(cell: CellPlace | undefined): boolean {
    const { place } = this.state;
    return place?.kind === 'cell' && cell?.rowId === place.rowId && cell?.column === place.column;
  }

  /** Somebody tried to change what is not typed into: whoever owns the grid answers, or says why not. */
  protected refuse(typed: string | undefined): void {
    const { place } = this.state;
    const { props, announce } = this.environment;
    if (place?.kind === 'cell' && place.rowId !== undefined) {
      const note = props.onReadOnly?.(place.rowId, place.column, typed);
      if (note !== undefined) {
        announce(note);
      }
      this.set({ note });
    }
  }

  refuseTyping(typed: string): void {
    const { place } = this.state;
    if (place && this.column(place.column)?.editor !== 'flag') {
      this.refuse(typed);
    }
  }

  open(columnKey?: string): void {
    const row = this.activeRow();
    if (row !== undefined) {
      this.environment.props.onOpen?.(row, columnKey);
    }
  }

  isEditing(): boolean {
    return this.state.session !== undefined;
  }

  /** Begins to edit: with the text of the cell, or, typed, in its place; `over`: all of it is selected, to be typed over. */
  startEdit(typed?: string, over = false): boolean {
    const { place } = this.state;
    const row = this.activeRow();
    const column = place ? this.column(place.column) : undefined;
    if (this.isAwaited() && this.isEditable()) {
      if (typed !== undefined && typed !== '') {
        this.hold({ text: typed });
      }
      return false;
    }
    if (!row || !column || column.editor === 'flag' || !this.isEditable()) {
      this.refuse(typed ?? '');
      return false;
    }
    const { strings, announce, props } = this.environment;
    const session = openSession(
      {
        strings,
        changed: () => this.drawSession(),
        say: (words) => announce(words),
        understandDate: props.understandDate,
        suggest: props.suggest,
      },
      column,
      row,
      typed,
    );
    session.caret = typed === undefined;
    session.over = over;
    props.onEditStart?.(row, column.key);
    this.set({ session, range: undefined, error: undefined, note: undefined, cut: undefined });
    return true;
  }

  /** What was typed before this cell was there; into another cell it does not go. */
  typeAhead(rowId: string, columnKey: string, ahead: readonly GridAhead[]): boolean {
    const { place, session } = this.state;
    const here =
      place?.kind === 'cell' && place.rowId === rowId && place.column === columnKey && session !== undefined;
    if (!here || session.pending) {
      return false;
    }
    this.queue.push(...ahead);
    this.#drain();
    return true;
  }

  protected drawSession(): void {
    this.set({ revision: this.state.revision + 1 });
  }

  cancel(): void {
    this.queue = [];
    this.set({ session: undefined });
    this.surface?.focusPlace();
  }

  /** Keeps what the editor holds, and waits for what is being kept already; false as for `commit`. */
  finish(): Promise<boolean> {
    return this.state.session?.pending && this.#running ? this.#running : this.commit('stay');
  }

  /** Keeps what the editor holds and goes on; false if it was refused and the editor stays. */
  commit(direction: Direction): Promise<boolean> {
    return this.state.session?.pending ? Promise.resolve(false) : this.#begin(direction);
  }

  #begin(target: Direction | Landing): Promise<boolean> {
    this.#running = this.#commit(target);
    return this.#running;
  }

  async #commit(target: Direction | Landing): Promise<boolean> {
    const { session, place } = this.state;
    if (!session || place?.kind !== 'cell') {
      if (typeof target === 'function') {
        target();
      }
      return true;
    }
    const outcome = session.resolve();
    if (!(outcome instanceof Promise)) {
      return outcome.ok && !outcome.changed
        ? this.#done(target, place)
        : this.#keep(session, place, target, outcome);
    }
    session.pending = true;
    this.drawSession();
    return this.#keep(session, place, target, await outcome);
  }

  async #keep(
    session: Session,
    place: CellPlace,
    target: Direction | Landing,
    outcome: Resolution,
  ): Promise<boolean> {
    const { props, strings } = this.environment;
    const mine = (): boolean => this.state.session === session;
    if (!outcome.ok) {
      return this.#failed(session, outcome.message);
    }
    if (outcome.changed && place.rowId !== undefined && props.onCommit) {
      session.pending = true;
      this.drawSession();
      try {
        await props.onCommit(place.rowId, place.column, outcome.value, { typed: outcome.typed });
      } catch (reason) {
        return this.#failed(session, messageOf(reason, strings));
      }
    }
    session.pending = false;
    return mine() ? this.#done(target, place) : true;
  }

  #failed(session: Session, message: string): false {
    session.pending = false;
    session.error = message;
    this.queue = [];
    this.environment.announce(message, 'assertive');
    this.drawSession();
    return false;
  }

  #done(target: Direction | Landing, before: CellPlace): true {
    this.set({ session: undefined });
    if (typeof target === 'function') {
      target();
    } else {
      this.#move(this.#goesOn(target, before) ? target : 'stay');
    }
    this.#drain();
    return true;
  }

  /** What was kept may have sorted the row elsewhere, or hidden it: the next row is then not the one that was meant. */
  #goesOn(direction: Direction, before: CellPlace): boolean {
    const { place } = this.state;
    const same = place?.kind === 'cell' && (before.rowId === undefined || place.rowId === before.rowId);
    return same && (direction === 'left' || direction === 'right' || place.index === before.index);
  }

  #move(direction: Direction): void {
    const { place } = this.state;
    if (place?.kind !== 'cell') {
      return;
    }
    if (direction === 'stay') {
      // Whoever sent it elsewhere wants to see where.
      this.surface?.reveal(place);
      return;
    }
    const ground = this.ground;
    this.go(
      direction === 'left' || direction === 'right'
        ? beside(ground, direction === 'right' ? 1 : -1, place)
        : vertically(ground, direction === 'down' ? 1 : -1, place),
    );
  }

  /** What came while a commit was under way, in its order. */
  #drain(): void {
    while (this.queue.length > 0 && !this.state.session?.pending && !this.isAwaited()) {
      const next = this.queue.shift();
      if (next && 'key' in next) {
        this.key(next.key);
      } else if (next && 'landing' in next) {
        this.leaveFor(next.landing);
      } else if (next) {
        const { session } = this.state;
        if (session) {
          const before = session.over ? '' : session.text;
          session.over = false;
          session.setText(before + next.text);
        } else {
          this.startEdit(next.text);
        }
      }
    }
    const { place } = this.state;
    this.#awaited = this.queue.length > 0 && this.isAwaited() && place?.kind === 'cell' ? place : undefined;
  }

  // Cells without an editor

  toggleFlag(): void {
    const { place } = this.state;
    const row = this.activeRow();
    if (row === undefined || place?.kind !== 'cell' || !this.isEditable()) {
      this.refuse('');
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
      this.set({ error: undefined });
    } catch (reason) {
      const message = messageOf(reason, strings);
      announce(message, 'assertive');
      this.set({ error: message });
    }
  }

  /** Empties the active cell or the range. */
  async clear(): Promise<void> {
    const { place, range } = this.state;
    const { props, strings, announce } = this.environment;
    const selected = this.range();
    if (place?.kind !== 'cell' || !selected || this.isAwaited()) {
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
        this.refuse(undefined);
      }
      return;
    }
    const { onClear, onCommit } = props;
    if (props.readOnly || !(onClear ?? onCommit)) {
      this.refuse(undefined);
      return;
    }
    try {
      await (onClear ? onClear(selected) : this.#clearEach(selected));
    } catch (reason) {
      const message = messageOf(reason, strings);
      announce(message, 'assertive');
      this.set({ error: message });
    }
  }

  /** Cell by cell, where there is no operation for all. */
  async #clearEach(selected: GridRange): Promise<void> {
    const { props, flow } = this.environment;
    for (let index = selected.from; index <= selected.to; index += 1) {
      const row = props.rows.get(index);
      const columns = this.shown.filter((column) => selected.columns.includes(column.key));
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
    const { place } = this.state;
    const column = place ? this.column(place.column) : undefined;
    if (this.isAwaited() && this.isEditable()) {
      this.hold({ text: text.trim() });
      return;
    }
    if (place?.kind !== 'cell' || !column || !this.isEditable() || column.editor === 'flag') {
      this.refuse(text.trim());
      return;
    }
    if (column.editor === 'text' || column.editor === 'long') {
      const bare = column.editor === 'long' ? text.trimEnd() : text.replace(/\s*\n\s*/g, ' ').trim();
      void this.#keepQuietly(place, bare === '' ? null : bare, text);
    } else {
      this.startEdit(text.trim());
    }
  }
}

function emptyOf(editor: EditorKind | undefined): CellValue {
  return editor === 'flag' ? false : editor === 'set' ? [] : null;
}
