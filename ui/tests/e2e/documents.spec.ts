/** Documents: written from the plan block by block, seen as they will be printed, revised, looked back at, exported. */
import { existsSync, readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { without, written } from './states/documents.ts';
import { expect, test } from './support/test.ts';

/** Blocks of the outline by their words. */
function block(screen: Locator, words: string | RegExp): Locator {
  return screen.getByTestId('block').filter({ hasText: words });
}

test('a document with the customary structure is drawn from the plan, and undone in one step', async ({
  plan,
  page,
}) => {
  await plan.open();
  // The plan as it was given has its document, to be looked at.
  const screen = await plan.go('documents');
  await expect(screen.getByTestId('page')).toContainText('Member States adopted the Compact');
  await expect(screen.getByTestId('block-grip')).toHaveCount(0);

  await without(plan);
  await screen.getByTestId('document-first').click();
  await expect(page.getByRole('dialog')).toContainText('The customary structure');
  await plan.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(screen.getByTestId('document')).toContainText('symbol not known');
  await expect(screen.getByTestId('document')).toContainText('draft');
  await expect(page.getByTestId('rail-documents')).toContainText('1');
  await expect(screen.getByTestId('document-length')).toContainText(/pages without the annex/);
  await expect(screen.getByTestId('document-told')).toContainText('older than six months');
  const paper = screen.getByTestId('page');
  await expect(paper.getByRole('heading', { level: 2 })).toContainText('ITU action plan');
  await expect(paper).toContainText('Giga initiative to connect schools');
  // A figure of the plan stands in the outline as the page has it.
  await expect(block(screen, 'Close all digital divides')).toBeVisible();
  await expect(paper.locator('[data-landscape] table')).toBeVisible();
  await screen.getByTestId('document-told').click();
  await expect(page.getByTestId('changed-facts').getByRole('button').first()).toBeVisible();
  await plan.press('Escape');

  await plan.undo.click();
  await expect(screen.getByTestId('document-first')).toBeVisible();
  await plan.redo.click();
  await expect(screen.getByTestId('block').first()).toBeVisible();
});

test('header and box are kept field by field, and the page follows', async ({ plan, page }) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  const paper = screen.getByTestId('page');
  await screen.getByTestId('section-head').click();
  const field = (name: string): Locator => screen.locator(`[data-field="${name}"] :is(input, textarea)`);
  await field('symbol').fill('C26/5');
  await plan.press('Enter');
  await expect(paper.locator('.dc-head')).toContainText('C26/5');
  await expect(screen.getByTestId('document')).toContainText('C26/5');
  await field('session').fill('2026 session');
  await field('held').fill('28 April 2026');
  await expect(paper.locator('.dc-head')).toContainText('2026 session');
  await plan.press('Tab');
  await expect(paper.locator('.dc-head')).toContainText('28 April 2026');
  // What is given up is not kept.
  await field('symbol').fill('C26/99');
  await plan.press('Escape');
  await expect(field('symbol')).toHaveValue('C26/5');
  // A press on the page leads to the field that it comes from.
  await paper.locator('.dc-box').getByText('The Council is invited to note').click();
  await expect(field('action_required')).toBeFocused();
  await plan.press('Control+a');
  await page.keyboard.type('The Council is invited to decide.');
  await plan.press('Control+Enter');
  await expect(paper.locator('.dc-box')).toContainText('The Council is invited to decide.');
  await plan.undo.click();
  await expect(paper.locator('.dc-box')).toContainText('The Council is invited to note this document.');
  await expect(field('action_required')).toHaveValue('The Council is invited to note this document.');

  // The state is a choice with words.
  await screen.getByTestId('document-state').getByRole('button').click();
  await page.getByRole('option', { name: 'in clearance' }).click();
  await expect(screen.getByTestId('document')).toContainText('in clearance');
});

test('blocks are typed, added, moved and taken out by keyboard alone', async ({ plan, page }) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  const paper = screen.getByTestId('page');
  const first = screen.getByTestId('block').first();
  await first.locator('.dc-words').focus();
  await plan.press('Enter');
  const editor = screen.getByTestId('block-editor');
  await expect(editor).toBeFocused();
  await plan.press('Control+a');
  await page.keyboard.type('One line.');
  await plan.press('Shift+Enter');
  await page.keyboard.type('Another line.');
  await plan.press('Enter');
  await expect(paper.locator('.dc-piece[data-is="paragraph"]')).toHaveText(['One line.', 'Another line.']);
  await expect(first.locator('.dc-words')).toBeFocused();
  await plan.press('F2');
  await plan.press('Control+a');
  await page.keyboard.type('Given up');
  await plan.press('Escape');
  await expect(first).toContainText('One line.');
  await expect(first.locator('.dc-words')).toBeFocused();

  // A paragraph after it, and one that follows at once.
  await plan.press('Control+Shift+n');
  await page.keyboard.type('The second paragraph.');
  await plan.press('Control+Enter');
  await page.keyboard.type('The third paragraph.');
  await plan.press('Enter');
  const third = block(screen, 'The third paragraph.');
  await expect(third.locator('.dc-words')).toBeFocused();
  await expect(screen.getByTestId('block').nth(1)).toContainText('The second paragraph.');
  await expect(screen.getByTestId('block').nth(2)).toContainText('The third paragraph.');

  await plan.press('Alt+ArrowUp');
  await expect(screen.getByTestId('block').nth(1)).toContainText('The third paragraph.');
  await expect(third.locator('.dc-words')).toBeFocused();
  await expect(plan.said).toContainText(/Moved to place \W*2/);
  await plan.press('Alt+ArrowUp');
  await expect(screen.getByTestId('block').first()).toContainText('The third paragraph.');
  await plan.press('Alt+ArrowDown');
  await expect(screen.getByTestId('block').nth(1)).toContainText('The third paragraph.');
  await plan.press('Delete');
  await expect(third).toHaveCount(0);
  await expect(block(screen, 'The second paragraph.').locator('.dc-words')).toBeFocused();
  await plan.press('Control+z');
  await expect(third).toBeVisible();
  await expect(paper).toContainText('The third paragraph.');

  // Nothing is made of nothing.
  const count = await screen.getByTestId('block').count();
  await plan.press('Control+Shift+h');
  await expect(editor).toBeFocused();
  await plan.press('Escape');
  await expect(screen.getByTestId('block')).toHaveCount(count);
});

test('a block is dragged by its grip', async ({ plan, page }) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  const first = screen.getByTestId('block').first();
  await first.hover();
  const grip = await first.getByTestId('block-grip').boundingBox();
  const target = await screen.getByTestId('block').nth(2).boundingBox();
  if (!grip || !target) {
    throw new Error('nothing to drag');
  }
  await page.mouse.move(grip.x + 5, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(grip.x + 5, grip.y + 30);
  await page.mouse.move(grip.x + 5, target.y + target.height - 3);
  await expect(screen.locator('.dc-landing')).toBeVisible();
  await page.mouse.up();
  await expect(screen.getByTestId('block').nth(2)).toContainText('What follows is drawn');
});

test('a heading is moved with its section, by keys and by its grip, in one step', async ({ plan, page }) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  const words = (): Promise<readonly string[]> =>
    screen
      .locator('[data-testid="block"] .dc-words')
      .evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));
  const before = await words();
  const together = before.findIndex((one) => one.includes('Working together'));
  const next = before.findIndex((one) => one.includes('What comes next'));
  expect(next - together).toBe(2);
  await block(screen, 'Working together').locator('.dc-words').focus();
  await plan.press('Alt+Shift+ArrowDown');
  await expect(plan.said).toContainText(/Section of \W*2\W* blocks moved/);
  await expect(block(screen, 'Working together').locator('.dc-words')).toBeFocused();
  const moved = await words();
  expect(moved.findIndex((one) => one.includes('What comes next'))).toBe(together);
  expect(moved.findIndex((one) => one.includes('Working together'))).toBe(together + 2);
  await plan.undo.click();
  await expect.poll(words).toEqual(before);

  // By its grip, over the section behind it.
  const heading = block(screen, 'Working together');
  await heading.scrollIntoViewIfNeeded();
  await heading.hover();
  const grip = await heading.getByTestId('block-grip').boundingBox();
  const target = await screen
    .getByTestId('block')
    .nth(next + 1)
    .boundingBox();
  if (!grip || !target) {
    throw new Error('nothing to drag');
  }
  await page.mouse.move(grip.x + 5, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(grip.x + 5, grip.y + 30);
  await page.mouse.move(grip.x + 5, target.y + target.height - 3);
  await expect(screen.locator('[data-dragged]')).toHaveCount(2);
  await page.mouse.up();
  await expect
    .poll(async () => (await words()).findIndex((one) => one.includes('Working together')))
    .toBe(together + 2);
});

test('what a table shows is chosen beside it, and stands in the page at once', async ({ plan, page }) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  const paper = screen.getByTestId('page');
  const drawn = screen.getByTestId('block').nth(3);
  await expect(drawn).toContainText('Digital divides and the SDGs');
  await drawn.locator('.dc-words').click();
  const settings = screen.getByTestId('block-settings');
  const field = (name: string): Locator => settings.locator(`[data-field="${name}"] input`);
  await field('caption').fill('Commitments on digital divides');
  await plan.press('Enter');
  const id = await drawn.getAttribute('data-block');
  const piece = paper.locator(`[data-block="${id}"]`);
  await expect(piece.locator('caption')).toHaveText('Commitments on digital divides');
  const before = await piece.locator('tbody tr').count();
  await field('holds').fill('giga');
  await plan.press('Enter');
  await expect(piece.locator('tbody tr')).not.toHaveCount(before);
  await expect(piece).toContainText('Giga');
  await field('objective').fill('data gov');
  await plan.press('Enter');
  await expect(drawn).toContainText('Data governance');
  // Nothing fits: that is asked about in the page, and in the outline.
  await expect(drawn).toContainText('to look at');
  await expect(paper.locator('.dc-ask').first()).toContainText('Nothing in the plan fits');
  await plan.press('F9');
  await expect(paper.locator('.dc-ask')).toHaveCount(0);
  await plan.press('F9');

  // Pages that lie on their side begin a sheet of their own.
  const sheets = await paper.locator('.dc-sheet').count();
  await settings.locator('label.k-checkbox').filter({ hasText: 'Landscape' }).click();
  await expect(paper.locator('.dc-sheet')).toHaveCount(sheets + 2);
  await plan.undo.click();
  await expect(paper.locator('.dc-sheet')).toHaveCount(sheets);

  // Words become a heading, and a menu adds another table behind it.
  await screen.getByTestId('block').first().locator('.dc-words').click();
  await screen.getByTestId('block-kind').getByRole('button').click();
  await page.getByRole('option', { name: 'heading' }).click();
  await expect(paper.locator('.dc-piece').first()).toHaveAttribute('data-is', 'heading');
  await screen.getByTestId('block').first().getByTestId('block-add').click();
  await page.getByRole('menuitem', { name: /^milestones/ }).click();
  await expect(screen.getByTestId('block').nth(1)).toContainText('31');
});

test('outline and page show where one is', async ({ plan, page }) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  const paper = screen.getByTestId('page');
  await paper.getByRole('heading', { name: /Working together/ }).click();
  const current = screen.getByTestId('block').filter({ has: page.locator('[aria-current]') });
  await expect(current).toContainText('Working together');
  await expect(current).toBeInViewport();
  await screen.getByTestId('block').last().locator('.dc-words').click();
  await expect(paper.locator('.dc-piece[data-current]')).toBeInViewport();
  await expect(paper.locator('.dc-piece[data-current]')).toHaveAttribute('data-is', 'table');
  // One half alone, and both.
  await screen.getByTestId('documents-write').click();
  await expect(paper).toBeHidden();
  await screen.getByTestId('documents-page').click();
  await expect(screen.getByTestId('outline')).toBeHidden();
  await screen.getByTestId('documents-both').click();
  await page.setViewportSize({ width: 760, height: 600 });
  await expect(screen.getByTestId('documents-both')).toBeHidden();
  await expect(screen.getByTestId('outline')).toBeVisible();
  await screen.getByTestId('document-choose').click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(1);
});

test('a revision goes back to what it revises; a document is deleted after a question', async ({
  plan,
  page,
}) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  await screen.getByTestId('document-menu').click();
  await page.getByRole('menuitem', { name: /Make a revision/ }).click();
  await expect(screen.getByTestId('document')).toHaveCount(2);
  const revision = screen.getByTestId('document').filter({ hasText: 'Revision of' });
  await expect(revision).toHaveAttribute('aria-current', 'true');
  await expect(screen.getByTestId('document').filter({ hasText: /1\W* revision/ })).toHaveCount(1);
  await expect(screen.getByTestId('block').first()).toBeVisible();

  await screen.getByTestId('document-menu').click();
  await page.getByRole('menuitem', { name: 'Delete document' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete document' }).click();
  await expect(screen.getByTestId('document')).toHaveCount(1);
  await plan.undo.click();
  await expect(screen.getByTestId('document')).toHaveCount(2);
});

test('an empty document begins with its first block', async ({ plan, page }) => {
  await plan.open();
  await without(plan);
  const screen = await plan.go('documents');
  await screen.getByTestId('document-first').click();
  await page.keyboard.type('Contribution of the Bureau');
  await page.locator('label.k-radio').filter({ hasText: 'An empty page' }).click();
  await page.getByTestId('form-keep').click();
  await expect(screen.getByTestId('outline')).toContainText('Nothing is written yet');
  await expect(screen.getByTestId('page')).toContainText('Contribution of the Bureau');
  await screen.getByTestId('block-new').click();
  await page.getByRole('menuitem', { name: /^paragraph/ }).click();
  await page.keyboard.type('The first words.');
  await plan.press('Enter');
  await expect(screen.getByTestId('page')).toContainText('The first words.');
  // A figure of the plan within words: what is old is said in words, not by its colour alone.
  await plan.press('F2');
  await plan.press('Control+a');
  await page.keyboard.type('Giga is {ITU-013.status}.');
  await plan.press('Enter');
  await expect(screen.getByTestId('page')).toContainText('Giga is ongoing');
  await expect(screen.locator('.dc-stale')).toContainText('older than six months');
  await expect(screen.getByTestId('block')).toContainText('Giga is ongoing');
});

test('looking back nothing can be changed, and what was written then is shown', async ({ plan, page }) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  await screen.getByTestId('block').first().locator('.dc-words').focus();
  await plan.press('Enter');
  await plan.press('Control+a');
  await page.keyboard.type('Later words.');
  await plan.press('Enter');
  await expect(screen.getByTestId('page')).toContainText('Later words.');
  await plan.go('history');
  await page.locator('.h-step-head').nth(1).click();
  await page.getByTestId('step-look').click();
  await plan.go('documents');
  await expect(screen.getByTestId('page')).not.toContainText('Later words.');
  await expect(screen.getByTestId('page').locator('.dc-piece').first()).toBeVisible();
  await expect(screen.getByTestId('block-grip')).toHaveCount(0);
  await expect(screen.getByTestId('document-state')).toHaveCount(0);
  await screen.getByTestId('section-head').click();
  await expect(screen.locator('.dc-form')).toHaveCount(0);
  await screen.getByTestId('block').first().locator('.dc-words').focus();
  await plan.press('Enter');
  await expect(screen.getByTestId('block-editor')).toHaveCount(0);
  await expect(plan.notice).toBeVisible();
});

test('Word is written, and what changed since is told and marked', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  const screen = await plan.go('documents');
  await screen.getByTestId('document-export').click();
  const dialog = page.getByRole('dialog');
  await host.choose(host.path('council.docx'));
  await dialog.getByTestId('export-save').click();
  await expect(dialog).toBeHidden();
  await expect(plan.notice).toContainText('council.docx');
  expect(readFileSync(host.path('council.docx')).subarray(0, 2).toString()).toBe('PK');
  const told = screen.getByTestId('document-told');
  await expect(told).toContainText('changed since');

  await host.call('commitment_set', { id: 'ITU-013', field: 'title', value: 'Giga, changed meanwhile' });
  await expect(screen.getByTestId('page')).toContainText('Giga, changed meanwhile');
  await expect(told).toContainText(/1\W* fact/);
  await told.click();
  const changed = page.getByTestId('changed-facts');
  await expect(changed).toContainText('council.docx');
  await changed
    .getByRole('button', { name: /Giga, changed meanwhile/ })
    .first()
    .click();
  await expect(plan.inspector).toContainText('ITU-013');
  await plan.press('Escape');

  await screen.getByTestId('document-export').click();
  await dialog.getByTestId('export-since').getByRole('button').click();
  await page.getByRole('option', { name: /As it was exported last/ }).click();
  await host.choose(host.path('marked.docx'));
  await dialog.getByTestId('export-save').click();
  await expect(dialog).toBeHidden();
  expect(existsSync(host.path('marked.docx'))).toBe(true);
});

test('a PDF is written of a document, and marks no changes', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  const screen = await plan.go('documents');
  await screen.getByTestId('document-export').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByTestId('export-since')).toBeVisible();
  await dialog.locator('label.k-radio').filter({ hasText: 'PDF' }).click();
  await expect(dialog.getByTestId('export-document')).toBeVisible();
  await expect(dialog.getByTestId('export-language')).toBeVisible();
  await expect(dialog.getByTestId('export-since')).toHaveCount(0);
  await host.choose(host.path('council.pdf'));
  await dialog.getByTestId('export-save').click();
  // The engine is not optimised here.
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect(plan.notice).toContainText('council.pdf');
  expect(readFileSync(host.path('council.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('files for people without this application are written in every format', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  for (const [format, words] of [
    ['xlsx', 'Excel'],
    ['html', 'HTML'],
    ['csv', 'CSV'],
    ['ics', 'Calendar'],
    ['json', 'JSON'],
  ] as const) {
    await page.getByTestId('plan-menu').click();
    await page.getByRole('menuitem', { name: /Export to Word/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('label.k-radio').filter({ hasText: words }).click();
    if (format === 'csv') {
      await dialog.locator('label.k-radio').filter({ hasText: 'Labels, for people' }).click();
      await expect(dialog.getByTestId('export-language')).toBeVisible();
    }
    const path = host.path(`plan.${format}`);
    await host.choose(path);
    await dialog.getByTestId('export-save').click();
    await expect(dialog).toBeHidden();
    await expect(plan.notice).toContainText(`plan.${format}`);
    expect(existsSync(path)).toBe(true);
  }
  const table = readFileSync(host.path('plan.csv'), 'utf8');
  expect(table).toContain('ITU-009');
  expect(table.slice(1)).toMatch(/^id,Reference,Title,/u);
});

test('what was issued is looked at as it was, compared with now in two clicks, and made once more', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  const { documents } = (await host.call('documents_list')) as { documents: readonly { id: string }[] };
  const id = documents[0]?.id;
  await host.call('document_set', { id, field: 'symbol', value: 'C25/INF/8' });
  const screen = await plan.go('documents');
  await screen.getByTestId('document-menu').click();
  await expect(page.getByRole('menuitem', { name: /changes since/ })).toHaveAttribute('data-off', 'true');
  await plan.press('Escape');

  await screen.getByTestId('document-state').getByRole('button').click();
  await page.getByRole('option', { name: 'issued' }).click();
  await screen.getByTestId('document-export').click();
  const dialog = page.getByRole('dialog');
  const issued = host.path('issued.docx');
  await host.choose(issued);
  await dialog.getByTestId('export-save').click();
  await expect(plan.notice).toContainText('issued.docx');
  // Nothing is offered that a browser could not do.
  await expect(plan.notice.getByRole('button', { name: /Show in folder|Open/ })).toHaveCount(0);

  const files = screen.getByTestId('document-files');
  await expect(files.getByTestId('section-files')).toContainText('C25/INF/8 · issued');
  await host.call('commitment_set', { id: 'ITU-013', field: 'title', value: 'Giga, changed meanwhile' });
  await expect(screen.getByTestId('page')).toContainText('Giga, changed meanwhile');

  // Two clicks, by the menu or in the list of what was made.
  await host.choose(host.path('redline.docx'));
  await screen.getByTestId('document-menu').click();
  await page.getByRole('menuitem', { name: /changes since/ }).click();
  await expect(plan.notice).toContainText('redline.docx');

  await files.getByTestId('section-files').click();
  await expect(files.getByTestId('document-file')).toHaveCount(2);
  const first = files.getByTestId('document-file').filter({ hasText: 'issued.docx' });
  await expect(first).toContainText(/issued/);
  await expect(first).toContainText('without marked changes');
  await expect(files.getByTestId('document-file').filter({ hasText: 'redline.docx' })).toContainText(
    'changes marked since',
  );
  const again = host.path('again.docx');
  await host.choose(again);
  await first.getByTestId('document-file-again').click();
  await expect(plan.notice).toContainText('byte for byte');
  expect(readFileSync(again).equals(readFileSync(issued))).toBe(true);
  await expect(files.getByTestId('document-file')).toHaveCount(2);

  await first.getByTestId('document-file-look').click();
  await expect(screen.getByTestId('page')).not.toContainText('Giga, changed meanwhile');
  await expect(screen.getByTestId('page')).toContainText('Giga initiative to connect schools');
});

test('a revision is held against what it revises with two clicks, and in the export', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  const { documents } = (await host.call('documents_list')) as { documents: readonly { id: string }[] };
  const [{ id: first } = { id: '' }] = documents;
  await host.call('document_set', { id: first, field: 'symbol', value: 'C27/5' });
  await screen.getByTestId('document-menu').click();
  await expect(page.getByRole('menuitem', { name: /against what it revises/ })).toHaveCount(0);
  await plan.press('Escape');
  await host.call('document_revise', { id: first });
  await screen.getByTestId('document').nth(1).click();

  const marked = host.path('revised.docx');
  await host.choose(marked);
  await screen.getByTestId('document-menu').click();
  const against = page.getByRole('menuitem', { name: /against what it revises/ });
  await expect(against).toContainText('C27/5');
  await against.click();
  await expect(plan.notice).toContainText('revised.docx');
  expect(readFileSync(marked).length).toBeGreaterThan(1000);
  const files = screen.getByTestId('document-files');
  await files.getByTestId('section-files').click();
  await expect(files.getByTestId('document-file')).toContainText(/changes marked against \W?C27\/5/);

  await screen.getByTestId('document-export').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('export-since').getByRole('button').click();
  const choice = page.getByRole('option', { name: /What it revises: \W?C27\/5/ });
  await expect(choice).toContainText('as it is now');
  await choice.click();
  await expect(dialog.getByTestId('export-since')).toContainText('What it revises');
  await host.choose(host.path('again.docx'));
  await dialog.getByTestId('export-save').click();
  await expect(plan.notice).toContainText('again.docx');
  await expect(files.getByTestId('document-file')).toHaveCount(2);
  await expect(files.getByTestId('document-file').first()).toContainText(/changes marked against \W?C27\/5/);
});

test('documents of one line lead to each other', async ({ plan, page, host }) => {
  await plan.open();
  await written(plan);
  const screen = page.getByTestId('documents');
  const { documents } = (await host.call('documents_list')) as { documents: readonly { id: string }[] };
  const first = documents[0]?.id;
  const { created } = (await host.call('document_create', {
    id: null,
    fields: { title: 'What came after', follows: first },
  })) as { created: string };
  await host.call('document_revise', { id: created });
  await expect(screen.getByTestId('document')).toHaveCount(3);
  await expect(screen.getByTestId('document').first()).toContainText(/Followed by \W?What came after/);
  await screen.getByTestId('section-links').click();
  const family = screen.getByTestId('document-family');
  await expect(family).toContainText('Followed by');
  await family.getByRole('button', { name: 'What came after' }).click();
  await expect(screen.locator('[aria-current]').first()).toContainText('What came after');
  await screen.getByTestId('section-links').click();
  await screen.getByTestId('section-links').click();
  await expect(family).toContainText('Its revisions');
});
