/** How the application starts, starts twice, and refuses to start. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

import { firstLine } from './desktop.mjs';
import { desktopForTests } from './fixture.mjs';

const desktop = desktopForTests();

test('the window starts and shows its heading', async () => {
  const window = await desktop.open();
  const heading = await window.page.select('h1');
  assert.match(await heading.text(), /\S/);
});

test('after it was killed it starts again', async () => {
  const window = await desktop.open();
  await window.page.select('h1');
  await window.kill();
  const again = await desktop.open();
  await again.page.select('h1');
});

test('a second launch hands over to the first and leaves', async () => {
  const first = await desktop.launch(['--timing']);
  assert.equal(await firstLine(first, first.stdout), 'painted');
  const second = await desktop.launch(['another.gdcplan']);
  const [code] = await once(second, 'exit');
  assert.equal(code, 0, second.output());
  assert.equal(first.exitCode, null, `the first one ended: ${first.output()}`);
});

/** Runs the application to its end, without a display. */
async function ends(args) {
  const environment = await desktop.environment();
  delete environment.DISPLAY;
  return new Promise((resolve) => {
    execFile(desktop.application, args, { env: environment, timeout: 20_000 }, (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });
}

test('without a display it says so and names the program that needs none', async () => {
  const { code, err } = await ends([]);
  assert.equal(code, 1);
  assert.match(err, /no display.*gdcplan/);
});

test('it says its version, and what it does not understand', async () => {
  assert.match((await ends(['--version'])).out, /^gdc-planner \d+\.\d+\.\d+\n$/);
  const wrong = await ends(['--colour']);
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /--colour is not known/);
});

test('the symbols of our SQLite stay inside: WebKitGTK uses the one of the system', async () => {
  const exported = await new Promise((resolve, reject) => {
    execFile('nm', ['--dynamic', '--defined-only', desktop.application], (error, out) =>
      error ? reject(error) : resolve(out),
    );
  });
  assert.deepEqual(exported.match(/\bsqlite3_\w+/g), null);
});
