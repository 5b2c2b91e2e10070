/** The review and its items, in windows: asked for anew whenever something of it, or of the plan, is another. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReviewBrief, ReviewFilter, ReviewItem, ReviewView } from '@/generated/wire.ts';
import { useClient, useDiscreet } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import type { Filters } from './state.ts';

/** Items of one request. */
const PAGE = 100;

/** The filter of a request. */
export function filterOf({ state, file, kind, field, text }: Filters): ReviewFilter {
  return {
    ...(state === '' ? {} : { state }),
    ...(file === undefined ? {} : { file }),
    ...(kind === undefined ? {} : { kind }),
    ...(field === undefined ? {} : { field }),
    ...(text.trim() === '' ? {} : { text }),
  };
}

/** Counts what happened; each number is another state of the review. */
export function useTurn(): number {
  const client = useClient();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const next = (): void => setTurn((now) => now + 1);
    const leave = [
      client.reviewed.listen(next),
      client.changed.listen(next),
      client.opened.listen(next),
      client.renew.listen(next),
    ];
    return () => {
      for (const stop of leave) {
        stop();
      }
    };
  }, [client]);
  return turn;
}

export interface Overview {
  /** Null: there is none. */
  view: ReviewView | null;
  /** All reviews of the plan, the newest first. */
  all: readonly ReviewBrief[];
}

/** Undefined: it is being asked for. What was there stays until the answer has come; not before an audience. */
export function useOverview(review: number | undefined, turn: number): Overview | undefined {
  const client = useClient();
  const notices = useNotices();
  const discreet = useDiscreet();
  const [found, setFound] = useState<{ overview: Overview; discreet: boolean }>();
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const named = review === undefined ? {} : { review };
      const [view, all] = await Promise.all([
        client.call('review_get', { ...named, discreet }),
        client.call('reviews_list', {}),
      ]);
      if (!left) {
        setFound({ overview: { view, all }, discreet });
      }
    };
    ask().catch((reason: unknown) => {
      if (!left) {
        setFound({ overview: { view: null, all: [] }, discreet });
        notices.report(reason);
      }
    });
    return () => {
      left = true;
    };
  }, [client, notices, review, turn, discreet]);
  return discreet && found?.discreet === false ? undefined : found?.overview;
}

export interface Items {
  /** Undefined: not known yet. */
  total: number | undefined;
  /** The step that they were worked out at. */
  op: number | undefined;
  at(index: number): ReviewItem | undefined;
  /** Where an item stands among those that were fetched; -1: not there. */
  find(item: string): number;
  /** These are about to be shown. */
  need(from: number, to: number): void;
  /** What was asked for last is answered. */
  isCurrent: boolean;
}

interface Found {
  /** What it answers. */
  name: string;
  turn: number;
  discreet: boolean;
  total: number;
  op: number;
  items: ReadonlyMap<number, ReviewItem>;
}

export function useItems(review: number, filters: Filters, turn: number): Items {
  const client = useClient();
  const notices = useNotices();
  const discreet = useDiscreet();
  const [found, setFound] = useState<Found>();
  const span = useRef({ from: 0, to: PAGE });
  const asked = useRef(new Set<number>());
  const name = JSON.stringify([review, filters]);
  const now = useRef('');
  const fetchPage = useCallback(
    async (page: number): Promise<void> => {
      const mine = now.current;
      const [number, wanted] = JSON.parse(name) as [number, Filters];
      const answer = await client.call('review_items', {
        review: number,
        filter: filterOf(wanted),
        offset: page * PAGE,
        limit: PAGE,
        discreet,
      });
      if (mine !== now.current) {
        return;
      }
      setFound((before) => {
        const same = before && before.name === name && before.turn === turn && before.discreet === discreet;
        const items = new Map(same ? before.items : []);
        answer.items.forEach((item, at) => items.set(page * PAGE + at, item));
        return { name, turn, discreet, total: answer.total, op: answer.op, items };
      });
    },
    [client, name, turn, discreet],
  );
  useEffect(() => {
    now.current = `${name} ${turn} ${String(discreet)}`;
    asked.current = new Set();
    const { from, to } = span.current;
    for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page += 1) {
      asked.current.add(page);
      fetchPage(page).catch(notices.report);
    }
  }, [fetchPage, notices, name, turn, discreet]);
  const need = useCallback(
    (from: number, to: number): void => {
      span.current = { from, to };
      for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page += 1) {
        if (!asked.current.has(page)) {
          asked.current.add(page);
          fetchPage(page).catch(notices.report);
        }
      }
    },
    [fetchPage, notices],
  );
  // Before an audience what was fetched without one is not shown.
  const shown = discreet && found?.discreet === false ? undefined : found;
  return {
    total: shown?.total,
    op: shown?.op,
    at: (index) => shown?.items.get(index),
    find(item) {
      for (const [index, one] of shown?.items ?? []) {
        if (one.item === item) {
          return index;
        }
      }
      return -1;
    },
    need,
    isCurrent: shown?.name === name && shown.turn === turn,
  };
}
