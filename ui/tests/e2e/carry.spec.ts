/** Carrying the plan forward to the WSIS+20 outcome: by keys alone, each decision a step, until there is an edition. */
import type { Locator, Page } from '@playwright/test';
import { violations, violationsOfColour } from './support/axe.ts';
import { ROWS } from './states/carry.ts';
import type { DevHost } from './support/devhost.ts';
import { expect, test } from './support/test.ts';
import type { PlanWindow } from './support/window.ts';

/** A copy of the plan with the texts of the resolution, and by keys to its paragraphs. */
async function begin(plan: PlanWindow, page: Page, host: DevHost): Promise<void> {
  await plan.open();
  await plan.copy();
  await host.call('instrument_add', { text: ROWS, symbol: 'A/RES/80/173' });
  await plan.press('Control+k');
  await page.keyboard.type('carry forward to');
  await plan.press('Enter');
  await expect(page.getByTestId('carry-instrument').first()).toBeFocused();
  await plan.press('Tab');
  await plan.press('Enter');
  await expect(page.getByTestId('carry')).toHaveAttribute('data-instrument', 'A-RES-80-173');
  await expect(page.getByTestId('carry-list')).toBeFocused();
  await at(page, '23');
}

const looked = (page: Page): Locator => page.getByTestId('carry-paragraph');
const counts = (page: Page): Locator => page.getByTestId('carry-counts');

/** The paragraph that is looked at is this one, and can be decided. */
async function at(page: Page, number: string): Promise<void> {
  await expect(page.locator('.cf-line[data-current]')).toHaveAttribute('data-paragraph', number);
  await expect(looked(page)).toContainText(new RegExp(`¶\\W*${number}`));
}

test('paragraph by paragraph by keys alone: continues, not for us, new, superseded, and back again', async ({
  plan,
  page,
  host,
}) => {
  await begin(plan, page, host);
  await expect(counts(page)).toContainText(/0\W* of \W*12/);
  const first = page.getByTestId('carry-candidates').getByRole('option').first();
  await expect(first).toContainText('ITU-013');
  await expect(first).toContainText(/shares/);
  await plan.press('1');
  await at(page, '24');
  await expect(counts(page)).toContainText(/1\W* of \W*12/);

  // Nothing is kept without a reason; the next time it is offered.
  await plan.press('5');
  const dialog = page.getByRole('dialog');
  await plan.press('Control+Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.type('The text was not read.');
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  await at(page, '26');
  await expect(page.getByTestId('carry-list')).toBeFocused();
  await plan.press('5');
  await expect(dialog.getByLabel('Because')).toHaveValue('The text was not read.');
  await plan.press('Control+Enter');
  await at(page, '28');

  // What the text names, and another commitment of the ones that are proposed.
  await expect(first).toContainText(/answers .*11\(d\).*, which the text names/);
  await plan.press('Enter');
  await expect(page.getByTestId('carry-candidates')).toBeFocused();
  await plan.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true }).last()).not.toContainText('ITU-013');
  await plan.press('ArrowUp');
  await plan.press('Enter');
  await at(page, '33');

  // A new commitment, with its title from the paragraph.
  await plan.press('4');
  await expect(dialog.getByLabel('Title')).toHaveValue(/Paragraph 33/);
  await page.keyboard.type('Follow-up to what paragraph 33 asks for');
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await at(page, '39');
  await expect(counts(page)).toContainText(/5\W* of \W*12/);

  // One that nobody proposed is superseded by another of the plan.
  await plan.press('a');
  await page.keyboard.type('ITU-002');
  await plan.press('Enter');
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('option', { selected: true }).last()).toContainText('ITU-002');
  await plan.press('3');
  await plan.press('Tab');
  await page.keyboard.type('ITU-013');
  await plan.press('Enter');
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await at(page, '45');

  // Ctrl+Z takes the last one back, and it is there to be decided again.
  await plan.press('Control+z');
  await at(page, '39');
  await expect(counts(page)).toContainText(/5\W* of \W*12/);
  await plan.press('Control+y');
  await at(page, '45');
  const row = (await host.call('row_get', { kind: 'commitment', id: 'ITU-002', source: { at: 'now' } })) as {
    row: { cells: Record<string, { text: string }> };
  };
  expect(row.row.cells['status']?.text).toBe('Superseded');
  expect(row.row.cells['superseded_by']?.text).toBe('ITU-013');
});

test('one that is marked is not decided while another is looked at', async ({ plan, page, host }) => {
  await begin(plan, page, host);
  await plan.press('Space');
  await expect(page.getByText(/1\W* paragraph marked/).first()).toBeVisible();
  await plan.press('ArrowDown');
  await expect(looked(page)).not.toContainText('connected to the Internet');
  const shown = (await looked(page).getByRole('heading').first().innerText()).trim();
  await plan.press('5');
  await page.keyboard.type('For others');
  await plan.press('Enter');
  await expect(counts(page)).toContainText(/1\W* of \W*12/);
  const { paragraphs } = (await host.call('carry_get', {
    instrument: 'A-RES-80-173',
    source: { at: 'now' },
    from: 0,
    to: 50,
  })) as { paragraphs: { title: string; text?: string; decision: string }[] };
  const decided = paragraphs.filter(({ decision }) => decision !== 'open');
  expect(JSON.stringify(decided)).toContain(shown.slice(0, 20));
  expect(JSON.stringify(decided)).not.toContain('connected to the Internet');
});

test('several are none of ours at once, what was decided is opened again, and lists can be narrowed', async ({
  plan,
  page,
  host,
}) => {
  await begin(plan, page, host);
  await plan.press('Space');
  await plan.press('ArrowDown');
  await plan.press('Space');
  await expect(page.getByText(/2\W* paragraphs marked/).first()).toBeVisible();
  await plan.press('1');
  await expect(counts(page)).toContainText(/0\W* of \W*12/);
  await plan.press('5');
  await page.keyboard.type('For others');
  await plan.press('Enter');
  await expect(counts(page)).toContainText(/2\W* of \W*12/);
  await expect(plan.undo).toContainText('2 paragraphs not for us');

  await page.getByTestId('carry-wanted').click();
  await page.getByRole('menuitemradio', { name: /Not for us/ }).click();
  await expect(page.locator('.cf-line')).toHaveCount(2);
  await expect(page.locator('.cf-line').first()).toContainText(/For others/);
  await page.getByTestId('carry-list').focus();
  await plan.press('Backspace');
  await expect(page.locator('.cf-line')).toHaveCount(1);
  await plan.press('Control+f');
  await page.keyboard.type('zzzz');
  await expect(page.getByTestId('carry-none')).toContainText('holds these words');
  await page.getByTestId('carry-show-all').click();
  await expect(page.locator('.cf-line')).toHaveCount(12);
  await plan.press('Control+f');
  await page.keyboard.type('privacy');
  await expect(page.locator('.cf-line')).toHaveCount(1);
  await plan.press('Enter');
  await at(page, '114');
  await plan.press('Control+a');
  await expect(page.getByText(/1\W* paragraph marked/).first()).toBeVisible();
  await plan.press('Escape');
  await expect(page.locator('.cf-line[data-marked]')).toHaveCount(0);
});

test('it ends in an edition, although paragraphs are open if one says so; the one before stays and can be opened', async ({
  plan,
  page,
  host,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(plan, page, host);
  await plan.press('1');
  await at(page, '24');
  await plan.press('Control+Enter');
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog')).last();
  await expect(question).toContainText(/11\W* paragraphs are not decided: make the edition all the same\?/);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await plan.press('Control+Enter');
  await question.getByRole('button', { name: 'Make it all the same' }).click();
  await expect(page.getByTestId('edition-name')).toBeVisible();
  await expect(page.getByLabel('Name of the edition', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Edition 2026');
  await plan.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Edition 2025');
  await plan.press('Control+Enter');
  await expect(plan.notice).toContainText('Edition 2026');
  const made = page.getByTestId('carry-edition-made');
  await expect(made).toContainText('Edition 2026');
  await made.click();
  await page.getByRole('menuitem', { name: 'Copy as a citation' }).click();
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect
    .poll(copied)
    .toMatch(
      /^ITU action plan for the Global Digital Compact, edition “Edition 2026” of \d.*, sum [0-9a-f]{12}$/,
    );

  const history = await plan.go('history');
  const states = history.getByTestId('states');
  await expect(states.locator('.h-state-head').filter({ hasText: 'Edition 2025' })).toContainText('edition');
  await expect(states).toContainText('Edition 2026');
  const former = states.locator('.h-state').filter({ hasText: 'Edition 2025' });
  await former.locator('.h-state-head').click();
  await former.getByTestId('state-quote').click();
  await expect.poll(copied).toContain('edition “Edition 2025” of ');
  await expect(former).toContainText((await copied()).slice(-12));
  await host.call('carry_get', {
    instrument: 'A-RES-80-173',
    source: { at: 'moment', moment: 'Edition 2025' },
  });

  // The plan check asks about the rest, and leads back to it.
  const questions = await plan.go('questions');
  const rule = questions.getByTestId('rule-carried-in-part');
  await expect(rule).toContainText(/What answers \W*11\W* paragraphs/);
  await rule.getByRole('button', { name: 'Carry forward', exact: true }).click();
  await at(page, '24');
  await expect(page.getByTestId('carry-list')).toBeFocused();
});

test('from the catalogue and the details of an instrument one comes to its paragraphs; read-only, all can be looked at', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.go('catalogue');
  await page.getByTestId('list-instrument').click();
  await plan.row('A/RES/80/173').click();
  await expect(plan.inspector).toContainText('Outcome of the WSIS+20 review');
  await page.getByTestId('inspector-carry').click();
  await expect(page.getByTestId('carry')).toHaveAttribute('data-instrument', 'A-RES-80-173');
  await at(page, '23');
  await expect(page.getByTestId('carry-continues')).toHaveAttribute('aria-disabled', 'true');
  await page.getByTestId('carry-list').focus();
  await plan.press('1');
  await expect(plan.notice).toBeVisible();
  await expect(counts(page)).toContainText(/0\W* of/);
  await plan.go('catalogue');
  await plan.row('A/RES/79/1, Annex I').click();
  await page.getByTestId('catalogue-carry').click();
  await expect(page.getByTestId('carry')).toHaveAttribute('data-instrument', 'GDC');
  await page.getByTestId('carry-back').click();
  await expect(page.getByTestId('carry-instrument').first()).toBeVisible();
});

test('without a violation of accessibility, light and dark, beside details and in a small window', async ({
  plan,
  page,
  host,
}) => {
  await begin(plan, page, host);
  await plan.press('1');
  await at(page, '24');
  expect(await violations(page)).toEqual([]);
  await page.getByTestId('carry-open-commitment').click();
  await expect(plan.inspector).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOfColour(page), 'dark').toEqual([]);
  await page.setViewportSize({ width: 1024, height: 640 });
  expect(await violations(page)).toEqual([]);
});
