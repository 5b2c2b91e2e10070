/** The overview: where the objectives stand, what comes next, what has changed; and the ways from there. */
import { expect, test } from './support/test.ts';

test('each objective has a mark for each commitment, and leads to them', async ({ plan, page }) => {
  await plan.open();
  const overview = await plan.go('overview');
  await expect(overview.locator('.o-row')).toHaveCount(7);
  const first = overview.locator('.o-row').first();
  const marks = first.locator('.o-mark');
  const count = await marks.count();
  expect(count).toBeGreaterThan(5);
  await expect(first).toContainText('early 2025');
  // The shipped plan has nothing that it could be compared with.
  await expect(overview.getByTestId('changed')).toContainText('as it was given');

  // By keyboard: one stop for the marks of a row, arrows from mark to mark.
  await first.locator('.o-name').focus();
  await plan.press('Tab');
  await expect(marks.first()).toBeFocused();
  await plan.press('ArrowRight');
  await expect(marks.nth(1)).toBeFocused();
  await plan.press('End');
  await expect(marks.last()).toBeFocused();
  await plan.press('Tab');
  await expect(overview.locator('.o-row').nth(1).locator('.o-name')).toBeFocused();

  // A mark goes to its row.
  const title = (await marks.nth(1).getAttribute('aria-label')) ?? '';
  const reference = /\b[A-Z]+-\d+/.exec(title)?.[0] ?? '';
  await marks.nth(1).click();
  await expect(page.getByTestId('commitments')).toBeVisible();
  await expect(plan.inspector).toContainText(reference);

  // The name of an objective shows its commitments, and no others.
  await plan.go('overview');
  await first.locator('.o-name').click();
  await expect(page.getByTestId('commitments')).toBeVisible();
  await expect(page.getByTestId('commitments')).toContainText(new RegExp(`${count}.? of .?141`));
});

test('what comes next and what has changed, since a state that is remembered', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  const fields = { title: 'Contribution of the capital', kind: 'deadline', date: '2099-12-20' };
  await host.call('milestone_create', { id: null, fields });
  await plan.type('ITU-009', 'title', 'Metrics that count');
  const overview = await plan.go('overview');
  const next = overview.getByTestId('next');
  await expect(next).toContainText('Contribution of the capital');
  await expect(next.locator('.o-deadlines')).toContainText('Contribution of the capital');
  const changed = overview.getByTestId('changed');
  await expect(changed).toContainText('As given in early 2025');
  await expect(changed).toContainText('Metrics that count');
  await expect(changed.getByTestId('all-changes')).toContainText('2');
  // Set by somebody who says of no day: the row tells that it does not know.
  await host.call('commitment_set', { id: 'ITU-077', field: 'status', value: 'ongoing' });
  await expect(overview.locator('.o-row').first()).toContainText(/early 2025.*1\W* with no date stated/);

  await next.getByRole('button', { name: /Contribution/ }).click();
  await expect(plan.inspector.getByRole('heading', { level: 2 })).toHaveText('Contribution of the capital');

  // A snapshot that was sent is a state to compare with, now and after the next start.
  await host.call('snapshot_write', {
    file: await handle(host),
    name: 'As sent in May',
    with: [],
    source: { at: 'now' },
  });
  await page.reload();
  await page.getByTestId('overview-since').click();
  await page.getByRole('menuitemradio', { name: /As sent in May/ }).click();
  await expect(overview.getByTestId('changed')).toContainText('Nothing has changed');
  await page.reload();
  await expect(page.getByTestId('overview-since')).toContainText('As sent in May');
  await host.call('milestone_create', { id: null, fields: { title: 'One more', date: '2098' } });
  await expect(overview.getByTestId('changed')).toContainText('One more');

  // All of them side by side are in History.
  await overview.getByTestId('all-changes').click();
  await expect(page.getByTestId('history').getByTestId('compare')).toContainText('One more');
});

test('an empty plan says what will stand here, and where to begin', async ({ plan, page, host }) => {
  await plan.open();
  await host.choose(host.path('empty.gdcplan'));
  await page.getByTestId('banner-empty').click();
  const overview = await plan.go('overview');
  await expect(overview).toContainText('No commitments yet');
  await expect(overview.getByTestId('next')).toContainText('Nothing ahead');
  await overview.getByRole('button', { name: 'Go to Commitments' }).click();
  await expect(page.getByTestId('commitments')).toBeVisible();
});

test('many commitments are counted in words', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  const { rows } = (await host.call('view_get', {
    kind: 'commitment',
    source: { at: 'now' },
    query: { text: '', filters: [], sort: [], group: null },
    from: 0,
    to: 141,
    fields: ['title'],
  })) as { rows: { id: string }[] };
  const set = rows.slice(0, 100).map(({ id }) => ({
    kind: 'commitment',
    id,
    field: 'objective',
    value: 'O1',
  }));
  await host.call('rows_set', { set });
  const overview = await plan.go('overview');
  const first = overview.locator('.o-row').first();
  await expect(first.locator('.o-numbers')).toContainText(/\d+.* .*Ongoing/);
  await expect(first.locator('.o-mark')).toHaveCount(0);
  await first.locator('.o-name').click();
  await expect(page.getByTestId('commitments')).toBeVisible();
});

/** A file that the person chose to save in. */
async function handle(host: {
  choose(path: string): Promise<void>;
  path(name: string): string;
  call(command: string, args: unknown): Promise<unknown>;
}): Promise<string> {
  await host.choose(host.path('sent.gdcsnap'));
  const { file } = (await host.call('file_choose', { purpose: 'snapshot', suggested: '' })) as {
    file: string;
  };
  return file;
}

test('the keys that go to the overview go to its first line, once that is read', async ({ plan, page }) => {
  await plan.open();
  await plan.press('Control+1');
  await expect(page.getByTestId('overview').locator('.o-name').first()).toBeFocused();
});
