/** An earlier state beside the rows, in place: what is new, what each cell said, what is gone; by keyboard alone. */
import { expect, test } from './support/test.ts';
import type { PlanWindow } from './support/window.ts';

interface Made {
  created: string;
}

interface Rows {
  rows: readonly { id: string; short: string }[];
}

/** One's own copy with a restore point, and since then a row changed, one made, one deleted. */
async function begin(plan: PlanWindow): Promise<{ fresh: string }> {
  await plan.open();
  await plan.copy();
  await plan.host.call('restore_point_make', { name: 'Before the session' });
  const { rows } = (await plan.host.call('view_get', { kind: 'commitment', from: 0, to: 200 })) as Rows;
  const idOf = (short: string): string => rows.find((row) => row.short === short)?.id ?? '';
  await plan.host.call('commitment_set', {
    id: idOf('ITU-009'),
    field: 'title',
    value: 'Digital skills for all',
  });
  await plan.host.call('commitment_delete', { id: idOf('ITU-011') });
  const owner = { kind: 'organization', id: 'ITU' };
  const itu = (await plan.host.call('row_get', owner)) as { row: { id: string } };
  const fields = { title: 'Something new', owner: itu.row.id };
  const { created } = (await plan.host.call('commitment_create', { fields })) as Made;
  return { fresh: created };
}

/** Chooses the restore point with the keys, from wherever one is. */
async function compare(plan: PlanWindow): Promise<void> {
  await plan.cell('ITU-009', 'title').click();
  await plan.press('F7');
  await expect(plan.page.getByRole('menuitemradio', { name: /Before the session/ })).toBeVisible();
  await plan.page.keyboard.type('Before');
  await plan.press('Enter');
  await expect(plan.page.getByTestId('compare-counts')).toContainText(/1\W+new\W+1\W+changed\W+1\W+gone/);
}

test('new rows say so, and changed cells say what they said', async ({ plan, page }) => {
  const { fresh } = await begin(plan);
  await compare(plan);
  const changed = plan.cell('ITU-009', 'title');
  await expect(changed).toHaveAttribute('data-was', 'true');
  await expect(changed).toHaveAttribute('title', /^was: /);
  await expect(plan.cell('ITU-009', 'status')).not.toHaveAttribute('data-was');
  // Who cannot see the corner hears it when the cell is gone to.
  await plan.press('Tab');
  await plan.press('Shift+Tab');
  await expect(plan.said).toContainText('was: ');
  // The details say the same, under what it says now.
  await expect(plan.inspector.getByTestId('was').first()).toContainText('was: ');
  // Only what changed: two rows, and the new one is marked by a word.
  await plan.press('Shift+F7');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(2);
  const sign = plan.grid.locator('.k-grid-sign');
  await expect(sign).toHaveText('new');
  await expect(page.getByTestId('filtered-count')).toContainText('2');
  await plan.press('Shift+F7');
  await expect(plan.grid.locator('.k-grid-row').nth(4)).toBeVisible();
  expect(fresh).not.toBe('');
});

test('what is gone is listed, and Escape ends the comparison', async ({ plan, page }) => {
  await begin(plan);
  await compare(plan);
  await page.getByTestId('compare-gone').focus();
  await plan.press('Enter');
  await expect(page.getByTestId('compare-gone-list').getByRole('listitem')).toHaveCount(1);
  await expect(page.getByTestId('compare-gone-list')).toContainText('ITU-011');
  await plan.press('Escape');
  await expect(page.getByTestId('compare-gone-list')).toBeHidden();
  await expect(page.getByTestId('compare-bar')).toBeVisible();
  await plan.cell('ITU-009', 'title').click();
  await plan.press('Escape');
  await expect(page.getByTestId('compare-bar')).toBeHidden();
  await expect(plan.grid.locator('[data-was]')).toHaveCount(0);
  await expect(plan.said).toContainText('Nothing is compared');
  // The same key chooses and ends.
  await compare(plan);
  await plan.press('F7');
  await expect(page.getByTestId('compare-bar')).toBeHidden();
});

test('the timeline and the other tables compare with the same state', async ({ plan, page }) => {
  await begin(plan);
  await compare(plan);
  await plan.go('milestones');
  await expect(page.getByTestId('compare-counts')).toContainText('nothing is different');
  await plan.go('timeline');
  await expect(page.getByTestId('timeline-compare')).toContainText('Before the session');
  await expect(page.getByTestId('timeline-compared')).toBeVisible();
  await plan.press('F7');
  await expect(page.getByTestId('timeline-compared')).toBeHidden();
  await plan.go('commitments');
  await expect(page.getByTestId('compare-bar')).toBeHidden();
});

test('what is compared is printed, what is gone at the end', async ({ plan, page }) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await begin(plan);
  await compare(plan);
  await plan.press('Shift+F7');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(2);
  await plan.press('Control+p');
  await page.getByTestId('print-go').click();
  const paper = page.locator('#print-page');
  await expect(paper).toContainText(/Compared with \W*Before the session/);
  await expect(paper.locator('.p-line')).toContainText(['was: ']);
  await expect(paper.locator('.p-struck').filter({ hasText: 'ITU-011' })).toHaveCount(1);
});
