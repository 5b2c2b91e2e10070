/** States of the timeline. */
import type { State } from './state.ts';

export const timelineStates: readonly State[] = [
  {
    name: 'timeline',
    show: async (plan) => {
      await plan.go('timeline');
      await plan.page.locator('button.k-tl-mark').first().waitFor();
    },
  },
  {
    name: 'timeline by objective with commitments, all lines and a selected mark',
    show: async (plan) => {
      await plan.go('timeline');
      await plan.page.getByTestId('timeline-lanes').click();
      await plan.page.getByRole('menuitemradio', { name: /objective/ }).click();
      await plan.page.getByTestId('timeline-show').click();
      await plan.tick(/Commitments that have dates/);
      await plan.tick(/Rows closer together/);
      await plan.press('Escape');
      await plan.page.locator('button.k-tl-mark:not([data-count])').last().click();
    },
  },
  {
    name: 'timeline in the order of the plan, compared',
    show: async (plan) => {
      await plan.copy();
      await plan.go('timeline');
      await plan.page.getByTestId('timeline-compare').click();
      await plan.page.getByRole('menuitemradio', { name: /Developments/i }).click();
      await plan.page.getByTestId('timeline-compared').waitFor();
      await plan.page.getByTestId('timeline-lanes').click();
      await plan.page.getByRole('menuitemradio', { name: /order of the plan/ }).click();
      await plan.page.locator('.k-tl-lane[data-line]').first().waitFor();
    },
  },
  {
    name: 'timeline, what should be noticed about a mark',
    show: async (plan) => {
      await plan.copy();
      for (const [title, date] of [
        ['A first paper', '2027-02-24'],
        ['A second paper', '2027-02-25'],
      ]) {
        const made = await plan.host.call('milestone_create', { fields: { title, kind: 'deadline', date } });
        const { created: milestone } = made as { created: string };
        await plan.host.call('assignment_create', {
          fields: { role: 'coordinator', organization: 'ITU', milestone },
        });
      }
      await plan.go('timeline');
      await plan.page.getByRole('button', { name: /A first paper/ }).click();
      await plan.page.getByTestId('timeline-note').waitFor();
    },
  },
];
