/** The history: earlier states, steps that are taken back, states that are compared, looked at and gone back to. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import type { DevHost } from './support/devhost.ts';

const set = (host: DevHost, id: string, field: string, value: string | boolean): Promise<unknown> =>
  host.call('commitment_set', { id, field, value });

function step(page: Page, words: string | RegExp): Locator {
  return page.getByTestId('steps').getByRole('listitem').filter({ hasText: words });
}

test.beforeEach(async ({ plan }) => {
  await plan.open();
  await plan.copy();
});

async function openStep(page: Page, words: string): Promise<void> {
  await step(page, words).locator('.h-step-head').first().click();
}

test('an older step is taken back: what goes and what stays is said first, and it is one step', async ({
  plan,
  page,
  host,
}) => {
  await host.call('rows_set', {
    set: [
      { kind: 'commitment', id: 'ITU-009', field: 'title', value: 'First words' },
      { kind: 'commitment', id: 'ITU-010', field: 'title', value: 'Second words' },
    ],
  });
  await set(host, 'ITU-010', 'title', 'Later words');
  await set(host, 'ITU-011', 'title', 'Other words');
  await plan.go('history');
  await openStep(page, 'First words');
  await page.getByTestId('step-take-back').click();
  const preview = page.getByTestId('take-back-preview');
  await expect(preview).toContainText('Goes back');
  await expect(preview).toContainText('ITU-009');
  await expect(preview).toContainText('Stays as it is now');
  await expect(preview).toContainText('ITU-010');
  await page.getByTestId('take-back').click();
  await expect(plan.notice).toContainText('taken back');
  await expect(page.locator('.h-step').first()).toContainText('First words');
  // The keys stay where they were, and what was done is said.
  await expect(page.getByTestId('step-take-back')).toBeFocused();
  await expect(plan.said).toContainText('taken back');
  await plan.go('commitments');
  await expect(plan.cell('ITU-009', 'title')).not.toHaveText('First words');
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Later words');
  await expect(plan.cell('ITU-011', 'title')).toHaveText('Other words');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('First words');
});

test('steps by keyboard: arrows go through them, Enter opens one, what was undone says so', async ({
  plan,
  page,
  host,
}) => {
  await set(host, 'ITU-009', 'title', 'One');
  await set(host, 'ITU-010', 'title', 'Two');
  await host.call('undo', { confirmed: false });
  await plan.go('history');
  await expect(step(page, 'Two').first()).toBeVisible();
  await expect(page.locator('.h-step[data-state="undone"]')).toContainText('undone');
  await page.getByTestId('history').press('Control+f');
  await expect(page.getByTestId('history-search').getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('ITU-009');
  await expect(page.locator('.h-step')).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.locator('.h-step')).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('.h-step').last()).toContainText('Take back');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('step-look')).toBeFocused();
  await page.keyboard.press('Enter');
  // The plan as it was: the same screens, read-only.
  await expect(plan.cell('ITU-009', 'title')).toHaveText('One');
  await expect(page.getByTestId('new')).toBeDisabled();
  await page.getByTestId('moment-leave').focus();
  await plan.press('Enter');
  await expect(page.getByTestId('moment')).toBeHidden();
  await expect(page.getByTestId('new')).toBeEnabled();
});

test('a state is kept under a name, compared with now, and gone back to in one step', async ({
  plan,
  page,
  host,
}) => {
  await set(host, 'ITU-009', 'title', 'Kept words');
  await plan.go('history');
  await page.getByTestId('restore-point-new').click();
  await page.keyboard.type('Before the meeting');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('states')).toContainText('Before the meeting');
  await set(host, 'ITU-009', 'title', 'Spoilt words');
  await host.call('commitment_delete', { id: 'ITU-010' });
  await host.call('milestone_create', { id: null, fields: { title: 'A new meeting' } });

  await page.locator('.h-state-head').filter({ hasText: 'Before the meeting' }).click();
  await page.getByTestId('state-compare').click();
  const counts = page.getByTestId('compare-counts');
  await expect(counts).toContainText(/1\W* row added/);
  await expect(counts).toContainText(/1\W* row changed/);
  await expect(page.getByTestId('compare-rows')).toContainText('Spoilt words');
  await page.getByTestId('compare-kind-milestone').click();
  await expect(page.getByTestId('compare-rows')).toContainText('A new meeting');
  await expect(page.getByTestId('compare-rows')).not.toContainText('Spoilt words');
  await page.getByTestId('compare-rows').getByRole('button').first().click();
  await expect(plan.inspector).toContainText('A new meeting');
  await page.getByTestId('compare-swap').click();
  await expect(counts).toContainText(/1\W* row gone/);

  await page.getByTestId('state-return').click();
  await expect(page.getByRole('alertdialog')).toContainText('Before the meeting');
  await page.getByTestId('question-yes').click();
  await expect(plan.notice).toContainText('Ctrl+Z');
  // Once more: nothing to do, said calmly, and no step.
  await page.getByTestId('state-return').click();
  await page.getByTestId('question-yes').click();
  await expect(plan.notice).toContainText('Nothing changed');
  await expect(page.getByTestId('notice')).toHaveAttribute('data-tone', 'info');
  await plan.go('commitments');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('Kept words');
  await expect(plan.row('ITU-010')).toBeVisible();
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('Spoilt words');
});

test('filters: a person, a kind and a field; more steps come as one scrolls', async ({
  plan,
  page,
  host,
}) => {
  await host.call('settings_set', { name: 'Amina', organization: 'KE' });
  for (let turn = 0; turn < 70; turn += 1) {
    await set(host, 'ITU-009', 'next_step', `Step ${turn}`);
  }
  await host.call('settings_set', { name: 'Jean', organization: 'BDT' });
  await set(host, 'ITU-009', 'status', 'concluded');
  await host.call('milestone_create', { id: null, fields: { title: 'A new meeting' } });
  await plan.go('history');
  await expect(page.locator('.h-run-head').first()).toContainText('Jean, BDT');
  await page.getByTestId('steps').locator('.h-step-head').last().scrollIntoViewIfNeeded();
  await expect(step(page, /not stated.*Step 0/)).toHaveCount(1);

  await page.getByTestId('history-person').click();
  await page.getByRole('menuitemradio', { name: 'Jean' }).click();
  await expect(page.locator('.h-step')).toHaveCount(2);
  await page.getByTestId('history-kind').click();
  await page.getByRole('menuitemradio', { name: 'Commitments' }).click();
  await expect(page.locator('.h-step')).toHaveCount(1);
  await page.getByTestId('history-field').click();
  await page.getByRole('menuitemradio', { name: 'Title', exact: true }).click();
  await expect(page.getByText('No step fits the filters.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all steps' }).click();
  await expect(step(page, 'A new meeting')).toBeVisible();
});

test('before an audience neither names nor private fields are shown, found or counted', async ({
  plan,
  page,
  host,
}) => {
  await host.call('settings_set', { name: 'Amina Otieno', organization: 'KE' });
  const made = (await host.call('person_create', { id: null, fields: { name: 'Secret Person' } })) as {
    created: string;
  };
  const role = { commitment: 'ITU-010', role: 'focal-point', organization: 'BDT', person: made.created };
  await host.call('assignment_create', { id: null, fields: role });
  await set(host, 'ITU-009', 'follow_up', true);
  await set(host, 'ITU-009', 'title', 'For everybody');
  // The name of the one row whose steps are listed is not shown before it has been read anew.
  await plan.cell('ITU-009', 'title').click();
  await plan.inspector.getByRole('tab', { name: 'History' }).click();
  await page.getByTestId('all-steps').click();
  const chips = page.locator('.h-filter-chips');
  await expect(chips).toContainText('For everybody');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/rpc', async (route) => {
    const { command } = route.request().postDataJSON() as { command: string };
    if (command === 'row_get') {
      await held;
    }
    await route.continue();
  });
  await plan.press('F9');
  await expect(chips).toContainText('Commitment');
  await expect(chips).not.toContainText('For everybody');
  answer();
  await expect(chips).toContainText('For everybody');
  await page.unroute('**/rpc');
  await plan.press('F9');
  await chips.getByRole('button').first().click();
  const history = page.getByTestId('history');
  await expect(history).toContainText('Secret Person');
  await page.getByTestId('history-search').getByRole('searchbox').fill('secret person');
  await expect(page.locator('.h-step')).toHaveCount(2);
  const found = await page.locator('.h-step').first().innerText();
  await plan.press('F9');
  await expect(page.locator('.h-step'), found).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all steps' }).click();
  // What is for everybody is told in full; of a role only the organization.
  await expect(page.locator('.h-step')).toHaveText([/For everybody/, /BDT/]);
  await expect(page.locator('.h-run-head')).toContainText('KE');
  await expect(history).not.toContainText(/Secret Person|Amina|follow/i);
  await page.getByTestId('history-compare').click();
  await expect(page.getByTestId('compare-rows')).toContainText('For everybody');
  await expect(page.getByTestId('compare-counts')).toContainText(/1\W* row added.*1\W* row changed/);
  await expect(page.getByTestId('compare')).not.toContainText(/Secret Person|follow/i);
  // The overview counts the same.
  const changed = (await plan.go('overview')).getByTestId('changed');
  await expect(changed.getByTestId('all-changes')).toContainText('2');
  await expect(changed).not.toContainText(/Secret Person|follow/i);
  await page.reload();
  await expect(changed).toContainText('For everybody');
  await expect(page.locator('body')).not.toContainText(/Secret Person|Amina/);
});
