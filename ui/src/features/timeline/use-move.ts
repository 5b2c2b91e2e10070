/** A milestone on its way to another date: shown and spoken, and kept as one step or taken back. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MilestoneMoved } from '@/generated/wire.ts';
import { DAYS_OF, markKey, moveUnit, type Moving, type TimelineMark } from '@/kit/timeline/index.ts';
import { useAnnounce } from '@/kit/index.ts';
import { type Client, isEditable, offWords, useClient } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';

interface Under {
  mark: TimelineMark;
  by: number;
  unit: string;
  moved: MilestoneMoved | undefined;
}

export interface Moves {
  moving: Moving | undefined;
  /** By so many units of the zoom, later or earlier. */
  step(mark: TimelineMark, by: number, day: number): void;
  drag(mark: TimelineMark, days: number): void;
  /** Whether a mark is on its way, also while the answer that shows where to is still to come. */
  isUnderWay(): boolean;
  keep(): Promise<boolean>;
  giveUp(): void;
}

/** Units of a date from the finest; a vague one moves by its own. */
const UNITS = ['day', 'week', 'month', 'quarter', 'half', 'year', 'decade'];

export function coarser(a: string, b: string): string {
  return UNITS.indexOf(a) > UNITS.indexOf(b) ? a : b;
}

export function useMoves(): Moves {
  const client = useClient();
  const notices = useNotices();
  const announce = useAnnounce();
  const [under, setUnder] = useState<Under>();
  const now = useRef(under);
  /** Counts questions: an answer to an older one is dropped. */
  const asked = useRef(0);
  /** The answer to the last question. Keys are faster than it. */
  const answer = useRef<Promise<void>>(undefined);
  const keeping = useRef<Promise<boolean>>(undefined);

  const set = useCallback((next: Under | undefined): void => {
    now.current = next;
    setUnder(next);
  }, []);
  const giveUp = useCallback((): void => {
    if (now.current) {
      asked.current += 1;
      set(undefined);
      announce(client.words.get().say('timeline-taken-back'));
    }
  }, [announce, client, set]);
  const answered = useCallback(
    async (next: Under, spoken: boolean): Promise<void> => {
      set({ ...next, moved: now.current?.moved });
      asked.current += 1;
      const mine = asked.current;
      try {
        const moved = await client.call('milestone_moved', {
          id: next.mark.id,
          by: next.by,
          unit: next.unit,
        });
        if (mine === asked.current) {
          set({ ...next, moved });
          if (spoken) {
            announce(moved.words);
          }
        }
      } catch (error) {
        if (mine === asked.current) {
          set(undefined);
          notices.report(error);
        }
      }
    },
    [announce, client, notices, set],
  );
  const ask = useCallback(
    (next: Under, spoken: boolean): void => {
      answer.current = answered(next, spoken);
    },
    [answered],
  );
  const mayMove = useCallback(
    (mark: TimelineMark): boolean => {
      if (!isEditable(client)) {
        notices.tell({ tone: 'info', text: offWords(client) });
        return false;
      }
      if (mark.kind !== 'milestone') {
        notices.tell({ tone: 'info', text: client.words.get().say('timeline-commitment-stays') });
        return false;
      }
      return mark.fate !== 'gone';
    },
    [client, notices],
  );
  const write = useCallback(async (): Promise<boolean> => {
    // What is kept is where the last key moved it to, not what was shown before that.
    await answer.current;
    const under = now.current;
    if (!under?.moved) {
      return true;
    }
    const { mark, moved } = under;
    asked.current += 1;
    try {
      await client.write('milestone_move', { id: mark.id, date: moved.date });
      return true;
    } catch (error) {
      notices.report(error);
      return false;
    } finally {
      // Another mark may be on its way by now.
      if (now.current === under) {
        set(undefined);
      }
    }
  }, [client, notices, set]);
  const keep = useCallback((): Promise<boolean> => {
    keeping.current ??= write().finally(() => {
      keeping.current = undefined;
    });
    return keeping.current;
  }, [write]);
  // Whoever undoes, or opens another plan, keeps first what is under way.
  useEffect(() => (under ? client.editors.join(keep) : undefined), [client, keep, under]);

  const moving = useMemo(
    (): Moving | undefined =>
      under?.moved && { key: markKey(under.mark), days: under.moved.days, when: under.moved.when },
    [under],
  );
  return {
    moving,
    step(mark, by, day) {
      if (mayMove(mark)) {
        // What is being kept already is where the next move begins.
        const going = keeping.current === undefined ? now.current : undefined;
        const same = going && markKey(going.mark) === markKey(mark) ? going : undefined;
        const unit = same?.unit ?? coarser(moveUnit(day), mark.step);
        ask({ mark, by: (same?.by ?? 0) + by, unit, moved: undefined }, true);
      }
    },
    drag(mark, days) {
      // Said once for one drag, not for each pixel.
      if (!now.current && !mayMoveQuietly(client, mark)) {
        if (!refused.has(mark)) {
          refused.add(mark);
          mayMove(mark);
          if (mark.step === '' && mark.kind === 'milestone' && isEditable(client)) {
            ask({ mark, by: 0, unit: 'day', moved: undefined }, false);
          }
          setTimeout(() => refused.delete(mark), 1000);
        }
        return;
      }
      const unit = mark.step === '' ? 'day' : mark.step;
      const by = Math.round(days / (DAYS_OF[unit] ?? 1));
      if (now.current?.by !== by) {
        ask({ mark, by, unit, moved: undefined }, false);
      }
    },
    isUnderWay: () => now.current !== undefined,
    keep,
    giveUp,
  };
}

const refused = new WeakSet<TimelineMark>();

function mayMoveQuietly(client: Client, mark: TimelineMark): boolean {
  return isEditable(client) && mark.kind === 'milestone' && mark.step !== '' && mark.fate !== 'gone';
}
