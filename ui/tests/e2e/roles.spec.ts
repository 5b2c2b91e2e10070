/** Roles in the details: who holds what at a row, made, changed, ended and taken back. */
import { expect, test } from './support/test.ts';

test('somebody is assigned, the assignment ends, and all of it can be undone', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  const people = plan.inspector.getByRole('tab', { name: /People/ });
  await people.click();
  await expect(plan.inspector).toContainText('Nobody is named');

  // By keyboard from field to field: what is typed narrows, Tab takes the first.
  await page.getByTestId('assign').focus();
  await plan.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('unesco');
  await expect(page.getByRole('option', { name: /UNESCO/ }).first()).toBeVisible();
  await plan.press('Tab');
  await page.keyboard.type('co-lead');
  await expect(page.getByRole('option', { name: /Co-lead/i }).first()).toBeVisible();
  await plan.press('Tab');
  await page.keyboard.type('announced');
  // What cannot be kept is said at its field, which has the keys.
  const start = dialog.locator('[data-field="start"] input');
  await start.fill('whenever');
  await dialog.locator('[data-field="stated_as"] input').click();
  await dialog.getByTestId('form-keep').click();
  await expect(start).toBeFocused();
  await expect(start).toHaveAccessibleDescription(/not understood/);
  await start.fill('2026');
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const line = plan.inspector.locator('.r-line');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('UNESCO');
  await expect(line).toContainText(/co-lead/i);
  await expect(people).toContainText('1');

  // The organization knows of it, in its own details.
  await line
    .getByRole('button', { name: /UNESCO/ })
    .first()
    .click();
  await plan.inspector.getByRole('tab', { name: /Roles/ }).click();
  await expect(plan.inspector.locator('.r-line', { hasText: 'ITU-009' })).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await people.click();

  await line.locator('[data-role-menu]').click();
  await page.getByRole('menuitem', { name: 'End…' }).click();
  await page.keyboard.type('2025');
  await plan.press('Enter');
  const end = dialog.locator('[data-field="end"] input');
  await expect(end).toHaveAccessibleDescription(/before/);
  await expect(end).toBeFocused();
  await end.fill('May 2026');
  await expect(dialog).toContainText('May 2026');
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(plan.inspector.getByRole('heading', { name: 'Ended' })).toBeVisible();

  await plan.press('Control+z');
  await expect(plan.inspector.getByRole('heading', { name: 'Ended' })).toBeHidden();
  await plan.press('Control+z');
  await expect(plan.inspector).toContainText('Nobody is named');
  // What had the keys is gone; they are still in the details.
  await expect(plan.inspector.locator(':focus')).toHaveCount(1);
});

test('an organization that is missed is added where it is missed', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  await plan.inspector.getByRole('tab', { name: /People/ }).click();
  await page.getByTestId('assign').click();
  const dialog = page.getByRole('dialog');
  const organization = dialog.locator('[data-field="organization"] input');
  await organization.fill('Ministry of Digital Affairs');
  await plan.press('Tab');
  await expect(organization).toHaveAccessibleDescription(/Ministry of Digital Affairs/);
  await dialog.getByTestId('form-add').click();
  await expect(organization).toBeFocused();
  await expect(organization).not.toHaveAttribute('aria-invalid');
  await dialog.locator('[data-field="role"] input').fill('Partner');
  await expect(page.getByRole('option', { name: 'Partner' })).toBeVisible();
  await dialog.getByTestId('form-keep').click();
  await expect(dialog).toBeHidden();
  await expect(plan.inspector.locator('.r-line')).toContainText('Ministry of Digital Affairs');
});

test('parts are there only where a kind can fill them', async ({ plan, page }) => {
  await plan.open();
  const tabs = plan.inspector.getByRole('tab');
  await expect(tabs).toHaveText([/Details/, /Links/, /People/, /Updates/, /Told/, /Notes/]);
  await plan.field('owner').getByRole('button', { name: /Open/ }).click();
  await expect(tabs).toHaveText([/Details/, /Links/, /Roles/, /Told/, /Notes/]);
  await expect(page.getByTestId('assign')).toBeHidden();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await plan.field('objective').getByRole('button', { name: /Open/ }).click();
  await expect(tabs).toHaveText([/Details/, /Links/, /Indicators/, /Told/, /Notes/]);
});

test('a link is added with its reason, from either end, and taken away', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-010', 'title').click();
  await plan.inspector.getByRole('tab', { name: /Links/ }).click();
  await page.getByTestId('add-mapping').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Link with/ }).click();
  await page.getByRole('option', { name: 'Goal' }).click();
  await dialog.locator('[data-field="goal"]').getByRole('combobox').fill('Quality education');
  await expect(page.getByRole('option', { name: /Quality education/ })).toBeVisible();
  await plan.press('Enter');
  await dialog.locator('[data-field="reason"]').getByRole('textbox').fill('Schools are connected');
  await dialog.getByTestId('form-keep').click();
  await expect(dialog).toBeHidden();
  const link = plan.inspector.locator('[data-kind="mapping"]', { hasText: 'Schools are connected' });
  await expect(link).toContainText('our reading');

  // In place: the reason in other words.
  await link.getByRole('button', { name: /Change/ }).click();
  const reason = link.locator('[data-field="reason"]');
  await reason.getByRole('button').first().click();
  await page.keyboard.type('Every school');
  await plan.press('Control+Enter');
  const changed = plan.inspector.locator('[data-kind="mapping"]', { hasText: 'Every school' });
  await expect(changed.first()).toBeVisible();

  // The goal lists the commitment, and lets go of it.
  await changed.locator('.i-brief').click();
  await plan.inspector.getByRole('tab', { name: /Links/ }).click();
  const back = plan.inspector.locator('[data-kind="mapping"]', { hasText: 'ITU-010' });
  await back.getByRole('button', { name: /Delete/ }).click();
  await expect(back).toBeHidden();
  await expect(plan.inspector.locator(':focus')).toHaveCount(1);
});

test('what hangs on a milestone is made there, with its distance', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  await plan.inspector.getByRole('tab', { name: /Links/ }).click();
  await page.getByTestId('add-milestone').click();
  await page.keyboard.type('Opening');
  await page.getByRole('dialog').locator('[data-field="date"]').getByRole('textbox').fill('9 November 2099');
  await plan.press('Control+Enter');
  await plan.inspector.locator('.i-brief', { hasText: 'Opening' }).click();
  await plan.inspector.getByRole('tab', { name: 'Details' }).click();
  await expect(plan.field('date')).toContainText('9\u00a0Nov');
  await plan.inspector.getByRole('tab', { name: /Links/ }).click();
  await page.getByTestId('add-milestone').click();
  await page.keyboard.type('Contribution');
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-field="anchor_distance"]').getByRole('textbox').fill('-30');
  await dialog.locator('[data-field="anchor_unit"]').getByRole('combobox').fill('days');
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const dependent = plan.inspector.locator('.i-brief', { hasText: 'Contribution' });
  await expect(dependent).toContainText(/30.? days.? before/);
  await dependent.click();
  await plan.inspector.getByRole('tab', { name: 'Details' }).click();
  await expect(plan.field('when')).toContainText('10\u00a0Oct');
  // One line, one editor.
  await expect(plan.field('anchor')).toContainText(/30.? days.? before.*Opening/);
  await expect(plan.field('anchor_unit')).toHaveCount(0);
  await plan.field('anchor').getByRole('button').first().focus();
  await plan.press('Enter');
  await expect(dialog).toBeVisible();
  // Somebody else moves it meanwhile: that is told, and who keeps it once more has seen it.
  const view = { kind: 'milestone', query: { text: 'Contribution' }, from: 0, to: 50, fields: ['title'] };
  const { rows } = (await host.call('view_get', view)) as { rows: { id: string; title: string }[] };
  const id = rows.find(({ title }) => title === 'Contribution')?.id;
  await host.call('milestone_set', { id, field: 'anchor_distance', value: -35 });
  await dialog.getByTestId('hang-distance').getByRole('textbox').fill('40');
  await plan.press('Control+Enter');
  await expect(dialog.getByTestId('form-now')).toContainText(/35.? days.? before/);
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(plan.field('when')).toContainText('30\u00a0Sep');
  await expect(plan.field('anchor').getByRole('button').first()).toBeFocused();
  await plan.press('Control+z');
  await expect(plan.field('when')).toContainText('5\u00a0Oct');
  await plan.inspector.getByRole('tab', { name: /Links/ }).click();
  await expect(plan.inspector).toContainText(/35.? days.? before/);
});

test('what differs from the shipped reference is shown, and taken back field by field', async ({
  plan,
  host,
}) => {
  await plan.open();
  await plan.copy();
  await host.call('organization_set', { id: 'ITU', field: 'name', value: 'The Union' });
  await plan.field('owner').getByRole('button', { name: /Open/ }).click();
  const shipped = plan.inspector.getByTestId('shipped');
  await expect(shipped).toContainText('International Telecommunication Union');
  await shipped.getByRole('button', { name: /Name/ }).click();
  await expect(plan.inspector.getByRole('heading', { level: 2 })).toContainText(
    'International Telecommunication Union',
  );
  await expect(shipped).toBeHidden();
  await expect(plan.inspector.locator(':focus')).toHaveCount(1);
});
