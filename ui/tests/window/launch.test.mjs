/** How the application starts, starts twice, and refuses to start. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { desktopForTests } from './fixture.mjs';
import { until } from './webdriver.mjs';

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

test('a second launch hands its plan to the first window and leaves', async () => {
  const plan = await desktop.newPlan('Second.gdcplan');
  const { page } = await desktop.open();
  await page.select('h1');
  assert.equal((await page.command('plan_summary')).open, 'starter');
  const second = await desktop.launch([plan]);
  const [code] = await once(second, 'exit');
  assert.equal(code, 0, second.output());
  await until('the plan to be open', async () =>
    (await page.command('plan_summary')).open === 'plan' ? true : undefined,
  );
});

test('a file that cannot be opened is said to be, and the window is there all the same', async () => {
  const files = {
    'text.gdcplan': 'Dear colleagues,',
    'empty.gdcplan': '',
    'picture.gdcplan': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(desktop.folder, name), content);
  }
  for (const name of [...Object.keys(files), 'not there.gdcplan', 'data']) {
    const window = await desktop.open({ args: [path.join(desktop.folder, name)] });
    const words = await (await window.page.find('notice')).text();
    assert.match(words, /\p{L}{3}/u, `${name}: ${words}`);
    await window.page.select('h1');
    await window.close();
  }
});

test('a data folder that cannot be made is named, instead of a crash', async () => {
  const file = path.join(desktop.folder, 'a file');
  await writeFile(file, '');
  const child = await desktop.launch([], { GDCPLANNER_DATA: path.join(file, 'data') });
  const words = await until('the reason', () => /cannot make the folder .*/.exec(child.output())?.[0]);
  assert.match(words, /a file/);
  assert.equal(child.exitCode, null, 'the message stays until somebody has read it');
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
