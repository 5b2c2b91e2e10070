/** Printing: a page with all rows of the view, made beside the window, with what it is of in words. */
import { fileOf, threeAnswers } from './support/colleagues.ts';
import { expect, test } from './support/test.ts';

declare global {
  interface Window {
    printed: number;
  }
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => {
      window.printed += 1;
    };
  });
});

const SCREENS = [
  'overview',
  'commitments',
  'milestones',
  'groups',
  'matrix',
  'documents',
  'review',
  'history',
  'questions',
  'catalogue',
  'search',
] as const;

test('every screen prints a page of its own, which goes when it is printed', async ({ plan, page }) => {
  await plan.open();
  let printed = 0;
  for (const screen of SCREENS) {
    await plan.go(screen);
    await plan.press('Control+p');
    await page.getByTestId('print-go').click();
    printed += 1;
    await expect.poll(() => page.evaluate(() => window.printed), screen).toBe(printed);
    const paper = page.locator('#print-page');
    await expect(paper).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(paper).toBeVisible();
    await expect(paper.locator('.p-plan')).toContainText('ITU action plan');
    await expect(page.getByTestId('window')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(paper).toHaveCount(0);
  }
});

test('the timeline is printed with what it is of and what its marks mean, and goes when it is printed', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.go('timeline');
  await expect(page.locator('button.k-tl-mark').first()).toBeVisible();
  await plan.press('Control+p');
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
  const sheet = page.locator('.tl-page').first();
  await expect(sheet).toContainText('ITU action plan');
  await expect(sheet).toContainText(/Lanes: .*group.* · .*Printed/);
  await expect(sheet).toContainText('end open or not known');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.tl-print')).toHaveCount(0);
});

test('all rows of a filtered list are on the page, with the filter in words', async ({ plan, page }) => {
  await plan.open();
  await plan.filterText.fill('child');
  // The rows of the filter are there, no longer all of them.
  await expect(page.getByTestId('filtered-count')).not.toHaveText(/^\W*141\b/);
  const count = Number((await page.getByTestId('filtered-count').innerText()).match(/\d+/)?.[0]);
  expect(count).toBeGreaterThan(0);
  await plan.press('Control+p');
  await page.getByTestId('print-go').click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
  const paper = page.locator('#print-page');
  await expect(paper.locator('tbody td:first-child')).toHaveCount(count);
  await expect(paper.locator('.p-head')).toContainText('child');
  // Repeated on every page by the engine: a head with the plan's name.
  await expect(paper.locator('thead .p-running').first()).toContainText('Commitments');
});

test('questions, what was found and a review stand on paper as they stand on the screen', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  const paper = page.locator('#print-page');
  let printed = 0;
  const print = async (): Promise<void> => {
    await plan.press('Control+p');
    await page.getByTestId('print-go').click();
    printed += 1;
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(printed);
  };
  const done = async (): Promise<void> => {
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(paper).toHaveCount(0);
  };
  await plan.go('questions');
  // They are looked for in the background.
  await expect(page.getByTestId('questions-open')).toContainText(/\d/);
  const open = Number((await page.getByTestId('questions-open').innerText()).match(/\d+/)?.[0]);
  await print();
  await expect(paper.locator('tbody tr:has(td + td)')).toHaveCount(open);
  await done();

  await plan.go('search');
  await page.getByTestId('search').getByRole('searchbox').fill('skills');
  await expect(page.getByTestId('search').getByRole('listitem').first()).toBeVisible();
  await print();
  await expect(paper.locator('.p-head')).toContainText('skills');
  await expect(paper.locator('tbody')).toContainText('AI Skills Coalition');
  await done();

  const files: string[] = [];
  for (const path of await threeAnswers(host)) {
    files.push(await fileOf(host, path));
  }
  await host.call('review_start', { files });
  await plan.go('review');
  await page.getByTestId('review-files').waitFor();
  await print();
  await expect(paper.locator('.p-head')).toContainText(/Apply/);
  await expect(paper.locator('tbody')).toContainText('A title that BDT proposes');
  await expect(paper.locator('tbody')).toContainText('Your decision');
  await done();
});

test('before an audience no person is on the page', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  const { created } = (await host.call('person_create', { fields: { name: 'Amina Diallo' } })) as {
    created: string;
  };
  const tree = (await host.call('group_tree')) as { id: string }[];
  await host.call('assignment_create', {
    fields: { group: tree[0]?.id, person: created, role: 'chair' },
  });
  await plan.go('groups');
  for (const [times, discreet] of [
    [1, false],
    [2, true],
  ] as const) {
    if (discreet) {
      await plan.press('F9');
    }
    await plan.press('Control+p');
    await page.getByTestId('print-go').click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(times);
    const text = await page.locator('#print-page').textContent();
    expect(text?.includes('Amina Diallo')).toBe(!discreet);
  }
});
