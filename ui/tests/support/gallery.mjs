/** Pictures of the kit in all themes and directions, into test-results/gallery. Needs a browser (see playwright.config.ts). */
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';

const out = fileURLToPath(new URL('../../test-results/gallery/', import.meta.url));
mkdirSync(out, { recursive: true });
const server = await createServer({
  configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
  server: { port: 0, strictPort: false },
  logLevel: 'error',
});
await server.listen();
const base = server.resolvedUrls?.local[0] ?? '';
const path = process.env.GDC_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(existsSync(path) ? { executablePath: path } : {}),
});
const problems = [];
for (const [name, query, act] of [
  ['kit-light', '?theme=light'],
  ['kit-dark', '?theme=dark'],
  ['kit-contrast', '?theme=contrast'],
  ['kit-rtl', '?theme=light&dir=rtl'],
  ['kit-menu', '?theme=light', (page) => page.getByRole('button', { name: 'Menu' }).click()],
  ['kit-dialog', '?theme=light', (page) => page.getByRole('button', { name: 'Dialog' }).click()],
  ['kit-select', '?theme=dark', (page) => page.getByRole('button', { name: /Lead/ }).last().click()],
  ['grid-light', '?theme=light&page=grid&rows=40'],
  ['grid-dark', '?theme=dark&page=grid&rows=40'],
  ['grid-rtl', '?theme=light&page=grid&rows=40&dir=rtl'],
  ['grid-contrast', '?theme=contrast&page=grid&rows=40'],
  ['grid-zoom', '?theme=light&page=grid&rows=40&zoom=1.6'],
  [
    'grid-narrow',
    '?theme=light&page=grid&rows=40',
    async (page) => {
      await page.setViewportSize({ width: 720, height: 480 });
      await keys(page, 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    },
  ],
  ['grid-edit', '?theme=light&page=grid&rows=40', (page) => keys(page, 'F2')],
  [
    'grid-range',
    '?theme=light&page=grid&rows=40',
    (page) => keys(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight'),
  ],
  [
    'grid-choice',
    '?theme=light&page=grid&rows=40',
    (page) => keys(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2'),
  ],
  ['grid-reference', '?theme=dark&page=grid&rows=40', (page) => keys(page, 'ArrowRight', 'ArrowRight', 'u')],
  [
    'grid-date',
    '?theme=light&page=grid&rows=40',
    (page) => keys(page, ...Array(4).fill('ArrowRight'), '3', '/', '4', '/', '2', '6'),
  ],
  [
    'grid-date-ok',
    '?theme=light&page=grid&rows=40',
    (page) => keys(page, ...Array(4).fill('ArrowRight'), '2', '0', '2', '7'),
  ],
  [
    'grid-set',
    '?theme=light&page=grid&rows=40',
    (page) => keys(page, 'ArrowUp', 'ArrowUp', ...Array(5).fill('ArrowRight'), 'F2'),
  ],
  ['grid-error', '?theme=light&page=grid&rows=40', (page) => keys(page, 'Backspace', 'Enter')],
  [
    'grid-long',
    '?theme=light&page=grid&rows=40',
    (page) =>
      keys(page, 'End', ...'A long text that goes on and on, until it needs a second line', 'Alt+Enter', 'x'),
  ],
  ['grid-far', '?theme=light&page=grid', (page) => keys(page, 'Control+End')],
  [
    'grid-loading',
    '?theme=light&page=grid',
    (page) => page.locator('.k-grid').evaluate((grid) => grid.scrollTo(0, 4000 * 40)),
  ],
]) {
  const page = await browser.newPage({ viewport: { width: 1120, height: 780 } });
  page.on('console', (message) => {
    const favicon = message.text().includes('404') && message.location().url.endsWith('favicon.ico');
    if (!favicon && (message.type() === 'error' || message.type() === 'warning')) {
      problems.push(`${name}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
  if (process.argv.length > 2 && !process.argv.slice(2).some((wanted) => name.includes(wanted))) {
    await page.close();
    continue;
  }
  await page.goto(`${base}kit.html${query}`);
  await page.locator('main').waitFor();
  await act?.(page);
  await page.waitForTimeout(350);
  await page.screenshot({ path: `${out}${name}.png` });
  await page.close();
}

async function keys(page, ...pressed) {
  await page.locator('.k-grid textarea').focus();
  for (const key of pressed) {
    await page.keyboard.press(key);
  }
}

await browser.close();
await server.close();
process.stdout.write(problems.length > 0 ? `${problems.join('\n')}\n` : `pictures in ${out}\n`);
process.exit(problems.length > 0 ? 1 : 0);
