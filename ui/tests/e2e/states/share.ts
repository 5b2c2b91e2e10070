/** States of sharing. */
import type { State } from './state.ts';

export const shareStates: readonly State[] = [
  {
    name: 'sharing for the first time, without a name',
    show: async ({ page }) => {
      await page.getByTestId('share').click();
      await page.getByTestId('share-next').click();
      await page.getByText('Write your name').waitFor();
    },
  },
  {
    name: 'sharing, the receiver has not the application',
    show: async ({ page }) => {
      await page.getByTestId('share').click();
      await page.getByTestId('share-skip').click();
      await page.getByTestId('share-goes').waitFor();
      await page.locator('label.k-radio').filter({ hasText: 'No' }).click();
    },
  },
];
