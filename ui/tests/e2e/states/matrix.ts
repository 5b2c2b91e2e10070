/** States of the matrix: the annex, typed into, with its menu; the counts, and what a number counts. */
import type { PlanWindow } from '../support/window.ts';
import type { State } from './state.ts';

async function annex(plan: PlanWindow): Promise<void> {
  await plan.go('matrix');
  await plan.page.getByTestId('annex').waitFor();
}

async function counts(plan: PlanWindow, across: string): Promise<void> {
  await plan.go('matrix');
  await plan.page.getByRole('tab', { name: 'Counts' }).click();
  await plan.page.getByTestId('matrix-across').click();
  await plan.page.getByRole('menuitemradio', { name: across }).click();
  await plan.page.getByTestId('matrix-grid').waitFor();
  await plan.page.getByRole('menu').waitFor({ state: 'hidden' });
}

export const matrixStates: readonly State[] = [
  { name: 'matrix, the annex, only read', show: annex },
  {
    name: 'matrix, the annex, a line is typed into',
    show: async (plan) => {
      await plan.copy();
      await annex(plan);
      await plan.page.locator('[data-line]', { hasText: 'C5' }).first().dblclick();
      await plan.page.getByTestId('annex-editor').waitFor();
    },
  },
  {
    name: 'matrix, the annex, an action line is chosen',
    show: async (plan) => {
      await plan.copy();
      await annex(plan);
      await plan.page.locator('[data-objective="O1"] [data-column="wsis_process"] [data-add]').click();
      await plan.page.getByRole('menu').waitFor();
    },
  },
  { name: 'matrix, action lines', show: (plan) => counts(plan, 'Action lines') },
  { name: 'matrix, goals', show: (plan) => counts(plan, 'Goals') },
  {
    name: 'matrix, what a number counts',
    show: async (plan) => {
      await counts(plan, 'Provisions');
      await plan.page
        .getByTestId('matrix-grid')
        .getByRole('button', { name: /\d\W*links?$/ })
        .first()
        .click();
      await plan.page.getByTestId('matrix-links').getByRole('listitem').first().waitFor();
    },
  },
];
