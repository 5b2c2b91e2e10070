/** Commitments by the group that they are linked with. */
import { expect, test } from './support/test.ts';

test('commitments are grouped and filtered by the group that they are linked with', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  const seen = (await host.call('view_get', { kind: 'group', query: {}, from: 0, to: 1 })) as {
    rows: readonly { id: string }[];
  };
  await host.call('mapping_create', { fields: { commitment: 'ITU-010', group: seen.rows[0]?.id } });
  await page.getByTestId('group').click();
  await page.getByRole('menuitemradio', { name: 'Group', exact: true }).click();
  await expect(page.getByTestId('group')).toContainText('Group');
  const first = plan.grid.locator('.k-grid-row').first();
  await expect(first).toContainText('ITU-010');
  await expect(plan.grid).toContainText('United Nations General Assembly');
  // A new row within the group is linked with it, in the same step.
  await first.locator('[data-column="title"]').click();
  await page.keyboard.press('Control+Shift+N');
  await page.keyboard.type('A row of the Assembly');
  await page.keyboard.press('Enter');
  await expect(plan.grid.locator('.k-grid-row').nth(1)).toContainText('A row of the Assembly');
  await expect(plan.grid.locator('.k-grid-group').first()).toContainText('2');
  await plan.press('Control+z');
  await plan.press('Control+z');
  await expect(plan.grid).not.toContainText('A row of the Assembly');
  await expect(plan.grid.locator('.k-grid-group').first()).toContainText('1');
  await plan.press('Control+y');
  await plan.press('Control+y');
  await expect(plan.grid.locator('.k-grid-row').nth(1)).toContainText('A row of the Assembly');
  await page.getByTestId('filter-add').click();
  await page.getByRole('menuitem', { name: 'Group', exact: true }).click();
  await page.locator('label.k-checkbox', { hasText: 'United Nations General Assembly' }).click();
  await expect(page.getByTestId('filtered-count')).toHaveText(/^\W*2\W* of /);
});
