/** A window of the timeline, kept fresh: what was there stays until the answer has come. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowKey, TimelineView } from '@/generated/wire.ts';
import { dayOf, type TimelineWindow } from '@/kit/timeline/index.ts';
import { useClient } from '@/lib/client.ts';
import type { TimelineAsk } from './state.ts';

export interface Found {
  view: TimelineView | undefined;
  error: unknown;
  /** The scale that the view was made for: another one is on its way. */
  day: number;
  onWindow: (window: TimelineWindow) => void;
}

/** `ask` and `selected` are compared by their content. */
export function useView(ask: TimelineAsk, links: string, selected: RowKey | undefined): Found {
  const client = useClient();
  const [found, setFound] = useState<{ view: TimelineView | undefined; error: unknown; day: number }>({
    view: undefined,
    error: undefined,
    day: ask.scale.day,
  });
  const [window, setWindow] = useState<TimelineWindow>();
  const wanted = JSON.stringify(ask);
  const chosen = JSON.stringify(selected ?? null);
  const running = useRef(0);
  useEffect(() => {
    const question = JSON.parse(wanted) as TimelineAsk;
    let left = false;
    const get = async (): Promise<void> => {
      running.current += 1;
      const mine = running.current;
      try {
        const view = await client.call('timeline_get', {
          ...question,
          from: dayOf(window?.from ?? 0),
          to: dayOf(window?.to ?? 0),
          top: window?.top ?? 0,
          bottom: window?.bottom ?? 1,
          links,
          selected: JSON.parse(chosen) as RowKey | null,
        });
        if (!left && mine === running.current) {
          setFound({ view, error: undefined, day: question.scale.day });
        }
      } catch (error) {
        if (!left && mine === running.current) {
          setFound({ view: undefined, error, day: question.scale.day });
        }
      }
    };
    const again = (): void => void get();
    again();
    const leave = [client.changed.listen(again), client.opened.listen(again), client.renew.listen(again)];
    return () => {
      left = true;
      for (const stop of leave) {
        stop();
      }
    };
  }, [client, wanted, links, chosen, window]);
  const onWindow = useCallback(
    (next: TimelineWindow): void =>
      setWindow((now) => (now && JSON.stringify(now) === JSON.stringify(next) ? now : next)),
    [],
  );
  return { ...found, onWindow };
}
