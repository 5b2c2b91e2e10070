/** The overview: of the shipped plan, of an empty one, with changes and dates to come. */
import type { State } from './state.ts';

export const overviewStates: readonly State[] = [
  {
    name: 'overview',
    show: async (plan) => {
      await plan.go('overview');
      await plan.page.locator('.o-mark').first().waitFor();
    },
  },
  {
    name: 'overview of an empty plan',
    show: async (plan) => {
      await plan.host.choose(plan.host.path('empty.gdcplan'));
      await plan.page.getByTestId('banner-empty').click();
      await plan.go('overview');
      await plan.page.getByText('No commitments yet').waitFor();
    },
  },
  {
    name: 'overview with changes, and the states to compare with',
    show: async (plan) => {
      await plan.copy();
      await plan.host.call('milestone_create', {
        id: null,
        fields: { title: 'Contribution of the capital', kind: 'deadline', date: '2099-12-20' },
      });
      await plan.go('overview');
      await plan.page.getByTestId('all-changes').waitFor();
      await plan.page.getByTestId('overview-since').click();
      await plan.page.getByRole('menuitemradio').first().waitFor();
    },
  },
];
