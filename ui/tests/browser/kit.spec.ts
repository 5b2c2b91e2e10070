/** The kit in a real browser: colours and sizes by axe, the content security policy, and what jsdom cannot show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { serveKit } from '../support/kit-server.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: Awaited<ReturnType<typeof serveKit>>;
const complaints: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await serveKit();
});

test.afterAll(async () => {
  await server.close();
});

test.beforeEach(({ page }) => {
  complaints.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

/** Nothing was blocked by the policy, nothing thrown. */
test.afterEach(() => {
  expect(complaints).toEqual([]);
});

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${server.base}kit.html?${query}`);
  await page.locator('main').waitFor();
}

async function violations(page: Page): Promise<string[]> {
  // React Aria makes the key of a menu item its description; axe takes it for a part of its label.
  // Evaluated by the debugger, which stands outside the policy.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          context: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const result = await axe.run(document, {
      rules: { region: { enabled: false }, 'label-content-name-mismatch': { enabled: false } },
    });
    return result.violations.flatMap((one) =>
      one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`),
    );
  });
}

const area = (page: Page) => page.locator('.k-grid textarea');

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

for (const theme of ['light', 'dark', 'contrast']) {
  test(`axe finds nothing: ${theme}`, async ({ page }) => {
    await open(page, `theme=${theme}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Dialog' }).click();
    await page.waitForTimeout(200);
    expect(await violations(page)).toEqual([]);
  });

  test(`axe finds nothing in the grid: ${theme}`, async ({ page }) => {
    await open(page, `theme=${theme}&page=grid&rows=40`);
    await area(page).focus();
    expect(await violations(page)).toEqual([]);
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await violations(page)).toEqual([]);
    await press(page, 'Escape', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2');
    await expect(page.getByRole('option')).toHaveCount(6);
    expect(await violations(page)).toEqual([]);
    await press(page, 'Escape', 'ArrowRight', '3', '/', '4', '/', '2', '6', 'Enter');
    await expect(area(page)).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(page)).toEqual([]);
  });
}

test('a mirrored grid goes left with the left arrow and hangs its list under the cell', async ({ page }) => {
  await open(page, 'theme=light&page=grid&rows=40&dir=rtl');
  await area(page).focus();
  const start = await area(page).boundingBox();
  await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  const there = await area(page).boundingBox();
  expect(there?.x ?? 0).toBeLessThan(start?.x ?? 0);
  await press(page, 'F2');
  const list = await page.locator('.k-anchored').boundingBox();
  const cell = await area(page).boundingBox();
  expect(Math.abs((list?.x ?? 0) + (list?.width ?? 0) - (cell?.x ?? 0) - (cell?.width ?? 0))).toBeLessThan(4);
});

test('ten thousand rows: the last one is reached, drawn and in view, and few are in the document', async ({
  page,
}) => {
  await open(page, 'theme=light&page=grid&rows=10000');
  await area(page).focus();
  await press(page, 'Control+End');
  await expect(page.locator('.k-grid-row[data-row="9999"]')).toBeInViewport({ ratio: 0.9 });
  expect(await page.locator('.k-grid-row').count()).toBeLessThan(60);
  await press(page, 'Control+Home');
  await expect(page.locator('.k-grid-row[data-row="0"]')).toBeInViewport({ ratio: 0.9 });
  for (let turn = 0; turn < 40; turn += 1) {
    await press(page, 'ArrowDown');
  }
  await expect(page.locator('.k-grid-row[data-active]')).toBeInViewport({ ratio: 0.9 });
});

test('lines never overlap, whatever their height, and the active one never leaves', async ({ page }) => {
  await open(page, 'theme=light&page=grid&rows=10000');
  await area(page).focus();
  for (const top of [3_000, 60_000, 59_000, 2_000]) {
    await page.locator('.k-grid').evaluate((grid, to) => grid.scrollTo(0, to), top);
    await page.waitForTimeout(100);
    const gaps = await page.evaluate(() => {
      const lines = [
        ...document.querySelectorAll<HTMLElement>(
          '.k-grid-body > [data-index]:not([data-sticks]):not([data-active])',
        ),
      ]
        .map((line) => ({ at: Number(line.dataset['index']), ...line.getBoundingClientRect().toJSON() }))
        .toSorted((a, b) => a.at - b.at);
      return lines.flatMap((line, index) => {
        const next = lines[index + 1];
        return next && next.at === line.at + 1 && Math.abs(next.top - line.bottom) > 1
          ? [next.top - line.bottom]
          : [];
      });
    });
    expect(gaps).toEqual([]);
    expect(await area(page).count()).toBe(1);
    await expect(area(page)).toBeFocused();
  }
});

test('a copied range is on the clipboard as text and as a table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'theme=light&page=grid&rows=40');
  await area(page).focus();
  await press(page, 'Shift+ArrowRight', 'Control+c');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
  expect(copied.text).toBe('Co-lead of the sub-group on Objective 1\tundertaking');
  expect(copied.html).toContain('<td>undertaking</td>');
  // An empty cell is a cell too.
  await press(
    page,
    'Escape',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'Shift+ArrowRight',
    'Control+c',
  );
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('\t');
});

test('a group closes by mouse and by keyboard, and its rows leave the count', async ({ page }) => {
  await open(page, 'theme=light&page=grid&rows=40');
  const grid = page.getByRole('grid');
  const before = Number(await grid.getAttribute('aria-rowcount'));
  await page.getByRole('button', { name: /Inclusion/ }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', String(before - 6));
  await page.keyboard.press('ArrowRight');
  await expect(grid).toHaveAttribute('aria-rowcount', String(before));
});

test('a composition begins in the cell and its Enter does not keep', async ({ page }) => {
  await open(page, 'theme=light&page=grid&rows=40');
  await area(page).focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'かん', selectionStart: 2, selectionEnd: 2 });
  await expect(page.locator('.k-cell-input[data-editing="text"]')).toBeVisible();
  await session.send('Input.insertText', { text: '漢' });
  await expect(area(page)).toHaveValue('漢');
  await press(page, 'Enter');
  await expect(page.locator('.k-grid-row[data-row="5"] [data-column="title"]')).toContainText('漢');
});
