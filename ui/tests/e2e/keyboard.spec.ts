/** The main path without a mouse. */
import { expect, test } from './support/test.ts';

/** Frames without another focus after which the keys have come to rest: being there on the way elsewhere is not enough. */
const RESTED = 20;

test('from the first start to an undone edit by keyboard alone', async ({ plan, page, host }) => {
  await plan.open();
  await host.choose(host.path('keys.gdcplan'));
  await plan.press('Control+k');
  await expect(plan.palette).toBeVisible();
  await page.keyboard.type('my own copy');
  await plan.press('Enter');
  await expect(plan.saveState).toContainText('Saved');

  // F6 goes from part to part until the keys are in the list.
  for (let steps = 0; steps < 6 && !(await isIn(plan.grid)); steps += 1) {
    await plan.press('F6');
  }
  expect(await isIn(plan.grid)).toBe(true);
  await plan.press('Control+Home');
  await plan.press('ArrowRight');
  await plan.press('F2');
  await plan.press('Control+a');
  await page.keyboard.type('By keyboard alone');
  await plan.press('Tab');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('By keyboard alone');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'title')).not.toHaveText('By keyboard alone');
  await plan.press('Control+Shift+z');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('By keyboard alone');

  // The details of the row, and back with Escape.
  await plan.press('Alt+Enter');
  await expect.poll(() => isIn(plan.inspector)).toBe(true);
  await plan.press('Escape');
  await expect.poll(() => isIn(plan.grid)).toBe(true);
});

test('finds a row in the palette and goes to it, from every screen, filtered or not', async ({
  plan,
  page,
}) => {
  await plan.open();
  const goTo = async (typed: string, words: string): Promise<void> => {
    await plan.press('Control+k');
    await page.keyboard.type(typed);
    await expect(plan.palette.getByRole('option').first()).toContainText(words);
    await plan.press('Enter');
    await expect(plan.palette).toBeHidden();
    await expect(plan.inspector).toContainText(words);
    // The keys are in the cell of the very row that the details are of.
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('.k-grid-row, [role="treeitem"]')?.textContent),
      )
      .toContain(words);
  };
  // The reference itself comes before names that hold it, and a name that begins with the word before those that hold it.
  for (const screen of ['overview', 'milestones', 'groups', 'matrix', 'history', 'catalogue'] as const) {
    await plan.go(screen);
    await goTo('ITU-013', 'Giga initiative');
    await goTo('sub-group on objective 4', 'Sub-group on objective 4');
  }
  await plan.go('commitments');
  await plan.filterText.fill('symposium');
  await expect(plan.row('ITU-009')).toBeHidden();
  await goTo('giga', 'Giga initiative');
  await expect(plan.notice).toContainText('filters');
  await plan.notice.getByRole('button').first().click();
  await expect(plan.filterText).toHaveValue('symposium');
  // Also from a field that listens to keys of its own.
  await plan.go('groups');
  await page.getByTestId('groups').getByRole('searchbox').fill('friends');
  await goTo('sub-group on objective 5', 'Sub-group on objective 5');
});

test('text size and typing: undo in a field is the field’s own', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.type('ITU-009', 'title', 'Kept');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('Kept');
  await plan.filterText.fill('ITU');
  await plan.press('Control+z');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('Kept');
  await plan.press('Control++');
  await expect.poll(() => zoom(page)).toBeCloseTo(1.1);
  await plan.press('Control+0');
  await expect.poll(() => zoom(page)).toBe(1);
});

test('the keys never belong to nobody', async ({ plan, page, host }) => {
  /** The keys are in the part of the window that is named, once everything has come to rest. */
  const keysAre = (part: string, after: string): Promise<void> =>
    expect.poll(() => page.evaluate(whereRested, RESTED), after).toBe(part);
  await plan.open();
  await keysAre('list', 'the start');
  await page.getByTestId('banner-guide').click();
  await keysAre('over the window', 'a dialog');
  await page.getByTestId('guide-show.groups').click();
  await keysAre('list', 'a lesson that shows a screen');
  await plan.copy();
  await keysAre('list', 'an own copy by the banner that is gone then');

  await host.call('commitment_delete', { id: 'ITU-010' });
  await expect(page.getByTestId('counts')).toContainText(/140\W* commitments/);
  await plan.go('history');
  await page.getByTestId('states').getByRole('button').filter({ hasText: 'Beginning' }).first().click();
  await page.getByTestId('state-look').click();
  await expect(page.getByTestId('moment')).toBeVisible();
  await keysAre('list', 'looking at a moment');
  await expect(page.getByTestId('moment')).toContainText(/“\W*Beginning: \W*As given in early 2025\W*”/);
  // What is counted is what is shown.
  await expect(page.getByTestId('counts')).toContainText(/141\W* commitments/);
  await expect(page.getByTestId('rail-commitments')).toContainText('141');
  await page.getByTestId('moment-leave').click();
  await expect(page.getByTestId('moment')).toBeHidden();
  await keysAre('list', 'back to now');
  await expect(page.getByTestId('counts')).toContainText(/140\W* commitments/);

  await page.getByTestId('share').click();
  await page.getByTestId('share-sender').waitFor();
  await plan.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await keysAre('top', 'Escape from the first step of sharing');
  await page.getByTestId('share').click();
  await page.getByTestId('share-skip').click();
  await keysAre('over the window', 'the second step');
  await plan.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await keysAre('top', 'Escape from the second step');

  // By the palette: to a screen, and to a row of another one.
  await plan.press('Control+k');
  await page.keyboard.type('go to milestones');
  await plan.press('Enter');
  await expect(page.getByTestId('milestones')).toBeVisible();
  await keysAre('list', 'a screen by the palette');
  await host.choose(host.path('second.gdcplan'));
  await plan.press('Control+k');
  await page.keyboard.type('save a copy');
  await plan.press('Enter');
  await expect(plan.notice).toBeVisible();
  await plan.notice.getByRole('button', { name: 'Close' }).click();
  await keysAre('list', 'a message that is gone');
  // A press beside everything leaves the keys in the part that was pressed.
  await page.getByTestId('offline').click();
  await keysAre('foot', 'a press beside everything');
});

test('in little room: details over the list, every key told of, an organization of one’s own', async ({
  plan,
  page,
  host,
}) => {
  await page.setViewportSize({ width: 720, height: 560 });
  await plan.open();
  await page.getByTestId('banner-look').click();
  // The button that was pressed is gone, and the keys go where they are of use: nobody is faster than that.
  await expect(plan.banner).toBeHidden();
  await expect.poll(() => page.evaluate(whereRested, 4)).not.toBe('nowhere');
  await plan.press('Alt+Enter');
  await expect.poll(() => isIn(plan.inspector)).toBe(true);
  await plan.press('Escape');
  await expect(plan.inspector).toBeHidden();
  await expect.poll(() => isIn(plan.grid)).toBe(true);

  // Also those of screens that are not shown, and each once.
  await plan.press('F1');
  const keys = page.getByTestId('keys');
  await expect(
    keys.locator('.a-keys-line').filter({ hasText: 'New assignment' }).locator('.k-key'),
  ).toHaveText('A');
  await expect(keys.locator('.a-keys-line').filter({ hasText: 'New row' })).toHaveCount(1);
  await expect(keys).toContainText('Search the catalogue');
  await plan.press('Escape');

  await plan.press('Control+,');
  await page.getByRole('dialog').getByRole('combobox').first().fill('Ministry of Time');
  await expect(page.locator('.k-list-empty')).toContainText('used as written');
  await plan.press('Enter');
  await page.getByTestId('settings-done').click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const { settings } = (await host.call('session_start')) as { settings: { organization: string } };
  expect(settings.organization).toBe('Ministry of Time');
});

/** The part of the window that has the keys, once nothing takes them any further. */
function whereRested(frames: number): Promise<string> {
  return new Promise((tell) => {
    let last: Element | null = null;
    let same = 0;
    const look = (): void => {
      const here = document.activeElement;
      same = here === last ? same + 1 : 0;
      last = here;
      if (same < frames) {
        requestAnimationFrame(look);
      } else {
        const region = here?.closest('[data-region]')?.getAttribute('data-region');
        tell(here === document.body ? 'nowhere' : (region ?? 'over the window'));
      }
    };
    look();
  });
}

async function isIn(region: import('@playwright/test').Locator): Promise<boolean> {
  return region.evaluate((element) => element.contains(document.activeElement));
}

async function zoom(page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.style.getPropertyValue('--zoom')));
}
