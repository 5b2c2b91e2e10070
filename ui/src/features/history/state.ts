/** What the history shows: which steps, or which two states side by side. It outlives the turns of the screen, not the plan. */
import type { KindInfo, RowKey, Source } from '@/generated/wire.ts';
import { NOW } from '@/lib/client.ts';
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { keyOf } from '@/lib/sources.ts';
import { createStore, type Store } from '@/lib/store.ts';
import { privateFields } from '@/parts/table/discreet.ts';

export interface StepFilters {
  by: string | undefined;
  kind: string | undefined;
  field: string | undefined;
  /** One row only: asked for in its details. */
  row: RowKey | undefined;
  text: string;
}

/** A state that somebody chose and that is on no list: behind a step, or in a file. */
export interface Extra {
  source: Source;
  name: string;
}

export interface Comparison {
  before: Source;
  after: Source;
  /** Rows of this kind only. */
  kind: string | undefined;
}

interface Shown {
  part: 'steps' | 'compare';
  filters: StepFilters;
  /** Nothing was compared yet: none. */
  comparison: Comparison | undefined;
  extras: readonly Extra[];
}

export interface HistoryState extends ScreenState {
  readonly shown: Store<Shown>;
}

export const NO_FILTERS: StepFilters = {
  by: undefined,
  kind: undefined,
  field: undefined,
  row: undefined,
  text: '',
};

const FRESH: Shown = { part: 'steps', filters: NO_FILTERS, comparison: undefined, extras: [] };

export function createHistory(): HistoryState {
  const shown = createStore<Shown>(FRESH);
  return {
    shown,
    wish(wish: Wish) {
      if (wish.compare) {
        compare(shown, wish.compare, NOW);
      } else if (wish.row || wish.kind !== undefined) {
        const filters = { ...NO_FILTERS, row: wish.row, kind: wish.row ? undefined : wish.kind };
        shown.set({ ...shown.get(), part: 'steps', filters });
      }
    },
    reset: () => shown.set(FRESH),
  };
}

export function change(shown: Store<Shown>, part: Partial<Shown>): void {
  shown.set({ ...shown.get(), ...part });
}

export function filter(shown: Store<Shown>, part: Partial<StepFilters>): void {
  change(shown, { filters: { ...shown.get().filters, ...part } });
}

/** Sets two states side by side; `extra` names one that is on no list. */
export function compare(shown: Store<Shown>, before: Source, after: Source, extra?: Extra): void {
  const { extras } = shown.get();
  change(shown, {
    part: 'compare',
    comparison: { before, after, kind: undefined },
    extras: extra ? withExtra(extras, extra) : extras,
  });
}

export function withExtra(extras: readonly Extra[], extra: Extra): readonly Extra[] {
  const key = keyOf(extra.source);
  return [...extras.filter((one) => keyOf(one.source) !== key), extra];
}

/** Filters as they hold before an audience: those by persons and by what is private are left out. */
export function withoutPrivate(filters: StepFilters, kinds: ReadonlyMap<string, KindInfo>): StepFilters {
  const isHidden = (name: string | undefined): boolean =>
    name !== undefined && kinds.get(name)?.private === true;
  const row = isHidden(filters.row?.kind) ? undefined : filters.row;
  const kind = isHidden(filters.kind) ? undefined : filters.kind;
  const info = kinds.get(row?.kind ?? kind ?? '');
  const { field } = filters;
  const isField = field !== undefined && info !== undefined && !privateFields(info, kinds).has(field);
  return { ...filters, by: undefined, row, kind, field: isField ? field : undefined };
}

export function isFiltered({ by, kind, field, row, text }: StepFilters): boolean {
  return [by, kind, field, row].some((one) => one !== undefined) || text.trim() !== '';
}
