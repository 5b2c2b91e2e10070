/** States of the history. */
import type { PlanWindow } from '../support/window.ts';
import type { State } from './state.ts';

/** An own copy of the plan with a step, on the history. */
async function withStep(plan: PlanWindow): Promise<void> {
  await plan.copy();
  await plan.host.call('commitment_set', { id: 'ITU-009', field: 'title', value: 'Changed' });
  await plan.go('history');
  await plan.page.getByTestId('steps').waitFor();
}

export const historyStates: readonly State[] = [
  {
    name: 'history of a plan that is only read',
    show: async (plan) => {
      await plan.go('history');
      await plan.page.locator('.k-empty').waitFor();
    },
  },
  {
    name: 'history, a step and a state opened',
    show: async (plan) => {
      await withStep(plan);
      await plan.page.getByTestId('steps').getByRole('button').first().click();
      await plan.page.locator('.h-state-head').first().click();
      await plan.page.getByTestId('step-take-back').waitFor();
    },
  },
  {
    name: 'history, taking back a step',
    show: async (plan) => {
      await withStep(plan);
      await plan.page.getByTestId('steps').getByRole('button').first().click();
      await plan.page.getByTestId('step-take-back').click();
      await plan.page.getByTestId('take-back-preview').waitFor();
    },
  },
  {
    name: 'history, two states compared',
    show: async (plan) => {
      await withStep(plan);
      await plan.page.getByTestId('history-compare').click();
      await plan.page.getByTestId('compare-rows').waitFor();
    },
  },
  {
    name: 'history, keeping the state of now',
    show: async (plan) => {
      await withStep(plan);
      await plan.page.getByTestId('restore-point-new').click();
      await plan.page.getByTestId('restore-point-name').waitFor();
    },
  },
];
