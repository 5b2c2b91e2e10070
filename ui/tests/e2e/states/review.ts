/** States of the review. */
import { threeAnswers } from '../support/colleagues.ts';
import type { PlanWindow } from '../support/window.ts';
import type { State } from './state.ts';

/** Three files on the table. */
async function withFiles(plan: PlanWindow): Promise<void> {
  await plan.copy();
  await plan.host.choose(await threeAnswers(plan.host));
  await plan.go('review');
  await plan.page.getByTestId('review-empty-files').click();
  await plan.page.getByTestId('review-file').first().waitFor();
}

async function withItem(plan: PlanWindow): Promise<void> {
  await withFiles(plan);
  await plan.page.getByTestId('review-begin').click();
  await plan.page.getByTestId('review-item').waitFor();
}

export const reviewStates: readonly State[] = [
  {
    name: 'review, nothing came in yet',
    show: async (plan) => {
      await plan.copy();
      await plan.go('review');
      await plan.page.getByTestId('review-empty-files').waitFor();
    },
  },
  { name: 'review, three files came in', show: withFiles },
  { name: 'review, all versions of one change', show: withItem },
  {
    name: 'review, many decided at once',
    show: async (plan) => {
      await withItem(plan);
      await plan.page.keyboard.press('Control+Shift+B');
      await plan.page.getByTestId('review-bulk-do').waitFor();
    },
  },
  {
    name: 'review, minutes',
    show: async (plan) => {
      await withFiles(plan);
      await plan.page.getByTestId('review-minutes').click();
      await plan.page.getByTestId('minutes').waitFor();
    },
  },
  {
    name: 'review, a deletion that a note stands against, and the filters',
    show: async (plan) => {
      const { id } = (
        (await plan.host.call('row_get', { kind: 'commitment', id: 'ITU-006' })) as { row: { id: string } }
      ).row;
      await withFiles(plan);
      await plan.host.call('note_create', { fields: { text: 'Ask the host first', commitment: id } });
      await plan.page.getByTestId('review-find').getByRole('searchbox').fill('deleted');
      await plan.page.getByTestId('review-list').focus();
      await plan.press('ArrowDown');
      await plan.page.getByTestId('review-item').waitFor();
      await plan.press('2');
      await plan.page.getByTestId('review-state').click();
      await plan.page.getByRole('menuitemradio', { name: /All/ }).click();
      await plan.page.getByRole('option', { name: /other rows need it/ }).click();
      await plan.page.getByTestId('review-hold').waitFor();
      await plan.page.getByTestId('review-narrow').click();
      await plan.page.getByRole('dialog').waitFor();
    },
  },
];
