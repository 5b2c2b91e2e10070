/** What is done to a review, from buttons, keys and the palette alike. */
import type { JsonValue, ReviewView } from '@/generated/wire.ts';
import type { Client } from '@/lib/client.ts';
import type { Notices } from '@/lib/notices.ts';
import { timeOf } from '@/lib/times.ts';
import type { Choice } from './choices.ts';
import type { Filters } from './state.ts';

/** Items of one request, at the most. */
const MANY = 1_000;

interface Deciding {
  review: number;
  items: readonly string[];
  choice: Pick<Choice, 'decision' | 'from'> | undefined;
  value?: JsonValue;
  words?: string | null;
  note?: string;
}

export interface Decided {
  decided: number;
  /** Those that the decision does not fit. */
  left: number;
}

/** Decides, and says so: `undefined` as choice opens the items again. */
export async function decide(client: Client, ask: Deciding): Promise<Decided> {
  const { review, items, choice, value, words, note } = ask;
  const { decided, left, announcement } = await client.call('review_decide', {
    review,
    items: [...items],
    ...(choice === undefined ? {} : { decision: choice.decision }),
    ...(choice?.from === undefined ? {} : { from: choice.from }),
    ...(value === undefined ? {} : { value }),
    ...(words == null ? {} : { words }),
    ...(note === undefined ? {} : { note }),
  });
  client.said.emit(announcement);
  client.reviewed.emit();
  return { decided, left };
}

/** The names of all undecided items that a filter lets through. */
export async function undecided(
  client: Client,
  review: number,
  { state, file, kind, field, text }: Filters,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (let offset = 0, total = 1; offset < total; offset += MANY) {
    const page = await client.call('review_items', {
      review,
      filter: {
        ...(state === '' ? {} : { state }),
        ...(file === undefined ? {} : { file }),
        ...(kind === undefined ? {} : { kind }),
        ...(field === undefined ? {} : { field }),
        ...(text.trim() === '' ? {} : { text }),
      },
      offset,
      limit: MANY,
      discreet: client.discreet.get(),
    });
    total = page.total;
    names.push(...page.items.filter(({ decision }) => decision === null).map(({ item }) => item));
  }
  return names;
}

/** Applies what is taken and decided, as one step, and tells what it did and how it is taken back. */
export async function apply(client: Client, notices: Notices, view: ReviewView, op: number): Promise<void> {
  if (!(await client.editors.finish())) {
    return;
  }
  const { say, locale } = client.words.get();
  const done = await client.call('review_apply', { review: view.review, op });
  client.reviewed.emit();
  const step = client.plan.get().undo?.name ?? '';
  const time = timeOf(new Date().toISOString(), locale);
  const lines = [
    say('review-applied-done', { count: done.settled, step, time }),
    ...(done.open > 0 ? [say('review-applied-open', { count: done.open })] : []),
    ...done.held.map(({ sentence }) => sentence),
  ];
  notices.tell({
    tone: done.held.length > 0 ? 'attention' : 'done',
    text: lines.join(' '),
    step: done.written.op ?? undefined,
  });
  if (done.written.note !== '') {
    client.noted.emit({ text: done.written.note, step: done.written.op ?? undefined });
  }
}
