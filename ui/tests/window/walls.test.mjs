/** What the page in the real window may not do, whatever it is told to. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { desktopForTests } from './fixture.mjs';

const desktop = desktopForTests();
let page;
beforeEach(async () => {
  ({ page } = await desktop.open());
});

/** Whether a call of Tauri's own was refused for want of a permission. */
async function refused(command, args) {
  const words = await page.runAsync(
    `window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
       .then(() => 'allowed', (error) => String(error?.message ?? error))`,
    command,
    args,
  );
  assert.match(words, /not allowed/, `${command} answered: ${words}`);
}

test('plugins answer the shell alone: no dialog, browser or window by the page', async () => {
  await refused('plugin:dialog|open', { options: {} });
  await refused('plugin:opener|open_url', { url: 'https://www.itu.int/' });
  await refused('plugin:opener|open_path', { path: '/etc/passwd' });
  await refused('plugin:window-state|save_window_state', { flags: 1 });
  await refused('plugin:window|close', { label: 'main' });
  await refused('plugin:webview|create_webview_window', { options: { label: 'x' } });
  await refused('plugin:event|emit', { event: 'open-file', payload: {} });
});

test('no connection leaves the page', async () => {
  const outcome = (address) =>
    page.runAsync(
      `fetch(arguments[0], { mode: 'no-cors' }).then(() => 'connected', () => 'blocked')`,
      address,
    );
  // The driver listens there: only the policy can be what blocks it.
  assert.equal(await outcome(page.base), 'blocked');
  const picture = await page.runAsync(
    `new Promise((resolve) => {
       const image = new Image();
       document.addEventListener('securitypolicyviolation', (it) => resolve(it.effectiveDirective), { once: true });
       image.onload = () => resolve('loaded');
       image.src = arguments[0];
     })`,
    `${page.base}/picture.png`,
  );
  assert.equal(picture, 'img-src');
});

test('no script runs that was not shipped', async () => {
  const ran = await page.runAsync(
    `new Promise((resolve) => {
       const script = document.createElement('script');
       script.textContent = 'window.ranInline = true';
       document.body.append(script);
       const handler = document.createElement('button');
       handler.setAttribute('onclick', 'window.ranHandler = true');
       handler.click();
       resolve([window.ranInline ?? false, window.ranHandler ?? false]);
     })`,
  );
  assert.deepEqual(ran, [false, false]);
});

test('the prototype of objects is frozen', async () => {
  assert.equal(await page.run('return Object.isFrozen(Object.prototype)'), true);
});

test('the window never leaves its own pages', async () => {
  const before = await page.run('return location.href');
  // In one script: a driver that is asked again waits for the page that was gone to, and here there is none.
  const after = await page.runAsync(
    `new Promise((resolve) => {
       location.href = arguments[0];
       setTimeout(() => resolve(location.href), 500);
     })`,
    `${page.base}/status`.replace('http:', 'ftp:'),
  );
  assert.equal(after, before);
});
