/** The timeline by keyboard and by pointer: what is seen, moved, compared, and the same as a table. */
import type { Locator } from '@playwright/test';
import { expect, test } from './support/test.ts';
import type { PlanWindow } from './support/window.ts';

/** A mark by its title, with which its name begins; the words beside it are drawn where it is seen. */
const mark = (plan: PlanWindow, title: string): Locator =>
  plan.page.locator('button.k-tl-mark').and(plan.page.getByRole('button', { name: named(title) }));

const named = (title: string): RegExp => new RegExp(`^\\W*${title}`);

interface Made {
  created: string;
}

/** A milestone of the plan that is open. */
async function make(plan: PlanWindow, fields: Record<string, unknown>): Promise<string> {
  return ((await plan.host.call('milestone_create', { fields })) as Made).created;
}

/** One's own copy with a forum in 2027, what hangs on it, and a vague one. */
async function begin(plan: PlanWindow): Promise<{ forum: string }> {
  await plan.open();
  await plan.copy();
  const forum = await make(plan, { title: 'Opening of the forum', kind: 'event', date: '2027-03-10' });
  await make(plan, {
    title: 'Papers are due',
    kind: 'deadline',
    anchor: forum,
    anchor_distance: -30,
    anchor_unit: 'days',
    anchor_from: 'start',
  });
  await make(plan, { title: 'Something vague', kind: 'decision', date: '2027-33' });
  await plan.go('timeline');
  await expect(mark(plan, 'Opening of the forum')).toBeVisible();
  return { forum };
}

const focused = (plan: PlanWindow): Locator => plan.page.locator('button.k-tl-mark:focus');

test('the arrow keys go through marks and lanes, and Enter shows the details', async ({ plan }) => {
  await begin(plan);
  await mark(plan, 'Papers are due').focus();
  await plan.press('ArrowRight');
  await expect(focused(plan)).not.toHaveAccessibleName(named('Papers are due'));
  const later = await focused(plan).getAttribute('data-key');
  await plan.press('Home');
  // The first mark may have to be drawn first.
  await expect(focused(plan)).not.toHaveAttribute('data-key', later ?? '');
  const first = await focused(plan).getAttribute('data-key');
  await plan.press('ArrowLeft');
  await expect(plan.page.locator('[data-lane]:focus')).toHaveAttribute('aria-expanded', 'true');
  await plan.press('ArrowUp');
  await expect(plan.page.locator('[data-lane]:focus')).toHaveAttribute('aria-expanded', 'true');
  await plan.press('ArrowDown');
  // A lane is folded with its key, and opens again.
  await plan.press('Enter');
  await expect(plan.page.locator('[data-lane]:focus')).toHaveAttribute('aria-expanded', 'false');
  await plan.press('Enter');
  await expect(plan.page.locator('[data-lane]:focus')).toHaveAttribute('aria-expanded', 'true');
  await plan.press('ArrowRight');
  await expect(focused(plan)).toHaveAttribute('data-key', first ?? '');
  await plan.press('Enter');
  await expect(plan.inspector).toBeVisible();
});

test('Shift with an arrow moves a date, Escape takes it back, Enter keeps it in one step', async ({
  plan,
  page,
}) => {
  await begin(plan);
  // What has the keys stays where it is.
  await mark(plan, 'Opening of the forum').focus();
  await page.getByTestId('zoom-level').click();
  await page.getByRole('menuitemradio', { name: 'Months' }).click();
  const forum = mark(plan, 'Opening of the forum');
  await forum.focus();
  await plan.press('Shift+ArrowRight');
  await expect(plan.page.locator('.k-tl-live')).toContainText('10 April 2027');
  await expect(plan.said).toContainText('10 April 2027');
  await expect(plan.said).toContainText('1');
  await plan.press('Escape');
  await expect(plan.page.locator('.k-tl-live')).toHaveCount(0);
  await expect(forum).toHaveAttribute('aria-label', /10\W*Mar 2027/);
  await plan.press('Shift+ArrowRight');
  await plan.press('Shift+ArrowRight');
  await expect(plan.page.locator('.k-tl-live')).toContainText('10 May 2027');
  await plan.press('Enter');
  await expect(forum).toHaveAttribute('aria-label', /10\W*May 2027/);
  await expect(plan.notice).toContainText(/1\W* milestone moved with it: \W*Papers are due/);
  await expect(mark(plan, 'Papers are due')).toHaveAttribute('aria-label', /10\W*Apr 2027/);
  await expect(forum).toBeFocused();
  await plan.press('Control+z');
  await expect(forum).toHaveAttribute('aria-label', /10\W*Mar 2027/);
  await expect(mark(plan, 'Papers are due')).toHaveAttribute('aria-label', /8\W*Feb 2027/);
});

test('a quarter moves by quarters, and what hangs on another is not moved', async ({ plan, page }) => {
  await begin(plan);
  await mark(plan, 'Something vague').focus();
  await page.getByTestId('zoom-level').click();
  await page.getByRole('menuitemradio', { name: 'Weeks' }).click();
  const vague = mark(plan, 'Something vague');
  await vague.focus();
  await plan.press('Shift+ArrowRight');
  await expect(plan.page.locator('.k-tl-live')).toContainText('Q2 2027');
  await plan.press('Enter');
  await expect(vague).toHaveAttribute('aria-label', /Q2\W*2027/);
  await page.getByTestId('timeline-text').getByRole('searchbox').fill('Papers are due');
  await page.getByTestId('zoom-level').click();
  await page.getByRole('menuitemradio', { name: 'Years' }).click();
  await mark(plan, 'Papers are due').focus();
  await plan.press('Shift+ArrowRight');
  await expect(plan.notice).toContainText('no date of its own');
  // Its distance is changed instead.
  await plan.press('h');
  await plan.page.getByTestId('hang-distance').getByRole('textbox').fill('14');
  await plan.press('Enter');
  await expect(mark(plan, 'Papers are due')).toHaveAttribute('aria-label', /24\W*Feb 2027/);
});

test('a mark is dragged with its date beside it', async ({ plan, page }) => {
  await begin(plan);
  // What has the keys stays where it is.
  await mark(plan, 'Opening of the forum').focus();
  await page.getByTestId('zoom-level').click();
  await page.getByRole('menuitemradio', { name: 'Months' }).click();
  const forum = mark(plan, 'Opening of the forum');
  await forum.focus();
  const box = await forum.boundingBox();
  if (!box) {
    throw new Error('the mark is not drawn');
  }
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 26, y, { steps: 4 });
  await expect(plan.page.locator('.k-tl-live')).toContainText('20 March 2027');
  // Taken back before it is let go.
  await plan.press('Escape');
  await page.mouse.up();
  await expect(forum).toHaveAttribute('aria-label', /10\W*Mar 2027/);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 26, y, { steps: 4 });
  await expect(plan.page.locator('.k-tl-live')).toContainText('20 March 2027');
  await page.mouse.up();
  await expect(forum).toHaveAttribute('aria-label', /20\W*Mar 2027/);
});

test('an earlier state stands as ghosts, and what became of the marks is counted', async ({ plan, page }) => {
  const { forum } = await begin(plan);
  await plan.host.call('restore_point_make', { name: 'Before the move' });
  await plan.host.call('milestone_move', { id: forum, date: '2027-05-12' });
  await page.getByTestId('timeline-compare').click();
  await page.getByRole('menuitemradio', { name: /Before the move/ }).click();
  // The forum, and what hangs on it.
  await expect(page.getByTestId('timeline-compared')).toContainText(/2\W* moved/);
  await expect(page.locator('.k-tl-ghost')).toHaveCount(2);
  await expect(mark(plan, 'Opening of the forum')).toHaveAttribute('aria-label', /was \W*10\W*Mar 2027/);
});

test('the same filter is shown as a table by one key, and back', async ({ plan, page }) => {
  await begin(plan);
  await page.getByTestId('timeline-text').getByRole('searchbox').fill('something vague');
  await expect(page.locator('button.k-tl-mark')).toHaveCount(1);
  await mark(plan, 'Something vague').focus();
  await plan.press('F8');
  await expect(page.getByTestId('milestones')).toBeVisible();
  await expect(plan.filterText).toHaveValue('something vague');
  await expect(plan.grid.locator('.k-grid-row')).toHaveCount(1);
  await plan.press('F8');
  await expect(page.getByTestId('timeline')).toBeVisible();
  await expect(page.getByTestId('timeline-text').getByRole('searchbox')).toHaveValue('something vague');
});

/** Words that are drawn, with what is seen of them, and where the window ends for them. */
function wordsSeen(plan: PlanWindow): Promise<readonly { words: string; from: number; to: number }[]> {
  return plan.page.getByTestId('timeline-box').evaluate((box) => {
    const { left, right } = box.getBoundingClientRect();
    const names = box.querySelector('.k-tl-corner')?.getBoundingClientRect().right ?? left;
    return [...box.querySelectorAll<HTMLElement>('.k-tl-label')].map((one) => {
      const at = one.getBoundingClientRect();
      return { words: one.textContent ?? '', from: at.left - names, to: right - at.right };
    });
  });
}

test('words stand in what is seen of a bar, and none is cut by the heads of lanes or by the edge', async ({
  plan,
  page,
}) => {
  await begin(plan);
  await page.getByTestId('timeline-text').getByRole('searchbox').fill('WSIS+20 review');
  await mark(plan, 'WSIS\\+20 review').focus();
  for (const zoom of ['Quarters', 'Months', 'Weeks']) {
    await page.getByTestId('zoom-level').click();
    await page.getByRole('menuitemradio', { name: zoom }).click();
    await expect(page.getByTestId('zoom-level')).toContainText(zoom);
    for (const by of [0, 400, 400, -1100]) {
      await page.mouse.move(800, 400);
      await page.mouse.wheel(by, 0);
      // A year is 3285 pixels long: neither of its ends is seen.
      await expect(async () => {
        const seen = await wordsSeen(plan);
        expect(seen.filter(({ from, to }) => from < 0 || to < 0)).toEqual([]);
        if (zoom === 'Weeks') {
          expect(seen.map(({ words }) => words)).toEqual(['WSIS+20 review']);
          // They stand on their bar: under them it would seem to begin behind them.
          const words = await page.locator('.k-tl-label[data-side="inside"]').boundingBox();
          const bar = await page.locator('.k-tl-mark[data-worded] .k-tl-bar').boundingBox();
          expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
        }
      }).toPass({ timeout: 10_000 });
    }
  }
});

test('what is shortly ahead has its words whole at first, and a distance is whole or not there', async ({
  plan,
  page,
}) => {
  await plan.open();
  await plan.copy();
  const later = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 'yyyy-mm-dd'.length);
  const forum = await make(plan, { title: 'Opening of the forum of next spring', date: later(100) });
  await make(plan, {
    title: 'Papers are due',
    kind: 'deadline',
    anchor: forum,
    anchor_distance: -30,
    anchor_unit: 'days',
    anchor_from: 'start',
  });
  await make(plan, { title: 'A decision on what is next', date: later(40) });
  await plan.go('timeline');
  const lane = page.locator('.k-tl-lane').last();
  const cut = lane
    .locator('.k-tl-mark:not([data-past]) .k-tl-label bdi')
    .filter({ hasText: /decision|forum|Papers/ });
  await expect(cut).toHaveCount(3);
  const isCut = (words: readonly HTMLElement[]): boolean[] =>
    words.map((one) => one.scrollWidth > one.clientWidth + 1);
  expect(await cut.evaluateAll(isCut)).toEqual([false, false, false]);
  // The details take room; of what hangs on the chosen one the distance is told where all of it is seen.
  await mark(plan, 'Opening of the forum').click();
  await expect(plan.inspector).toContainText('Opening of the forum');
  await expect(async () => {
    const box = await page.getByTestId('timeline-box').boundingBox();
    for (const words of await page.locator('.k-tl-distance').all()) {
      const at = await words.boundingBox();
      expect((at?.x ?? 0) + (at?.width ?? 0)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
    }
  }).toPass({ timeout: 5_000 });
});

test('who starts on the timeline sees its bar as everybody else', async ({ plan, page }) => {
  await plan.open();
  await plan.go('timeline');
  const bar = page.getByTestId('timeline').locator('header').first();
  const before = await bar.boundingBox();
  // The window opens where one was, and no table has been shown.
  await page.reload();
  await expect(page.getByTestId('timeline')).toBeVisible();
  await expect(mark(plan, 'WSIS\\+20 review')).toBeVisible();
  expect(await bar.boundingBox()).toEqual(before);
});

test('what is chosen stays in sight when the details open beside it', async ({ plan, page }) => {
  await begin(plan);
  const box = page.getByTestId('timeline-box');
  const forum = mark(plan, 'Opening of the forum');
  await forum.focus();
  // It stands at the end of what is seen, where the details will lie.
  await box.evaluate((shown) => {
    const at = document.activeElement?.getBoundingClientRect().right ?? 0;
    shown.scrollLeft -= shown.getBoundingClientRect().right - at - 60;
  });
  await forum.click();
  await expect(plan.inspector).toContainText('Opening of the forum');
  await expect
    .poll(async () => {
      const [outer, inner] = [await box.boundingBox(), await forum.boundingBox()];
      return outer !== null && inner !== null && inner.x + inner.width <= outer.x + outer.width;
    })
    .toBe(true);
});

test('mirrored, time runs the other way, and the arrow keys are those one sees', async ({
  plan,
  page,
  host,
}) => {
  await host.call('settings_set', { language: 'ar-XB' });
  await plan.open();
  await plan.copy();
  await make(plan, { title: 'One', date: '2027-01-10' });
  await make(plan, { title: 'Two', date: '2027-06-10' });
  await plan.go('timeline');
  await page.getByTestId('timeline-text').getByRole('searchbox').focus();
  await expect(mark(plan, 'One')).toBeVisible();
  await expect(mark(plan, 'Two')).toBeVisible();
  const keys = await page
    .locator('button.k-tl-mark')
    .evaluateAll((all) =>
      all.map((one) => ({ x: one.getBoundingClientRect().x, words: one.getAttribute('aria-label') ?? '' })),
    );
  const at = (title: string): number => keys.find(({ words }) => words.includes(title))?.x ?? Number.NaN;
  expect(at('One')).toBeGreaterThan(at('Two'));
  // What leads to earlier marks points to where they are, and a folded lane to where it opens.
  const turned = (icon: Locator): Promise<boolean> =>
    icon.evaluate((shown) => {
      const { transform, scale } = getComputedStyle(shown);
      const across = scale === 'none' ? 1 : Number.parseFloat(scale);
      return (transform === 'none' ? 1 : new DOMMatrix(transform).a) * across < 0;
    });
  expect(await turned(page.locator('.k-tl-arrow .k-icon').first())).toBe(true);
  await page.locator('[data-lane]').first().click();
  expect(await turned(page.locator('[data-lane][aria-expanded="false"] .k-icon'))).toBe(true);
  await page.locator('[data-lane]').first().click();
  await mark(plan, 'One').focus();
  await plan.press('ArrowLeft');
  await expect(focused(plan)).toHaveAccessibleName(named('Two'));
});

test('keys are faster than answers: what is given up at once stays, what is kept at once is where the last key put it', async ({
  plan,
  page,
}) => {
  await begin(plan);
  const forum = mark(plan, 'Opening of the forum');
  await forum.focus();
  // Answers come late.
  await page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes('milestone_moved')) {
      await new Promise((done) => setTimeout(done, 400));
    }
    await route.continue();
  });
  await plan.press('Shift+ArrowRight');
  await plan.press('Escape');
  await expect(page.locator('.k-tl-live')).toHaveCount(0);
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Enter']) {
    await plan.press(key);
  }
  await expect(plan.undo).toContainText('Move');
  await expect(forum).toHaveAttribute('aria-label', /10\W*Sep 2027/);
  await plan.press('Control+z');
  await expect(forum).toHaveAttribute('aria-label', /10\W*Mar 2027/);
});

test('a rule pack lays out the deadlines of a meeting by keys, in one step', async ({ plan, page }) => {
  await begin(plan);
  const milestone = await make(plan, { title: 'Another paper', kind: 'deliverable', date: '2027-02-25' });
  await plan.host.call('assignment_create', {
    fields: { role: 'coordinator', organization: 'UNESCO', milestone },
  });
  await mark(plan, 'Opening of the forum').focus();
  await plan.press('Shift+ArrowRight');
  await plan.press('Escape');
  await plan.press('d');
  const dialog = page.getByTestId('pack-dialog');
  await expect(dialog).toContainText(/14\W* days\W* before/);
  await expect(dialog).toContainText('24 February 2027');
  // Who files is asked, and what then falls due on one in one week is told before it is kept.
  await dialog.getByRole('combobox', { name: 'Who files' }).focus();
  await page.keyboard.type('UNESCO');
  await page
    .getByRole('option', { name: /UNESCO/ })
    .first()
    .waitFor();
  await plan.press('ArrowDown');
  await plan.press('Enter');
  await page.getByTestId('pack-keep').focus();
  await plan.press('Enter');
  await expect(dialog).toHaveCount(0);
  await mark(plan, 'Contributions of Member States').click();
  // What the sign at the mark means is said in words where one looks at it.
  await expect(page.getByTestId('timeline-note')).toHaveText(/2\W* are due from \W*UNESCO\W* in this week/);
  await plan.inspector.getByRole('tab', { name: 'People' }).click();
  await expect(plan.inspector).toContainText('UNESCO');
  await expect(mark(plan, 'Contributions of Member States')).toHaveAttribute('aria-label', /14 days before/);
  await plan.press('Control+z');
  await expect(mark(plan, 'Contributions of Member States')).toHaveCount(0);
});
