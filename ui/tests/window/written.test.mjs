/** What is offered of a file that was just made: it is opened, and shown in its folder, by the programs of the desktop. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { desktopForTests } from './fixture.mjs';
import { until } from './webdriver.mjs';

const desktop = desktopForTests();
const run = promisify(execFile);

/** A program that opens files: it writes down what it was asked to open. */
async function opener() {
  const folder = path.join(desktop.folder, 'programs');
  const asked = path.join(desktop.folder, 'asked');
  await mkdir(folder, { recursive: true });
  await writeFile(asked, '');
  await writeFile(path.join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$@" >> '${asked}'\n`, {
    mode: 0o755,
  });
  return {
    changes: { PATH: `${folder}:${process.env.PATH}` },
    asked: async () => (await readFile(asked, 'utf8')).split('\n').filter(Boolean),
  };
}

/** Keys and the pointer of the person before the screen: the dialogs of the desktop are no page. */
async function hands(...args) {
  const { stdout } = await run('xdotool', args, { env: await desktop.environment() });
  return stdout.trim();
}

/** Windows that can be seen. */
async function windows() {
  const found = await hands('search', '--onlyvisible', '--name', '.').catch(() => '');
  return found.split('\n').filter(Boolean);
}

/** Answers the desktop's dialog for a file that is about to be written. */
async function saveAs(file, before) {
  const dialog = await until('the dialog of the desktop', async () =>
    (await windows()).find((id) => !before.includes(id)),
  );
  // Nobody manages the windows of this screen, so nobody gives keys to the newest one.
  await hands('windowfocus', '--sync', dialog);
  await hands('key', 'ctrl+a');
  await hands('type', '--delay', '20', file);
  await hands('key', 'Return');
}

/** Presses a button of what is told. */
async function press(page, words) {
  const button = await until(`${words} is offered`, async () => {
    for (const one of await page.all('[data-testid="notice"] .k-message-actions button')) {
      if ((await one.property('textContent')).includes(words)) return one;
    }
    return undefined;
  });
  await button.click();
}

test('a document that was made is shown in its folder and opened', async () => {
  const { changes, asked } = await opener();
  const plan = await desktop.newPlan('Own.gdcplan');
  const { page } = await desktop.open({ args: [plan], changes });
  await (await page.find('rail-documents')).click();
  await (await page.find('document-export')).click();
  const before = await windows();
  const save = await page.find('export-save');
  // The page waits for the desktop as long as its dialog is open.
  await save.click();
  const made = path.join(desktop.folder, 'For the Council.docx');
  await saveAs(made, before);

  await press(page, 'Show in folder');
  await until('the folder is shown', async () => ((await asked()).length === 1 ? true : undefined));
  await press(page, 'Open');
  await until('the document is opened', async () => ((await asked()).length === 2 ? true : undefined));
  // No file manager of this desktop knows of single files: it is shown the folder.
  assert.deepEqual(await asked(), [desktop.folder, made]);
  assert.equal((await readFile(made)).subarray(0, 2).toString(), 'PK');
});
