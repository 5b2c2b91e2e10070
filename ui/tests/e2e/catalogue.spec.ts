/** The catalogue: found in all lists, edited, by keyboard too. */
import { sideways } from './support/fits.ts';
import { expect, test } from './support/test.ts';

test('a search over all lists leads to the row, which is edited and found by its new words', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.go('catalogue');
  await expect(page.getByTestId('list-objective')).toHaveAttribute('aria-current', 'true');
  await plan.press('Control+Shift+F');
  await page.keyboard.type('unesco');
  const found = page.getByTestId('catalogue-found');
  await expect(found.getByRole('heading', { name: /Organizations/ })).toBeVisible();
  await expect(found.getByRole('heading', { name: /Sources/ })).toBeVisible();
  // How many in all, and in each list.
  await expect(page.getByTestId('catalogue-total')).toContainText(/5\W* entries found/);
  await expect(page.getByTestId('list-organization')).toContainText(/3$/);
  await expect(page.getByTestId('list-goal')).toContainText(/0$/);
  await plan.press('ArrowDown');
  const unesco = found.getByRole('button', { name: /UNESCO.*Educational, Scientific/ });
  for (
    let step = 0;
    step < 20 && !(await unesco.evaluate((one) => one === document.activeElement));
    step += 1
  ) {
    await plan.press('ArrowDown');
  }
  await plan.press('Enter');
  await expect(page.getByTestId('list-organization')).toHaveAttribute('aria-current', 'true');
  await expect(plan.inspector).toContainText('Educational, Scientific');
  await expect(plan.row('UNESCO')).toHaveAttribute('data-active', 'true');

  // Back to what was found, where one left it, and up to the words.
  await plan.press('Alt+ArrowLeft');
  await expect(unesco).toBeFocused();
  await plan.press('Enter');
  await expect(plan.row('UNESCO')).toHaveAttribute('data-active', 'true');
  await page.getByTestId('catalogue-back').click();
  await expect(unesco).toBeFocused();
  await plan.press('Escape');
  await expect(page.getByTestId('catalogue-search').getByRole('searchbox')).toBeFocused();
  await unesco.click();

  await plan.cell('UNESCO', 'address').click();
  await page.keyboard.type('www.unesco.example');
  await plan.press('Enter');
  await expect(plan.cell('UNESCO', 'address')).toHaveText('www.unesco.example');
  await expect(plan.undo).toContainText('address');
  await page.getByTestId('catalogue-search').getByRole('searchbox').fill('unesco.example');
  await expect(found.getByRole('button')).toHaveCount(1);
  await page.getByTestId('catalogue-search').getByRole('searchbox').fill('qqqq');
  await expect(page.getByTestId('catalogue')).toContainText('Nothing in the catalogue fits');
});

test('every list has its table; the new entry of one is made and deleted', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.go('catalogue');
  const kinds = page.getByRole('navigation', { name: 'Lists of the catalogue' }).getByRole('button');
  const count = await kinds.count();
  expect(count).toBeGreaterThanOrEqual(9);
  for (let at = 0; at < count; at += 1) {
    await kinds.nth(at).click();
    // Rules for deadlines are taken when they are wanted: until then their lists say how.
    await expect(plan.grid.locator('.k-grid-row').or(page.locator('.k-grid-empty')).first()).toBeVisible();
    // Beside the lists and the details, all columns of a first look are seen.
    await expect.poll(() => sideways(plan), await kinds.nth(at).innerText()).toBe(0);
  }
  await page.getByTestId('list-action_line').click();
  await expect(plan.cell('C2', 'facilitators')).toContainText('ITU');

  await page.getByTestId('list-organization').click();
  await page.getByTestId('new').click();
  await expect(plan.row('New entry')).toBeVisible();
  await page.keyboard.type('Ministry of Trees');
  await plan.press('Enter');
  await expect(plan.row('Ministry of Trees')).toBeVisible();
  await plan.row('Ministry of Trees').locator('[data-column="name"]').click();
  await plan.press('Control+Delete');
  await expect(plan.row('Ministry of Trees')).toHaveCount(0);
});

test('a filter that hides the row one goes to goes in words, and comes back at a wish', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.go('catalogue');
  await page.getByTestId('list-organization').click();
  await plan.filterText.fill('unesco');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(3);
  const goTo = async (words: string, row: RegExp): Promise<void> => {
    await plan.press('Control+k');
    await page.keyboard.type(words);
    await plan.palette.getByRole('option', { name: row }).first().click();
  };
  // What the filter shows anyway leaves it as it is.
  await goTo('UNESCO', /Educational, Scientific/);
  await expect(plan.row('UNESCO')).toHaveAttribute('data-active', 'true');
  await expect(plan.filterText).toHaveValue('unesco');
  await goTo('World Health', /World Health Organization/);
  await expect(plan.row('WHO')).toHaveAttribute('data-active', 'true');
  await plan.notice.getByRole('button', { name: 'Filter again' }).click();
  await expect(plan.filterText).toHaveValue('unesco');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(3);
});

test('text and dates can be filtered by, too', async ({ plan, page }) => {
  await plan.open();
  await page.getByTestId('filter-add').click();
  await page.getByRole('menuitem', { name: 'Paragraph of the source' }).click();
  // The new filter is asked for its values at once.
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().waitFor();
  await dialog.getByRole('searchbox').fill('objective 1');
  await dialog.locator('label.k-checkbox').first().click();
  await expect(page.getByTestId('filtered-count')).toContainText('of');
});

test('an organization is renamed and another follows it, with all rows that name it in sight', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.go('catalogue');
  await page.getByTestId('list-organization').click();
  await plan.filterText.fill('Postal');
  await plan.row('UPU').click();
  await expect(plan.inspector).toContainText('Universal Postal Union');
  await page.getByTestId('organization-rename').click();
  const dialog = page.getByRole('dialog');
  const naming = dialog.getByTestId('naming');
  await expect(naming).toContainText(/rows name it/);
  await page.keyboard.type('World Postal Union');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(plan.inspector).toContainText('World Postal Union');
  await expect(plan.inspector).toContainText('Universal Postal Union');
  await expect(page.getByTestId('organization-rename')).toBeFocused();

  await page.getByTestId('organization-conclude').click();
  await expect(dialog.getByLabel('Until when')).toHaveValue('');
  await page.keyboard.type('1 January 2026');
  await dialog.getByText('A new organization').click();
  await dialog.getByLabel('Name of the new organization').fill('House of Letters');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(plan.inspector).toContainText('House of Letters');
  await expect(plan.undo).toContainText('successor of an organization');
});

test('the lists of rules and of holidays say how they are filled', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.go('catalogue');
  for (const [list, words] of [
    ['rule_pack', 'press D'],
    ['rule', 'press D'],
    ['holiday', 'working day before'],
  ] as const) {
    await page.getByTestId(`list-${list}`).click();
    await expect(page.locator('.k-grid-empty')).toContainText(words);
  }
});
