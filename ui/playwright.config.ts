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
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      args: ['--no-sandbox'],
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
    },
    trace: 'retain-on-failure',
  },
});
