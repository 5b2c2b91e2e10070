/** An instrument of a pasted table: by keys alone, seen before it is made, one step. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const ROWS = [
  'Para #\tAction requested\tAsked entities',
  '23\tReport on meaningful connectivity\tITU; UN regional commissions',
  '67\t"Set up an internal task force\non financing"\tUNGIS, ITU and UNDP',
  '\tReport to the CSTD in 2027\tUNGIS',
  '113\tWrite implementation road maps\tAction line facilitators, Friends of the Lake',
];

/** As the keys bring it: into what has the focus. */
async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    (given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', given.text);
      clipboardData.setData('text/html', given.html);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { text, html },
  );
}

test('a table is pasted, who is asked is chosen, and an instrument is made of it by keys alone', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.go('catalogue');
  await plan.press('Control+k');
  await page.keyboard.type('new instrument from');
  await plan.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('A new resolution');
  await plan.press('Tab');
  await page.keyboard.type('A/RES/99/1');
  await plan.press('Tab');
  await page.keyboard.type('17 December 2044');
  await plan.press('Tab');
  await page.keyboard.type('Follow-up table');
  await plan.press('Tab');
  await expect(page.getByTestId('table-paste')).toBeFocused();
  await paste(page, ROWS.join('\r\n'));
  await expect(page.getByTestId('table-summary')).toContainText(/4\W* provisions/);
  await expect(page.getByTestId('table-lines').getByRole('row')).toHaveCount(5);
  const lake = page.getByTestId('asked-one').filter({ hasText: 'Friends of the Lake' });
  await expect(lake).toHaveAttribute('data-how', 'unknown');
  await lake.getByRole('combobox').focus();
  await page.keyboard.type('World Health');
  await plan.press('ArrowDown');
  await plan.press('Enter');
  await expect(lake).toHaveAttribute('data-how', 'chosen');
  await expect(lake).toContainText('WHO');
  // Facilitators are shown one by one.
  await expect(page.getByTestId('asked-one').filter({ hasText: 'Action line facilitators' })).toContainText(
    'UNESCO',
  );
  await plan.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(plan.inspector).toContainText('A new resolution');
  await expect(plan.undo).toContainText('from a table');
  await page.getByTestId('list-provision').click();
  await plan.filterText.fill('Write implementation');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(1);
  await plan.undo.click();
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(0);
});

test('a column that was taken for something else is said, and what runs in a table does not', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.go('catalogue');
  await page.getByTestId('list-instrument').click();
  await page.getByTestId('instrument-new').click();
  await page.getByTestId('table-paste').focus();
  const html =
    '<table><tr><td>1</td><td>ITU<img src=x onerror="window.__ran=1"><script>window.__ran=1</script></td><td>Report at length</td></tr></table>';
  await paste(page, '1\tITU\tReport at length', html);
  const dialog = page.getByRole('dialog');
  await expect(page.getByTestId('table-summary')).toContainText(/1\W* provision/);
  await expect(page.getByTestId('table-lines')).toContainText('Report at length');
  await dialog.getByRole('button', { name: /Column \W*3/ }).click();
  await page.getByRole('option', { name: 'Not read' }).click();
  await expect(page.getByTestId('table-lines')).toContainText('nothing is asked for in it');
  expect(await page.evaluate(() => '__ran' in window)).toBe(false);
  await page.getByTestId('form-keep').click();
  await expect(dialog.getByText('Symbol is needed').or(dialog.locator('.k-error')).first()).toBeVisible();
});
