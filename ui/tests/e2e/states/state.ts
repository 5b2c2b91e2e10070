/** A state of the window that has to be accessible and whole: how to get there from the first start. */
import type { PlanWindow } from '../support/window.ts';

export interface State {
  name: string;
  show(plan: PlanWindow): Promise<void>;
}
