/** A desktop for the tests of one file, and a clean screen after each of them. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';

import { ROOT, startDesktop } from './desktop.mjs';

/** Call it once at the top of a test file; the desktop is there when the first test runs. */
export function desktopForTests() {
  let desktop;
  before(async () => {
    desktop = await startDesktop();
  });
  afterEach(async (test) => {
    try {
      if (!test.passed) await pictures(desktop, test);
    } finally {
      await desktop.closeWindows();
    }
  });
  after(() => desktop.close());
  return {
    open: (options) => desktop.open(options),
    newPlan: (name) => desktop.newPlan(name),
    launch: (args, changes) => desktop.launch(args, changes),
    environment: () => desktop.environment(),
    get folder() {
      return desktop.folder;
    },
    get application() {
      return desktop.application;
    },
  };
}

/** What was on the screen when a test failed. */
async function pictures(desktop, test) {
  const folder = path.join(ROOT, 'target/pictures');
  await mkdir(folder, { recursive: true });
  for (const [number, window] of desktop.windows().entries()) {
    const name = `failed-${test.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${number}.png`;
    test.diagnostic(`picture: ${await window.page.picture(path.join(folder, name))}`);
  }
}
