/** Questions and search: what the plan asks, why something is intended, and what is found, answered by the rows. */
import { expect, test } from './support/test.ts';

test('what helps opens the row where the answer is given', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  const screen = await plan.go('questions');
  const undated = screen.getByTestId('rule-no-date').getByTestId('question').first();
  await undated.getByRole('button', { name: 'Give a date, as vague as it is' }).click();
  await expect(plan.inspector).toContainText('ITU-001');
  await expect(plan.field('end').getByRole('button').first()).toBeFocused();
  // Many rows are shown when they are asked for.
  const old = screen.getByTestId('rule-old').getByTestId('question').first();
  await expect(old.locator('.q-row')).toHaveCount(6);
  await old.getByRole('button', { name: /more rows/ }).click();
  await expect(old.locator('.q-row')).toHaveCount(56);
  await expect(page.getByTestId('questions')).toBeVisible();
});

test('five questions at the most are on the overview, and none before an audience', async ({
  plan,
  page,
}) => {
  await plan.open();
  const overview = await plan.go('overview');
  const first = overview.getByTestId('first-questions');
  await expect(first.locator('li')).toHaveCount(5);
  await first.locator('li').first().getByRole('button').click();
  await expect(page.getByTestId('questions')).toBeVisible();
  await plan.press('F9');
  await expect(page.getByText('Questions are not shown to others')).toBeVisible();
  await expect(page.getByTestId('rail-questions')).not.toContainText(/\d/);
  await plan.go('overview');
  await expect(first).toHaveCount(0);
});
