/** The window brings its letters along. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { desktopForTests } from './fixture.mjs';
import { family } from './processes.mjs';

const desktop = desktopForTests();

test('no Chinese font of the system is opened for a plan in Latin script', async () => {
  const window = await desktop.open();
  await window.page.select('[data-row="0"] [data-column="title"]');
  await window.page.quiet();
  // Names stand between marks of direction; a font without them sends the web view looking for one that has them.
  assert.match(await window.page.run('return document.body.textContent;'), /\u2068.+\u2069/u);
  const opened = new Set();
  for (const id of await family(await window.process())) {
    const maps = await readFile(`/proc/${id}/maps`, 'utf8');
    for (const [font] of maps.matchAll(/\/\S+\.(ttc|ttf|otf)$/gm)) opened.add(font);
  }
  const chinese = [...opened].filter((font) => font.includes('CJK'));
  assert.deepEqual(chinese, []);
});
