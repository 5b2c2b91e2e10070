/** A host in memory, for tests of the window's own logic: rows of one kind, answers when it is told to. */
import type {
  FieldInfo,
  KindInfo,
  PlanChanged,
  PlanSummary,
  RowView,
  Settings,
  ViewGet,
  ViewWindow,
} from '@/generated/wire.ts';
import type { EventName, Host } from '@/lib/host/host.ts';

type Answerer = (args: never) => unknown;

export const PLAN: PlanSummary = {
  open: 'plan',
  title: 'A plan',
  file: null,
  read_only_because: '',
  saved_at: '',
  op: 0,
  undo: null,
  redo: null,
  counts: { commitment: 0 },
  provenance: '',
};

export const SETTINGS: Settings = {
  name: '',
  organization: '',
  language: 'en',
  theme: 'system',
  text_size: 100,
};

export function field(name: string, more: Partial<FieldInfo> = {}): FieldInfo {
  const plain = { choices: [], target: null, private: false, required: false, computed: false, max: 300 };
  return { name, label: name, field: 'text', ...plain, ...more };
}

export const COMMITMENTS: KindInfo = {
  kind: 'commitment',
  label: 'Commitment',
  plural: 'Commitments',
  catalogue: false,
  private: false,
  fields: [
    field('reference', { computed: true }),
    field('title', { required: true }),
    field('owner', { field: 'reference', target: 'organization' }),
    field('start', { field: 'date' }),
    field('start_words'),
  ],
};

export function row(id: string, title: string): RowView {
  const cell = { value: title, text: title, title: '', empty: false };
  return { kind: 'commitment', id, short: id, title, cells: { title: cell } };
}

export class FakeHost implements Host {
  rows: RowView[] = [];
  op = 0;
  /** Calls in their order. */
  readonly calls: { command: string; args: unknown }[] = [];
  /** While set, answers wait for `release`. */
  held = false;
  #waiting: (() => void)[] = [];
  #listener: ((event: EventName, payload: unknown) => void) | undefined;
  readonly answers = new Map<string, Answerer>([
    ['session_start', () => this.#start()],
    ['kinds_list', () => [COMMITMENTS]],
    ['plan_summary', () => ({ ...PLAN, op: this.op })],
    ['view_get', (args: ViewGet) => this.#view(args)],
    ['view_position', ({ id }: { id: string }) => this.#found('').findIndex((one) => one.id === id)],
  ]);

  async call(command: string, args: unknown): Promise<unknown> {
    this.calls.push({ command, args });
    const answerer = this.answers.get(command);
    if (!answerer) {
      throw wireError('refused', 'no-such-command', command);
    }
    // The answer is that of the moment of the question, however late it comes.
    const answer: unknown = structuredClone(answerer(args as never));
    if (this.held) {
      await new Promise<void>((go) => this.#waiting.push(go));
    }
    return answer;
  }

  onEvent(listener: (event: EventName, payload: unknown) => void): void {
    this.#listener = listener;
  }

  emit(event: EventName, payload: unknown): void {
    this.#listener?.(event, payload);
  }

  /** A step that somebody else made. */
  change(tables: readonly string[]): void {
    this.op += 1;
    const plan = { ...PLAN, op: this.op };
    const change: PlanChanged = {
      op: this.op,
      kind: 'x',
      tables: [...tables],
      rows: [],
      many: false,
      days: [],
      plan,
    };
    this.emit('plan-changed', change);
  }

  /** Lets the answers go that are held back: all, or the newest first. */
  release(): void {
    this.held = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) {
      go();
    }
  }

  count(command: string): number {
    return this.calls.filter((call) => call.command === command).length;
  }

  #start(): unknown {
    return {
      settings: SETTINGS,
      plan: PLAN,
      recent: [],
      version: '0',
      languages: [{ code: 'en', label: 'English' }],
      has_desktop: false,
      first_start: false,
      problem: null,
      problem_file: null,
    };
  }

  #found(text: string): RowView[] {
    return this.rows.filter((one) => one.title.includes(text));
  }

  #view({ query, from, to, anchor: wanted }: ViewGet): ViewWindow {
    const found = this.#found(query.text);
    const rows = found.slice(from, to);
    const stands = found.findIndex(({ id }) => id === wanted?.id);
    const index = stands < 0 ? Math.min(wanted?.index ?? 0, found.length - 1) : stands;
    const there = wanted && (index < from || index >= to) ? found[index] : undefined;
    const anchor = there ? { index, row: there } : null;
    return {
      op: this.op,
      count: found.length,
      total: this.rows.length,
      groups: [],
      from,
      rows,
      anchor,
      compared: null,
    };
  }
}

export function wireError(sort: string, code: string, message: string, details = ''): unknown {
  return { sort, code, message, args: {}, details };
}

/** Lets everything run that is ready to. */
export async function settle(): Promise<void> {
  await new Promise((done) => setTimeout(done));
}
