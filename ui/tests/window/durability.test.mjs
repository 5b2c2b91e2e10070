/** An acknowledged edit is on the disk: it survives that the application is killed, and so does what can be undone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { desktopForTests } from './fixture.mjs';
import { until } from './webdriver.mjs';

const desktop = desktopForTests();
const TITLE = '[data-row="0"] [data-column="title"]';

/** The window on this plan, as a person of the organization that owns the rows. */
async function openOn(plan) {
  const window = await desktop.open({ args: [plan] });
  await window.page.command('settings_set', { name: 'Amina', organization: 'ITU' });
  await window.page.select(TITLE);
  return window;
}

const title = async (page) => (await (await page.select(TITLE)).text()).trim();

/** Waits until the title is this one. */
async function showsTitle(page, expected) {
  await until(`the title ${JSON.stringify(expected)}`, async () =>
    (await title(page)) === expected ? true : undefined,
  );
}

test('start, edit, kill, start: the edit is there; undo and redo are, too', async () => {
  const plan = await desktop.newPlan('Plan für Amina #1 [٣].gdcplan');
  const first = await openOn(plan);
  const before = await title(first.page);
  assert.notEqual(before, '');
  const edited = 'Metrics – “édition” 数字 ٣';
  await (await first.page.select(TITLE)).click();
  await first.page.press('F2', 'Control+a');
  await first.page.type(edited);
  await first.page.press('Enter');
  await showsTitle(first.page, edited);
  await until('the step to be saved', async () => {
    const { undo } = await first.page.command('plan_summary');
    return undo ?? undefined;
  });
  await first.kill();

  const second = await openOn(plan);
  await showsTitle(second.page, edited);
  await (await second.page.find('undo')).click();
  // The step is of an earlier sitting: it is asked once.
  await (await second.page.find('question-yes')).click();
  await showsTitle(second.page, before);
  await second.kill();

  const third = await openOn(plan);
  await showsTitle(third.page, before);
  await (await third.page.find('redo')).click();
  await showsTitle(third.page, edited);
  assert.equal((await third.page.command('plan_verify')).whole, true);
});
