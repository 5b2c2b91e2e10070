/** The paragraphs as far as they are seen, and what may answer the one that is looked at. */
import { useCallback, useEffect, useState } from 'react';
import type { CarryParagraph, CarryProposals, CarryView, Source } from '@/generated/wire.ts';
import { useReading } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';
import { type CarryState, change, type Shown } from './state.ts';

/** Paragraphs of one request stand in steps of so many. */
const STEP = 100;

export interface Feed {
  /** Undefined: not known yet. */
  view: CarryView | undefined;
  error: unknown;
  /** It answers what is asked now. */
  isCurrent: boolean;
  itemAt(index: number): CarryParagraph | undefined;
  /** These are about to be shown. */
  need(from: number, to: number): void;
}

/** What a request asks for, of what the screen shows. */
export function asked({ instrument, wanted, text }: Shown): {
  instrument: string;
  decision?: string;
  text?: string;
} {
  return {
    instrument: instrument ?? '',
    ...(wanted === '' ? {} : { decision: wanted }),
    ...(text.trim() === '' ? {} : { text }),
  };
}

export function useParagraphs(state: CarryState, source: Source): Feed {
  const shown = useStore(state.shown);
  const { instrument, at, paragraph } = shown;
  const [span, setSpan] = useState({ from: 0, to: STEP });
  // Where it stands is not known: it was asked for by another place of the window.
  const find = at < 0 ? paragraph : undefined;
  const request = {
    ...asked(shown),
    source,
    ...(find === undefined ? {} : { find }),
    ...span,
  };
  const { value, error, isCurrent } = useReading(
    'carry_get',
    instrument === undefined ? undefined : request,
    {
      atOnce: true,
    },
  );
  const need = useCallback((first: number, last: number) => {
    const from = Math.max(0, Math.floor((first - STEP / 2) / STEP) * STEP);
    const to = Math.ceil((last + STEP / 2) / STEP) * STEP;
    setSpan((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, []);
  const view =
    value?.instrument.id === instrument || value?.instrument.short === instrument ? value : undefined;
  // After each answer: the paragraph that is looked at is found again, or the one in its place is looked at.
  useEffect(() => {
    if (!view || !isCurrent) {
      return;
    }
    // Other lists hold what is decided anyway: there it does not come back.
    const decided = shown.wanted === 'open' ? state.decided : undefined;
    const isThere = decided !== undefined && view.paragraphs.some(({ id }) => id === decided.id);
    const isBack = isThere && decided.isGone;
    state.decided = decided && !isBack ? { ...decided, isGone: !isThere } : undefined;
    const wanted = isBack ? decided.id : paragraph;
    const place = view.paragraphs.findIndex(({ id }) => id === wanted);
    const there = place >= 0 ? view.from + place : at < 0 ? (view.at ?? 0) : at;
    const now = Math.max(0, Math.min(there, view.count - 1));
    const id = view.paragraphs[now - view.from]?.id;
    if (
      now !== at ||
      (id !== undefined && id !== paragraph) ||
      (view.count === 0 && paragraph !== undefined)
    ) {
      change(state.shown, { at: now, paragraph: id ?? (view.count === 0 ? undefined : paragraph) });
    }
  }, [view, isCurrent, at, paragraph, shown.wanted, state]);
  return { view, error, isCurrent, itemAt: (index) => view?.paragraphs[index - view.from], need };
}

/** What may answer a paragraph; undefined until the answer is of this one. */
export function useProposals(
  source: Source,
  paragraph: string | undefined,
  also: readonly string[],
): CarryProposals | undefined {
  const request = paragraph === undefined ? undefined : { provision: paragraph, source, also: [...also] };
  const { value } = useReading('carry_propose', request, { atOnce: true });
  return value?.paragraph.id === paragraph ? value : undefined;
}
