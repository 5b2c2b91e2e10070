/** Files that are not what they say, long names, and two windows on one file: a message that is understood, and a way on. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { DevHost } from './support/devhost.ts';
import { expect, test } from './support/test.ts';
import { PlanWindow } from './support/window.ts';

/** Where SQLite keeps the version of the tables, and the mark of the program. */
const VERSION_AT = 60;
const MARK_AT = 68;

const NAMES = {
  latin: 'Zürich '.repeat(43).trim(),
  arabic: 'التعاون الرقمي '.repeat(20).trim(),
  chinese: '全球数字契约'.repeat(50),
  cyrillic: 'Цифровые технологии '.repeat(15).trim(),
};

function changed(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(value, at);
  return copy;
}

function torn(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0xa5, Math.floor(copy.length / 3), Math.floor(copy.length / 3) + 9000);
  return copy;
}

test('files that cannot be opened: each says why, what is open stays, and another can be opened at once', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy('good.gdcplan');
  const good = readFileSync(host.path('good.gdcplan'));
  const files: Readonly<Record<string, Buffer>> = {
    'empty.gdcplan': Buffer.alloc(0),
    'words.gdcplan': Buffer.from('This is a letter, not a plan.\n'.repeat(400)),
    'cut.gdcplan': good.subarray(0, Math.floor(good.length / 2)),
    'torn.gdcplan': torn(good),
    'other-program.gdcplan': changed(good, MARK_AT, 0x11111111),
    'empty.gdcsnap': Buffer.alloc(0),
    'half.gdcsnap': readFileSync(
      new URL('../../../assets/starter/itu-action-plan.gdcsnap', import.meta.url),
    ).subarray(0, 4000),
    'words.gdcsnap': Buffer.from('PK\u0003\u0004 but nothing of a zip'),
  };
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(host.path(name), bytes);
    await host.choose(host.path(name));
    await plan.press('Control+o');
    // A damaged file of a plan that this machine knows comes with its copies; any other with a message.
    const told = plan.notice.or(page.getByRole('dialog'));
    // Until then the message of the step before may stand there.
    await expect(told, name).toContainText(name.split('.')[0] ?? name);
    const words = await told.innerText();
    // Nothing of the machine's own words.
    expect(words, name).not.toMatch(/sqlite|error code|panic|unwrap|Err\(|errno/i);
    await told.getByRole('button', { name: 'Close' }).click();
    await expect(told, name).toBeHidden();
    await expect(plan.row('ITU-009'), name).toBeVisible();
    await expect(plan.saveState, name).toContainText('Saved');
  }

  // A plan of a newer version is shown, only to be read.
  writeFileSync(host.path('newer.gdcplan'), changed(good, VERSION_AT, 99));
  await host.choose(host.path('newer.gdcplan'));
  await plan.press('Control+o');
  await expect
    .poll(async () => `${await plan.saveState.innerText()} ${await noticeWords(plan)}`)
    .toMatch(/Read only|newer/);
  mkdirSync(host.path('folder.gdcplan'));
  await host.choose(host.path('folder.gdcplan'));
  await plan.press('Control+o');
  await expect(plan.notice).toBeVisible();
});

async function noticeWords(plan: PlanWindow): Promise<string> {
  return (await plan.notice.count()) > 0 ? plan.notice.first().innerText() : '';
}

test('names of 300 characters in every script are kept whole, and break nothing', async ({
  plan,
  page,
  host,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await plan.open();
  await plan.copy();
  /** As a paste or an input method brings it, at once. */
  const put = async (text: string): Promise<void> => {
    await plan.cell('ITU-009', 'title').click();
    await plan.press('F2');
    await plan.press('Control+a');
    await page.keyboard.insertText(text);
    await plan.press('Enter');
  };
  for (const [script, name] of Object.entries(NAMES)) {
    const title = name.slice(0, 300);
    await put(title);
    await expect(plan.cell('ITU-009', 'title').locator('.k-grid-text'), script).toHaveText(title);
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(fits, script).toBe(true);
    const row = (await host.call('row_get', { kind: 'commitment', id: 'ITU-009' })) as {
      row: { title: string };
    };
    expect(row.row.title, script).toBe(title);
  }
  await put('x'.repeat(301));
  await expect(page.locator('.k-editor-error')).toContainText('300');
});

test('a file that was replaced while it is open takes no edit: the message leads to the review of mine into it', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy('synced.gdcplan');
  // A colleague's program edits a copy of it, and the folder is brought up to date.
  copyFileSync(host.path('synced.gdcplan'), host.path('theirs.gdcplan'));
  await plan.type('ITU-009', 'title', 'Typed before it was replaced');
  const colleague = new DevHost();
  await colleague.start(host.path('theirs.gdcplan'));
  const { row } = (await colleague.call('row_get', { kind: 'commitment', id: 'ITU-011' })) as {
    row: { id: string };
  };
  await colleague.call('commitment_set', { id: row.id, field: 'title', value: 'Theirs' });
  await colleague.stop();
  renameSync(host.path('theirs.gdcplan'), host.path('synced.gdcplan'));
  const arrived = readFileSync(host.path('synced.gdcplan'));

  await plan.type('ITU-010', 'title', 'Typed here');
  await expect(page.locator('.k-editor-error')).toContainText('was replaced');
  await expect(plan.notice).toContainText('Another file lies in the place of this plan');
  await plan.notice.getByRole('button', { name: 'Review mine into it' }).click();
  // The cell is open still: what is in it has no place to be kept.
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('type it again');
  expect(readFileSync(host.path('synced.gdcplan')).equals(arrived)).toBe(true);
  await page.getByTestId('question-yes').click();

  // The other file is open, and mine is proposed to it.
  await expect(page.getByTestId('review-file')).toHaveCount(1, { timeout: 20_000 });
  await expect(plan.notice).toContainText(/lies beside the plan as .*synced \(20\d\d-\d\d-\d\d\)\.gdcplan/);
  expect(existsSync(host.path('theirs.gdcplan'))).toBe(false);
  await expect(page.getByTestId('review-list')).toContainText('Typed before it was replaced');
  await page.getByTestId('review-apply').click();
  await plan.notice.waitFor();
  const title = async (reference: string): Promise<string> => {
    const found = await host.call('row_get', { kind: 'commitment', id: reference });
    return (found as { row: { title: string } }).row.title;
  };
  await expect.poll(() => title('ITU-009')).toBe('Typed before it was replaced');
  expect(await title('ITU-011')).toBe('Theirs');
});

test('a file that was deleted while it is open takes no edit: what is seen can be saved as a copy at once', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy('synced.gdcplan');
  unlinkSync(host.path('synced.gdcplan'));
  await plan.type('ITU-010', 'title', 'Typed here');
  await expect(page.locator('.k-editor-error')).toContainText('was replaced or deleted');
  await host.choose(host.path('aside.gdcplan'));
  await plan.notice.getByRole('button', { name: 'Save a copy' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('type it again');
  await page.getByTestId('question-yes').click();
  await expect(plan.notice).toContainText('aside.gdcplan');
  await expect(page.locator('.k-editor-error')).toHaveCount(0);
  await expect(plan.cell('ITU-010', 'title')).not.toHaveText('Typed here');
  await plan.type('ITU-010', 'title', 'Typed again');
  await expect(plan.cell('ITU-010', 'title')).toHaveText('Typed again');
  await expect(plan.undo).toContainText('Set title');
});

test('two windows on one file: the second reads, sees the first one’s work, and may edit when it is free', async ({
  plan,
  page,
  host,
  browser,
}) => {
  await plan.open();
  await host.call('settings_set', { name: 'Amina', organization: 'ITU' });
  await page.reload();
  await plan.copy('shared.gdcplan');
  const second = new DevHost();
  await second.start(host.path('shared.gdcplan'));
  const other = new PlanWindow(await (await browser.newContext()).newPage(), second);
  try {
    await other.open();
    await expect(other.saveState).toContainText('Read only');
    await expect(other.page.locator('.k-message').filter({ hasText: 'Amina' })).toBeVisible();

    await plan.type('ITU-009', 'title', 'Changed by Amina');
    await expect(plan.cell('ITU-009', 'title')).toHaveText('Changed by Amina');
    await other.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(other.cell('ITU-009', 'title')).toHaveText('Changed by Amina');

    await host.call('plan_close');
    await other.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await other.notice.getByRole('button', { name: 'Edit it' }).click();
    await expect(other.saveState).toContainText('Saved');
    await other.type('ITU-009', 'title', 'Changed by a colleague');
    await expect(other.undo).toContainText('Set title');
  } finally {
    await other.page.context().close();
    await second.stop();
  }
});
