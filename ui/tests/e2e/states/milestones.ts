/** States of the milestones. */
import type { State } from './state.ts';

export const milestonesStates: readonly State[] = [
  {
    name: 'milestones',
    show: async (plan) => {
      await plan.go('milestones');
      await plan.grid.locator('.k-grid-row').first().waitFor();
    },
  },
  {
    name: 'taking from the calendar',
    show: async (plan) => {
      await plan.copy();
      await plan.go('milestones');
      await plan.page.getByTestId('take').click();
      await plan.page.getByTestId('take-list').getByRole('option').first().waitFor();
    },
  },
  {
    name: 'what a milestone hangs on',
    show: async (plan) => {
      await plan.copy();
      await plan.go('milestones');
      await plan.grid.locator('[data-column="title"]').first().click();
      await plan.press('End');
      await plan.press('Enter');
      await plan.page.getByTestId('hang-distance').waitFor();
    },
  },
  {
    name: 'when a commitment is, and why a reference stays',
    show: async (plan) => {
      await plan.copy();
      await plan.cell('ITU-010', 'reference').click();
      await plan.press('x');
      await plan.page.locator('.k-anchored').waitFor();
      await plan.cell('ITU-010', 'when').click();
      await plan.press('2');
      await plan.page.getByTestId('when-standing').waitFor();
    },
  },
];
