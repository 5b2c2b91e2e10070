/** Each test has a program and a data folder of its own. */
import { test as base } from '@playwright/test';
import { DevHost } from './devhost.ts';
import { PlanWindow } from './window.ts';

interface Fixtures {
  host: DevHost;
  plan: PlanWindow;
  /** Nothing may go wrong unheard. */
  quiet: void;
}

export const test = base.extend<Fixtures>({
  host: async ({}, use) => {
    const host = new DevHost();
    await host.start();
    await use(host);
    await host.stop();
  },
  plan: async ({ page, host }, use) => {
    await use(new PlanWindow(page, host));
  },
  quiet: [
    async ({ page }, use) => {
      const heard: string[] = [];
      page.on('pageerror', (error) => heard.push(`${error.name}: ${error.message}`));
      page.on('console', (message) => {
        // The host has no picture for the browser's own tab, and is stopped before the page is.
        if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
          heard.push(message.text());
        }
      });
      await use();
      if (heard.length > 0) {
        throw new Error(`the page complained: ${heard.join('\n')}`);
      }
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
