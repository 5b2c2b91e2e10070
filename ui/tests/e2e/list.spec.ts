/** The list: sort, filter, group, columns, and work on several rows. */
import type { Locator, Page, Route } from '@playwright/test';
import { sideways } from './support/fits.ts';
import { expect, test } from './support/test.ts';

test('sorts by a header, and by a second one with Shift', async ({ plan }) => {
  await plan.open();
  // All columns of a first look are seen beside the details.
  await expect(plan.inspector).toBeVisible();
  await expect.poll(() => sideways(plan)).toBe(0);
  await plan.page.getByTestId('group').click();
  await plan.page.getByRole('menuitemradio', { name: 'No groups' }).click();
  await expect(plan.grid.locator('.k-grid-group')).toHaveCount(0);
  await plan.head('Title').getByRole('button').click();
  await expect(plan.head('Title')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => plan.column('title').then((all) => isSorted(all.slice(0, 10)))).toBe(true);
  await plan.head('Title').getByRole('button').click();
  await expect(plan.head('Title')).toHaveAttribute('aria-sort', 'descending');
  await expect
    .poll(() => plan.column('title').then((all) => isSorted(all.slice(0, 10).toReversed())))
    .toBe(true);
  await plan.head('Status').getByRole('button').click();
  await plan
    .head('Title')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await expect(plan.head('Status')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => plan.column('status').then((all) => new Set(all.slice(0, 8)).size)).toBe(1);
});

function isSorted(all: readonly string[]): boolean {
  const folded = all.map((one) => one.toLowerCase());
  return folded.length > 3 && folded.every((one, at) => at === 0 || (folded[at - 1] ?? '') <= one);
}

test('filters by words and by values, and says how many are left', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  const [id, value] = ['ITU-010', 'zebra'];
  const change = { id, field: 'follow_up_reason', value, words: null, token: null };
  await host.call('commitment_set', change);
  // Before an audience what is private is not found, either.
  await plan.filterText.fill(value);
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(1);
  await plan.press('F9');
  await expect(plan.grid).toContainText('No row fits the filters');
  await plan.press('F9');
  await expect(plan.row(id)).toBeVisible();
  await plan.filterText.fill('giga');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(1);
  await expect(page.getByTestId('filtered-count')).toContainText(/1\W* of \W*141/);
  await plan.filterText.fill('no such words anywhere');
  await expect(plan.grid).toContainText('No row fits the filters');
  await page.getByRole('button', { name: 'Show all rows' }).click();
  await expect(page.getByTestId('filtered-count')).toBeHidden();

  await page.getByTestId('filter-status').click();
  await plan.tick('Planned');
  await expect(page.getByTestId('filter-status')).toContainText('Planned');
  await plan.press('Escape');
  await expect.poll(() => plan.column('status').then((all) => [...new Set(all)])).toEqual(['Planned']);
});

test('groups by a field, folds a group, and keeps the row when its group changes', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  const first = plan.grid.locator('.k-grid-group').first().getByRole('button');
  await expect(first).toContainText('Digital divides and the SDGs');
  await first.click();
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await expect(plan.row('ITU-009')).toHaveCount(0);
  await first.click();
  await page.getByTestId('group').click();
  await page.getByRole('menuitemradio', { name: 'Status' }).click();
  await expect(plan.grid.locator('.k-grid-group').first()).toContainText('Planned');

  // A row that goes to another group takes the active cell along.
  await plan.filterText.fill('ITU-077');
  await plan.cell('ITU-077', 'status').click();
  await page.keyboard.type('compl');
  await plan.press('Enter');
  await expect(plan.cell('ITU-077', 'status')).toContainText('Completed');
  await expect(plan.grid.locator('.k-grid-group')).toContainText('Completed');
});

test('shows another column and keeps the choice', async ({ plan, page }) => {
  await plan.open();
  await page.getByTestId('columns').click();
  await plan.tick('Partners');
  await plan.press('Escape');
  await expect(plan.head('Partners')).toBeAttached();
  await page.reload();
  await plan.ready();
  await expect(plan.head('Partners')).toBeAttached();
});

test('a new row, deleted and brought back', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await page.getByTestId('new').click();
  await page.keyboard.type('Something new');
  await plan.press('Enter');
  await expect(plan.cell('ITU-142', 'title')).toHaveText('Something new');
  await expect(page.getByTestId('counts')).toContainText(/142\W* commitments/);

  // Where the filter hides it, that is said, and the filter comes back at a wish.
  await plan.filterText.fill('Something new');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(1);
  await page.getByTestId('new').click();
  await expect(plan.row('ITU-143')).toBeVisible();
  await expect(plan.notice).toContainText('the filters hid the new one');
  await plan.press('Escape');
  await plan.notice.getByRole('button', { name: 'Filter again' }).click();
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(1);
  await expect(plan.row('ITU-143')).toHaveCount(0);
  await plan.undo.click();
  await expect(page.getByTestId('counts')).toContainText(/142\W* commitments/);
  await plan.filterText.fill('');
  await plan.cell('ITU-142', 'title').click();
  await plan.press('Control+Delete');
  await expect(plan.row('ITU-142')).toHaveCount(0);
  await expect(page.getByTestId('counts')).toContainText(/141\W* commitments/);
  await plan.press('Control+z');
  await expect(plan.cell('ITU-142', 'title')).toHaveText('Something new');
});

test('who types at once after "New" loses no letter, and no other cell gets one', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  const cdp = await page.context().newCDPSession(page);
  const slow = (rate: number) => cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const title = (reference: string) => plan.cell(reference, 'title').locator('textarea');
  await plan.cell('ITU-010', 'title').click();
  const before = await plan.cell('ITU-010', 'title').locator('.k-grid-text').innerText();
  const ways: readonly (readonly [string, () => Promise<void>])[] = [
    ['ITU-142', () => page.getByTestId('new').click()],
    ['ITU-143', () => plan.press('Control+Shift+N')],
    [
      'ITU-144',
      async () => {
        await plan.press('Control+k');
        await page.keyboard.type('New commitment');
        await expect(plan.palette.getByRole('option').first()).toContainText('New commitment');
        await plan.press('Enter');
      },
    ],
  ];
  for (const [reference, make] of ways) {
    await slow(6);
    await make();
    await page.keyboard.type(`Name of ${reference}?`);
    await plan.press('Backspace');
    await page.keyboard.type(', at once');
    await slow(1);
    await expect(title(reference)).toBeFocused();
    await page.keyboard.type('.');
    await expect(title(reference)).toHaveValue(`Name of ${reference}, at once.`);
    await plan.press('Enter');
  }
  // Escape forgets what was typed; the row is there, and waits for its name.
  await plan.press('Control+Shift+N');
  await page.keyboard.type('Never mind');
  await plan.press('Escape');
  await expect(title('ITU-145')).toHaveValue('New commitment');
  await expect(page.getByTestId('counts')).toContainText(/145\W* commitments/);
  await plan.filterText.fill('at once.');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(ways.length);
  for (const [reference] of ways) {
    await expect(plan.cell(reference, 'title').locator('.k-grid-text')).toHaveText(
      `Name of ${reference}, at once.`,
    );
  }
  await plan.filterText.fill('ITU-010');
  await expect(plan.cell('ITU-010', 'title').locator('.k-grid-text')).toHaveText(before);
});

test('the cell that one goes on to takes no keys away from a row that is being made', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  // Timers are late, as in a window that is busy: what was kept goes on to the next cell before they fire.
  await page.evaluate(() => {
    const later = window.setTimeout.bind(window);
    Object.assign(window, { setTimeout: (run: () => void, wait = 0) => later(run, wait + 500) });
  });
  let letGo: (() => void) | undefined;
  const isHeld = new Promise<void>((held) => {
    void page.route('**/rpc', async (route) => {
      const { command } = route.request().postDataJSON() as { command: string };
      if (command === 'commitment_set' && letGo === undefined) {
        await new Promise<void>((go) => {
          letGo = go;
          held();
        });
      }
      await route.continue();
    });
  });
  const title = (reference: string): Locator => plan.cell(reference, 'title').locator('textarea');
  await plan.cell('ITU-009', 'title').click();
  await expect(title('ITU-009')).toBeFocused();
  await page.keyboard.type('Kept late');
  await plan.press('Enter');
  await isHeld;
  await plan.press('Control+Shift+N');
  await expect(page.getByTestId('typed-ahead')).toBeFocused();
  letGo?.();
  await page.keyboard.type('A row of its own');
  await expect(title('ITU-142')).toBeFocused();
  await expect(title('ITU-142')).toHaveValue('A row of its own');
  await plan.press('Enter');
  await expect(plan.cell('ITU-142', 'title').locator('.k-grid-text')).toHaveText('A row of its own');
  await expect(plan.cell('ITU-009', 'title').locator('.k-grid-text')).toHaveText('Kept late');
});

/** Holds the answers to "New" back: `made` rows were asked for so far, and `letGo` gives the answers. */
async function holdNew(page: Page): Promise<{ made: () => number; letGo: () => void }> {
  const waiting: (() => void)[] = [];
  let made = 0;
  const answer = async (route: Route): Promise<void> => {
    const { command } = route.request().postDataJSON() as { command: string };
    if (command === 'commitment_create') {
      made += 1;
      await new Promise<void>((go) => {
        waiting.push(go);
      });
    }
    await route.continue();
  };
  await page.route('**/rpc', answer);
  return {
    made: () => made,
    letGo: () => {
      for (const go of waiting.splice(0)) {
        go();
      }
    },
  };
}

test('while a new row is being made: compositions, "New" again, keys that are held', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  const cdp = await page.context().newCDPSession(page);
  const text = (reference: string) => plan.cell(reference, 'title').locator('.k-grid-text');
  const before = await text('ITU-010').innerText();
  const { made, letGo } = await holdNew(page);
  await plan.cell('ITU-010', 'title').click();
  await page.keyboard.down('Control');
  await page.keyboard.down('Shift');
  for (let times = 0; times < 4; times += 1) {
    await page.keyboard.down('N');
  }
  for (const key of ['N', 'Shift', 'Control']) {
    await page.keyboard.up(key);
  }
  await cdp.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.insertText', { text: 'é' });
  await page.keyboard.type('tude');
  // "New" again means the row that is coming, also by a double click, which has been elsewhere in between.
  await plan.press('Control+Shift+N');
  await page.getByTestId('new').dblclick();
  await page.keyboard.type(' deux');
  await expect.poll(made).toBe(1);
  await cdp.send('Input.imeSetComposition', { text: 'す', selectionStart: 1, selectionEnd: 1 });
  letGo();
  await expect(plan.row('ITU-142')).toBeVisible();
  // Half of a composition goes nowhere.
  await cdp.send('Input.insertText', { text: '数' });
  await expect(plan.cell('ITU-142', 'title').locator('textarea')).toHaveValue('étude deux数');
  await plan.press('Enter');
  await expect(text('ITU-142')).toHaveText('étude deux数');
  expect(await text('ITU-010').innerText()).toBe(before);
  await expect(page.getByTestId('counts')).toContainText(/142\W* commitments/);

  // An empty plan, where "New" asks first whose row it is: the keys are the question's, and the row's after it.
  await page.unroute('**/rpc');
  await host.choose(host.path('empty.gdcplan'));
  await plan.press('Control+k');
  await page.keyboard.type('empty plan');
  await expect(plan.palette.getByRole('option').first()).toContainText('empty');
  await plan.press('Enter');
  await expect(plan.grid).toContainText('No commitments yet');
  const question = page.getByRole('dialog');
  // As slow as a person: the question is there before the second click, which is none beside it.
  await page.getByTestId('new').dblclick({ delay: 120 });
  await expect(question).toContainText('Whose row is it?');
  await plan.press('Escape');
  await expect(question).toHaveCount(0);
  await plan.press('Control+Shift+N');
  await plan.press('Control+Shift+N');
  await expect(question.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Kenya');
  await page.getByRole('option', { name: /Kenya/ }).click();
  await page.getByTestId('owner-done').click();
  await expect(question).toHaveCount(0);
  await page.keyboard.type('Ours');
  await expect(plan.grid.locator('textarea:focus')).toHaveValue('Ours');
  await plan.press('Enter');
  await expect(plan.grid.locator('.k-grid-row')).toContainText('Ours');
  await expect(page.getByTestId('counts')).toContainText(/1\W* commitment/);
});

test('who goes elsewhere while a new row is being made is left there', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  const { made, letGo } = await holdNew(page);
  const title = (reference: string) => plan.cell(reference, 'title').locator('.k-grid-text');
  const start = async (count: number): Promise<void> => {
    await plan.cell('ITU-010', 'title').click();
    await plan.press('Control+Shift+N');
    await expect.poll(made).toBe(count);
  };
  // To the filter: it stays as it is typed, and hides the new row, which is said.
  await start(1);
  await plan.filterText.click();
  await page.keyboard.type('IT');
  letGo();
  await expect(plan.inspector).toContainText('ITU-142');
  await page.keyboard.type('U-010');
  await expect(plan.filterText).toBeFocused();
  await expect(plan.filterText).toHaveValue('ITU-010');
  await plan.filterText.fill('');
  await plan.filterText.fill('ITU-010');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(1);
  await start(2);
  await plan.filterText.click();
  letGo();
  await expect(plan.notice).toContainText('the filters hide it');
  await expect(plan.filterText).toHaveValue('ITU-010');
  await plan.notice.getByRole('button', { name: 'Show all rows' }).click();
  await expect(title('ITU-143')).toHaveText('New commitment');

  // To the palette, which is typed into; what was typed before is the new row's.
  await start(3);
  await page.keyboard.type('Typed before');
  await plan.press('Control+k');
  await expect(plan.palette).toBeVisible();
  letGo();
  await expect(title('ITU-144')).toHaveText('Typed before');
  await page.keyboard.type('giga');
  await expect(plan.palette.getByRole('combobox')).toHaveValue('giga');
  await plan.press('Escape');

  // To another cell, which is being typed into when the row comes.
  await start(4);
  await plan.cell('ITU-011', 'title').click();
  await page.keyboard.type('Typed ');
  letGo();
  await expect(page.getByTestId('counts')).toContainText(/145\W* commitments/);
  await page.keyboard.type('elsewhere');
  await plan.press('Enter');
  await expect(title('ITU-011')).toHaveText('Typed elsewhere');
  await plan.filterText.fill('ITU-145');
  await expect(title('ITU-145')).toHaveText('New commitment');
});

test('what is composed opens its parts with what was typed; what is given says why it stays', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-010', 'reference').click();
  await page.keyboard.type('X');
  await expect(page.locator('.k-anchored')).toContainText('never renumbered');
  await expect(plan.said).toContainText('never renumbered');
  await plan.cell('ITU-010', 'when').click();
  await expect(page.locator('.k-anchored')).toHaveCount(0);
  await page.keyboard.type('Q4 2027');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Start' })).toHaveValue('Q4 2027');
  await plan.press('Tab');
  await page.keyboard.type('2029');
  await plan.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(plan.cell('ITU-010', 'when')).toContainText('Q4 2027');
  await expect(plan.cell('ITU-010', 'when')).toContainText('2029');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-010', 'when')).toContainText('standing');

  // Changed by somebody else meanwhile: what is there now is said, and kept all the same once it was seen.
  await plan.cell('ITU-010', 'when').dblclick();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Start' }).fill('2027');
  const meanwhile = { id: 'ITU-010', field: 'start', value: '2026-05', words: null, token: null };
  await host.call('commitment_set', meanwhile);
  await plan.press('Enter');
  await expect(dialog).toContainText('theirs is kept');
  await expect(dialog.getByTestId('form-now')).toContainText('May 2026');
  // And heard, with what is said of it in general.
  await expect(page.locator('[role="alert"][data-live-announcer]')).toContainText(/theirs is kept.*May 2026/);
  await expect(dialog.getByRole('textbox', { name: 'Start' })).toHaveValue('2027');
  await plan.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(plan.cell('ITU-010', 'when')).toContainText('2027');
  await plan.press('Control+z');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-010', 'when')).toContainText('standing');

  // Another status is stated as of no day, which is said; the day is given in its own cell.
  await plan.cell('ITU-010', 'status').click();
  await page.keyboard.type('concl');
  await plan.press('Enter');
  await expect(plan.cell('ITU-010', 'shown_as_of')).not.toContainText('early 2025');
  await plan.notice.getByRole('button', { name: 'Give the day' }).click();
  await expect(plan.cell('ITU-010', 'shown_as_of').locator('textarea')).toBeFocused();
  await page.keyboard.type('May 2026');
  await plan.press('Enter');
  await expect(plan.cell('ITU-010', 'shown_as_of')).toContainText('May 2026');
});

test('empties a range in one step', async ({ plan }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-010', 'status').click();
  await plan.press('Shift+ArrowDown');
  await plan.press('Shift+ArrowDown');
  await plan.press('Delete');
  for (const reference of ['ITU-010', 'ITU-011', 'ITU-012']) {
    await expect(plan.cell(reference, 'status')).not.toContainText('Ongoing');
  }
  await plan.press('Control+z');
  for (const reference of ['ITU-010', 'ITU-011', 'ITU-012']) {
    await expect(plan.cell(reference, 'status')).toContainText('Ongoing');
  }
});

test('moves a row with Alt and the arrows', async ({ plan }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-009', 'title').click();
  await plan.press('Alt+ArrowDown');
  await expect
    .poll(() => plan.column('reference').then((all) => all.slice(0, 2)))
    .toEqual(['ITU-010', 'ITU-009']);
  await plan.press('Control+z');
  await expect
    .poll(() => plan.column('reference').then((all) => all.slice(0, 2)))
    .toEqual(['ITU-009', 'ITU-010']);
});

test('the row of another owner asks once', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  await host.call('settings_set', { organization: 'UNESCO' });
  await page.reload();
  await plan.ready();
  const question = page.getByRole('alertdialog');
  // Also asked for by "New", which waits for the answer: the keys are the question's.
  await plan.cell('ITU-009', 'title').click();
  await page.keyboard.type('A change of mine');
  await plan.press('Control+Shift+N');
  await expect(question).toBeVisible();
  await plan.press('Escape');
  await expect(question).toHaveCount(0);
  await plan.press('Escape');
  await expect(page.getByTestId('counts')).toContainText(/141\W* commitments/);
  await plan.type('ITU-009', 'title', 'A change of mine');
  await expect(question).toContainText('Your change will travel as a proposal');
  await question.getByRole('button', { name: 'Leave it' }).click();
  await plan.press('Escape');
  await expect(plan.cell('ITU-009', 'title')).not.toHaveText('A change of mine');
  await plan.type('ITU-009', 'title', 'A change of mine');
  await page.getByTestId('question-yes').click();
  await expect(plan.cell('ITU-009', 'title')).toHaveText('A change of mine');
  await plan.type('ITU-010', 'title', 'Another one');
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Another one');
});

test('rows stand close below each other also when all were read anew', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.cell('ITU-010', 'title').click();
  /** Rows between which something is left free, or that lie one over the other. */
  const apart = (): Promise<readonly string[]> =>
    plan.grid.locator('.k-grid-row').evaluateAll((rows) => {
      const all = rows
        .map((row) => ({ at: Number(row.dataset['index']), row, box: row.getBoundingClientRect() }))
        .toSorted((a, b) => a.at - b.at);
      return all.flatMap(({ at, row, box }, n) => {
        const next = all[n + 1];
        const isApart = next?.at === at + 1 && Math.abs(next.box.top - box.bottom) > 1;
        return isApart ? [row.textContent.slice(0, 'ITU-000'.length)] : [];
      });
    });
  // The discreet view has other fields, and the rows come anew, as high as they were.
  for (let times = 0; times < 4; times += 1) {
    await plan.press('F9');
    await expect(page.getByTestId('discreet')).toHaveCount(times % 2 === 0 ? 1 : 0);
    await expect(plan.cell('ITU-013', 'title')).toContainText('Giga');
    await page.waitForTimeout(300);
    expect(await apart()).toEqual([]);
  }
});
