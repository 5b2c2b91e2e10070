/** Steps in words, newest first, a page at a time; kept fresh while they are shown. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StepView } from '@/generated/wire.ts';
import { useClient, useDiscreet, usePlan, useWords } from '@/lib/client.ts';
import type { StepFilters } from './state.ts';

interface Page {
  steps: readonly StepView[];
  more: boolean;
  people: readonly string[];
  /** The filters that it answers. */
  asked: string;
  /** Nothing private is in it. */
  discreet: boolean;
}

export interface Feed {
  loaded: boolean;
  steps: readonly StepView[];
  more: boolean;
  people: readonly string[];
  error: unknown;
  /** Fetches the next page; once at a time. */
  next(): void;
}

const PAGE = 60;
/** As many as the core gives at once. */
const MOST = 500;
/** Who types a filter, or edits on, is waited for. */
const REST = 180;

export function useFeed(filters: StepFilters): Feed {
  const client = useClient();
  const plan = usePlan();
  const { language } = useWords();
  const [page, setPage] = useState<Page>();
  const [error, setError] = useState<unknown>();
  const run = useRef(0);
  const busy = useRef(false);
  const length = useRef(0);
  const discreet = useDiscreet();
  const { by, kind, field, row, text } = filters;
  const rowKind = row?.kind;
  const rowId = row?.id;
  const request = JSON.stringify({
    kind: rowKind ?? kind ?? null,
    id: rowId ?? null,
    by: by ?? null,
    field: field ?? null,
    text: text.trim() === '' ? null : text.trim(),
    discreet,
  });

  const get = useCallback(
    async (before: number | null, limit: number): Promise<void> => {
      run.current += 1;
      const mine = run.current;
      busy.current = true;
      try {
        const answer = await client.call('history_list', { ...JSON.parse(request), before, limit });
        if (mine === run.current) {
          setError(undefined);
          setPage((shown) => {
            const steps = before === null || !shown ? answer.steps : [...shown.steps, ...answer.steps];
            length.current = steps.length;
            return { steps, more: answer.more, people: answer.people, asked: request, discreet };
          });
        }
      } catch (reason) {
        if (mine === run.current) {
          setError(reason);
        }
      } finally {
        if (mine === run.current) {
          busy.current = false;
        }
      }
    },
    [client, request, discreet],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan or another language is another list.
  useEffect(() => {
    let timer = window.setTimeout(() => void get(null, PAGE), length.current === 0 ? 0 : REST);
    // What is shown stays shown: a step more on top, or one that was taken back, changes no place below.
    const again = (): void => {
      clearTimeout(timer);
      const limit = Math.min(MOST, Math.max(PAGE, length.current + 1));
      timer = window.setTimeout(() => void get(null, limit), REST);
    };
    const leave = [client.changed.listen(again), client.renew.listen(again)];
    return () => {
      run.current += 1;
      busy.current = false;
      clearTimeout(timer);
      for (const stop of leave) {
        stop();
      }
    };
  }, [client, get, plan.file?.file, plan.open, language]);

  const last = page?.steps.at(-1)?.op;
  const isCurrent = page?.asked === request;
  const next = useCallback(() => {
    if (!busy.current && last !== undefined && isCurrent) {
      void get(last, PAGE);
    }
  }, [get, last, isCurrent]);
  // What is shown stays while other steps are asked for; but not before an audience, where it may be private.
  const seen = discreet && page?.discreet === false ? undefined : page;
  return {
    loaded: seen !== undefined,
    steps: seen?.steps ?? [],
    more: seen?.more ?? false,
    people: seen?.people ?? [],
    error,
    next,
  };
}
