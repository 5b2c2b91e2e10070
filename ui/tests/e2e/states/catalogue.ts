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
  {
    name: 'an instrument of a pasted table',
    show: async (plan) => {
      await plan.copy();
      await plan.go('catalogue');
      await plan.page.getByTestId('list-instrument').click();
      await plan.page.getByTestId('instrument-new').click();
      await plan.page.getByTestId('table-paste').focus();
      await plan.page.evaluate(() => {
        const rows = [
          'Para #\tAction requested\tAsked entities',
          '23\tReport on connectivity\tITU; UN regional commissions',
          '67\tSet up an internal task force on financing\tUNGIS, ITU and UNDP',
          '\tReport to the CSTD in 2027\tUNGIS',
          '113\tWrite implementation road maps\tAction line facilitators, Friends of the Lake, World Health Organisation',
        ];
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', rows.join('\r\n'));
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      });
      await plan.page.getByTestId('table-lines').waitFor();
    },
  },
  {
    name: 'an organization that another follows',
    show: async (plan) => {
      await plan.copy();
      await plan.go('catalogue');
      await plan.page.getByTestId('list-organization').click();
      await plan.filterText.fill('UNESCO');
      await plan.row('UNESCO').click();
      await plan.page.getByTestId('organization-conclude').click();
      await plan.page.getByRole('dialog').getByText('A new organization').click();
      await plan.page.getByTestId('naming').waitFor();
    },
  },
];
