/** The inspector: the facts of a row, edited where they stand, and what the row is linked to. */
import { expect, test } from './support/test.ts';

test('its tabs stand in one line, and those without room are reached by keys and by a menu', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  const tabs = plan.inspector.getByRole('tab');
  const tops = async (): Promise<number> =>
    new Set(await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top))).size;
  await expect(tabs).toHaveCount(7);
  expect(await tops()).toBe(1);
  const history = plan.inspector.getByRole('tab', { name: 'History' });
  await expect(history).not.toBeInViewport({ ratio: 0.9 });
  await tabs.first().focus();
  await plan.press('End');
  await expect(history).toBeFocused();
  await expect(history).toBeInViewport({ ratio: 0.9 });
  await plan.press('Home');
  await page.getByTestId('all-tabs').click();
  await page.getByRole('menuitemradio', { name: 'Notes' }).click();
  const notes = plan.inspector.getByRole('tab', { name: 'Notes' });
  await expect(notes).toHaveAttribute('aria-selected', 'true');
  await expect(notes).toBeInViewport({ ratio: 0.9 });
  // With more room all stand there, and there is no menu.
  await page.evaluate(() => document.documentElement.style.setProperty('--zoom', '0.8'));
  await page.getByTestId('inspector').evaluate((panel) => {
    panel.style.inlineSize = '600px';
    panel.parentElement?.style.setProperty('inline-size', '600px');
  });
  await expect(page.getByTestId('all-tabs')).toHaveCount(0);
});

test('edits every sort of field', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-010', 'title').click();
  await expect(plan.inspector).toContainText('ITU-010');

  await plan.fill('next_step', 'Ask for the agenda');
  await plan.press('Control+Enter');
  await expect(plan.field('next_step')).toContainText('Ask for the agenda');

  await plan.fill('start', '16 December 2025');
  await expect(plan.field('start')).toContainText('16 Dec');

  // Two readings are asked about, and nothing is kept before the answer.
  await plan.field('end').getByRole('button').first().click();
  await page.keyboard.type('3/4/2026');
  await expect(page.getByRole('option', { name: '3 April 2026' })).toBeVisible();
  await plan.press('Enter');
  await expect(page.locator('.k-editor-error')).toBeVisible();
  await page.getByRole('option', { name: '3 April 2026' }).click();
  await expect(plan.field('end')).toContainText('3 Apr');

  await plan.fill('lead', 'BDT');
  await expect(plan.field('lead')).toContainText(/ITU-D|BDT/);

  await plan.field('standing').locator('label').click();
  await expect(plan.field('standing').getByRole('checkbox')).not.toBeChecked();

  await plan.field('partners').getByRole('button').first().click();
  await page.keyboard.type('unicef');
  await expect(page.getByRole('option', { name: /UNICEF/ })).toBeVisible();
  await plan.press('Enter');
  await plan.press('Enter');
  await expect(plan.field('partners')).toContainText('UNICEF');
  await expect(plan.field('partners').getByRole('button').first()).toBeFocused();

  await page.getByRole('tab', { name: 'History' }).click();
  await expect(plan.inspector.locator('.i-step').first()).toContainText('partners');
});

test('a date that is not understood stays in its editor, and Escape gives it up', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.field('start').getByRole('button').first().click();
  await page.keyboard.type('whenever');
  await plan.press('Enter');
  await expect(page.locator('.k-editor-error')).toContainText('not understood');
  await plan.press('Escape');
  await expect(plan.field('start')).toContainText('not stated');
});

test('what is changed is asked where it is from; a status as of when', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-010', 'title').click();
  await expect(plan.inspector).toContainText('ITU-010');
  await plan.field('status').getByRole('button').first().click();
  // The choices are seen at once, and one that will be refused says why.
  const completed = page.getByRole('option', { name: /Completed/ });
  await expect(completed).toBeInViewport();
  await expect(completed).toContainText('standing');
  await completed.click();
  await expect(page.locator('.k-editor-error')).toContainText('standing activity');
  await plan.press('Escape');
  await plan.fill('status', 'planned');
  await expect(plan.field('status_as_of')).toContainText('As of which day?');
  await expect(plan.field('status_by')).toContainText('Who states it?');
  await plan.fill('status_as_of', 'May 2026');
  await expect(plan.field('status_as_of')).toContainText('May 2026');
  await expect(plan.field('basis')).toContainText('stated');

  await plan.fill('start', '2027');
  await plan.fill('end', '2025');
  await expect(page.locator('.k-editor-error')).toContainText('before it starts');
  await expect(plan.field('end').getByRole('textbox')).toBeFocused();
  await plan.press('Escape');
  await plan.press('Control+z');
  await expect(plan.field('basis')).toHaveText(/stated/);

  await plan.fill('lead', 'BDT');
  const asked = page.getByTestId('ask-became');
  await expect(asked).toContainText('our reading of');
  await expect(plan.field('basis')).toContainText('our reading of');
  await expect(plan.field('as_of')).toBeHidden();
  await asked.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-field="source_para"] input').fill('Section 9');
  await plan.press('Tab');
  await page.keyboard.type('May 2026');
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(asked).toBeHidden();
  await expect(plan.field('basis')).toContainText('stated');
  await expect(plan.field('source_para')).toContainText('Section 9');
  await expect(plan.field('as_of')).toContainText('May 2026');
  await expect(plan.field('basis').getByRole('button')).toBeFocused();
});

test('follows links and comes back', async ({ plan, page }) => {
  await plan.open();
  await plan.field('owner').getByRole('button', { name: /Open/ }).click();
  await expect(plan.inspector.getByRole('heading', { level: 2 })).toContainText(
    'International Telecommunication Union',
  );
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(plan.inspector).toContainText('ITU-009');
  await page.getByRole('tab', { name: /Links/ }).click();
  await plan.inspector.locator('.i-brief').first().click();
  await expect(page.getByRole('button', { name: 'Back', exact: true })).toBeVisible();
});

test('lies over the list where there is little room', async ({ plan, page }) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await plan.open();
  await expect(plan.inspector).toBeHidden();
  await page.getByTestId('inspector-show').click();
  await expect(plan.inspector).toBeVisible();
  await plan.inspector.getByRole('tab', { name: 'Details' }).focus();
  await plan.press('Escape');
  await expect(plan.inspector).toBeHidden();
});

test('a field that changed meanwhile is not overwritten unseen', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-010', 'title').click();
  await page.keyboard.type('Mine');
  const view = { kind: 'commitment', query: { text: 'ITU-010' }, from: 0, to: 1, fields: ['title'] };
  const { rows } = (await host.call('view_get', view)) as { rows: { id: string }[] };
  await host.call('commitment_set', { id: rows[0]?.id, field: 'title', value: 'Theirs' });
  await plan.press('Enter');
  await expect(page.locator('.k-editor-error')).toContainText('changed this');
  await plan.press('Escape');
  await expect(plan.cell('ITU-010', 'title').locator('.k-grid-text')).toHaveText('Theirs');
});

test('a dialog keeps what the person changed in it, and tells what was changed meanwhile', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-010', 'title').click();
  await expect(plan.inspector).toContainText('ITU-010');
  const view = { kind: 'commitment', query: { text: 'ITU-010' }, from: 0, to: 1, fields: ['title'] };
  const { rows } = (await host.call('view_get', view)) as { rows: { id: string }[] };
  const others = (value: string): Promise<unknown> =>
    host.call('commitment_set', { id: rows[0]?.id, field: 'source_para', value });
  const asked = page.getByTestId('ask-became').getByRole('button');
  const dialog = page.getByRole('dialog');
  const para = dialog.locator('[data-field="source_para"] input');

  await plan.fill('lead', 'BDT');
  await asked.click();
  await expect(dialog).toBeVisible();
  await others('Section 7');
  await expect(plan.field('source_para')).toContainText('Section 7');
  await dialog.locator('[data-field="as_of"] input').fill('May 2026');
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(plan.field('basis')).toContainText('stated');
  await expect(plan.field('as_of')).toContainText('May 2026');
  await expect(plan.field('source_para')).toContainText('Section 7');

  await plan.fill('lead', 'TSB');
  await asked.click();
  await expect(para).toHaveValue('Section 7');
  await others('Section 8');
  await expect(plan.field('source_para')).toContainText('Section 8');
  await para.fill('Section 9');
  await plan.press('Control+Enter');
  await expect(dialog.getByTestId('form-now')).toHaveText(/is now: .?Section 8/);
  await expect(para).toHaveValue('Section 9');
  // It has been seen: who keeps it once more means it.
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(plan.field('source_para')).toContainText('Section 9');
});

test('what was shown before the discreet view is not shown in it until the answer is there', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.go('groups');
  await page.locator('[role="treeitem"][aria-selected="true"]').click();
  await plan.press('Enter');
  const title = plan.inspector.getByRole('heading', { level: 2 });
  await expect(title).toBeVisible();
  await expect(page.getByTestId('facts')).toBeVisible();
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/rpc', async (route) => {
    const { command } = route.request().postDataJSON() as { command: string };
    if (command === 'row_get' || command === 'group_card') {
      await held;
    }
    await route.continue();
  });
  await plan.press('F9');
  await expect(title).toBeHidden();
  await expect(page.getByTestId('facts')).toBeHidden();
  answer();
  await expect(title).toBeVisible();
  await expect(page.getByTestId('facts')).toBeVisible();
});

test('the discreet view takes no keys from who is typing, nor from a field of the details', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  let answer = (): void => undefined;
  let held: Promise<void> | undefined;
  const hold = (): void => {
    held = new Promise<void>((resolve) => {
      answer = resolve;
    });
  };
  await page.route('**/rpc', async (route) => {
    const { command } = route.request().postDataJSON() as { command: string };
    if (command === 'row_get' || command === 'view_get') {
      await held;
    }
    await route.continue();
  });
  const words = plan.cell('ITU-010', 'title').locator('.k-grid-text');
  const area = plan.grid.locator('textarea');
  // In an editor that is open.
  await plan.cell('ITU-009', 'title').click();
  await page.keyboard.type('abc');
  hold();
  await plan.press('F9');
  await expect(words).toHaveCount(0);
  await page.keyboard.type('defghi');
  await expect(area).toHaveValue('abcdefghi');
  answer();
  await expect(words).toHaveCount(1);
  await page.keyboard.type('jklm');
  await plan.press('Enter');
  await expect(plan.cell('ITU-009', 'title')).toContainText('abcdefghijklm');
  await expect(plan.cell('ITU-010', 'title').locator('textarea')).toBeFocused();
  await plan.press('F9');
  // In a cell that had the keys before the palette did.
  held = undefined;
  await expect(words).toHaveCount(1);
  hold();
  await plan.press('Control+k');
  await page.keyboard.type('discreet');
  await plan.press('Enter');
  await expect(plan.palette).toHaveCount(0);
  await expect(area).toBeFocused();
  await expect(words).toHaveCount(0);
  await page.keyboard.type('typed meanwhile');
  await plan.press('Enter');
  answer();
  await expect(plan.cell('ITU-010', 'title')).toContainText('typed meanwhile');
  // On a field of the details: Enter presses nothing while there is nothing, and the keys come back to the field.
  held = undefined;
  await plan.press('F9');
  await expect(words).toHaveCount(1);
  await plan.cell('ITU-009', 'title').click();
  await expect(plan.inspector.getByRole('heading', { level: 2 })).toContainText('abcdefghijklm');
  const field = plan.field('status').getByRole('button').first();
  await field.focus();
  hold();
  await plan.press('F9');
  await expect(plan.inspector).toBeFocused();
  await plan.press('Enter');
  await expect(plan.inspector).toBeVisible();
  answer();
  await expect(field).toBeFocused();
});
