/** Questions and search: what the plan asks, why something is intended, and what is found, answered by the rows. */
import { expect, test } from './support/test.ts';

test('questions stand by rule, and the reason why something is intended is kept and can be asked again', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await expect(page.getByTestId('rail-questions')).toContainText(/\d/);
  const screen = await plan.go('questions');
  const spelling = screen.getByTestId('rule-several-spellings');
  await expect(spelling.getByTestId('question')).toContainText(
    /Is .*WHO.* \(.*World Health Organization.*\).* meant\?/,
  );
  await expect(screen.getByTestId('rule-roles-differ').getByTestId('question')).toHaveCount(4);

  // Without a reason nothing is kept; with one it goes to the other list.
  await spelling.getByRole('button', { name: 'This is intended…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep the reason' }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.type('It stands as it was printed.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(spelling).toHaveCount(0);
  await page.getByTestId('questions-intended').click();
  await expect(spelling).toContainText('It stands as it was printed.');
  await spelling.getByRole('button', { name: 'Ask again' }).click();
  await expect(spelling).toHaveCount(0);
  await page.getByTestId('questions-open').click();
  await expect(spelling.getByTestId('question')).toBeVisible();
});

test('what helps opens the row where the answer is given', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  const screen = await plan.go('questions');
  const undated = screen.getByTestId('rule-no-date').getByTestId('question').first();
  await undated.getByRole('button', { name: 'Give a date, as vague as it is' }).click();
  await expect(plan.inspector).toContainText('ITU-001');
  await expect(plan.field('end').getByRole('button').first()).toBeFocused();
  // Many rows are shown when they are asked for.
  const old = screen.getByTestId('rule-old').getByTestId('question').first();
  await expect(old.locator('.q-row')).toHaveCount(6);
  await old.getByRole('button', { name: /more rows/ }).click();
  await expect(old.locator('.q-row')).toHaveCount(56);
  await expect(page.getByTestId('questions')).toBeVisible();
});

test('five questions at the most are on the overview, and none before an audience', async ({
  plan,
  page,
}) => {
  await plan.open();
  const overview = await plan.go('overview');
  const first = overview.getByTestId('first-questions');
  await expect(first.locator('li')).toHaveCount(5);
  await first.locator('li').first().getByRole('button').click();
  await expect(page.getByTestId('questions')).toBeVisible();
  await plan.press('F9');
  await expect(page.getByText('Questions are not shown to others')).toBeVisible();
  await expect(page.getByTestId('rail-questions')).not.toContainText(/\d/);
  await plan.go('overview');
  await expect(first).toHaveCount(0);
});

test('search finds in any of six languages, says where, and answers who holds a role', async ({ plan }) => {
  await plan.open();
  const screen = await plan.go('search');
  const box = screen.getByRole('searchbox');
  const first = screen.locator('.s-line').first();
  for (const [text, found] of [
    ['世卫组织', 'World Health Organization'],
    ['ВОЗ', 'World Health Organization'],
    ['fracture numérique', 'digital divides'],
    ['itu013', 'Giga'],
  ] as const) {
    await box.fill(text);
    await expect(first).toContainText(new RegExp(found, 'i'));
  }
  await box.fill('^.*$[');
  await expect(screen).toContainText('No words to look for');
  await box.fill('zzzz');
  await expect(screen).toContainText('Nothing found');
  await box.fill('who co-leads sub-group 4');
  const card = screen.getByTestId('answer-card');
  await expect(card).toContainText(/Co-leads\W* not stated/);
  await box.fill('who leads C6');
  await expect(card).toContainText(/Facilitator\W* \W*ITU/);
  await card.getByRole('button').first().click();
  await expect(plan.inspector).toContainText('C6');

  // Several places are answered one by one, each with what is not stated.
  await box.fill('who leads C7');
  await expect(card.getByRole('button')).toHaveCount(8);
  await expect(card.getByRole('listitem').filter({ hasText: 'E-health' })).toContainText(
    /Facilitator\W* \W*WHO/,
  );
  await expect(card.getByRole('listitem').filter({ hasText: 'E-employment' })).toContainText(/not stated/);

  // The palette answers too, and leads to all that was found.
  await plan.press('Control+k');
  await plan.palette.getByRole('combobox').fill('who leads C6');
  await expect(plan.palette.getByRole('option').first()).toContainText(/Facilitator\W* \W*ITU/);
  await plan.palette.getByRole('combobox').fill('AI');
  await plan.palette.getByRole('option', { name: /Search everything/ }).click();
  await expect(box).toHaveValue('AI');
  await expect(screen.locator('.s-line').nth(10)).toBeVisible();
});

test('whoever waits for questions or a search is told so', async ({ plan, page }) => {
  await plan.open();
  await page.route('**/rpc', async (route) => {
    if (/"(questions_list|search_find)"/.test(route.request().postData() ?? '')) {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    await route.continue();
  });
  const questions = await plan.go('questions');
  await expect(questions.getByText('Reading the plan…')).toBeVisible();
  await expect(questions.getByTestId('rule-roles-differ')).toBeVisible();
  const search = await plan.go('search');
  await search.getByRole('searchbox').fill('giga');
  await expect(search.getByText('Looking through everything…')).toBeVisible();
  await expect(search.locator('.s-line').first()).toContainText('Giga');
});

test('what was said is noted with one key and copied as a sentence; a note stays private', async ({
  plan,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await plan.open();
  await plan.copy();
  await plan.row('ITU-013').click();
  await expect(plan.inspector).toContainText('ITU-013');
  await plan.press('Control+Shift+t');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('Half of the schools are connected.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The Council');
  await page.keyboard.press('Tab');
  // It is of today, until another day is typed.
  await expect(dialog.getByLabel('Date')).not.toHaveValue('');
  await page.keyboard.type('12 February 2026');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const told = plan.inspector.getByTestId('told');
  await expect(told).toContainText('Half of the schools are connected.');
  await told.getByRole('button', { name: 'Copy as a sentence' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^The Council was told on 12\sFebruary 2026/);
  expect(copied).toContain('not verbatim: Half of the schools are connected.');

  await plan.inspector.getByRole('tab', { name: /Notes/ }).click();
  await plan.inspector.getByTestId('add-note').click();
  await page.keyboard.type('Ask the bureau again');
  await page.keyboard.press('Control+Enter');
  await expect(plan.inspector.getByTestId('notes')).toContainText('Ask the bureau again');
  await plan.press('F9');
  await expect(plan.inspector.getByRole('tab', { name: /Notes/ })).toHaveCount(0);
  await expect(page.getByText('Ask the bureau again')).toHaveCount(0);
});

test('what is noted with one key while the details are still read is of the row that is selected', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  await plan.row('ITU-012').click();
  await expect(plan.inspector).toContainText('ITU-012');
  await page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('"row_get"')) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    await route.continue();
  });
  await plan.row('ITU-013').click();
  await plan.press('Control+Shift+t');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(plan.inspector).toContainText('ITU-013');
  await page.keyboard.type('Half of the schools are connected.');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(plan.inspector.getByTestId('told')).toContainText('Half of the schools are connected.');
  await expect(plan.inspector.getByTestId('told')).toContainText(String(new Date().getFullYear()));
  await expect(plan.inspector).toContainText('ITU-013');
});
