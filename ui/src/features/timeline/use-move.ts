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
  const ask = useCallback(
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
  const keep = useCallback(async (): Promise<boolean> => {
    const { mark, moved } = now.current ?? {};
    if (!mark || !moved) {
      return true;
    }
    asked.current += 1;
    try {
      await client.write('milestone_move', { id: mark.id, date: moved.date });
      return true;
    } catch (error) {
      notices.report(error);
      return false;
    } finally {
      set(undefined);
    }
  }, [client, notices, set]);
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
        const same = now.current && markKey(now.current.mark) === markKey(mark) ? now.current : undefined;
        const unit = same?.unit ?? coarser(moveUnit(day), mark.step);
        void ask({ mark, by: (same?.by ?? 0) + by, unit, moved: undefined }, true);
      }
    },
    drag(mark, days) {
      // Said once for one drag, not for each pixel.
      if (!now.current && !mayMoveQuietly(client, mark)) {
        if (!refused.has(mark)) {
          refused.add(mark);
          mayMove(mark);
          if (mark.step === '' && mark.kind === 'milestone' && isEditable(client)) {
            void ask({ mark, by: 0, unit: 'day', moved: undefined }, false);
          }
          setTimeout(() => refused.delete(mark), 1000);
        }
        return;
      }
      const unit = mark.step === '' ? 'day' : mark.step;
      const by = Math.round(days / (DAYS_OF[unit] ?? 1));
      if (now.current?.by !== by) {
        void ask({ mark, by, unit, moved: undefined }, false);
      }
    },
    keep,
    giveUp,
  };
}

const refused = new WeakSet<TimelineMark>();

function mayMoveQuietly(client: Client, mark: TimelineMark): boolean {
  return isEditable(client) && mark.kind === 'milestone' && mark.step !== '' && mark.fate !== 'gone';
}
