/**
 * The grid in WebKitGTK, the engine of the window: `npm run webkit`. Needs Xvfb, WebKitWebDriver and MiniBrowser (Debian:
 * xvfb, webkit2gtk-driver, libwebkit2gtk-4.1-0). Chromium alone would hide what WebKit lacks or does otherwise.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const ui = fileURLToPath(new URL('../../', import.meta.url));
const shots = `${ui}test-results/webkit/`;
const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const DISPLAY = ':97';
const PORT = 4497;
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'";
const KEY = {
  enter: '\uE007',
  escape: '\uE00C',
  left: '\uE012',
  right: '\uE014',
  down: '\uE015',
  end: '\uE010',
  f2: '\uE032',
  shift: '\uE008',
  control: '\uE009',
  alt: '\uE00A',
};

mkdirSync(shots, { recursive: true });
const configFile = `${ui}vite.config.ts`;
// Beside the cache of Vite: Playwright empties test-results whenever it starts.
const outDir = `${ui}node_modules/.vite/kit-dist-webkit`;
await build({
  configFile,
  logLevel: 'error',
  build: { outDir, emptyOutDir: true, rollupOptions: { input: `${ui}kit.html` } },
});
const server = await preview({
  configFile,
  logLevel: 'error',
  build: { outDir },
  preview: { port: 0, strictPort: false, headers: { 'Content-Security-Policy': POLICY } },
});
const base = server.resolvedUrls?.local[0];

const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '1400x1000x24'], { stdio: 'ignore' });
const driver = spawn('dbus-run-session', ['--', 'WebKitWebDriver', `--port=${PORT}`], {
  env: { ...process.env, DISPLAY, NO_AT_BRIDGE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  stdio: 'ignore',
  // A group of its own, so that what it starts ends with it.
  detached: true,
});

async function call(method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method,
    body: body && JSON.stringify(body),
  });
  const { value } = await answer.json();
  if (value?.error) {
    throw new Error(`${value.error}: ${value.message}`);
  }
  return value;
}

async function until(what, check) {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await check().catch(() => false)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}

let failed = false;
try {
  await until('the driver', async () => (await call('GET', '/status')) !== undefined);
  const { sessionId } = await call('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] } },
    },
  });
  const session = `/session/${sessionId}`;
  const run = (script) => call('POST', `${session}/execute/sync`, { script, args: [] });
  const wait = (script) =>
    call('POST', `${session}/execute/async`, { script: `const done = arguments[0]; ${script}`, args: [] });
  const picture = async (name) =>
    writeFileSync(`${shots}${name}.png`, Buffer.from(await call('GET', `${session}/screenshot`), 'base64'));
  const open = async (query) => {
    await call('POST', `${session}/url`, { url: `${base}kit.html?${query}` });
    await until('the grid', () => run('return !!document.querySelector(".k-grid textarea")'));
    await run('document.querySelector(".k-grid textarea").focus()');
  };
  const press = async (...keys) => {
    const actions = keys.flatMap((key) => {
      const chord = Array.isArray(key) ? key : [key];
      return [
        ...chord.map((value) => ({ type: 'keyDown', value })),
        ...chord.toReversed().map((value) => ({ type: 'keyUp', value })),
      ];
    });
    await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
    await new Promise((resolve) => setTimeout(resolve, 150));
  };
  /** Column, row, text, and whether it is being edited. */
  const state = () =>
    run(`const area = document.activeElement;
      return [area.closest('[data-column]')?.dataset.column, area.closest('[data-row]')?.dataset.row, area.value,
        !!document.querySelector('[data-editing]')]`);
  const cell = (row, column) =>
    run(
      `return document.querySelector('[data-row="${row}"] [data-column="${column}"] .k-grid-text').textContent`,
    );

  await open('theme=light&page=grid&rows=40');
  assert.deepEqual(await state(), ['title', '5', 'Co-lead of the sub-group on Objective 1', false]);
  await picture('grid');

  // A copy reaches the page, also from an empty cell, where WebKit sees nothing to copy.
  await run(
    'window.copies = []; document.addEventListener("copy", (event) => window.copies.push(event.clipboardData.getData("text/plain")))',
  );
  await press(
    [KEY.shift, KEY.right],
    [KEY.control, 'c'],
    KEY.escape,
    KEY.right,
    KEY.right,
    KEY.right,
    KEY.right,
  );
  await press([KEY.control, 'c']);
  assert.deepEqual(await run('return window.copies'), [
    'Co-lead of the sub-group on Objective 1\tundertaking',
    '',
  ]);

  await press('2', '0', '2', '7');
  assert.deepEqual(await state(), ['when', '5', '2027', true]);
  await picture('date');
  await press(KEY.enter);
  assert.deepEqual((await state()).slice(0, 2), ['when', '6']);
  assert.equal(await cell(5, 'when'), '2027');

  await press(KEY.left, KEY.f2);
  await picture('choice');
  await press(KEY.down, KEY.enter);
  assert.equal(await cell(6, 'status'), 'Planned');

  await press(KEY.end, 'o', 'n', 'e', [KEY.alt, KEY.enter], 't');
  assert.deepEqual(await state(), ['asOf', '7', 'one\nt', true]);
  await picture('long');
  await press(KEY.enter);

  await open('theme=dark&page=grid&rows=10000&dir=rtl');
  await press(KEY.left);
  assert.deepEqual((await state()).slice(0, 2), ['kind', '5']);
  await press([KEY.control, KEY.down]);
  await until('the last row', async () => (await state())[1] === '9999');
  const within = await run(`const row = document.querySelector('[data-row="9999"]').getBoundingClientRect();
    const grid = document.querySelector('.k-grid').getBoundingClientRect(); return row.bottom <= grid.bottom + 1`);
  assert.equal(within, true);
  await picture('mirrored');

  await open('theme=light&page=grid&rows=10000');
  const frames =
    await wait(`const grid = document.querySelector('.k-grid'); const times = []; let last = performance.now();
    const step = (now) => { times.push(now - last); last = now; grid.scrollTop += 180;
      if (times.length < 200) { requestAnimationFrame(step); } else { done(times.slice(5).sort((a, b) => a - b)); } };
    requestAnimationFrame(step);`);
  const at = (share) => Math.round((frames[Math.floor(frames.length * share)] ?? 0) * 10) / 10;
  process.stdout.write(
    `scrolling 10,000 rows: a frame takes ${at(0.5)} ms, at the 95th percentile ${at(0.95)} ms\n`,
  );
  await call('DELETE', session);
  process.stdout.write(`WebKitGTK: all well; pictures in ${shots}\n`);
} catch (error) {
  failed = true;
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
} finally {
  if (driver.pid !== undefined) {
    process.kill(-driver.pid);
  }
  screen.kill();
  await server.close();
}
process.exit(failed ? 1 : 0);
