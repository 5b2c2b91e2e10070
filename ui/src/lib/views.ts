/**
 * Windows of rows, kept fresh by events. A view shows the count and the rows that are looked at; everything else stays in the
 * core. What is shown stays until what replaces it has arrived; an answer to a question that is no longer asked is dropped.
 */
import type {
  Compared,
  GroupView,
  PlacedRow,
  RowView,
  Source,
  ViewQuery,
  ViewWindow,
} from '@/generated/wire.ts';
import type { Client } from './client.ts';

/** Rows of one fetch: what a window shows, and not much more, because it is waited for at every letter of a filter. */
export const PAGE = 50;
/** Pages that are kept: who scrolls through ten thousand rows does not gather them all. */
export const KEPT = 40;

/** Rows by position, as a grid asks for them. */
export interface RowSource {
  readonly count: number;
  get(index: number): RowView | undefined;
  ensure(from: number, to: number, aside?: number): void;
  idAt(index: number): string | undefined;
  indexOf(id: string): number | undefined;
}

export interface ViewState {
  /** False until the first rows are there. */
  loaded: boolean;
  rows: RowSource;
  groups: readonly GroupView[];
  count: number;
  /** Rows without filters. */
  total: number;
  /** What became of the rows since the state that they are compared with; none: nothing is compared. */
  compared: Compared | undefined;
  /** The newest step that these rows know of. */
  op: number;
  /** Why they could not be fetched. */
  error: unknown;
}

export interface ViewShape {
  kind: string;
  /** The moment that it shows; without one, the moment that the window looks at. */
  source?: Source;
  /** Fields to fetch. */
  fields: readonly string[];
}

type Pages = ReadonlyMap<number, readonly RowView[]>;

export const EVERYTHING: ViewQuery = { text: '', filters: [], sort: [], group: null };

export class RowsView {
  #state: ViewState;
  #pages: Pages = new Map();
  #query: ViewQuery;
  #fields: readonly string[];
  /** Positions that are looked at. */
  #seen: readonly [from: number, to: number] = [0, PAGE - 1];
  /** The page of the anchor, where it is needed and out of sight. */
  #aside: number | undefined;
  /** A row whose position is kept known, wherever it goes. */
  #anchor: string | undefined;
  /** The anchor of the rows that are shown. */
  #answered: string | undefined;
  /** That row, or the one that stands in its place, where it came by itself. */
  #place: PlacedRow | undefined;
  #asked = new Set<number>();
  /** Goes up with every new set of rows: pages of an older one do not belong to it. */
  #generation = 0;
  #running = false;
  #again = false;
  #closed = false;
  /** Nobody looks at it: what changes is fetched when somebody does again. */
  #hidden = false;
  #stale = false;
  /** Its lines are there, and nothing is said in them. */
  #concealed = false;
  readonly #listeners = new Set<() => void>();
  readonly #leave: (() => void)[];
  #waiting: (() => void)[] = [];

  constructor(
    private readonly client: Client,
    private readonly shape: ViewShape,
    query: ViewQuery = EVERYTHING,
  ) {
    this.#query = query;
    this.#fields = shape.fields;
    this.#state = this.#nothing();
    this.#leave = [
      client.changed.listen((change) => {
        const now = this.#shownSource.at === 'now';
        if (now && change.op > this.#state.op && this.#concerns(change.tables)) {
          this.refresh();
        }
      }),
      client.opened.listen(() => {
        this.#state = this.#hidden ? this.#nothing() : { ...this.#state, op: -1 };
        this.refresh();
      }),
      client.renew.listen(() => this.refresh()),
      client.source.subscribe(() => {
        if (this.shape.source === undefined) {
          this.#state = { ...this.#state, op: -1 };
          this.refresh();
        }
      }),
      client.discreet.subscribe(() => this.#conceal()),
    ];
    this.refresh();
  }

  /** Nothing is known. */
  #nothing(): ViewState {
    this.#pages = new Map();
    this.#place = undefined;
    const rows = this.#source(0);
    return {
      loaded: false,
      rows,
      groups: [],
      count: 0,
      total: 0,
      compared: undefined,
      op: -1,
      error: undefined,
    };
  }

  /** Before an audience nothing is drawn that was read without one: the lines stay, empty, until they have been read anew. */
  #conceal(): void {
    if (this.#isIndiscreet(this.#query)) {
      this.#concealed = true;
      // Pages that are on their way do not belong to it either.
      this.#generation += 1;
      const { rows, groups } = this.#state;
      this.#publish({
        ...this.#state,
        rows: { ...rows, get: () => undefined },
        groups: groups.map((group) => ({ ...group, label: '' })),
      });
      this.refresh();
    }
  }

  #isIndiscreet({ discreet }: ViewQuery): boolean {
    return this.client.discreet.get() && discreet !== true;
  }

  get #shownSource(): Source {
    return this.shape.source ?? this.client.source.get();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): ViewState => this.#state;

  get query(): ViewQuery {
    return this.#query;
  }

  setQuery(query: ViewQuery): void {
    if (JSON.stringify(query) !== JSON.stringify(this.#query)) {
      this.#query = query;
      // As many as the window shows come with the first answer.
      this.#seen = [0, Math.max(PAGE - 1, this.#seen[1] - this.#seen[0])];
      this.#aside = undefined;
      this.refresh();
    }
  }

  setFields(fields: readonly string[]): void {
    const more = fields.some((field) => !this.#fields.includes(field));
    this.#fields = fields;
    if (more) {
      this.refresh();
    }
  }

  /** Where it stands is asked for, unless it is known already that the filters hide it. */
  setAnchor(id: string | undefined): void {
    this.#anchor = id;
    const { loaded, rows } = this.#state;
    if (id !== undefined && loaded && rows.indexOf(id) === undefined && id !== this.#answered) {
      this.refresh();
    }
  }

  /** Whether it is on the screen. Of what is not, changes are fetched when it is shown again. */
  setShown(shown: boolean): void {
    this.#hidden = !shown;
    if (shown && this.#stale) {
      this.refresh();
    }
  }

  /** Fetches again what is looked at. */
  refresh(): void {
    this.#stale = this.#hidden;
    if (this.#hidden) {
      release(this.#waiting);
      this.#waiting = [];
    } else if (this.#running) {
      this.#again = true;
    } else if (!this.#closed) {
      void this.#run();
    }
  }

  /** Resolves when the rows know of a step, or could not be fetched. */
  caughtUp(op: number | null): Promise<void> {
    return op === null || this.#state.op >= op ? Promise.resolve() : this.reload();
  }

  /** Fetches again what is looked at; resolves when it is there, or could not be fetched. */
  reload(): Promise<void> {
    if (this.#closed) {
      return Promise.resolve();
    }
    const wait = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.refresh();
    return wait;
  }

  /** Where a row stands, loaded or not; undefined when the filters hide it. */
  async position(id: string): Promise<number | undefined> {
    const known = this.#state.rows.indexOf(id);
    if (known !== undefined) {
      return known;
    }
    const { kind } = this.shape;
    const source = this.#shownSource;
    return (await this.client.call('view_position', { kind, source, query: this.#query, id })) ?? undefined;
  }

  /** Where a row stands, and from then on the rows know it: it can be gone to. Undefined when the filters hide it. */
  async reach(id: string): Promise<number | undefined> {
    if (this.#state.rows.indexOf(id) === undefined) {
      this.#anchor = id;
      await this.reload();
    }
    return this.#state.rows.indexOf(id);
  }

  /** The ids of the rows between two positions, both included, loaded or not. */
  async ids(from: number, to: number): Promise<readonly string[]> {
    const { rows } = this.#state;
    const known: string[] = [];
    for (let index = from; index <= to; index += 1) {
      const id = rows.idAt(index);
      if (id === undefined) {
        const { kind } = this.shape;
        const source = this.#shownSource;
        const range = { kind, source, query: this.#query, from, to: to + 1, fields: ['id'] };
        return (await this.client.call('view_get', range)).rows.map((row) => row.id);
      }
      known.push(id);
    }
    return known;
  }

  close(): void {
    this.#closed = true;
    for (const leave of this.#leave) {
      leave();
    }
    release(this.#waiting);
  }

  #concerns(tables: readonly string[]): boolean {
    const { kind } = this.shape;
    const fields = this.client.kinds.get().get(kind)?.fields ?? [];
    return tables.some((table) => table === kind || fields.some((field) => field.target === table));
  }

  #get(from: number, to: number): Promise<ViewWindow> {
    const { kind } = this.shape;
    const source = this.#shownSource;
    const fields = [...this.#fields];
    const id = this.#anchor;
    const index = id === undefined ? undefined : (this.#state.rows.indexOf(id) ?? this.#place?.index ?? 0);
    const anchor = id === undefined || index === undefined ? {} : { anchor: { id, index } };
    return this.client.call('view_get', { kind, source, query: this.#query, from, to, fields, ...anchor });
  }

  async #run(): Promise<void> {
    this.#running = true;
    do {
      this.#again = false;
      // Who waits now is answered by what is asked now, whatever comes of it.
      const waiting = this.#waiting;
      this.#waiting = [];
      try {
        await this.#load();
      } catch (error) {
        this.#publish({ ...this.#state, error });
      }
      release(waiting);
    } while (this.#again && !this.#closed);
    this.#running = false;
  }

  async #load(): Promise<void> {
    const query = this.#query;
    const source = this.#shownSource;
    const anchor = this.#anchor;
    const from = pageOf(this.#seen[0]) * PAGE;
    const to = (pageOf(this.#seen[1]) + 1) * PAGE;
    let answer = await this.#get(from, to);
    if (answer.rows.length === 0 && answer.count > 0) {
      const last = pageOf(answer.count - 1) * PAGE;
      answer = await this.#get(last, last + PAGE);
    }
    const isOld = query !== this.#query || source !== this.#shownSource;
    if (isOld || this.#isIndiscreet(query) || this.#closed) {
      return;
    }
    this.#concealed = false;
    this.#generation += 1;
    this.#asked = new Set();
    this.#pages = paged(answer);
    this.#place = answer.anchor ?? undefined;
    this.#answered = anchor;
    const { count, total, groups, op } = answer;
    this.#publish({
      loaded: true,
      rows: this.#source(count),
      groups,
      count,
      total,
      compared: answer.compared ?? undefined,
      op,
      error: undefined,
    });
  }

  #ensure(from: number, to: number, aside?: number): void {
    this.#seen = [from, to];
    if (this.#concealed) {
      return;
    }
    this.#aside = aside === undefined ? undefined : pageOf(aside);
    // Who goes on from the anchor looks at the rows around it: then they are asked for.
    const wanted = this.#aside === undefined || aside === this.#place?.index ? [] : [this.#aside];
    for (let page = pageOf(from); page <= pageOf(to); page += 1) {
      wanted.push(page);
    }
    for (const page of wanted) {
      if (!this.#pages.has(page) && !this.#asked.has(page)) {
        this.#asked.add(page);
        void this.#fetchPage(page, this.#generation);
      }
    }
  }

  async #fetchPage(page: number, generation: number): Promise<void> {
    try {
      const answer = await this.#get(page * PAGE, (page + 1) * PAGE);
      if (generation !== this.#generation || this.#closed) {
        return;
      }
      if (answer.op !== this.#state.op || answer.count !== this.#state.count) {
        this.refresh();
        return;
      }
      this.#pages = this.#near(new Map([...this.#pages, ...paged(answer)]));
      this.#publish({ ...this.#state, rows: this.#source(this.#state.count), error: undefined });
    } catch (error) {
      if (generation === this.#generation) {
        this.#publish({ ...this.#state, error });
      }
    }
  }

  /** The pages around what is looked at; the others are forgotten, and asked for again when they are looked at. */
  #near(pages: Map<number, readonly RowView[]>): Pages {
    const middle = pageOf((this.#seen[0] + this.#seen[1]) / 2);
    const away = (page: number): number => (page === this.#aside ? 0 : Math.abs(page - middle));
    for (const page of [...pages.keys()].toSorted((a, b) => away(a) - away(b)).slice(KEPT)) {
      pages.delete(page);
      this.#asked.delete(page);
    }
    return pages;
  }

  #source(count: number): RowSource {
    const pages = this.#pages;
    const place = this.#place;
    let positions: Map<string, number> | undefined;
    const get = (index: number): RowView | undefined =>
      pages.get(pageOf(index))?.[index % PAGE] ?? (place?.index === index ? place.row : undefined);
    return {
      count,
      get,
      ensure: (from, to, aside) => this.#ensure(from, to, aside),
      idAt: (index) => get(index)?.id,
      indexOf: (id) => {
        if (place?.row.id === id) {
          return place.index;
        }
        positions ??= new Map(
          [...pages].flatMap(([page, rows]) => rows.map((row, at) => [row.id, page * PAGE + at] as const)),
        );
        return positions.get(id);
      },
    };
  }

  #publish(state: ViewState): void {
    this.#state = state;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

function release(waiting: readonly (() => void)[]): void {
  for (const go of waiting) {
    go();
  }
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE);
}

function paged(answer: ViewWindow): Map<number, readonly RowView[]> {
  const pages = new Map<number, readonly RowView[]>();
  for (let at = 0; at < answer.rows.length; at += PAGE) {
    pages.set(pageOf(answer.from + at), answer.rows.slice(at, at + PAGE));
  }
  return pages;
}
