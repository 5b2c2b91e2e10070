import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startDesktop } from './desktop.mjs';

let desktop;
before(async () => {
  desktop = await startDesktop();
});
after(() => desktop.close());

test('the window starts and shows its heading', async () => {
  const window = await desktop.open();
  const heading = await window.page.select('h1');
  assert.match(await heading.text(), /\S/);
  await window.close();
});
