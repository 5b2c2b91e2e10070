/** The groups: who sits where, who leads, what is not stated; by mouse and by keyboard alone. */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/test.ts';
import type { PlanWindow } from './support/window.ts';

const WORKING_GROUP = 'Working Group on Digital Technologies';

/** Words with the marks that keep names apart between them. */
function said(words: string): RegExp {
  return new RegExp([...words].join('[\\u2068\\u2069]*'), 'i');
}

function line(plan: PlanWindow, name: string | RegExp): Locator {
  return plan.page.getByRole('treeitem', { name });
}

/** The screen, at a group, in a plan of one's own. */
async function begin(plan: PlanWindow, name = WORKING_GROUP): Promise<void> {
  await plan.open();
  await plan.copy();
  await plan.go('groups');
  await line(plan, name).first().click();
  await expect(plan.page.getByTestId('group-title')).toHaveText(name);
}

function board(plan: PlanWindow, name: string): Locator {
  return plan.page.getByTestId('board').getByRole('row').filter({ hasText: name });
}

async function verb(plan: PlanWindow, words: RegExp): Promise<Locator> {
  await plan.page.getByTestId('group-menu').click();
  await plan.page.getByRole('menuitem', { name: words }).click();
  const dialog = plan.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

test('who co-leads: what is stated, where, and what is not', async ({ plan, page }) => {
  await plan.open();
  await plan.go('groups');
  // Nobody has chosen a group yet: the one whose sub-groups are about the objectives comes first.
  await expect(page.getByTestId('group-title')).toHaveText(WORKING_GROUP);
  await expect(page.getByTestId('group-below')).toContainText('To be set up');
  await expect(board(plan, 'The group itself').getByText('Co-chair')).toHaveCount(2);
  await expect(page.getByRole('columnheader')).toContainText(['', 'ITU', 'ODET']);
  for (const objective of [1, 5]) {
    await expect(board(plan, `objective ${objective}`)).toContainText(said('co-lead, announced'));
    await expect(board(plan, `objective ${objective}`)).toContainText(said('Second co-lead not stated'));
  }
  for (const objective of [2, 3, 4]) {
    await expect(board(plan, `objective ${objective}`)).toContainText(said('Co-leads not stated'));
  }
  await expect(page.getByTestId('facts')).toContainText('early 2025');
  await expect(page.getByTestId('facts')).toContainText('Section 3, paragraph 1');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy a question' }).click();
  await expect(plan.notice).toContainText('copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Who are the other co-leads?');

  // Nothing of it is offered to be changed in a plan that is only read, and on a projector nothing is asked.
  await expect(page.getByTestId('assign')).toBeDisabled();
  await line(plan, WORKING_GROUP).click();
  await plan.press('a');
  await expect(plan.notice).toContainText('own copy');
  await plan.press('F9');
  await expect(page.getByTestId('question')).toBeHidden();
});

test('the tree by keyboard alone', async ({ plan, page }) => {
  await plan.open();
  await plan.press('Control+5');
  await expect(page.getByTestId('tree')).toBeVisible();
  await page.getByTestId('rail-groups').focus();
  await plan.press('F6');
  const focused = page.locator('[role="treeitem"]:focus');
  await expect(focused).toHaveAttribute('aria-level', '1');
  await plan.press('End');
  await expect(focused).toContainText('Geneva Digital Kitchen');
  await plan.press('Home');
  await expect(focused).toContainText('General Assembly');
  await page.keyboard.type('work');
  await expect(focused).toContainText(WORKING_GROUP);
  const sub = line(plan, /objective 1/);
  await expect(sub).toHaveCount(1);
  await plan.press('ArrowLeft');
  await expect(focused).toHaveAttribute('aria-expanded', 'false');
  await expect(sub).toHaveCount(0);
  await plan.press('ArrowRight');
  await plan.press('ArrowRight');
  await expect(focused).toContainText('objective 1');
  await expect(focused).toHaveAttribute('aria-posinset', '1');
  await expect(focused).toHaveAttribute('aria-setsize', '5');
  await plan.press('ArrowLeft');
  await expect(focused).toContainText(WORKING_GROUP);

  await plan.press('Enter');
  await expect(plan.inspector).toContainText(WORKING_GROUP);
  await plan.press('Escape');
  await expect(plan.inspector).toBeHidden();
  await expect(focused).toContainText(WORKING_GROUP);

  await plan.press('Control+f');
  await page.keyboard.type('child');
  await expect(page.locator('.g-line[data-fits]')).toHaveCount(1);
  await plan.press('Enter');
  await expect(focused).toContainText('Child');
  await expect(page.getByTestId('group-title')).toContainText('Child');
});

test('assigns by mouse, in the place where it is missing; and takes it back', async ({ plan, page }) => {
  await begin(plan);
  const row = board(plan, 'objective 2');
  await row.getByRole('button', { name: /Assign .?ODET/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Sub-group on objective 2');
  await expect(dialog.locator('[data-field="organization"] input')).toHaveValue('ODET');
  // A role is needed; what has been typed stays.
  await dialog.getByTestId('form-keep').click();
  await expect(dialog).toContainText('is needed');
  await dialog.locator('[data-field="role"] input').click();
  await page.getByRole('option', { name: 'Co-lead', exact: true }).click();
  await dialog.locator('[data-field="state"] input').click();
  await page.getByRole('option', { name: 'announced' }).click();
  await dialog.locator('[data-field="as_of"] input').fill('about May 2026');
  await expect(dialog.locator('[data-field="as_of"]')).toContainText('Understood as');
  await dialog.getByTestId('form-keep').click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText(said('co-lead, announced'));
  await expect(row).toContainText(said('Second co-lead not stated'));

  // The chip opens what it stands for.
  await row.locator('.g-chip').click();
  await dialog.locator('[data-field="state"] input').click();
  await page.getByRole('option', { name: 'confirmed' }).click();
  await dialog.getByTestId('form-keep').click();
  await expect(dialog).toBeHidden();
  await expect(row).not.toContainText(/announced/);
  await plan.press('Control+z');
  await expect(row).toContainText(/announced/);
  await plan.press('Control+z');
  await expect(row).toContainText(said('Co-leads not stated'));
});

test('a role whose state is not stated, or that two documents state, is told from the others', async ({
  plan,
  page,
  host,
}) => {
  await begin(plan);
  const ask = { source: { at: 'now' }, id: 'Sub-group on objective 2' };
  const card = (await host.call('group_card', ask)) as { row: { id: string } };
  const everything = {
    query: { text: '', filters: [], sort: [], group: null },
    from: 0,
    to: 2,
    fields: ['id'],
  };
  const sources = (await host.call('view_get', { kind: 'source', ...everything })) as {
    rows: { id: string }[];
  };
  const given = { group: card.row.id, organization: 'UNESCO', role: 'co-lead', basis: 'stated' };
  const assign = (at: number): Promise<unknown> =>
    host.call('assignment_create', { id: null, fields: { ...given, source: sources.rows[at]?.id } });
  await assign(0);
  const row = board(plan, 'objective 2');
  await expect(row.locator('.r-chip[data-state="unknown"]')).toContainText('state not stated');
  await assign(1);
  await expect(row.locator('.g-chip')).toContainText(said('2 sources'));
  await expect(row.locator('.g-chip')).toHaveCount(1);
  await line(plan, /objective 2/).click();
  await expect(page.locator('.g-lines .r-line:not([data-again])')).toHaveCount(1);
  const lines = page.locator('.g-lines .r-line');
  await expect(lines).toHaveCount(2);

  // It is one role: it ends with all that states it, and is taken away with all of it.
  await lines.first().locator('[data-role-menu]').click();
  await page.getByRole('menuitem', { name: 'End…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(said('stated in 2 places'));
  await page.keyboard.type('December 2025');
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.g-lines .r-line[data-ended]')).toHaveCount(2);
  await expect(page.locator('.g-lines .r-line[data-again]')).toHaveCount(1);
  await plan.press('Control+z');
  await expect(page.locator('.g-lines .r-line[data-ended]')).toHaveCount(0);
  await line(plan, WORKING_GROUP).click();
  await expect(row.locator('.g-chip')).toHaveCount(1);
  await row.locator('.g-chip').focus();
  await plan.press('Delete');
  await expect(row.locator('.g-chip')).toHaveCount(0);
  await plan.press('Control+z');
  await expect(row.locator('.g-chip')).toContainText(said('2 sources'));
});

test('a filter that hides what is gone to goes, which is said, and is set again', async ({ plan, page }) => {
  await plan.open();
  await plan.go('groups');
  const filter = page.getByTestId('group-filter').getByRole('searchbox');
  const goTo = async (name: string): Promise<void> => {
    await plan.press('Control+k');
    await page.keyboard.type(name);
    await plan.palette
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click();
    await expect(page.getByTestId('group-title')).toHaveText(name);
  };
  await filter.fill('geneva');
  await expect(page.locator('.g-line')).toHaveCount(1);
  await goTo('Geneva Digital Kitchen');
  await expect(filter).toHaveValue('geneva');
  await goTo('High-Level Committee on Programmes');
  await expect(filter).toHaveValue('');
  await expect(line(plan, 'High-Level Committee on Programmes')).toBeInViewport();
  await plan.notice.getByRole('button', { name: 'Filter again' }).click();
  await expect(filter).toHaveValue('geneva');
  await expect(page.locator('.g-line')).toHaveCount(1);
});

test('assigns, walks the board and takes away by keyboard alone', async ({ plan, page }) => {
  await begin(plan);
  await line(plan, /objective 3/).click();
  await plan.press('a');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Sub-group on objective 3');
  await page.keyboard.type('unesco');
  await expect(page.getByRole('option', { name: /UNESCO/ }).first()).toBeVisible();
  await plan.press('Tab');
  await page.keyboard.type('co-l');
  await expect(page.getByRole('option', { name: 'Co-lead', exact: true })).toBeVisible();
  await plan.press('Tab');
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.g-lines .r-line')).toContainText('UNESCO');
  await expect(page.locator('[role="treeitem"]:focus')).toContainText('objective 3');

  await plan.press('ArrowLeft');
  await expect(page.getByTestId('group-title')).toHaveText(WORKING_GROUP);
  const row = board(plan, 'objective 3');
  await expect(row).toContainText(/co-lead/i);
  await board(plan, 'The group itself').getByRole('button').first().focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'ArrowLeft']) {
    await plan.press(key);
  }
  await expect(page.locator('.g-chip:focus')).toContainText(/co-lead/i);
  await plan.press('Delete');
  await expect(row).toContainText(said('Co-leads not stated'));
  await expect(page.getByTestId('board').locator(':focus')).toHaveCount(1);
  await plan.press('Control+z');
  await expect(row).toContainText(/co-lead/i);
});

test('edits assignments in their table, those of the sub-groups too', async ({ plan, page }) => {
  await begin(plan);
  await page.getByRole('tab', { name: 'Assignments' }).click();
  const table = page.getByTestId('assignments');
  const rows = table.locator('.k-grid-row');
  await expect(rows).toHaveCount(6);
  const announced = rows.filter({ hasText: 'will co-lead' }).first();
  const state = announced.locator('[data-column="state"]');
  await state.click();
  await page.keyboard.type('conf');
  await plan.press('Enter');
  await expect(state).toContainText('confirmed');
  await announced.locator('[data-column="start"]').click();
  await page.keyboard.type('Q4 2025');
  await plan.press('Enter');
  await expect(announced.locator('[data-column="start"]')).toContainText('Q4 2025');

  // A new one is made in the dialog, with the keys of a new row.
  await plan.press('Control+Shift+N');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(WORKING_GROUP);
  await page.keyboard.type('undp');
  await expect(page.getByRole('option', { name: /UNDP/ }).first()).toBeVisible();
  await plan.press('Tab');
  await page.keyboard.type('member');
  await expect(page.getByRole('option', { name: 'Member' })).toBeVisible();
  await plan.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(rows).toHaveCount(7);

  await plan.press('Control+z');
  await expect(rows).toHaveCount(6);
  await plan.press('Control+z');
  await plan.press('Control+z');
  await expect(rows).toHaveCount(6);
  await expect(state).toContainText('announced');
});

test('ends a role: the day in words, the role stays as ended', async ({ plan, page }) => {
  await begin(plan, 'Sub-group on objective 1, digital divides');
  const role = page.locator('.g-lines .r-line');
  await expect(role).toContainText('will co-lead');
  await role.locator('[data-role-menu]').click();
  await page.getByRole('menuitem', { name: 'End…' }).click();
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('December 2025');
  await expect(dialog).toContainText('Understood as');
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(role).toHaveAttribute('data-ended', 'true');
  await expect(role).toContainText('2025');
  await expect(role.locator('[data-role-menu]')).toBeFocused();
  await plan.press('Control+z');
  await expect(role).not.toHaveAttribute('data-ended');
});

test('concludes a group, has another one succeed it, and takes back both', async ({ plan, page }) => {
  await begin(plan);
  let dialog = await verb(plan, /^Conclude/);
  // Nothing is guessed between day and month.
  await page.keyboard.type('3/4/2026');
  await page.getByRole('option', { name: '3 April 2026' }).click();
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(line(plan, WORKING_GROUP)).toContainText('2026');
  await expect(line(plan, WORKING_GROUP)).toHaveAttribute('data-ended', 'true');
  await expect(page.locator('.r-line:not([data-ended])')).toHaveCount(0);
  await expect(page.getByTestId('group-over')).toContainText(/concluded.*3.Apr/);
  // It is concluded once; who succeeds it can still be said.
  await page.getByTestId('group-menu').click();
  const again = page.getByRole('menuitem', { name: /^Conclude/ });
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await expect(again).toContainText('Its end is stated');
  await page.getByRole('menuitem', { name: /^Succeeded/ }).click();
  await expect(dialog.locator('[data-field="end"] input')).toHaveValue(/2026/);
  await plan.press('Escape');
  await plan.press('Control+z');
  await expect(line(plan, WORKING_GROUP)).not.toHaveAttribute('data-ended');

  dialog = await verb(plan, /^Succeeded/);
  await page.keyboard.type('Digital Cooperation Board');
  await dialog.locator('[data-field="end"] input').fill('2027');
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  const next = line(plan, 'Digital Cooperation Board');
  await expect(next).toBeVisible();
  // The sub-groups went along; both know of each other.
  await expect(line(plan, WORKING_GROUP)).not.toHaveAttribute('aria-expanded');
  await page
    .getByTestId('group-card')
    .getByRole('button', { name: 'Digital Cooperation Board' })
    .first()
    .click();
  await expect(page.getByTestId('group-title')).toHaveText('Digital Cooperation Board');
  await expect(page.getByTestId('board').getByRole('row')).toHaveCount(7);
  await page.getByTestId('group-card').getByRole('button', { name: WORKING_GROUP }).click();
  await expect(page.getByTestId('group-title')).toHaveText(WORKING_GROUP);
  await plan.press('Control+z');
  await expect(next).toHaveCount(0);
  await expect(line(plan, WORKING_GROUP)).toHaveAttribute('aria-expanded', 'true');
});

test('Enter twice chooses and keeps, also where it is faster than the answer', async ({ plan, page }) => {
  await begin(plan);
  const dialog = await verb(plan, /^Move below/);
  await page.route('**/rpc', async (route) => {
    await new Promise((later) => setTimeout(later, 300));
    await route.continue();
  });
  await page.keyboard.type('Sub-group on objective 4');
  await plan.press('Enter');
  await plan.press('Enter');
  const parent = dialog.locator('[data-field="parent"] input');
  await expect(parent).toHaveAccessibleDescription(/circle|below|itself/i);
  await page.unroute('**/rpc');
});

test('makes, orders, moves and deletes groups; a circle is refused in words', async ({ plan, page }) => {
  await begin(plan);
  await plan.press('Control+Shift+N');
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('Friends of the Compact');
  await plan.press('Enter');
  await expect(dialog).toBeHidden();
  const made = line(plan, 'Friends of the Compact');
  await expect(made).toBeFocused();
  await expect(made).toHaveAttribute('aria-selected', 'true');
  const place = await made.getAttribute('aria-posinset');
  await plan.press('Alt+ArrowUp');
  await expect(made).toHaveAttribute('aria-posinset', String(Number(place) - 1));
  await expect(made).toBeFocused();

  await line(plan, WORKING_GROUP).click();
  await verb(plan, /^Move below/);
  await page.keyboard.type('Sub-group on objective 4');
  await expect(page.getByRole('option').first()).toBeVisible();
  await plan.press('Enter');
  await plan.press('Enter');
  const parent = dialog.locator('[data-field="parent"] input');
  await expect(parent).toHaveAccessibleDescription(/circle|below|itself/i);
  await expect(parent).toBeFocused();
  await plan.press('Escape');
  await expect(dialog).toBeHidden();

  // The tree draws what is looked at: the last line is gone to by its key.
  await line(plan, WORKING_GROUP).click();
  await plan.press('End');
  await expect(made.or(page.locator('[role="treeitem"]:focus'))).not.toHaveCount(0);
  while (
    (await made.count()) === 0 ||
    !(await made.evaluate((element) => element === document.activeElement))
  ) {
    await plan.press('ArrowUp');
  }
  await plan.press('Control+Delete');
  await page.getByTestId('question-yes').click();
  await expect(made).toHaveCount(0);
  await expect(page.locator('[role="treeitem"]:focus')).toHaveCount(1);
  await plan.press('Control+z');
  await expect(made).toHaveCount(1);
});

test('organizations beyond the end of the board are told of, and the page stays as wide as it is', async ({
  plan,
  page,
  host,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await host.call('settings_set', { language: 'ar-XB' });
  await plan.open();
  await plan.copy();
  const { row } = (await host.call('group_card', { id: WORKING_GROUP, source: { at: 'now' } })) as {
    row: { id: string };
  };
  for (const organization of ['UNESCO', 'UNDP']) {
    await host.call('assignment_create', {
      id: null,
      fields: { group: row.id, organization, role: 'member' },
    });
  }
  await plan.go('groups');
  const shown = page.getByTestId('board');
  await expect(shown).toHaveAttribute('data-more');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  await shown.locator('.g-body').first().focus();
  await plan.press('End');
  await plan.press('ArrowRight');
  await expect(shown.locator('.g-chip:focus')).toBeInViewport({ ratio: 1 });
  await expect(shown).not.toHaveAttribute('data-more');
});

test('names of 300 letters in every script wrap and are not cut', async ({ plan, page, host }) => {
  await begin(plan);
  const names = [
    'الفريق العامل المعني بالتكنولوجيات الرقمية '.repeat(8),
    '数字技术工作组负责协调联合国系统内的数字议题'.repeat(14),
    'Рабочая группа по цифровым технологиям '.repeat(8),
    'x'.repeat(300),
  ].map((name) => name.slice(0, 300).trim());
  for (const title of names) {
    await host.call('group_create', { id: null, fields: { title } });
  }
  for (const title of names) {
    const shown = page.locator('.g-line', { hasText: title });
    await page.getByTestId('group-filter').getByRole('searchbox').fill(title);
    await shown.click();
    await expect(page.getByTestId('group-title')).toHaveText(title);
    for (const element of [shown, page.getByTestId('group-title')]) {
      expect(await element.evaluate((one) => one.scrollWidth <= one.clientWidth + 1)).toBe(true);
    }
  }
  // Lines that are renamed or become narrower take the room that they need, and no more.
  await page.getByTestId('group-filter').getByRole('searchbox').fill('');
  const gaps = (): Promise<readonly number[]> =>
    page.locator('.g-line').evaluateAll((lines) => {
      const boxes = lines.map((one) => one.getBoundingClientRect()).toSorted((a, b) => a.top - b.top);
      return boxes.slice(1).map((box, at) => Math.round(box.top - (boxes[at]?.bottom ?? 0)));
    });
  const touching = async (): Promise<readonly number[]> => (await gaps()).filter((gap) => gap !== 0);
  await page.setViewportSize({ width: 1024, height: 640 });
  await expect.poll(touching).toEqual([]);
  const { row } = (await host.call('group_card', { id: names[3], source: { at: 'now' } })) as {
    row: { id: string };
  };
  await host.call('group_set', { id: row.id, field: 'title', value: 'Short' });
  await expect(page.getByTestId('group-title')).toHaveText('Short');
  await expect.poll(touching).toEqual([]);
});
