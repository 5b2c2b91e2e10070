/** The review: three colleagues' files, gone through with the keyboard alone, applied as one step, undone and redone. */
import type { Page } from '@playwright/test';
import { threeAnswers } from './support/colleagues.ts';
import type { DevHost } from './support/devhost.ts';
import { expect, test } from './support/test.ts';
import type { PlanWindow } from './support/window.ts';

test.beforeEach(async ({ plan }) => {
  await plan.open();
  await plan.copy();
});

/** By the palette: a name is typed, and Enter does it. */
async function command(page: Page, plan: PlanWindow, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(plan.palette).toBeVisible();
  await page.keyboard.type(name);
  await expect(plan.palette.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
}

/** Numbers and names stand between marks of direction. */
function words(text: string): RegExp {
  return new RegExp(text.replaceAll(/\d+|As sent/g, (part) => `[\\u2068\\u2069]*${part}[\\u2068\\u2069]*`));
}

const item = (page: Page): ReturnType<Page['getByTestId']> => page.getByTestId('review-item');

async function value(host: DevHost, id: string, field: string): Promise<string> {
  const detail = (await host.call('row_get', { kind: 'commitment', id, source: { at: 'now' } })) as {
    row: { cells: Record<string, { text: string }> };
  };
  return detail.row.cells[field]?.text ?? '';
}

test('three colleagues’ files by the keyboard alone: decided, applied as one step, undone, redone', async ({
  plan,
  page,
  host,
}) => {
  const files = await threeAnswers(host);
  const { hash: before } = (await host.call('plan_hash')) as { hash: string };
  await host.choose(files);
  await command(page, plan, 'Review files');
  // Whose it is, of which day, descended from what: said first.
  await expect(page.getByTestId('review-file')).toHaveCount(3, { timeout: 20_000 });
  await expect(page.getByTestId('review-file').first()).toContainText(words('Last common version: As sent'));
  await expect(page.getByTestId('rail-files')).toHaveText(/3.*files/);
  await expect(page.getByTestId('review-apply')).toHaveText(words('Apply 4, leave 5 open'));
  expect(((await host.call('plan_hash')) as { hash: string }).hash).toBe(before);

  await page.getByTestId('review-list').focus();
  await page.keyboard.press('ArrowDown');
  await expect(item(page)).toContainText('ITU-001');
  // No mark of direction is seen as a sign.
  await expect(page.getByTestId('review')).not.toContainText('U+20');
  await expect(item(page).locator('.v-version')).toHaveCount(4);
  // Of which day each is, the last common one by its name too.
  await expect(item(page).locator('.v-version[data-sort="common"] .v-version-note')).toContainText(
    /As sent, .*20\d\d/,
  );
  await page.keyboard.press('3');
  // What was decided and what is left is said; the list goes on by itself.
  await expect(plan.said).toContainText(words('4 open'));
  await expect(item(page)).toContainText('ITU-003');
  await expect(page.getByTestId('review')).not.toContainText('U+20');
  await expect(item(page).locator('.v-version[data-chosen]')).toContainText('Both together');
  await expect(item(page).locator('ins').first()).toBeVisible();
  await page.keyboard.press('3');
  await expect(item(page)).toContainText('ITU-004');
  await expect(page.getByTestId('review')).not.toContainText('U+20');
  await page.keyboard.press('2');
  await expect(item(page)).toContainText('ITU-006');
  await expect(page.getByTestId('review')).not.toContainText('U+20');
  await page.keyboard.press('0');
  await expect(item(page)).toContainText('Mapping');
  await page.keyboard.press('k');
  await expect(item(page)).toContainText('ITU-006');
  await page.keyboard.press('1');
  // The row stays, and with it the link that was deleted along with it.
  await expect(page.getByTestId('review-apply')).toHaveText(words('Apply all 9 items'));
  // What was decided last is open again with one key.
  await page.keyboard.press('Backspace');
  await expect(page.getByTestId('review-apply')).toHaveText(words('Apply 7, leave 2 open'));
  await page.keyboard.press('1');
  await expect(page.getByTestId('review-apply')).toHaveText(words('Apply all 9 items'));

  await page.keyboard.press('Control+Enter');
  await expect(plan.notice).toContainText('9');
  await expect(plan.notice).toContainText('restore point');
  expect(await value(host, 'ITU-001', 'title')).toBe('A title that TSB proposes');
  expect(await value(host, 'ITU-003', 'description')).toContain('World Standards Cooperation');
  expect(await value(host, 'ITU-003', 'description')).toContain('Geneva');
  const { hash: applied } = (await host.call('plan_hash')) as { hash: string };

  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('review-apply')).toHaveText(words('Apply all 9 items'));
  expect(((await host.call('plan_hash')) as { hash: string }).hash).toBe(before);
  await page.keyboard.press('Control+y');
  await expect.poll(async () => ((await host.call('plan_hash')) as { hash: string }).hash).toBe(applied);
});

test('begun before the list has come: the press is not lost, the first item is there with the list', async ({
  plan,
  page,
  host,
}) => {
  const files = await threeAnswers(host);
  let letThrough = (): void => {};
  const held = new Promise<void>((resume) => {
    letThrough = resume;
  });
  await page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('"review_items"')) {
      await held;
    }
    await route.continue();
  });
  await host.choose(files);
  await command(page, plan, 'Review files');
  await page.getByTestId('review-begin').click({ timeout: 20_000 });
  letThrough();
  await expect(item(page)).toContainText('ITU-001');
});
