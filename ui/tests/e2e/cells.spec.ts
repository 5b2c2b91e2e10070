/** Work on many cells: what is pasted is looked at first, and each thing that is done is one step. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/clipboard/${name}`, import.meta.url), 'utf8');

/** Words as they are shown, whatever marks of direction stand around the names in them. */
function told(words: string): RegExp {
  const signs = [...words].map((sign) =>
    sign === ' ' ? '\\s+' : sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&'),
  );
  return new RegExp(signs.join('[\u2068\u2069]*'));
}

/** As the keys bring it: the clipboard of a test may hold nothing of another program. */
async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([plain, rich]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain ?? '');
      if (rich) {
        clipboardData.setData('text/html', rich);
      }
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [text, html],
  );
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('what is pasted of Excel is looked at, days are asked about once, and one undo takes it back', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await page.getByTestId('columns').click();
  await plan.tick('Owner');
  await plan.press('Escape');
  await plan.cell('ITU-009', 'title').click();
  await paste(page, fixture('excel.txt'), fixture('excel.html'));
  const dialog = page.getByTestId('change-dialog');
  await expect(dialog).toContainText(told('2 dates such as “03/04/2026”'));
  await expect(page.getByTestId('change-left')).toContainText(told('3,5'));
  await expect(page.getByTestId('change-apply')).toBeDisabled();
  // By the keyboard alone: to the question, an answer, to the button.
  await page.getByRole('radio').first().focus();
  await plan.press('Space');
  await expect(page.getByTestId('change-apply')).toBeEnabled();
  await expect(page.getByTestId('change-list')).toContainText(told('3 Apr 2026'));
  await page.getByTestId('change-apply').focus();
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(plan.cell('ITU-009', 'title')).toContainText('Skills for all');
  await expect(plan.cell('ITU-010', 'lead')).toContainText('BDT');
  await expect(plan.said).toContainText(told('Pasted into 3 rows'));
  // The keys are where they were.
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'title')).not.toContainText('Skills for all');
  await expect(plan.cell('ITU-010', 'lead')).not.toContainText('BDT');
});

test('all rows are copied, those too that were never on the screen, and come back unchanged', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  await plan.press('Control+a');
  await plan.press('Control+c');
  await expect(plan.said).toContainText(told('cells copied'));
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split('\r\n')).toHaveLength(141);
  await plan.press('Control+v');
  await expect(page.getByTestId('change-summary')).toContainText(told('Nothing would change.'));
  await plan.press('Escape');
});

test('a press on the cell that is being kept goes to it, however late the answer is', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('"commitment_set"')) {
      await new Promise((later) => setTimeout(later, 400));
    }
    await route.continue();
  });
  await plan.type('ITU-009', 'lead', 'BDT');
  await plan.cell('ITU-009', 'lead').click();
  await plan.press('Control+x');
  await expect(plan.cell('ITU-009', 'lead')).toHaveAttribute('data-cut', /top/);
  await page.unroute('**/rpc');
});

test('cut goes where it is pasted, and Escape gives it up', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.type('ITU-009', 'lead', 'BDT');
  await expect(plan.cell('ITU-009', 'lead')).toContainText('BDT');
  await plan.cell('ITU-009', 'lead').click();
  await expect(plan.cell('ITU-009', 'lead')).toHaveAttribute('data-active', 'true');
  await plan.press('Control+x');
  await expect(plan.cell('ITU-009', 'lead')).toHaveAttribute('data-cut', /top/);
  await plan.press('Escape');
  await expect(plan.cell('ITU-009', 'lead')).not.toHaveAttribute('data-cut', /.*/);
  await plan.press('Control+x');
  await plan.press('ArrowDown');
  await plan.press('ArrowDown');
  await plan.press('Control+v');
  await expect(page.getByTestId('change-summary')).toContainText(told('2 cells change'));
  await page.getByTestId('change-apply').press('Enter');
  await expect(plan.cell('ITU-011', 'lead')).toContainText('BDT');
  await expect(plan.cell('ITU-009', 'lead')).not.toContainText('BDT');
  // Behind a dialog the keys of the window do nothing.
  await expect(page.getByTestId('change-dialog')).toBeHidden();
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'lead')).toContainText('BDT');
});

test('Ctrl+D fills down over all rows, Ctrl+R to the side, Delete empties what may be empty', async ({
  plan,
}) => {
  await plan.open();
  await plan.copy();
  await plan.type('ITU-009', 'lead', 'BDT');
  await plan.cell('ITU-009', 'lead').click();
  await plan.press('Control+Space');
  await plan.press('Control+d');
  await expect(plan.said).toContainText(told('rows filled'));
  await expect(plan.cell('ITU-012', 'lead')).toContainText('BDT');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-012', 'lead')).not.toContainText('BDT');
  // One row takes what stands above it; one column what stands beside it.
  await plan.cell('ITU-010', 'lead').click();
  await plan.press('Control+d');
  await expect(plan.cell('ITU-010', 'lead')).toContainText('BDT');
  await plan.cell('ITU-011', 'lead').click();
  await plan.press('Control+r');
  await expect(plan.cell('ITU-011', 'lead')).toContainText('ITU');
  await plan.cell('ITU-009', 'title').click();
  await plan.press('Shift+ArrowDown');
  await plan.press('Shift+ArrowRight');
  await plan.press('Shift+ArrowRight');
  await plan.press('Delete');
  await expect(plan.cell('ITU-009', 'lead')).not.toContainText('BDT');
  await expect(plan.notice).toContainText(told('4 cells stay as they are'));
  await expect(plan.cell('ITU-009', 'title')).not.toBeEmpty();
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'lead')).toContainText('BDT');
});

test('a paste of another program’s worst is calm: scripts, a million letters, too much', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  await paste(
    page,
    '',
    '<table><tr><td><img src=x onerror="document.title=1">__proto__<script>document.title=1</script></td></tr><tr><td>constructor</td></tr></table>',
  );
  await expect(page.getByTestId('change-list')).toContainText('__proto__');
  expect(await page.title()).not.toBe('1');
  await plan.press('Escape');
  await paste(page, `${'x'.repeat(1_000_000)}\r\nb`);
  await expect(page.getByTestId('change-left')).toContainText(/1,?000,?000\W* characters/);
  await plan.press('Escape');
  await paste(page, 'a\t'.repeat(200_002));
  await expect(plan.notice).toContainText(told('more than can be pasted at once'));
  await expect(plan.cell('ITU-009', 'title')).not.toContainText('__proto__');
});

test('words are found in all rows, one after the other, and replaced in one step', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  await plan.press('Control+f');
  await page.keyboard.type('skills');
  await expect(page.getByTestId('find-count')).toContainText(told('1 of 6'));
  await expect(plan.row('ITU-016')).toHaveAttribute('data-active', 'true');
  await plan.press('Enter');
  await expect(page.getByTestId('find-count')).toContainText(told('2 of 6'));
  // Keys do not wait for answers, and none is lost.
  for (const key of ['Enter', 'Enter', 'Shift+Enter']) {
    await plan.press(key);
  }
  await expect(page.getByTestId('find-count')).toContainText(told('3 of 6'));
  for (let times = 0; times < 3; times += 1) {
    await plan.press('Shift+Enter');
  }
  // Before the first comes the last, which was not on the screen.
  await expect(page.getByTestId('find-count')).toContainText(told('6 of 6'));
  await expect(plan.row('ITU-058')).toHaveAttribute('data-active', 'true');
  await plan.press('Control+h');
  await page.getByTestId('find-with').getByRole('textbox').fill('abilities');
  await page.getByTestId('find-replace').click();
  await expect(page.getByTestId('change-summary')).toContainText(told('6 cells change, in 6 rows'));
  // What was only looked at was not replaced.
  await plan.press('Escape');
  await expect(page.getByTestId('change-dialog')).toBeHidden();
  await page.getByTestId('find-text').getByRole('textbox').fill('skillsandmore');
  await expect(page.getByTestId('find-count')).toContainText(told('Not found'));
  await page.getByTestId('find-text').getByRole('textbox').fill('skills');
  await page.getByTestId('find-replace').click();
  await page.getByTestId('change-apply').click();
  await expect(page.getByTestId('find-count')).toContainText(told('All replaced'));
  // The keys are where they were before the dialog: in the bar.
  await expect(page.getByTestId('change-dialog')).toBeHidden();
  await expect(page.getByTestId('find-replace')).toBeFocused();
  await expect(page.getByTestId('find-replace')).toHaveAccessibleDescription('All replaced');
  await plan.press('Escape');
  await expect(page.getByTestId('find-bar')).toBeHidden();
  await expect(plan.cell('ITU-058', 'title')).toContainText('abilities');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-058', 'title')).toContainText('Skills');
});

test('the other button of the mouse opens the menu of a cell, and so does the key of menus', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  // The browser's own menu, with its way back and its loading anew, is left to texts alone.
  const isOurs = (testId: string): Promise<boolean> =>
    page.getByTestId(testId).evaluate((element) => {
      const asked = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      (element.querySelector('input') ?? element).dispatchEvent(asked);
      return asked.defaultPrevented;
    });
  expect([await isOurs('rail-timeline'), await isOurs('filter-text')]).toEqual([true, false]);
  const entry = (name: string | RegExp) => page.getByRole('menuitem', { name });
  await plan.cell('ITU-010', 'title').click();
  await plan.press('Shift+ArrowDown');
  // On what is selected it is about all of it.
  await plan.cell('ITU-011', 'title').click({ button: 'right' });
  await entry(/^Move the row down/).click();
  await expect
    .poll(() => plan.column('reference').then((all) => all.slice(0, 4)))
    .toEqual(['ITU-009', 'ITU-012', 'ITU-010', 'ITU-011']);
  await plan.press('Control+z');
  // Elsewhere it chooses the cell.
  await plan.cell('ITU-013', 'lead').click({ button: 'right' });
  await expect(plan.row('ITU-013')).toHaveAttribute('data-active', 'true');
  await entry(/Paste/).click();
  await expect(page.getByText('Press Ctrl+V to paste').first()).toBeVisible();
  await plan.press('Escape');
  // While a menu is open the other button asks for that of another cell.
  await plan.cell('ITU-014', 'status').click({ button: 'right' });
  await expect(entry(/^Edit the cell/)).toBeVisible();
  await plan.cell('ITU-013', 'lead').click({ button: 'right' });
  await expect(plan.row('ITU-013')).toHaveAttribute('data-active', 'true');
  await entry(/^Edit the cell/).click();
  await page.keyboard.type('ITU-D');
  await plan.press('Enter');
  await expect(plan.cell('ITU-013', 'lead')).toContainText('ITU-D');
  await plan.cell('ITU-013', 'lead').click({ button: 'right' });
  await entry(/^Copy/).click();
  await expect(plan.said).toContainText(told('1 cell copied'));
  await plan.cell('ITU-014', 'lead').click();
  await plan.press('Control+v');
  await plan.press('Enter');
  await expect(plan.cell('ITU-014', 'lead')).toContainText('ITU-D');
  // By the keys: the browser tells it of the cell where one is. Escape gives the keys back.
  await plan.press('Shift+F10');
  await expect(entry('Show the details')).toBeVisible();
  await plan.press('Escape');
  await expect(entry('Show the details')).toHaveCount(0);
  await plan.press('ArrowDown');
  await expect(plan.row('ITU-016')).toHaveAttribute('data-active', 'true');
});

test('several rows get the same in one step, and only what is touched', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.type('ITU-010', 'lead', 'BDT');
  await plan.cell('ITU-009', 'title').click();
  await plan.press('Shift+ArrowDown');
  await plan.press('Shift+ArrowDown');
  await page.getByTestId('table-more').click();
  await page.getByRole('menuitem', { name: 'Edit the selected rows' }).click();
  await expect(page.getByRole('dialog')).toContainText(told('Edit 3 rows'));
  await expect(page.getByRole('combobox', { name: 'Lead' })).toHaveAttribute('placeholder', 'several values');
  await page.getByRole('combobox', { name: 'Status' }).fill('compl');
  await plan.press('Tab');
  await page.getByTestId('form-keep').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  // What is standing is never completed: those rows stay, and it is said.
  await expect(plan.notice).toContainText(told('stay as they are'));
  await expect(plan.cell('ITU-010', 'lead')).toContainText('BDT');
  await expect(plan.cell('ITU-009', 'lead')).not.toContainText('BDT');
});

test('a view is saved under a name, chosen from the palette, and there after another start', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.filterText.fill('skills');
  await plan.head('Title').getByRole('button').first().click();
  await expect(page.getByTestId('sort-chip')).toContainText('Title');
  await page.getByTestId('table-more').click();
  await page.getByRole('menuitem', { name: 'Save this view' }).click();
  await page.keyboard.type('Skills by name');
  await plan.press('Enter');
  await expect(plan.notice).toContainText(told('Skills by name'));
  await page.getByTestId('table-more').click();
  await page.getByRole('menuitem', { name: 'Standard view' }).click();
  await expect(page.getByTestId('sort-chip')).toBeHidden();
  await page.reload();
  await plan.ready();
  await plan.press('Control+k');
  await page.keyboard.type('skills by name');
  await plan.press('Enter');
  await expect(page.getByTestId('sort-chip')).toContainText('Title');
  await expect(plan.filterText).toHaveValue('skills');
  // What a screen shows stays when one goes elsewhere and comes back.
  await plan.go('milestones');
  await plan.go('commitments');
  await expect(page.getByTestId('sort-chip')).toContainText('Title');
  await page.getByTestId('table-more').click();
  await page.getByRole('menuitem', { name: told('Delete “Skills by name”') }).click();
  await expect(plan.notice).toContainText(told('deleted'));
});

test('a view is kept with the plan by keys alone, goes along, is undone, and stays on the laptop where it is private', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  await plan.filterText.fill('skills');
  await plan.press('ArrowDown');
  const save = async (name: string): Promise<void> => {
    await plan.press('Control+k');
    await page.keyboard.type('save this view');
    await plan.press('Enter');
    await expect(page.getByTestId('view-name')).toBeVisible();
    await page.keyboard.type(name);
    // To the places: on this computer is chosen, until somebody says otherwise.
    await plan.press('Tab');
    await expect(page.getByRole('radio', { name: 'On this computer' })).toBeFocused();
    await expect(page.getByRole('radio', { name: 'On this computer' })).toBeChecked();
    await plan.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'With the plan' })).toBeChecked();
    await plan.press('Enter');
  };
  await save('Skills for all');
  await expect(page.getByTestId('view-name')).toBeHidden();
  const views = async (): Promise<readonly string[]> => {
    const all = (await host.call('view_get', {
      kind: 'saved_view',
      source: { at: 'now' },
      query: { text: '', filters: [], sort: [], group: null },
      fields: [],
      from: 0,
      to: 9,
    })) as { rows: readonly { title: string }[] };
    return all.rows.map(({ title }) => title);
  };
  expect(await views()).toEqual(['Skills for all']);
  // It is a step like others.
  await plan.press('Control+z');
  await expect.poll(views).toEqual([]);
  await plan.press('Control+y');
  await expect.poll(views).toEqual(['Skills for all']);
  await plan.filterText.fill('');
  await page.getByTestId('table-more').click();
  await page.getByRole('menuitem', { name: 'Skills for all' }).click();
  await expect(plan.filterText).toHaveValue('skills');
  await page.getByTestId('table-more').click();
  await page.getByRole('menuitem', { name: told('Keep “Skills for all” on this computer only') }).click();
  await expect(plan.notice).toContainText(told('on this computer only'));
  await expect.poll(views).toEqual([]);
  await page.getByTestId('table-more').click();
  await page.getByRole('menuitem', { name: told('Keep “Skills for all” with the plan') }).click();
  await expect.poll(views).toEqual(['Skills for all']);

  // What filters by what is private tells it: the dialog says why, and nothing is kept.
  await page.getByTestId('filter-add').click();
  await page.getByRole('menuitem', { name: 'For follow-up, because' }).click();
  await page.getByTestId('filter-contains').getByRole('textbox').fill('zebra');
  await plan.press('Escape');
  await save('Secret');
  await expect(page.getByRole('dialog')).toContainText(told('stays on this computer'));
  expect(await views()).toEqual(['Skills for all']);
});

test('any column is filtered by: days from and to, words, what is stated and what is not', async ({
  plan,
  page,
}) => {
  await plan.open();
  await page.getByTestId('filter-add').click();
  await page.getByRole('menuitem', { name: 'Title', exact: true }).click();
  await page.getByTestId('filter-contains').getByRole('textbox').fill('SKILLS');
  await expect(page.getByTestId('filtered-count')).toContainText(told('6 of'));
  await plan.press('Escape');
  await expect(page.getByTestId('filter-title')).toContainText(told('“SKILLS”'));
  await page.getByTestId('filter-add').click();
  await page.getByRole('menuitem', { name: 'When', exact: true }).click();
  await page.getByRole('radio', { name: 'not stated' }).check({ force: true });
  await expect(page.getByTestId('filter-when')).toContainText(told('not stated'));
  await page.getByRole('button', { name: 'Clear this filter' }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('2020');
  await expect(page.getByTestId('filter-when')).toContainText(told('from 2020'));
  await plan.press('Escape');
});

test('rows that are selected together are moved together, by keys and by a grip, in one step', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  const order = (): Promise<readonly string[]> => plan.column('reference').then((all) => all.slice(0, 5));
  const first = await order();
  await plan.cell('ITU-009', 'title').click();
  await plan.press('Shift+ArrowDown');
  await plan.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['ITU-011', 'ITU-009', 'ITU-010', ...first.slice(3)]);
  // What is selected goes along, so that the next press moves the same rows.
  await plan.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['ITU-011', first[3], 'ITU-009', 'ITU-010', first[4]]);
  await plan.press('Control+z');
  await plan.press('Control+z');
  await expect.poll(order).toEqual(first);
  await plan.cell('ITU-010', 'title').click();
  await plan.press('Shift+ArrowDown');
  await plan.row('ITU-011').hover();
  const grip = await plan.row('ITU-011').locator('.k-grid-grip').boundingBox();
  const words = await plan.row('ITU-011').locator('[data-column="reference"] .k-grid-text').boundingBox();
  expect((grip?.x ?? 0) + (grip?.width ?? 0)).toBeLessThanOrEqual(words?.x ?? 0);
  const target = await plan.row('ITU-009').boundingBox();
  if (!grip || !target) {
    throw new Error('nothing to drag');
  }
  await page.mouse.move(grip.x + 4, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(target.x + 8, target.y + 6, { steps: 4 });
  await page.mouse.up();
  await expect.poll(order).toEqual(['ITU-010', 'ITU-011', 'ITU-009', ...first.slice(3)]);
  await expect(plan.undo).toContainText('Change the order');
  await plan.press('Control+z');
  await expect.poll(order).toEqual(first);
});

test('a range that is dragged to the edge takes along the rows behind it', async ({ plan, page }) => {
  await plan.open();
  await plan.cell('ITU-009', 'title').hover();
  const begin = await plan.cell('ITU-009', 'title').boundingBox();
  const box = await plan.grid.locator('.k-grid').boundingBox();
  if (!begin || !box) {
    throw new Error('nothing to drag');
  }
  await page.mouse.move(begin.x + 20, begin.y + 10);
  await page.mouse.down();
  await page.mouse.move(begin.x + 20, box.y + box.height + 60, { steps: 6 });
  await expect(plan.row('ITU-058').locator('[data-column="title"]')).toHaveAttribute('data-range', /.*/);
  // Back over the rows it stops.
  await page.mouse.move(begin.x + 20, box.y + box.height / 2);
  const stopped = (): Promise<number> => plan.grid.locator('.k-grid').evaluate((grid) => grid.scrollTop);
  const top = await stopped();
  await page.waitForTimeout(200);
  expect(await stopped()).toBe(top);
  await page.mouse.up();
  await page.mouse.move(begin.x + 20, box.y + box.height + 60);
  await page.waitForTimeout(200);
  expect(await stopped()).toBe(top);
});

test('columns are moved, made wider and hidden by keys, rows by keys and by their grip, and off with the reason', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'lead').click();
  // Up over the header of the group to that of the column.
  await plan.press('ArrowUp');
  await plan.press('ArrowUp');
  const heads = (): Promise<string[]> => page.locator('.k-grid-head-label').allInnerTexts();
  expect((await heads()).slice(2, 4)).toEqual(['Owner', 'Lead']);
  await plan.press('Alt+ArrowLeft');
  await expect.poll(async () => (await heads()).slice(2, 4)).toEqual(['Lead', 'Owner']);
  await expect(plan.said).toContainText(told('Lead moved'));
  await plan.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Hide this column' }).click();
  await expect.poll(heads).not.toContain('Lead');
  const order = (): Promise<readonly string[]> => plan.column('reference').then((all) => all.slice(0, 3));
  expect(await order()).toEqual(['ITU-009', 'ITU-010', 'ITU-011']);
  await plan.row('ITU-011').hover();
  const grip = await plan.row('ITU-011').locator('.k-grid-grip').boundingBox();
  const target = await plan.row('ITU-009').boundingBox();
  if (!grip || !target) {
    throw new Error('nothing to drag');
  }
  await page.mouse.move(grip.x + 4, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(target.x + 8, target.y + 6, { steps: 4 });
  await expect(plan.row('ITU-009')).toHaveAttribute('data-drop', 'before');
  await page.mouse.up();
  await expect.poll(order).toEqual(['ITU-011', 'ITU-009', 'ITU-010']);
  await plan.cell('ITU-011', 'title').click();
  await expect(plan.inspector).toContainText('ITU-011');
  await plan.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['ITU-009', 'ITU-011', 'ITU-010']);
  await plan.head('Title').getByRole('button').first().click();
  await plan.cell('ITU-011', 'title').click();
  await plan.press('Alt+ArrowDown');
  await expect(plan.notice).toContainText(told('The rows are sorted'));
});

test('a column is made as wide as what is in it, by keys, by the menu and by a double click, over rows far below', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  const [id, value] = ['ITU-141', 'Deputy to the Director of a department with a very long name'];
  await host.call('commitment_set', { id, field: 'lead_post', value, words: null, token: null });
  const width = (label: string): Promise<number> =>
    plan.head(label).evaluate((head) => (head as HTMLElement).offsetWidth);
  const isCut = (label: string): Promise<boolean> =>
    plan.head(label).evaluate((head) => {
      const words = head.querySelector('.k-grid-head-label');
      return words !== null && words.scrollWidth > words.clientWidth;
    });
  await plan.cell('ITU-009', 'status').click();
  await plan.press('ArrowUp');
  await plan.press('ArrowUp');
  for (let turn = 0; turn < 8; turn += 1) {
    await plan.press('Alt+Shift+ArrowLeft');
  }
  await expect.poll(() => isCut('Status')).toBe(true);
  await plan.press('Alt+Shift+ArrowDown');
  await expect.poll(() => isCut('Status')).toBe(false);
  await expect(plan.said).toContainText(told('Width of Status changed'));
  const cut = plan.grid
    .locator('[data-column="status"] .k-grid-text')
    .evaluateAll(
      (cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth || cell.clientHeight > 30).length,
    );
  expect(await cut).toBe(0);

  await page.getByTestId('columns').click();
  await plan.tick('Post in the lead');
  await plan.press('Escape');
  const before = await width('Post in the lead');
  await plan.head('Post in the lead').locator('.k-grid-resizer').dblclick();
  // The text that needs the room stands in the last row, far below the window.
  await expect.poll(() => width('Post in the lead')).toBeGreaterThan(before + 100);
  const fitted = await width('Post in the lead');
  await plan.cell('ITU-009', 'lead').click();
  await plan.press('ArrowUp');
  await plan.press('ArrowUp');
  await plan.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Fit all columns' }).click();
  await expect.poll(() => width('Title')).toBeGreaterThan(300);
  expect(await width('Post in the lead')).toBe(fitted);
  // Kept as widths are.
  await page.reload();
  await plan.ready();
  expect(await width('Post in the lead')).toBe(fitted);
});
