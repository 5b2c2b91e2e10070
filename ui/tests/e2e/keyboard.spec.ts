/** The main path without a mouse. */
import { expect, test } from './support/test.ts';

test('from the first start to an undone edit by keyboard alone', async ({ plan, page, host }) => {
  await plan.open();
  await host.choose(host.path('keys.gdcplan'));
  await plan.press('Control+k');
  await expect(plan.palette).toBeVisible();
  await page.keyboard.type('my own copy');
  await plan.press('Enter');
  await expect(plan.saveState).toContainText('Saved');

  // F6 goes from part to part until the keys are in the list.
  for (let steps = 0; steps < 6 && !(await isIn(plan.grid)); steps += 1) {
    await plan.press('F6');
  }
  expect(await isIn(plan.grid)).toBe(true);
  await plan.press('Control+Home');
  await plan.press('ArrowRight');
  await plan.press('F2');
  await plan.press('Control+a');
  await page.keyboard.type('By keyboard alone');
  await plan.press('Tab');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('By keyboard alone');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'title')).not.toHaveText('By keyboard alone');
  await plan.press('Control+Shift+z');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('By keyboard alone');

  // The details of the row, and back with Escape.
  await plan.press('Alt+Enter');
  await expect.poll(() => isIn(plan.inspector)).toBe(true);
  await plan.press('Escape');
  await expect.poll(() => isIn(plan.grid)).toBe(true);
});

test('finds a row in the palette and goes to it', async ({ plan, page }) => {
  await plan.open();
  await plan.press('Control+k');
  await page.keyboard.type('giga');
  await expect(plan.palette.getByRole('option').first()).toContainText('Giga initiative');
  await plan.press('Enter');
  await expect(plan.palette).toBeHidden();
  await expect(plan.inspector).toContainText('Giga initiative');
  await expect.poll(() => isIn(plan.grid)).toBe(true);
});

test('text size and typing: undo in a field is the field’s own', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.type('ITU-009', 'title', 'Kept');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('Kept');
  await plan.filterText.fill('ITU');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('Kept');
  await plan.press('Control++');
  await expect.poll(() => zoom(page)).toBeCloseTo(1.1);
  await plan.press('Control+0');
  await expect.poll(() => zoom(page)).toBe(1);
});

async function isIn(region: import('@playwright/test').Locator): Promise<boolean> {
  return region.evaluate((element) => element.contains(document.activeElement));
}

async function zoom(page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.style.getPropertyValue('--zoom')));
}
