/** What the overview compares with, and what it showed last: shown again at once while it is asked for anew. */
import type { MomentView, PlanSummary, Source } from '@/generated/wire.ts';
import type { Client } from '@/lib/client.ts';
import { recall, remember } from '@/lib/kept.ts';
import type { ScreenState } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';

export interface OverviewState extends ScreenState {
  /** The earlier state that the person chose for the plan that is open; none: the one that suggests itself. */
  readonly since: Store<string | undefined>;
  /** Answers as they were last. */
  readonly last: Map<string, unknown>;
  choose(key: string): void;
}

const KEPT = 'overview-since';
/** Plans for which the choice is kept. */
const MOST = 50;

export function createOverview(client: Client): OverviewState {
  const read = (): string | undefined => choices().find(([plan]) => plan === planOf(client.plan.get()))?.[1];
  const since = createStore(read());
  const last = new Map<string, unknown>();
  return {
    since,
    last,
    choose(key) {
      const plan = planOf(client.plan.get());
      remember(KEPT, [[plan, key], ...choices().filter(([one]) => one !== plan)].slice(0, MOST));
      since.set(key);
    },
    reset() {
      last.clear();
      since.set(read());
    },
  };
}

function choices(): readonly (readonly [string, string])[] {
  return recall(KEPT, isChoices) ?? [];
}

function isChoices(value: unknown): value is [string, string][] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) => Array.isArray(one) && one.length === 2 && one.every((text) => typeof text === 'string'),
    )
  );
}

/** A name of what is open that holds over sittings. */
function planOf({ open, file, title }: PlanSummary): string {
  return `${open === 'plan_read_only' ? 'plan' : open} ${file ? `${file.folder}/${file.name}` : title}`;
}

/** One text for one source. */
export function keyOf(source: Source): string {
  switch (source.at) {
    case 'now':
      return 'now';
    case 'moment':
      return `moment ${source.moment}`;
    case 'file':
      return `file ${source.file}`;
    case 'shipped':
      return `shipped ${source.name}`;
  }
}

/** Where a plan comes from suggests itself; a snapshot is compared with its parent, or with the plan that is shipped. */
const SUGGESTED: readonly string[] = ['parent', 'start', 'shipped'];

/** The earlier state to compare with: the chosen one as long as it is there. */
export function sinceOf(
  moments: readonly MomentView[],
  chosen: string | undefined,
  shown: Source,
): MomentView | undefined {
  const others = moments.filter(({ source }) => keyOf(source) !== keyOf(shown));
  const oldest = (sort: string): MomentView | undefined => others.findLast((one) => one.sort === sort);
  const shipped = others.find(({ source }) => source.at === 'shipped' && source.name === 'starter');
  return (
    others.find(({ source }) => keyOf(source) === chosen) ??
    SUGGESTED.map((sort) => (sort === 'shipped' ? (shipped ?? oldest(sort)) : oldest(sort))).find(
      (one) => one !== undefined,
    )
  );
}
