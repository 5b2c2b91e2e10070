/** The three jobs of the window, by somebody who has never seen it: commitments, milestones, assignments; and a snapshot. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { COMMAND_LINE } from './desktop.mjs';
import { desktopForTests } from './fixture.mjs';
import { until } from './webdriver.mjs';

const desktop = desktopForTests();

/** The window on a plan of one's own, as a person of the organization that owns the rows. */
async function openOwn(name) {
  const window = await desktop.open({ args: [await desktop.newPlan(name)] });
  await window.page.command('settings_set', { name: 'Amina', organization: 'ITU' });
  await window.page.reload();
  await window.page.find('rail-commitments');
  return window;
}

async function go(page, screen) {
  await (await page.find(`rail-${screen}`)).click();
  await page.find(screen);
}

/** The first element below a selector whose text contains `part`. */
function withText(page, selector, part) {
  return until(`${selector} with ${JSON.stringify(part)}`, async () => {
    for (const element of await page.all(selector)) {
      if ((await element.property('textContent')).toLowerCase().includes(part.toLowerCase())) return element;
    }
    return undefined;
  });
}

test('a commitment, a milestone and an assignment are edited, and each step can be taken back', async () => {
  const { page } = await openOwn('Jobs.gdcplan');

  await go(page, 'commitments');
  await (await page.select('[data-row="0"] [data-column="status"]')).click();
  await page.type('conc');
  await page.press('Enter');
  await withText(page, '[data-row="0"] [data-column="status"]', 'Concluded');

  await go(page, 'milestones');
  await (await withText(page, '.k-grid-row [data-column="title"]', 'WSIS+20')).click();
  await page.press('Home');
  await page.type('16–17 December 2025');
  await page.press('Enter');
  await withText(page, '.k-grid-row [data-column="when"]', '16–17 Dec');

  await go(page, 'groups');
  await (await withText(page, '[role="treeitem"]', 'Sub-group on objective 2')).click();
  await withText(page, 'h2, h1', 'Sub-group on objective 2');
  await page.press('a');
  await page.select('[role="dialog"] input:focus, [role="dialog"] textarea:focus');
  await page.type('unesco');
  await withText(page, '[role="option"]', 'UNESCO');
  await page.press('Tab');
  await page.type('co-lead');
  await withText(page, '[role="option"]', 'Co-lead');
  await page.press('Tab');
  await page.press('Control+Enter');
  await withText(page, '[data-testid="groups"]', 'UNESCO');
  const card = await page.command('group_card', {
    id: 'Sub-group on objective 2',
    source: { at: 'now' },
  });
  assert.deepEqual(
    card.roles.map(({ holder, role_label }) => `${holder.short}: ${role_label}`),
    ['UNESCO: Co-lead'],
  );

  for (let steps = 3; steps > 0; steps -= 1) {
    const before = (await page.command('plan_summary')).undo;
    assert.notEqual(before, null);
    await (await page.find('undo')).click();
    await until('one step less', async () => {
      const { undo } = await page.command('plan_summary');
      return undo?.op === before.op ? undefined : true;
    });
  }
  await go(page, 'commitments');
  await withText(page, '[data-row="0"] [data-column="status"]', 'Ongoing');
  assert.equal((await page.command('plan_verify')).whole, true);
});

test('what would be shared is shown; a snapshot that is handed over opens in the same screens, read-only', async () => {
  const { page } = await openOwn('Share.gdcplan');
  await (await page.find('share')).click();
  const goes = await (await page.find('share-goes')).text();
  assert.match(goes, /141\P{L}+commitments/u);
  await page.press('Escape');

  const snapshot = path.join(desktop.folder, 'sent.gdcsnap');
  const plan = path.join(desktop.folder, 'other.gdcplan');
  const run = promisify(execFile);
  await run(COMMAND_LINE, ['new', plan]);
  await run(COMMAND_LINE, ['snapshot', plan, snapshot, '--name', 'As sent']);
  // What a double click does while the window is open.
  const second = await desktop.launch([snapshot]);
  const [code] = await once(second, 'exit');
  assert.equal(code, 0, second.output());
  await withText(page, '[data-testid="save-state"]', 'Read only');
  for (const screen of [
    'overview',
    'commitments',
    'milestones',
    'groups',
    'matrix',
    'history',
    'catalogue',
  ]) {
    await go(page, screen);
  }
  await withText(page, '.k-message', 'As sent');
  await withText(page, '.k-message button', 'copy');
});
