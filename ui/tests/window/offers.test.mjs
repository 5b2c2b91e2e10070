/** What is offered for a review in the real window: dropped files, copies beside the plan, a plan that was replaced; decisions of every sort. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { COMMAND_LINE } from './desktop.mjs';
import { desktopForTests } from './fixture.mjs';
import { until } from './webdriver.mjs';

const desktop = desktopForTests();
const run = promisify(execFile);

/** Changes a plan as somebody else, without a window. */
async function change(plan, who, changes) {
  const as = ['--by', `Person of ${who}`, '--organization', who];
  for (const [command, args] of changes) {
    await run(COMMAND_LINE, [...as, 'call', plan, command, JSON.stringify(args)]);
  }
}

const set = (id, field, value) => ['commitment_set', { id, field, value }];

/** The review as it is, once it is as it should be. */
function reviewed(page, what, holds) {
  return until(what, async () => {
    const view = await page.command('review_get');
    return view && holds(view) ? view : undefined;
  });
}

/** Presses the button of what is told. */
async function takeOffer(page, words) {
  await until(`${words} is offered`, async () => {
    const text = await (await page.find('notice')).property('textContent');
    return text.includes(words) ? true : undefined;
  });
  await (await page.select('[data-testid="notice"] .k-message-actions button')).click();
}

/** Passes an event of the shell on to the page: no pointer of a test can carry files from another window. */
async function tell(page, event, payload) {
  const heard = await page.run(
    `const [event, payload] = arguments;
    const listeners = window.__internal_unstable_listeners_object_id__?.[event] ?? {};
    const ids = Object.getOwnPropertyNames(listeners);
    for (const id of ids) {
      window.__TAURI_INTERNALS__.runCallback(listeners[id].handlerId, { event, id: Number(id), payload });
    }
    return ids.length;`,
    event,
    payload,
  );
  assert.ok(heard > 0, `nobody listens to ${event}`);
}

/** Brings the window to the front, as the system tells it. */
function comeBack(page) {
  return page.run(`window.dispatchEvent(new Event('focus'));`);
}

test('a copy beside the plan is offered when it is opened; decisions of every sort; closed and opened again', async () => {
  const own = await desktop.newPlan('Own.gdcplan');
  const copy = path.join(desktop.folder, 'Own (conflicted copy 2026-11-02).gdcplan');
  await copyFile(own, copy);
  await change(own, 'ITU', [set('ITU-001', 'title', 'A title of mine')]);
  await change(copy, 'BDT', [
    set('ITU-001', 'title', 'A title by BDT'),
    set('ITU-002', 'status', 'concluded'),
    ['commitment_delete', { id: 'ITU-006' }],
  ]);
  const { page } = await desktop.open({ args: [own] });
  await takeOffer(page, 'conflicted copy');
  const { counts } = await reviewed(page, 'the copy is in the review', (view) => view.files.length === 1);
  assert.ok(counts.open >= 3, JSON.stringify(counts));
  await (await page.find('review-begin')).click();

  // Written anew.
  await page.shows('review-item', 'ITU-001');
  await (await page.find('choice-write')).click();
  await page.select('[role="dialog"] input, [role="dialog"] textarea');
  await page.press('Control+a');
  await page.type('A third title');
  await page.press('Control+Enter');
  await reviewed(page, 'a title is written anew', (view) => view.counts.decided === 1);

  // Asked back.
  await page.shows('review-item', 'ITU-002');
  await (await page.find('choice-ask')).click();
  await (await page.find('review-ask-do')).click();
  const asked = await reviewed(page, 'a status is asked back', (view) => view.counts.later === 1);
  const letter = await page.command('review_letter', {
    review: asked.review,
    from: asked.files[0].snapshot,
  });
  assert.match(letter.text, /ITU-002/);
  await page.find('review-letter-text');
  await page.press('Escape');
  await until('the letter is put away', async () =>
    (await page.all('[role="dialog"]')).length === 0 ? true : undefined,
  );

  // The rest at once.
  await page.press('Control+Shift+B');
  await (await page.find('review-bulk-do')).click();
  const decided = await reviewed(page, 'the rest is decided', (view) => view.counts.open === 1);
  assert.equal(decided.counts.later, 1);

  // Closed, and opened again with its decisions.
  await page.command('review_close', { review: decided.review, reopen: false });
  await until('it is closed', async () => {
    const [newest] = await page.command('reviews_list');
    return newest.state === 'closed' ? true : undefined;
  });
  await page.command('review_close', { review: decided.review, reopen: true });
  const again = await reviewed(page, 'it is open again', (view) => view.state === 'open');
  assert.deepEqual(again.counts, decided.counts);
});

test('several files that are dropped are one review', async () => {
  const own = await desktop.newPlan('Dropped.gdcplan');
  for (const [who, id] of [
    ['BDT', 'ITU-001'],
    ['TSB', 'ITU-002'],
  ]) {
    const copy = path.join(desktop.folder, `Dropped-${who}.gdcplan`);
    await copyFile(own, copy);
    await change(copy, who, [set(id, 'title', `A title by ${who}`)]);
  }
  const { page } = await desktop.open({ args: [own] });
  const copies = await page.command('conflict_copies');
  assert.equal(copies.length, 2);
  // The window is up: it has looked beside the plan itself.
  await page.shows('notice', 'Dropped-BDT');
  await tell(page, 'files-dropped', { files: copies.map(({ file }) => file.file) });
  const view = await reviewed(page, 'both are in the review', ({ files }) => files.length === 2);
  assert.equal(view.counts.items, 2);
  await until('both are shown', async () =>
    (await page.all('[data-testid="review-file"]')).length === 2 ? true : undefined,
  );
});

test('a plan that is replaced on disk while it is open: nothing is overwritten, and mine can be reviewed into it', async () => {
  const own = await desktop.newPlan('Synced.gdcplan');
  const other = path.join(desktop.folder, 'elsewhere.gdcplan');
  await copyFile(own, other);
  await change(other, 'BDT', [set('ITU-002', 'title', 'A title by BDT')]);
  const { page } = await desktop.open({ args: [own] });
  await page.command('commitment_set', await idOf(page, 'ITU-001', 'A title of mine'));
  await rename(other, own);
  await assert.rejects(page.command('commitment_set', await idOf(page, 'ITU-003', 'Into the wrong file')));
  await comeBack(page);
  await until('it is told', async () => {
    const text = await (await page.find('notice')).property('textContent');
    return text.includes('Another file lies in the place of this plan') ? true : undefined;
  });
  const { review } = await page.command('replaced_review');
  assert.equal(review.counts.items, 1);
  const row = await page.command('row_get', { kind: 'commitment', id: 'ITU-002', source: { at: 'now' } });
  assert.equal(row.row.title, 'A title by BDT');
  const names = await readdir(desktop.folder);
  assert.ok(
    names.some((name) => /^Synced \(.+\)\.gdcplan$/.test(name)),
    names.join(', '),
  );
});

async function idOf(page, reference, title) {
  const { row } = await page.command('row_get', { kind: 'commitment', id: reference, source: { at: 'now' } });
  return { id: row.id, field: 'title', value: title };
}
