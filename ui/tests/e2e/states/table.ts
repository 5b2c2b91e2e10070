/** States of the tables: what is asked about many cells, how they are filtered, sorted and searched. */
import type { State } from './state.ts';

export const tableStates: readonly State[] = [
  {
    name: 'what a paste would change',
    show: async (plan) => {
      await plan.copy();
      await plan.cell('ITU-009', 'title').click();
      await plan.page.evaluate(() => {
        const clipboardData = new DataTransfer();
        const rows = ['Skills\tITU\tBDT\tnever\t2025\t03/04/2026', 'Standards\tITU\tnobody\tOngoing\t\t'];
        clipboardData.setData('text/plain', rows.join('\r\n'));
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      });
      await plan.page.getByTestId('change-list').waitFor();
    },
  },
  {
    name: 'a filter by days and by words',
    show: async (plan) => {
      await plan.page.getByTestId('filter-add').click();
      await plan.page.getByRole('menuitem', { name: 'When', exact: true }).click();
      await plan.page.getByRole('textbox', { name: 'From' }).fill('03/04/2026');
      await plan.page.locator('.k-error', { hasText: /./ }).waitFor();
    },
  },
  {
    name: 'what else a table can do',
    show: async (plan) => {
      await plan.page.getByTestId('table-more').click();
      await plan.page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'the menu of a cell',
    show: async (plan) => {
      await plan.copy();
      await plan.cell('ITU-010', 'title').click({ button: 'right' });
      await plan.page.getByRole('menuitem', { name: /^Copy/ }).waitFor();
    },
  },
  {
    name: 'the order of the rows, key by key',
    show: async (plan) => {
      await plan.page.getByTestId('table-more').click();
      await plan.page.getByRole('menuitem', { name: 'Sort the rows' }).click();
      await plan.page.getByTestId('sort-add').click();
      await plan.page.getByTestId('sort-add').click();
      await plan.page.getByTestId('sort-done').waitFor();
    },
  },
  {
    name: 'a view gets a name',
    show: async (plan) => {
      await plan.page.getByTestId('table-more').click();
      await plan.page.getByRole('menuitem', { name: 'Save this view' }).click();
      await plan.page.getByTestId('view-name').waitFor();
    },
  },
  {
    name: 'looking for words, and replacing them',
    show: async (plan) => {
      await plan.copy();
      await plan.cell('ITU-009', 'title').click();
      await plan.press('Control+h');
      await plan.page.keyboard.type('skills');
      await plan.page.getByTestId('find-count').getByText(/of/).waitFor();
    },
  },
  {
    name: 'several rows edited together',
    show: async (plan) => {
      await plan.copy();
      await plan.cell('ITU-009', 'title').click();
      await plan.press('Shift+ArrowDown');
      await plan.page.getByTestId('table-more').click();
      await plan.page.getByRole('menuitem', { name: 'Edit the selected rows' }).click();
      await plan.page.getByTestId('bulk-more').waitFor();
    },
  },
  {
    name: 'the menu of a column, and cells that are cut',
    show: async (plan) => {
      await plan.copy();
      await plan.cell('ITU-009', 'lead').click();
      await plan.press('Control+x');
      await plan.head('Status').click({ button: 'right' });
      await plan.page.getByRole('menuitem', { name: 'Hide this column' }).waitFor();
    },
  },
  {
    name: 'rows compared with what came with the application, and what is gone',
    show: async (plan) => {
      await plan.copy();
      await plan.cell('ITU-009', 'title').click();
      await plan.page.keyboard.type('Another title');
      await plan.press('Enter');
      await plan.cell('ITU-011', 'title').click();
      await plan.press('Control+Delete');
      await plan.press('F7');
      await plan.page.getByRole('menuitemradio').nth(1).click();
      await plan.grid.locator('[data-was]').first().waitFor();
      await plan.page.getByTestId('compare-gone').click();
      await plan.page.getByTestId('compare-gone-list').waitFor();
    },
  },
];
