/** Questions and search: what is asked, a reason that is given, what was found, the answer to a question. */
import type { State } from './state.ts';

export const questionStates: readonly State[] = [
  {
    name: 'questions',
    show: async (plan) => {
      await plan.go('questions');
      await plan.page.getByTestId('question').first().waitFor();
    },
  },
  {
    name: 'a reason why something is intended',
    show: async (plan) => {
      await plan.copy();
      const screen = await plan.go('questions');
      await screen.getByRole('button', { name: 'This is intended…' }).first().click();
      await plan.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'search with an answer',
    show: async (plan) => {
      const screen = await plan.go('search');
      await screen.getByRole('searchbox').fill('who leads C6');
      await screen.getByTestId('answer-card').waitFor();
    },
  },
  {
    name: 'search with where it was found',
    show: async (plan) => {
      const screen = await plan.go('search');
      await screen.getByRole('searchbox').fill('deepfake');
      await screen.locator('.s-line').first().waitFor();
    },
  },
];
