/** The plan as one page, in a browser and from the disk, as whoever got it by mail opens it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { violations, violationsOfColour } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');
const target = process.env['CARGO_TARGET_DIR'] ?? join(root, 'target');
const binary = process.env['GDCPLAN'] ?? join(target, 'debug/gdcplan');
const run = promisify(execFile);

const folder = mkdtempSync(join(tmpdir(), 'gdc-page-'));
const at = (name: string): string => join(folder, name);
const gdcplan = async (...args: readonly string[]): Promise<string> => (await run(binary, args)).stdout;

test.beforeAll(async () => {
  await gdcplan('new', at('p.gdcplan'));
  const create = (title: string, more: object = {}): Promise<string> => {
    const fields = { title, owner: 'ITU', objective: 'O3', status: 'completed', ...more };
    return gdcplan('call', at('p.gdcplan'), 'commitment_create', JSON.stringify({ id: null, fields }));
  };
  await create('École numérique pour Ōsaka');
  await create('<img src=x onerror="document.title=1"> <script>document.title=2</script>', {
    description: '</script><script>document.title=3</script>',
  });
  await gdcplan('export', at('p.gdcplan'), at('plan.html'));
  // One of everything is enough to look at each of them closely.
  await gdcplan('new', at('small.gdcplan'), '--empty', '--title', 'A small plan');
  const call = (command: string, fields: object): Promise<string> =>
    gdcplan('call', at('small.gdcplan'), command, JSON.stringify({ id: null, fields }));
  for (const status of ['planned', 'ongoing', 'completed', 'concluded', 'not_reported']) {
    const more = {
      owner: 'ITU',
      lead: 'BDT',
      objective: 'O1',
      kind: 'activity',
      description: 'Words.\nMore words.',
    };
    await call('commitment_create', { title: `An activity, ${status}`, status, ...more });
  }
  await call('milestone_create', {
    title: 'A day',
    date: '2026-12-16',
    place: 'Geneva',
    commitment: 'ITU-001',
  });
  await call('milestone_create', { title: 'A span', date: '2026-12-01/2027-03-01', outcome: 'A report' });
  await call('milestone_create', { title: 'A vague date', date: '2027~' });
  await call('group_create', {
    title: 'A working group',
    acronym: 'AWG',
    kind: 'working_group',
    objective: 'O1',
  });
  await call('assignment_create', { group: 'AWG', organization: 'ITU', role: 'chair', state: 'announced' });
  await call('indicator_create', { title: 'Schools', unit: 'schools', commitment: 'ITU-001' });
  await gdcplan('export', at('small.gdcplan'), at('small.html'));
  await gdcplan('--lang', 'ar-XB', 'export', at('small.gdcplan'), at('mirrored.html'));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a page, and hears whatever it asks for or complains of. */
async function open(page: Page, name = 'plan.html'): Promise<readonly string[]> {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().endsWith(name)) {
      heard.push(request.url());
    }
  });
  await page.goto(pathToFileURL(at(name)).href);
  return heard;
}

const shown = (page: Page): Promise<number> => page.locator('.sheet tbody > tr:visible').count();

test('it asks nobody for anything, and nothing that was typed is carried out', async ({ browser }) => {
  // Apart from the others: here it is made to complain.
  const page = await browser.newPage();
  const heard = await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'ITU action plan for the Global Digital Compact',
  );
  await expect(page.locator('tbody')).not.toHaveCount(0);
  await expect(page.getByText('<img src=x onerror="document.title=1">')).toBeVisible();
  expect(await page.title()).toBe('ITU action plan for the Global Digital Compact');
  // The policy lets through what it names, and nothing that comes later.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "carried out"';
    document.body.append(script);
  });
  expect(await page.title()).not.toBe('carried out');
  expect(heard.filter((words) => !words.includes('Content Security Policy'))).toEqual([]);
  expect(heard).toHaveLength(1);
  await page.close();
});

test('rows are found as one types, without case and accents, and counted', async ({ page }) => {
  const heard = await open(page);
  const total = await shown(page);
  const count = page.getByRole('status');
  await expect(count).toHaveText(`Rows shown: ${total} of ${total}`);
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox');
  await expect(box).toBeFocused();
  await page.keyboard.type('OSAKA ecole');
  await expect(count).toHaveText(`Rows shown: 1 of ${total}`);
  expect(await shown(page)).toBe(1);
  // What has no row that fits makes way; so does what is no list.
  await expect(page.locator('#milestones')).toBeHidden();
  await expect(page.locator('#timeline')).toBeHidden();
  // A slash within words is a slash.
  await page.keyboard.type(' a/b');
  await expect(count).toHaveText(`Rows shown: 0 of ${total}`);
  await expect(page.getByText('No row here fits')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await expect(count).toHaveText(`Rows shown: ${total} of ${total}`);
  await expect(page.getByText('No row here fits')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(box).not.toBeFocused();
  expect(heard).toEqual([]);
});

test('objective and status filter, together with words; a link to a row shows it', async ({ page }) => {
  await open(page);
  const total = await shown(page);
  await page
    .getByLabel('Objective', { exact: true })
    .selectOption({ label: '3 Digital space and human rights' });
  const ofObjective = await shown(page);
  expect(ofObjective).toBeGreaterThan(2);
  expect(ofObjective).toBeLessThan(total);
  await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Completed' });
  expect(await shown(page)).toBe(2);
  await page.getByRole('searchbox').fill('numerique');
  await expect.poll(() => shown(page)).toBe(1);
  await expect(page.locator('.contents a[href="#commitments"]')).toHaveText(/1$/);

  // On paper stands what was asked for.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#asked')).toHaveText(
    '“numerique” · 3 Digital space and human rights · Completed',
  );
  await expect(page.locator('#asked')).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await page.evaluate(() => {
    location.hash = '#c1';
  });
  await expect(page.locator('#c1')).toBeInViewport();
  expect(await shown(page)).toBe(total);
  await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Completed' });
  await page.getByRole('button', { name: 'Show all rows' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  expect(await shown(page)).toBe(total);
});

test('by keys alone: skip to the content, open a row, open all', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();
  const first = page.locator('#commitments details').first();
  await first.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('open', '');
  await expect(first.getByText('ITU action plan, ')).toBeVisible();
  await page.getByRole('button', { name: 'Open all details' }).press('Enter');
  expect(await page.locator('details:not([open])').count()).toBe(0);
  await page.getByRole('button', { name: 'Close all details' }).press('Enter');
  expect(await page.locator('details[open]').count()).toBe(0);
});

test('the plan inside is saved, and is the plan', async ({ page }) => {
  const heard = await open(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the plan' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('itu-action-plan-for-the-global-digital-compact.gdcsnap');
  await download.saveAs(at('saved.gdcsnap'));
  const hash = await gdcplan('hash', at('p.gdcplan'));
  expect(await gdcplan('hash', at('saved.gdcsnap'))).toBe(hash);
  expect(await gdcplan('hash', at('plan.html'))).toBe(hash);
  expect(heard.filter((address) => !address.startsWith('blob:'))).toEqual([]);
});

test('without its script everything can be read, and nothing is offered that would do nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(at('plan.html')).href);
  expect(await shown(page)).toBeGreaterThan(250);
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.locator('#commitments summary').first().click();
  await expect(page.locator('#commitments details').first().getByText('Source')).toBeVisible();
  await context.close();
});

test('everybody can use it: light, dark, mirrored, on a phone', async ({ page }) => {
  for (const name of ['small.html', 'mirrored.html']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, name);
    await page.locator('#unfold').click();
    expect(await violations(page), name).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOfColour(page), `${name}, dark`).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name}, phone`).toBe(390);
    expect(await violations(page), `${name}, phone`).toEqual([]);
    await page.locator('#words').fill('zzzz');
    await expect(page.locator('#nothing')).toBeVisible();
    expect(await violations(page), `${name}, nothing found`).toEqual([]);
  }
});

test('on the timeline no words lie over words or marks', async ({ page }) => {
  await gdcplan('export', join(root, 'assets/starter/developments.gdcsnap'), at('developments.html'));
  await open(page, 'developments.html');
  const over = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('#drawn > g')].flatMap((mark, number) =>
      [...mark.querySelectorAll('text, path, rect')].map((part) => ({
        number,
        words: mark.textContent ?? '',
        text: part.tagName === 'text',
        box: part.getBoundingClientRect(),
      })),
    );
    return boxes.flatMap((a) =>
      boxes
        .filter(
          (b) =>
            a.number < b.number &&
            (a.text || b.text) &&
            a.box.left < b.box.right &&
            b.box.left < a.box.right &&
            a.box.top + 3 < b.box.bottom - 3 &&
            b.box.top + 3 < a.box.bottom - 3,
        )
        .map((b) => `${a.words} / ${b.words}`),
    );
  });
  expect(over).toEqual([]);
});
