/** The matrix: the annex edited by the keyboard alone, and from a number to its rows. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import type { PlanWindow } from './support/window.ts';

const cell = (page: Page, objective: string, column: string) =>
  page.locator(`[data-objective="${objective}"] [data-column="${column}"]`);

/** The names of the lines of a cell, from top to bottom. */
async function lines(page: Page, objective: string, column: string): Promise<readonly string[]> {
  return cell(page, objective, column).locator('[data-line] .x-short').allInnerTexts();
}

async function own(plan: PlanWindow): Promise<void> {
  await plan.open();
  await plan.copy();
  await plan.press('Control+6');
  await expect(plan.page.getByTestId('annex')).toBeVisible();
}

test('the annex is walked, edited, added to, ordered and cut by keys alone, each in one step', async ({
  plan,
  page,
}) => {
  await own(plan);
  const focused = page.locator(':focus');
  // The keys of the window brought them here.
  await expect(page.getByTestId('annex').locator(':focus')).toHaveCount(1);
  await plan.press('Control+Home');
  await expect(focused).toContainText('All objectives');
  await plan.press('ArrowDown');
  await plan.press('ArrowDown');
  await plan.press('ArrowDown');
  await plan.press('ArrowRight');
  await expect(focused).toContainText('C5 Confidence and security');

  await plan.press('F2');
  await page.keyboard.type('Cyber threats first');
  await plan.press('Enter');
  await expect(focused).toContainText('– Cyber threats first');
  await expect(plan.said).toContainText('Reason set');
  await expect(plan.undo).toContainText('Set reason');

  await plan.press('Alt+ArrowDown');
  await expect.poll(() => lines(page, 'O3', 'wsis_process')).toEqual(['C10', 'C5', 'C6', 'C11']);
  await expect(focused).toContainText('C5');
  await expect(plan.said).toContainText(/Line.*2.*of.*4/);

  // What is left by Escape is as it was.
  await plan.press('Enter');
  await page.keyboard.type('nothing of this');
  await plan.press('Escape');
  await expect(focused).toContainText('– Cyber threats first');

  await plan.press('ArrowRight');
  await plan.press('Control+Shift+N');
  await page.keyboard.type('Open data portal');
  await plan.press('Enter');
  await expect(focused).toContainText('Open data portal');
  await expect(focused).toContainText('Added here, not in the document');
  await plan.press('ArrowLeft');
  await plan.press('Control+Shift+N');
  await page.getByRole('menu').waitFor();
  await page.keyboard.type('C9');
  await plan.press('Enter');
  await page.getByTestId('annex-editor').waitFor();
  await page.keyboard.type('Media');
  await plan.press('Enter');
  await expect(focused).toContainText(/C9.*Media.*UNESCO.*lead.*– .?Media/);
  await plan.press('Delete');
  await expect.poll(() => lines(page, 'O3', 'wsis_process')).toEqual(['C10', 'C5', 'C6', 'C11']);
  await expect(focused).toContainText('C11');
  for (let step = 0; step < 6; step += 1) {
    await plan.press('Control+Z');
    await expect(plan.said).toContainText('Undone');
    await page.waitForFunction(() => document.activeElement !== document.body);
  }
  await expect.poll(() => lines(page, 'O3', 'wsis_process')).toEqual(['C5', 'C10', 'C6', 'C11']);
  await expect(plan.undo).toBeDisabled();
});

test('arrows go where they point when the window is mirrored', async ({ plan, page, host }) => {
  await host.call('settings_set', { language: 'ar-XB' });
  await plan.open();
  await page.getByTestId('rail-matrix').click();
  const focused = page.locator(':focus');
  await cell(page, 'O1', 'wsis_process').locator('[data-line]').first().click();
  await plan.press('ArrowLeft');
  await expect(focused).toHaveAttribute('data-at', '1:2:0');
  await plan.press('ArrowRight');
  await plan.press('ArrowRight');
  await expect(focused).toHaveAttribute('data-at', '1:0:0');
});

test('only read, the annex says why it is not typed into, and its lines open their details', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.go('matrix');
  await cell(page, 'O2', 'itu_activities').locator('[data-line]').first().click();
  await expect(plan.inspector).toContainText('ITU-020');
  await plan.press('ArrowDown');
  await expect(plan.inspector).toContainText('ITU-021');
  await plan.press('F2');
  await expect(plan.notice).toBeVisible();
  await expect(page.getByTestId('annex-editor')).toHaveCount(0);
});

test('what is printed twice says where else', async ({ plan, page }) => {
  await plan.open();
  await plan.go('matrix');
  await expect(cell(page, 'O2', 'itu_activities').locator('[data-mark="double"]')).toHaveCount(4);
  await expect(cell(page, 'O3', 'itu_activities').locator('[data-mark="double"]')).toHaveCount(4);
  await expect(page.locator('[data-mark="double"]')).toHaveCount(8);
});

test('a number opens what it counts, and leads to those commitments', async ({ plan, page }) => {
  await own(plan);
  await page.getByRole('tab', { name: 'Counts' }).click();
  await page.getByTestId('matrix-across').click();
  await page.getByRole('menuitemradio', { name: 'Provisions' }).click();
  const two = page
    .getByTestId('matrix-grid')
    .getByRole('button', { name: /11\(c\)\W*2\W*links/ })
    .first();
  await two.focus();
  await plan.press('Enter');
  await expect(page.getByTestId('matrix-links').getByRole('listitem')).toHaveCount(2);
  await expect(page.getByTestId('matrix-links')).toContainText('our reading of');
  await page.getByTestId('matrix-to-commitments').click();
  await expect(page.getByTestId('filtered-count')).toContainText(/2.*of.*141/);
  await expect(page.getByTestId('filter-provision')).toContainText('Resilient infrastructure');
  await expect(page.getByTestId('filter-objective')).toContainText('Digital divides');
});

test('a link names its objective by the short title, and its line by code and name', async ({
  plan,
  page,
}) => {
  await own(plan);
  await page.getByRole('tab', { name: 'Counts' }).click();
  await page
    .getByTestId('matrix-grid')
    .getByRole('button', { name: /1\W*link/ })
    .first()
    .click();
  const link = page.getByTestId('matrix-links').getByRole('listitem');
  await expect(link.getByRole('button').first()).toHaveText('Digital divides and the SDGs');
  await expect(link.getByRole('button').nth(1)).toHaveText(/C2 Information/);
});

test('the annex is written as a table', async ({ plan, page, host }) => {
  await plan.open();
  await plan.go('matrix');
  await host.choose(host.path('annex'));
  await page.getByTestId('matrix-export').click();
  await expect(plan.notice).toContainText('annex.csv');
});
