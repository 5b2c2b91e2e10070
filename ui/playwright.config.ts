import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Debian's own Chromium: nothing is downloaded. Elsewhere Playwright's is used, or the one named by GDC_CHROMIUM.
const chromium = process.env['GDC_CHROMIUM'] ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: './tests',
  testMatch: ['browser/**/*.spec.ts', 'e2e/**/*.spec.ts'],
  outputDir: './test-results',
  workers: 1,
  timeout: 60_000,
  // A runner that others share has two cores, and now and then none to spare. What passes only at the second try is listed at the
  // end as flaky: it is a bug to be looked at, of the window or of the test. Only the second try is traced: tracing each would take
  // a fifth of the time.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      args: ['--no-sandbox'],
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
    },
    trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure',
  },
});
