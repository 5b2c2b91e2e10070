/**
 * One sitting in one cell: what is being typed, what it would mean, what could be chosen. Plain objects, so that a key that
 * arrives before React has drawn meets the right state.
 */
import type { KitStrings } from '../strings.tsx';
import { restoreSigns, showSigns } from '../hidden-signs.ts';
import type { KeyInfo } from './keys.ts';
import { readNumber } from './numbers.ts';
import type { CellValue, DateReading, GridColumn, GridOption } from './types.ts';

export type Resolution =
  | { ok: true; changed: boolean; value: CellValue; typed: string }
  | { ok: false; message: string };

export interface SessionHost {
  strings: KitStrings;
  /** Something to draw has changed. */
  changed(): void;
  say(words: string): void;
  understandDate?: (text: string) => Promise<DateReading>;
  suggest?: (columnKey: string, text: string) => Promise<readonly GridOption[]>;
}

export interface SessionStart {
  /** The text as it was. */
  before: string;
  /** The text that editing begins with. */
  text: string;
}

export abstract class Session {
  text: string;
  /** Goes up when the text changes by other means than typing: the text area follows. */
  revision = 0;
  /** The arrow keys move the caret, not the cell. */
  caret = false;
  /** It begins with all of its text selected. */
  over = false;
  pending = false;
  error: string | undefined;
  /** Alt+Enter makes a new line. */
  readonly multiline: boolean = false;
  protected readonly before: string;

  constructor(
    protected readonly host: SessionHost,
    start: SessionStart,
  ) {
    this.before = start.before;
    this.text = start.text;
  }

  /** Typed, pasted or composed into the text area. */
  input(text: string): void {
    this.text = text;
    this.error = undefined;
    this.host.changed();
  }

  setText(text: string): void {
    this.revision += 1;
    this.input(text);
  }

  /** A key that this editor takes for itself. */
  key(_info: KeyInfo): boolean {
    return false;
  }

  abstract resolve(): Resolution | Promise<Resolution>;

  protected kept(value: CellValue, changed: boolean): Resolution {
    return { ok: true, value, changed, typed: this.text };
  }
}

export class TextSession extends Session {
  constructor(
    host: SessionHost,
    start: SessionStart,
    override readonly multiline: boolean,
  ) {
    super(host, { ...start, text: showSigns(start.text) });
  }

  /** What is pasted may hold signs that nobody sees: they are shown, as those are that were there. */
  override input(text: string): void {
    const shown = showSigns(text);
    if (shown === text) {
      super.input(text);
    } else {
      this.revision += 1;
      super.input(shown);
    }
  }

  resolve(): Resolution {
    const line = this.multiline ? this.text.trimEnd() : this.text.replace(/\s*\n\s*/g, ' ').trim();
    const text = restoreSigns(line);
    return this.kept(text === '' ? null : text, text !== this.before);
  }
}

export class NumberSession extends Session {
  resolve(): Resolution {
    const text = this.text.trim();
    if (text === '' || text === this.before.trim()) {
      return this.kept(null, text !== this.before.trim());
    }
    const reading = readNumber(text);
    switch (reading.kind) {
      case 'number':
        return this.kept(reading.value, true);
      case 'ambiguous':
        return { ok: false, message: this.host.strings.ambiguousNumber() };
      case 'none':
        return { ok: false, message: this.host.strings.notANumber() };
    }
  }
}

/** A session with a list below the cell: one entry may be highlighted. */
export abstract class ChoosingSession extends Session {
  highlight = -1;
  abstract get entries(): readonly GridOption[];
  abstract isChosen(option: GridOption): boolean;
  /** Picked with the mouse; answers whether the sitting is over. */
  abstract pick(index: number): boolean;

  protected step(by: 1 | -1): void {
    const count = this.entries.length;
    if (count > 0) {
      this.highlight = this.highlight < 0 ? (by > 0 ? 0 : count - 1) : (this.highlight + by + count) % count;
      this.host.changed();
    }
  }

  override key(info: KeyInfo): boolean {
    if (info.ctrl || info.alt || info.shift || (info.key !== 'ArrowDown' && info.key !== 'ArrowUp')) {
      return false;
    }
    this.step(info.key === 'ArrowDown' ? 1 : -1);
    return true;
  }
}

/** Choices, references and sets: options come at once or by and by; typing narrows them. */
export abstract class ListSession<Row> extends ChoosingSession {
  options: readonly GridOption[] = [];
  loading = false;
  /** Something was typed. */
  protected touched = false;
  /** The highlight was put there with the arrow keys. */
  protected aimed = false;
  #asked = 0;
  #arrival: Promise<void> = Promise.resolve();

  constructor(
    host: SessionHost,
    start: SessionStart,
    protected readonly column: GridColumn<Row>,
    protected readonly row: Row,
  ) {
    super(host, start);
  }

  get entries(): readonly GridOption[] {
    return this.options;
  }

  /** Fetches the options for what is typed now. */
  load(query: string): void {
    this.#asked += 1;
    const asked = this.#asked;
    const local = this.column.options?.(this.row);
    if (local || !this.host.suggest) {
      this.#take(narrow(local ?? [], query), query);
      return;
    }
    this.loading = true;
    this.#arrival = this.host.suggest(this.column.key, query).then(
      (options) => {
        if (asked === this.#asked) {
          this.loading = false;
          this.#take(options, query);
        }
      },
      (reason: unknown) => {
        if (asked === this.#asked) {
          this.loading = false;
          this.error = messageOf(reason, this.host.strings);
          this.#take([], query);
        }
      },
    );
  }

  #take(options: readonly GridOption[], query: string): void {
    this.options = options;
    this.highlight = query.trim() === '' ? this.restingHighlight() : options.length > 0 ? 0 : -1;
    if (query.trim() !== '') {
      this.host.say(this.host.strings.suggestions(options.length));
    }
    this.host.changed();
  }

  /** What is highlighted before anything is typed. */
  protected restingHighlight(): number {
    return this.options.findIndex((option) => this.isChosen(option));
  }

  override input(text: string): void {
    this.touched = true;
    this.aimed = false;
    this.text = text;
    this.error = undefined;
    this.load(text);
    this.host.changed();
  }

  protected override step(by: 1 | -1): void {
    this.aimed = true;
    super.step(by);
  }

  /** Waits for options that are on their way. */
  protected async settled(): Promise<void> {
    while (this.loading) {
      await this.#arrival;
    }
  }
}

/** One of a list: a choice or a reference. */
export class OneSession<Row> extends ListSession<Row> {
  #picked: GridOption | undefined;

  isChosen(option: GridOption): boolean {
    return option.id === (this.column.value?.(this.row) ?? null);
  }

  pick(index: number): boolean {
    this.#picked = this.options[index];
    return this.#picked !== undefined;
  }

  resolve(): Resolution | Promise<Resolution> {
    return this.loading && !this.#picked ? this.settled().then(() => this.#decide()) : this.#decide();
  }

  #decide(): Resolution {
    const before = this.column.value?.(this.row) ?? null;
    const keep = (value: string | null): Resolution => this.kept(value, value !== before);
    if (this.#picked) {
      return keep(this.#picked.id);
    }
    const highlighted = this.options[this.highlight];
    if (this.aimed && highlighted) {
      return keep(highlighted.id);
    }
    if (!this.touched) {
      return this.kept(before, false);
    }
    const text = this.text.trim();
    if (text === '') {
      return keep(null);
    }
    const exact = this.options.find((option) => fold(option.label) === fold(text));
    const meant = highlighted ?? exact;
    return meant ? keep(meant.id) : { ok: false, message: this.host.strings.notAmongChoices() };
  }
}

/** Several of a list. */
export class SetSession<Row> extends ListSession<Row> {
  items: readonly GridOption[];
  readonly #initial: readonly GridOption[];

  constructor(host: SessionHost, start: SessionStart, column: GridColumn<Row>, row: Row) {
    super(host, start, column, row);
    this.#initial = column.items?.(row) ?? [];
    this.items = this.#initial;
  }

  /** Nothing: Enter then keeps the set as it is, and takes nothing out of it. */
  protected override restingHighlight(): number {
    return -1;
  }

  isChosen(option: GridOption): boolean {
    return this.items.some((item) => item.id === option.id);
  }

  toggle(option: GridOption): void {
    this.items = this.isChosen(option)
      ? this.items.filter((item) => item.id !== option.id)
      : [...this.items, option];
    this.setText('');
    this.highlight = -1;
    this.host.changed();
  }

  pick(index: number): boolean {
    const option = this.options[index];
    if (option) {
      this.toggle(option);
    }
    return false;
  }

  override key(info: KeyInfo): boolean {
    if (info.key === 'Enter' && !info.ctrl && !info.shift && !info.alt && !this.loading) {
      const option = this.options[this.highlight];
      if (option) {
        this.toggle(option);
        return true;
      }
    }
    if (info.key === 'Backspace' && this.text === '' && this.items.length > 0) {
      this.items = this.items.slice(0, -1);
      this.host.changed();
      return true;
    }
    return super.key(info);
  }

  resolve(): Resolution | Promise<Resolution> {
    return this.loading ? this.settled().then(() => this.#decide()) : this.#decide();
  }

  #decide(): Resolution {
    const text = this.text.trim();
    let items = this.items;
    if (text !== '') {
      const option =
        this.options[this.highlight] ?? (this.column.freeText ? { id: text, label: text } : undefined);
      if (!option) {
        return { ok: false, message: this.host.strings.notAmongChoices() };
      }
      items = this.isChosen(option) ? items : [...items, option];
    }
    const ids = items.map((item) => item.id);
    const same = ids.length === this.#initial.length && this.#initial.every((item) => ids.includes(item.id));
    return this.kept(ids, !same);
  }
}

/** A date in words: what is understood stands below the cell; two meanings are asked about. */
export class DateSession extends ChoosingSession {
  reading: DateReading | undefined;
  #asked = 0;
  #arrival: Promise<void> = Promise.resolve();
  #picked: number | undefined;

  get entries(): readonly GridOption[] {
    return (this.reading?.alternatives ?? []).map((one) => ({ id: one.value, label: one.words }));
  }

  isChosen(): boolean {
    return false;
  }

  pick(index: number): boolean {
    this.#picked = index;
    return true;
  }

  override input(text: string): void {
    super.input(text);
    this.read();
  }

  read(): void {
    this.#asked += 1;
    const asked = this.#asked;
    this.highlight = -1;
    if (this.text.trim() === '' || !this.host.understandDate) {
      this.reading = undefined;
      return;
    }
    this.#arrival = this.host.understandDate(this.text.trim()).then(
      (reading) => {
        if (asked === this.#asked) {
          this.reading = reading;
          this.host.say(reading.ok ? this.host.strings.understoodAs(reading.words) : reading.words);
          this.host.changed();
        }
      },
      (reason: unknown) => {
        if (asked === this.#asked) {
          this.reading = { ok: false, words: messageOf(reason, this.host.strings), alternatives: [] };
          this.host.changed();
        }
      },
    );
  }

  resolve(): Resolution | Promise<Resolution> {
    const text = this.text.trim();
    if (text === '' || text === this.before.trim()) {
      return this.kept(null, text !== this.before.trim());
    }
    return this.host.understandDate ? this.#settle(text) : this.kept(text, true);
  }

  async #settle(text: string): Promise<Resolution> {
    let asked: number;
    do {
      asked = this.#asked;
      await this.#arrival;
    } while (asked !== this.#asked);
    const reading = this.reading;
    if (!reading || reading.ok) {
      return this.kept(reading?.value ?? text, true);
    }
    const chosen = reading.alternatives[this.#picked ?? this.highlight];
    if (chosen) {
      return this.kept(chosen.value, true);
    }
    const message = reading.alternatives.length > 0 ? this.host.strings.chooseReading() : reading.words;
    return { ok: false, message };
  }
}

export function messageOf(reason: unknown, strings: KitStrings): string {
  return reason instanceof Error && reason.message !== '' ? reason.message : strings.commitFailed();
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}

/** Options whose label begins with the text, then those that contain it. */
export function narrow(options: readonly GridOption[], query: string): readonly GridOption[] {
  const wanted = fold(query);
  if (wanted === '') {
    return options;
  }
  const begins = options.filter((option) => fold(option.label).startsWith(wanted));
  const contains = options.filter(
    (option) => !begins.includes(option) && fold(`${option.label} ${option.hint ?? ''}`).includes(wanted),
  );
  return [...begins, ...contains];
}

/** A session for a column, ready to be drawn. */
export function openSession<Row>(
  host: SessionHost,
  column: GridColumn<Row>,
  row: Row,
  typed: string | undefined,
): Session {
  const before = (column.editText ?? column.text)(row);
  const start = { before, text: typed ?? before };
  switch (column.editor) {
    case 'number':
      return new NumberSession(host, start);
    case 'date': {
      const session = new DateSession(host, start);
      if (typed !== undefined) {
        session.read();
      }
      return session;
    }
    case 'choice':
    case 'reference': {
      const session = new OneSession(host, start, column, row);
      open(session, typed);
      return session;
    }
    case 'set': {
      const session = new SetSession(host, { before: '', text: typed ?? '' }, column, row);
      open(session, typed);
      return session;
    }
    default:
      return new TextSession(host, start, column.editor === 'long');
  }
}

function open<Row>(session: ListSession<Row>, typed: string | undefined): void {
  if (typed === undefined) {
    session.load('');
  } else {
    session.input(typed);
  }
}
