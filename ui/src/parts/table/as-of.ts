/** The day of what a row says goes with what it said: who changes a fact is told, and can give the day at once. */
import type { RowView } from '@/generated/wire.ts';
import type { GridApi } from '@/kit/index.ts';
import { cellOf } from '@/lib/fields.ts';
import type { Notices } from '@/lib/notices.ts';
import type { Say } from '@/lib/words.ts';

/** The column that says as of when a row is. */
export const AS_OF = 'shown_as_of';

/** Whether a row had a day and has none any more. */
export function lostDay(before: RowView, after: RowView | undefined): boolean {
  return after !== undefined && !cellOf(before, AS_OF).empty && cellOf(after, AS_OF).empty;
}

export interface LostDay {
  notices: Notices;
  say: Say;
  /** Undefined: the column is not shown, and there is no cell to type into. */
  grid: GridApi | undefined;
  id: string;
  /** The step that the day went with. */
  step: number | undefined;
}

export function tellLostDay({ notices, say, grid, id, step }: LostDay): void {
  const give = (): void => {
    // The cell is drawn first. Of a row that is not among those shown any more, no other cell is opened in its place.
    if (grid?.scrollToRow(id, undefined, AS_OF)) {
      requestAnimationFrame(() => grid.startEdit());
    }
  };
  notices.tell({
    tone: 'info',
    text: say('as-of-gone'),
    step,
    ...(grid ? { action: { label: say('as-of-give'), run: give } } : {}),
  });
}
