/** Reports on a commitment, and the figures of its indicators. */
import { violations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test('a report states a status; one press confirms it; both can be changed and deleted in place', async ({
  plan,
  page,
  host,
}) => {
  await host.call('settings_set', { name: 'A. Delegate', organization: 'ITU' });
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  const updates = plan.inspector.getByRole('tab', { name: /Updates/ });
  await updates.click();
  const stated = plan.inspector.getByTestId('status-stated');
  await expect(stated).toContainText('Ongoing');
  await expect(stated).toContainText('early 2025');

  await page.getByTestId('add-report').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('March 2026');
  await plan.press('Tab');
  await page.keyboard.type('comp');
  await plan.press('Tab');
  await page.keyboard.type('The metrics are published.');
  await plan.press('Control+Enter');
  // A standing activity is never completed: said where it is mended.
  const state = dialog.locator('[data-field="status"] input');
  await expect(state).toBeFocused();
  await expect(state).toHaveAccessibleDescription(/standing activity/);
  await state.fill('conc');
  await expect(page.getByRole('option', { name: 'Concluded' })).toBeVisible();
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(stated).toContainText('Concluded');
  await expect(stated).toContainText('Mar');
  await expect(stated).toContainText('ITU');
  const report = plan.inspector.locator('[data-kind="update"]');
  await expect(report).toContainText('The metrics are published.');

  // What one press will state is said before, and done by it.
  await expect(page.getByTestId('confirm-states')).toContainText(/Concluded.*, as of .*\d{4}.*, by .*ITU/);
  await page.getByTestId('confirm-no-change').click();
  await expect(report).toHaveCount(2);
  await expect(report.first()).toContainText('confirmed, no change');
  await expect(stated).toContainText('Concluded');
  await expect(stated).not.toContainText('Mar 2026');
  await expect(page.getByTestId('confirm-no-change')).toBeFocused();

  const first = report.filter({ hasText: 'The metrics are published.' });
  await first.getByRole('button', { name: /Change/ }).click();
  await first.locator('[data-field="report"]').getByRole('button').first().click();
  await page.keyboard.type('All metrics are published.');
  await plan.press('Control+Enter');
  await expect(report.last()).toContainText('All metrics are published.');

  await report
    .first()
    .getByRole('button', { name: /Delete/ })
    .click();
  await expect(report).toHaveCount(1);
  await expect(plan.inspector.locator(':focus')).toHaveCount(1);
  await plan.press('Control+z');
  await expect(report).toHaveCount(2);

  // A report of an earlier day is kept, and the status stays: that is told.
  await page.getByTestId('add-report').click();
  await dialog.locator('[data-field="date"] input').fill('2024');
  await dialog.locator('[data-field="status"] input').fill('planned');
  await expect(page.getByRole('option', { name: 'Planned' })).toBeVisible();
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(report).toHaveCount(3);
  await expect(stated).toContainText('Concluded');
  await expect(plan.notice).toContainText(/status/);
});

test('an ambiguous date is asked about once', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.field('end').getByRole('button').first().click();
  await page.keyboard.type('3/4/2026');
  await expect(page.getByRole('option')).toHaveCount(2);
  await plan.press('Enter');
  await expect(page.locator('.k-editor-error')).toHaveCount(1);
  await expect(page.locator('.k-editor-reading')).toHaveCount(0);
  await page.getByRole('option').first().click();
  await expect(page.locator('.k-editor-error')).toHaveCount(0);
});

test('indicators have figures with their date and the words as stated', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.filterText.fill('ITU-040');
  await plan.cell('ITU-040', 'title').click();
  await plan.inspector.getByRole('tab', { name: /Updates/ }).click();
  const indicator = plan.inspector.locator('.i-indicator').first();
  await expect(indicator).toContainText('over');
  await expect(indicator).toContainText('100');
  await expect(indicator).toContainText('early 2025');
  const before = await indicator.locator('[data-kind="measurement"]').count();

  await indicator.getByTestId('add-measurement').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-field="value"]').getByRole('textbox').fill('120');
  await dialog.locator('[data-field="as_of"]').getByRole('textbox').fill('October 2026');
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(indicator.locator('[data-kind="measurement"]')).toHaveCount(before + 1);
  const newest = indicator.locator('[data-kind="measurement"]').first();
  await expect(newest).toContainText('120');
  await expect(newest).toContainText('October 2026');

  // The indicator by itself: its own details, its figures in a part of their own.
  await indicator.locator('.i-brief').first().click();
  await plan.inspector.getByRole('tab', { name: /Measurements/ }).click();
  await plan.inspector
    .locator('[data-kind="measurement"]', { hasText: '120' })
    .getByRole('button', { name: /Delete/ })
    .click();
  await expect(plan.inspector.locator('[data-kind="measurement"]')).toHaveCount(before);
});

test('nothing can be changed where one looks back, and persons are hidden from others', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.inspector.getByRole('tab', { name: /Updates/ }).click();
  await expect(page.getByTestId('add-report')).toHaveCount(0);
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  await plan.inspector.getByRole('tab', { name: 'Details' }).click();
  await plan.inspector.getByRole('button', { name: /more fields/ }).click();
  await expect(plan.field('follow_up')).toBeVisible();
  await plan.press('Control+k');
  await page.keyboard.type('discreet');
  await plan.press('Enter');
  await expect(plan.field('follow_up')).toHaveCount(0);
  await expect(plan.inspector.getByRole('tab', { name: 'History' })).toHaveCount(0);
});

test('figures of several years are drawn against baseline and target, with the same as a table', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  const { created } = (await host.call('indicator_create', {
    id: null,
    fields: {
      title: 'Schools connected',
      unit: 'schools',
      commitment: 'ITU-040',
      baseline: 10,
      baseline_as_of: '2020',
      target: 100,
      target_by: '2030',
    },
  })) as { created: string };
  for (const [value, as_of] of [
    [20, '2021-06-01'],
    [35, '2022'],
    [80, '2025-33~'],
  ]) {
    await host.call('measurement_create', { id: null, fields: { indicator: created, value, as_of } });
  }
  await plan.filterText.fill('ITU-040');
  await plan.cell('ITU-040', 'title').click();
  await plan.inspector
    .getByRole('tab', { name: /Indicators|Updates/ })
    .first()
    .click();
  const chart = plan.inspector.locator('.k-chart');
  await expect(chart).toHaveCount(1);
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.getByRole('img')).toHaveAccessibleName(/Target: .*100.*2030/);
  await expect(chart.locator('.k-chart-point')).toHaveCount(3);
  await expect(chart.locator('.k-chart-line[data-gap]')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(chart.locator('.k-chart-point').first()).toBeVisible();
  await page.emulateMedia({ forcedColors: 'none' });
  await chart.getByRole('button', { name: 'As a table' }).click();
  await expect(chart.getByRole('row')).toHaveCount(6);
  expect(await violations(page)).toEqual([]);
});
