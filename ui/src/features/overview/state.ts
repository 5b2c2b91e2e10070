/** What the overview compares with, and what it showed last: shown again at once while it is asked for anew. */
import type { MomentView, PlanSummary, Source } from '@/generated/wire.ts';
import { recall, remember } from '@/lib/kept.ts';
import type { ScreenState } from '@/lib/screen.ts';
import { keyOf } from '@/lib/sources.ts';
import { createStore, type Store } from '@/lib/store.ts';

/** For each plan the earlier state that the person chose. */
type Choices = readonly (readonly [plan: string, state: string])[];

export interface OverviewState extends ScreenState {
  readonly choices: Store<Choices>;
  /** Answers as they were last. */
  readonly last: Map<string, unknown>;
  choose(plan: PlanSummary, key: string): void;
}

const KEPT = 'overview-since';
/** Plans for which the choice is kept. */
const MOST = 50;

export function createOverview(): OverviewState {
  const choices = createStore<Choices>(recall(KEPT, isChoices) ?? []);
  const last = new Map<string, unknown>();
  return {
    choices,
    last,
    choose(summary, key) {
      const plan = planOf(summary);
      const others = choices.get().filter(([one]) => one !== plan);
      choices.set([[plan, key] as const, ...others].slice(0, MOST));
      remember(KEPT, choices.get());
    },
    reset: () => last.clear(),
  };
}

/** What was chosen for a plan; nothing: what suggests itself. */
export function chosenFor(choices: Choices, summary: PlanSummary): string | undefined {
  const plan = planOf(summary);
  return choices.find(([one]) => one === plan)?.[1];
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

/** Where a plan comes from suggests itself; a snapshot is compared with its parent, or with the plan that is shipped. */
const SUGGESTED: readonly string[] = ['parent', 'start', 'shipped'];

/** Of two that are called the same what was named by somebody stands for both, not a copy of the application's own. */
const NAMED_FIRST: readonly string[] = ['edition', 'snapshot', 'start', 'parent', 'shipped', 'restore_point'];

/** States of one moment are told apart by their names: a snapshot that was sent, a restore point of the same step. */
export function stateKey({ source, name }: Pick<MomentView, 'source' | 'name'>): string {
  return `${keyOf(source)} ${name}`;
}

/** The earlier states that can be compared with what is shown, each once. */
export function othersOf(moments: readonly MomentView[], shown: Source): readonly MomentView[] {
  const best = new Map<string, MomentView>();
  for (const moment of moments) {
    const key = stateKey(moment);
    const known = best.get(key);
    if (!known || NAMED_FIRST.indexOf(moment.sort) < NAMED_FIRST.indexOf(known.sort)) {
      best.set(key, moment);
    }
  }
  const isShown = ({ source }: MomentView): boolean => keyOf(source) === keyOf(shown);
  const isEarlier = earlierThan(shown, moments.find(isShown));
  return moments.filter(
    (moment) => !isShown(moment) && best.get(stateKey(moment)) === moment && isEarlier(moment),
  );
}

/** Nothing has changed since a state that came later. What is no moment of this plan is told by its day. */
function earlierThan(shown: Source, known: MomentView | undefined): (moment: MomentView) => boolean {
  if (shown.at === 'now') {
    return () => true;
  }
  const step = shown.at === 'moment' && /^[0-9]+$/.test(shown.moment) ? Number(shown.moment) : undefined;
  const newest = known?.op ?? step;
  return ({ op, at }) => {
    if (newest !== undefined) {
      return op === null || op <= newest;
    }
    return known !== undefined && at !== '' && at < known.at;
  };
}

/** The earlier state to compare with: the chosen one as long as it is there, else the one that suggests itself. */
export function sinceOf(others: readonly MomentView[], chosen: string | undefined): MomentView | undefined {
  const oldest = (sort: string): MomentView | undefined => others.findLast((one) => one.sort === sort);
  return (
    others.find((one) => stateKey(one) === chosen) ??
    SUGGESTED.map(oldest).find((one) => one !== undefined) ??
    others.at(-1)
  );
}
