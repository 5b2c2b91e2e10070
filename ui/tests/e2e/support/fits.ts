/** Whether all columns of a table are seen at once. */
import type { PlanWindow } from './window.ts';

/** So many pixels of the table have to be scrolled to sideways. */
export function sideways({ grid }: PlanWindow): Promise<number> {
  return grid.locator('.k-grid').evaluate((shown) => shown.scrollWidth - shown.clientWidth);
}
