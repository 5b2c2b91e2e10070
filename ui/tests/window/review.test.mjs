/** Three colleagues' files, reviewed in the real window with the keyboard alone, applied as one step, undone, redone. */
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
const run = promisify(execFile);

/** Until an element holds this text. */
function says(page, name, words) {
  return until(`${name} with ${words}`, async () => {
    const text = await (await page.find(name)).property('textContent');
    return text.includes(words) ? true : undefined;
  });
}

/** A plan of a colleague, which descends from what was sent. */
async function colleague(sent, who, changes) {
  const plan = path.join(desktop.folder, `${who}.gdcplan`);
  const as = ['--by', `Person of ${who}`, '--organization', who];
  await run(COMMAND_LINE, [...as, 'copy', sent, plan]);
  for (const [command, args] of changes) {
    await run(COMMAND_LINE, [...as, 'call', plan, command, JSON.stringify(args)]);
  }
  return plan;
}

/** What a double click does while the window is open. */
async function handOver(page, file) {
  const second = await desktop.launch([file]);
  const [code] = await once(second, 'exit');
  assert.equal(code, 0, second.output());
  await until(`${file} is open`, async () => {
    const { file: open } = await page.command('plan_summary');
    return open?.name === path.basename(file) ? true : undefined;
  });
}

test('three files are reviewed with the keyboard alone, applied as one step, undone and redone', async () => {
  const own = await desktop.newPlan('Own.gdcplan');
  const sent = path.join(desktop.folder, 'sent.gdcsnap');
  await run(COMMAND_LINE, ['snapshot', own, sent, '--name', 'As sent']);
  const set = (id, field, value) => ['commitment_set', { id, field, value }];
  const files = [
    await colleague(sent, 'BDT', [
      set('ITU-001', 'title', 'A title by BDT'),
      set('ITU-002', 'next_step', 'Meet'),
    ]),
    await colleague(sent, 'TSB', [set('ITU-001', 'title', 'A title by TSB')]),
    await colleague(sent, 'BR', [['commitment_delete', { id: 'ITU-006' }]]),
  ];
  const { page } = await desktop.open({ args: [own] });
  // Files that were open lately are known to the window; no dialog of the system can be answered from here.
  for (const file of [...files, own]) {
    await handOver(page, file);
  }
  const { recent } = await page.command('session_start');
  const chosen = files.map((file) => recent.find(({ name }) => name === path.basename(file)).file);
  const before = await page.command('plan_hash');
  await page.command('review_start', { files: chosen });
  await (await page.find('rail-review')).click();
  await says(page, 'rail-files', 'file');
  await says(page, 'review-files', 'BDT');

  const { counts } = await page.command('review_get');
  assert.ok(counts.open >= 2);
  await (await page.find('review-begin')).click();
  await says(page, 'review-item', 'ITU-001');
  await page.press('3');
  await until('one is decided', async () => {
    const view = await page.command('review_get');
    return view.counts.decided === 1 ? true : undefined;
  });
  await says(page, 'review-item', 'ITU-006');
  await page.press('2');
  await until('two are decided', async () => {
    const view = await page.command('review_get');
    return view.counts.decided === 2 ? true : undefined;
  });
  await page.press('Control+Enter');
  const applied = await until('it is applied', async () => {
    const now = await page.command('plan_hash');
    return now.hash === before.hash ? undefined : now;
  });
  const row = await page.command('row_get', { kind: 'commitment', id: 'ITU-001', source: { at: 'now' } });
  assert.match(row.row.cells.title.text, /^A title by (BDT|TSB)$/);

  await page.press('Control+z');
  await until('it is undone', async () =>
    (await page.command('plan_hash')).hash === before.hash ? true : undefined,
  );
  assert.equal(
    (await page.command('review_get')).counts.decided,
    2,
    'the review is open again with its decisions',
  );
  await page.press('Control+y');
  await until('it is redone', async () =>
    (await page.command('plan_hash')).hash === applied.hash ? true : undefined,
  );
});
