/** Milestones: taken from the calendar, dated as vaguely as they are, hung on one another. */
import type { Locator } from '@playwright/test';
import type { PlanWindow } from './support/window.ts';
import { sideways } from './support/fits.ts';
import { expect, test } from './support/test.ts';

const titled = (plan: PlanWindow, title: string): Locator =>
  plan.grid
    .locator('.k-grid-row')
    .filter({ has: plan.page.locator('[data-column="title"]', { hasText: title }) });
const cell = (plan: PlanWindow, title: string, column: string): Locator =>
  titled(plan, title).locator(`[data-column="${column}"]`);

async function add(plan: PlanWindow, title: string, when: string): Promise<void> {
  await plan.press('Control+Shift+N');
  // The cell is open for its name, which is typed over.
  await expect(plan.grid.locator('textarea:focus')).toHaveValue('New milestone');
  await plan.page.keyboard.type(title);
  await plan.press('Enter');
  await expect(titled(plan, title)).toBeVisible();
  await cell(plan, title, 'when').click();
  await plan.page.keyboard.type(when);
  await plan.press('Enter');
  await expect(cell(plan, title, 'when')).toContainText('2031');
}

test('a milestone is taken from the calendar by keyboard, and is marked as taken', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.go('milestones');
  await expect.poll(() => sideways(plan)).toBe(0);
  await page.getByTestId('take').click();
  const list = page.getByTestId('take-list');
  await expect(list.getByRole('option', { name: /WTSA-24/ })).toHaveAttribute('aria-disabled', 'true');
  // What is called by the words stands before what only mentions them.
  await page.keyboard.type('WSIS+20');
  await expect(list.getByRole('option', { name: /High-Level Event/ })).toBeVisible();
  const over = list.getByRole('group').last().getByRole('option');
  await expect(over.first()).toContainText('WSIS+20');
  await expect(over.last()).not.toContainText('WSIS+20');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('PP-26');
  await expect(list.getByRole('option')).toHaveCount(1);
  await plan.press('ArrowDown');
  await expect(list.getByRole('option')).toBeFocused();
  await plan.press('Space');
  await expect(page.getByTestId('take-keep')).toHaveText(/Take \W*1\W* milestone/);
  await page.getByTestId('take-keep').focus();
  await plan.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(titled(plan, 'Plenipotentiary')).toBeVisible();
  await expect(plan.inspector).toContainText('Plenipotentiary');
  await page.getByTestId('take').click();
  await expect(list.getByRole('option', { name: /Plenipotentiary/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('vague dates stand in their words, with what is understood', async ({ plan }) => {
  await plan.open();
  await plan.copy();
  await plan.go('milestones');
  await add(plan, 'A decision of ours', 'end of 2031');
  await expect(cell(plan, 'A decision of ours', 'when')).toContainText('end of 2031');
  await expect(cell(plan, 'A decision of ours', 'when').locator('.m-understood')).not.toBeEmpty();
  // It stands where its date is, below today.
  await cell(plan, 'A decision of ours', 'when').click();
  await expect(plan.grid.locator('[data-group="is:ahead"]')).toContainText('From today');
  await plan.page.keyboard.type('whenever');
  await plan.press('Enter');
  await expect(plan.page.locator('.k-editor-error')).toContainText('not understood');
  await plan.press('Escape');
});

test('what hangs on another follows it when it is moved', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.go('milestones');
  await add(plan, 'Opening of the forum', '14 May 2031');
  await add(plan, 'Papers are due', '2031');
  // What sorts a row elsewhere leaves it in sight, and the keys with it.
  const fresh = cell(plan, 'Papers are due', 'when');
  await expect(fresh).toHaveAttribute('data-active', 'true');
  const clear = async (): Promise<boolean> => {
    const [row, head] = await Promise.all([
      titled(plan, 'Papers are due').boundingBox(),
      plan.grid.locator('.k-grid-group[data-sticks]').boundingBox(),
    ]);
    return row !== null && head !== null && row.y >= head.y + head.height - 1;
  };
  await expect.poll(clear).toBe(true);
  await cell(plan, 'Papers are due', 'hangs_on').click();
  // Typing opens the dialog, and no letter is lost.
  await page.keyboard.type('Opening of the');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox').first()).toHaveValue('Opening of the');
  await page.getByRole('option', { name: /Opening of the forum/ }).waitFor();
  await plan.press('Enter');
  await page.getByTestId('hang-distance').getByRole('textbox').fill('30');
  await expect(page.getByTestId('hang-preview')).toContainText(/30\W* days\W* before/);
  await expect(page.getByTestId('hang-preview')).toContainText('14 April 2031');
  await plan.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(cell(plan, 'Papers are due', 'when')).toContainText('14 Apr 2031');
  await expect(cell(plan, 'Papers are due', 'hangs_on')).toContainText('before');
  await expect(cell(plan, 'Opening of the forum', 'title')).toContainText(/1\W* milestone hangs on this/);

  // One row is written, and the other one's words are others.
  await cell(plan, 'Opening of the forum', 'when').click();
  await page.keyboard.type('20 June 2031');
  await plan.press('Enter');
  await expect(cell(plan, 'Papers are due', 'when')).toContainText('21 May 2031');
  await expect(plan.notice).toContainText(/1\W* milestone moved with it: \W*Papers are due/);
  await plan.press('Control+z');
  await expect(cell(plan, 'Papers are due', 'when')).toContainText('14 Apr 2031');

  // Moving what hangs changes how far away it hangs.
  await cell(plan, 'Papers are due', 'when').click();
  await page.keyboard.type('4 May 2031');
  await plan.press('Enter');
  await expect(cell(plan, 'Papers are due', 'hangs_on')).toContainText('10');

  // Nothing hangs on what hangs on it.
  await cell(plan, 'Opening of the forum', 'hangs_on').dblclick();
  await dialog.getByRole('combobox').first().fill('Papers are');
  await page.getByRole('option', { name: /Papers are due/ }).waitFor();
  await plan.press('Enter');
  await expect(page.getByTestId('hang-preview')).toContainText('hang on itself');
  await plan.press('Escape');
  await expect(dialog).toHaveCount(0);

  // By itself again, on the days that it has.
  await cell(plan, 'Papers are due', 'hangs_on').dblclick();
  await page.getByTestId('hang-release').click();
  await expect(dialog).toHaveCount(0);
  await expect(cell(plan, 'Papers are due', 'hangs_on')).not.toContainText('before');
  await expect(cell(plan, 'Papers are due', 'when')).toContainText('4 May 2031');
});

test('what is hung on another is in sight where it stands then, with the keys; and what was done is said', async ({
  plan,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await plan.open();
  await plan.copy();
  await plan.go('milestones');
  // Without a date it stands last, far below what it is hung on.
  await plan.press('Control+Shift+N');
  await expect(plan.grid.locator('textarea:focus')).toHaveValue('New milestone');
  await page.keyboard.type('Reply is due');
  await plan.press('Enter');
  await expect(titled(plan, 'Reply is due')).toBeInViewport();
  await plan.press('End');
  await page.keyboard.type('WSIS+20 review');
  await page.getByRole('option', { name: /WSIS.20 review/ }).waitFor();
  await plan.press('Enter');
  await expect(page.getByTestId('hang-preview')).toContainText('2025');
  await plan.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(plan.said).toContainText('now hangs on');
  await expect(titled(plan, 'Reply is due')).toBeInViewport();
  await expect(titled(plan, 'Reply is due').locator('textarea')).toBeFocused();
  await expect(plan.said).toContainText('now hangs on');
});

test('what hangs keeps to working days where it is asked to, by keys, and says why it moved', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.go('milestones');
  await add(plan, 'Opening of the forum', '14 May 2031');
  await add(plan, 'Papers are due', '2031');
  await cell(plan, 'Papers are due', 'hangs_on').click();
  await page.keyboard.type('Opening of the');
  await page.getByRole('option', { name: /Opening of the forum/ }).waitFor();
  await plan.press('Enter');
  await page.getByTestId('hang-distance').getByRole('textbox').fill('10');
  const preview = page.getByTestId('hang-preview');
  await expect(preview).toContainText('4 May 2031');
  await expect(preview).toContainText('Sunday');
  const working = page.getByRole('dialog').getByRole('checkbox', { name: /working day/ });
  for (
    let turn = 0;
    turn < 8 && !(await working.evaluate((box) => box === document.activeElement));
    turn += 1
  ) {
    await plan.press('Tab');
  }
  await plan.press('Space');
  await expect(preview).toContainText('2 May 2031');
  await expect(preview).toContainText('moved to the working day before');
  await plan.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cell(plan, 'Papers are due', 'when')).toContainText('2 May 2031');
  await cell(plan, 'Papers are due', 'hangs_on').dblclick();
  await expect(working).toBeChecked();
});
