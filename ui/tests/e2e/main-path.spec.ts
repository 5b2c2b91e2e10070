/** The main path: the ITU's plan at once, an own copy, a change, undo, redo, and everything is still there. */
import { expect, test } from './support/test.ts';

test('first start: the ITU’s plan, only read, with three choices; what is off says why', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await expect(plan.banner).toContainText('ITU action plan for the Global Digital Compact');
  await expect(plan.banner).toContainText('nothing is sent anywhere');
  await expect(plan.saveState).toContainText('Read only');
  await expect(page.getByTestId('offline')).toContainText('no connection has been made');
  await expect(plan.row('ITU-009')).toBeVisible();
  await expect(plan.inspector).toContainText('ITU-009');

  await plan.cell('ITU-009', 'title').click();
  await page.keyboard.type('x');
  await expect(plan.notice).toContainText('own copy');
  await expect(plan.cell('ITU-009', 'title')).not.toHaveText('x');

  await page.getByTestId('banner-look').click();
  await expect(plan.banner).toBeHidden();
  await expect(page.getByTestId('banner-small').getByTestId('banner-copy')).toBeVisible();

  // What does nothing now says why: by its description, as a tooltip, and when it is pressed.
  const add = page.getByTestId('new');
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await expect(add).toHaveAccessibleDescription(/own copy/);
  await plan.notice.getByRole('button', { name: 'Close' }).click();
  await add.focus();
  await plan.press('Enter');
  await expect(plan.notice).toContainText('own copy');
  await expect(plan.said).toContainText('own copy');
  await plan.notice.getByRole('button', { name: 'Close' }).click();
  await plan.press('Control+z');
  await expect(plan.notice).toContainText('own copy');
  // The words of what was told are not read again once it is gone, and no row is covered by it.
  const [bar, list] = await Promise.all([plan.notice.boundingBox(), plan.grid.boundingBox()]);
  expect(bar?.y).toBeGreaterThanOrEqual((list?.y ?? 0) + (list?.height ?? 0));

  await expect(plan.saveState).toContainText('Read only');
  await host.choose(host.path('by badge.gdcplan'));
  await plan.saveState.click();
  await expect(page.getByTestId('read-only')).toContainText('own copy');
  await page.getByTestId('read-only').getByRole('button').click();
  await expect(plan.saveState).toContainText('Saved');
});

test('copy, edit, undo, redo, kill, start: the edit is there', async ({ plan, page, host }) => {
  await plan.open();
  const before = (await plan.cell('ITU-010', 'title').innerText()).trim();
  await plan.copy();
  await plan.type('ITU-010', 'title', 'Indicators Symposium');
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Indicators Symposium');
  await expect(plan.said).toContainText('Ctrl+Z');
  await expect(plan.undo).toContainText('Set title');
  await expect(plan.saveState).toContainText('on this laptop only');

  await plan.press('Control+z');
  await expect(plan.cell('ITU-010', 'title')).toHaveText(before);
  await plan.press('Control+y');
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Indicators Symposium');
  await plan.undo.click();
  await expect(plan.cell('ITU-010', 'title')).toHaveText(before);
  await plan.redo.click();
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Indicators Symposium');

  await page.reload();
  await plan.ready();
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Indicators Symposium');

  await host.kill();
  await host.start();
  await plan.open();
  await page.getByTestId('plan-menu').click();
  await page.getByRole('menuitem', { name: /my plan/ }).click();
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Indicators Symposium');
  // The step was made in an earlier sitting: taking it back asks once.
  await plan.press('Control+z');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Set title');
  await page.getByTestId('question-yes').click();
  await expect(plan.cell('ITU-010', 'title')).toHaveText(before);
});

test('one’s own plan is saved as a copy, in which one goes on; the other stays as it is', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  await host.choose(host.path('second.gdcplan'));
  await page.getByTestId('plan-menu').click();
  await page.getByRole('menuitem', { name: 'Save a copy' }).click();
  await expect(plan.notice).toContainText('second.gdcplan');
  await expect(plan.notice).toContainText('stays as it is');
  await plan.type('ITU-010', 'title', 'Only in the copy');
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Only in the copy');
  await page.getByTestId('plan-menu').click();
  await page.getByRole('menuitem', { name: /my plan/ }).click();
  await expect(plan.saveState).toContainText('Saved');
  await expect(plan.cell('ITU-010', 'title')).not.toHaveText('Only in the copy');
});

test('when the copy is open the keys are in the list, not nowhere', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('Typed at once');
  await page.keyboard.press('Enter');
  await expect(plan.undo).toContainText('Set title');
});

test('an empty plan teaches, and its first row is made with a key', async ({ plan, page, host }) => {
  await plan.open();
  await host.choose(host.path('empty.gdcplan'));
  await page.getByTestId('banner-empty').click();
  await expect(plan.grid).toContainText('No commitments yet');
  await plan.press('Control+Shift+N');
  // Nothing says yet whose rows these are, and the reference begins with it.
  await page.getByRole('combobox').fill('Kenya');
  await page.getByRole('option', { name: /Kenya/ }).click();
  await page.getByTestId('owner-done').click();
  await expect(plan.grid.locator('.k-grid-row')).toContainText('001');
  // The cell is open for its name, which is typed over.
  await expect(plan.grid.locator('textarea:focus')).toHaveValue('New commitment');
  await page.keyboard.type('Our first row');
  await plan.press('Enter');
  await expect(plan.grid.locator('.k-grid-row')).toContainText('Our first row');
  await expect(page.getByTestId('counts')).toContainText(/1\W* commitment/);
});

test('a file that cannot be opened says why, and what is open stays', async ({ plan, page, host }) => {
  await plan.open();
  await host.choose(host.path('missing.gdcplan'));
  await plan.press('Control+o');
  await expect(plan.notice).toBeVisible();
  await expect(plan.notice).toContainText(/not found|no longer/i);
  await expect(plan.row('ITU-009')).toBeVisible();
  await expect(page.locator('[role="alert"][data-live-announcer]')).toContainText(/not found|no longer/i);
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(plan.notice).toBeHidden();
  await expect(page.locator('[role="alert"][data-live-announcer]')).toBeEmpty();
});

test('a file on the command line that cannot be opened is told of at the start', async ({ plan, host }) => {
  await host.kill();
  await host.start(host.path('nowhere.gdcplan'));
  await plan.page.goto(host.address);
  await expect(plan.notice).toContainText('nowhere.gdcplan');
});

test('Ctrl+S answers, and a snapshot says what goes and what stays', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  await plan.press('Control+s');
  await expect(plan.notice).toContainText('Everything is saved');
  await page.getByTestId('share').click();
  await page.getByTestId('share-skip').click();
  await expect(page.getByTestId('share-goes')).toContainText(/141\W* commitments/);
  await expect(page.getByTestId('share-goes')).toContainText('the history');
  // What goes wrong is said where one looks: in the dialog.
  const dialog = page.getByRole('dialog');
  await host.choose(host.path('no such folder/sent.gdcsnap'));
  await page.getByTestId('share-save').click();
  await expect(dialog.getByTestId('notice')).toBeVisible();
  await dialog.getByTestId('notice').getByRole('button').last().click();
  await expect(plan.notice).toBeHidden();
  await host.choose(host.path('sent.gdcsnap'));
  await page.getByTestId('share-name').getByRole('textbox').fill('As sent');
  await page.getByTestId('share-save').click();
  await expect(plan.notice).toContainText('sent.gdcsnap');

  await host.choose(host.path('sent.gdcsnap'));
  await plan.press('Control+o');
  await expect(plan.saveState).toContainText('Read only');
  await expect(page.getByText('You are reading it')).toBeVisible();
});

test('a half-typed edit stays with the plan that it was typed into', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  const before = (await plan.cell('ITU-010', 'title').innerText()).trim();
  await plan.cell('ITU-010', 'title').click();
  await page.keyboard.press('F2');
  await page.keyboard.type(' CROSS');
  // The starter is shown instead; rows of it and of the copy have the same ids.
  await page.getByTestId('plan-menu').click();
  await page
    .getByRole('menuitem', { name: /Show the ITU.s plan/ })
    .first()
    .click();
  await expect(plan.saveState).toContainText('Read only');
  await expect(plan.cell('ITU-010', 'title')).toHaveText(before);
  await page.getByTestId('plan-menu').click();
  await page.getByRole('menuitem', { name: /my plan/ }).click();
  await expect(plan.cell('ITU-010', 'title')).toHaveText(`${before} CROSS`);
});

test('behind a dialog the keys of the window do nothing', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.type('ITU-010', 'title', 'Kept');
  await expect(plan.undo).toContainText('Set title');
  await plan.press('Control+,');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByTestId('settings-done').focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Kept');
  await expect(plan.undo).toContainText('Set title');
});

test('when the window says that it is ready, its rows are in the document', async ({ plan, page }) => {
  await page.addInitScript(() => {
    const ask = window.fetch;
    window.fetch = (...args) => {
      if (String(args[1]?.body).includes('"window_ready"')) {
        const rows = document.querySelectorAll('[data-row] [data-column="title"]').length;
        document.documentElement.dataset.rowsAtReady ??= String(rows);
      }
      return ask(...args);
    };
  });
  await plan.open();
  await expect(plan.row('ITU-009')).toBeVisible();
  const rows = await page.locator('html').getAttribute('data-rows-at-ready');
  expect(Number(rows)).toBeGreaterThan(10);
});
