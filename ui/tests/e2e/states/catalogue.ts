/** States of the catalogue. */
import type { State } from './state.ts';

export const catalogueStates: readonly State[] = [
  {
    name: 'a list of the catalogue',
    show: async (plan) => {
      await plan.go('catalogue');
      await plan.page.getByTestId('list-action_line').click();
      await plan.grid.locator('.k-grid-row').first().waitFor();
    },
  },
  {
    name: 'found in the catalogue',
    show: async (plan) => {
      await plan.go('catalogue');
      await plan.page.getByTestId('catalogue-search').getByRole('searchbox').fill('digital');
      await plan.page.getByTestId('catalogue-found').getByRole('button').first().waitFor();
    },
  },
];
