/** Every screen, dialog and state: no violation of accessibility, and nothing that is cut off in longer or mirrored words. */
import type { Locator, Page } from '@playwright/test';
import { violations, violationsOfColour } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { carryStates, toParagraphs } from './states/carry.ts';
import { catalogueStates } from './states/catalogue.ts';
import { documentStates } from './states/documents.ts';
import { frameStates } from './states/frame.ts';
import { groupsStates } from './states/groups.ts';
import { historyStates } from './states/history.ts';
import { inspectorStates } from './states/inspector.ts';
import { matrixStates } from './states/matrix.ts';
import { milestonesStates } from './states/milestones.ts';
import { overviewStates } from './states/overview.ts';
import { reviewStates } from './states/review.ts';
import { questionStates } from './states/questions.ts';
import { shareStates } from './states/share.ts';
import { tableStates } from './states/table.ts';
import { timelineStates } from './states/timeline.ts';
import type { State } from './states/state.ts';

const SCREENS = [
  'overview',
  'commitments',
  'milestones',
  'timeline',
  'groups',
  'matrix',
  'documents',
  'review',
  'history',
  'catalogue',
] as const;

const STATES: readonly State[] = [
  ...frameStates,
  ...overviewStates,
  ...milestonesStates,
  ...timelineStates,
  ...groupsStates,
  ...matrixStates,
  ...documentStates,
  ...reviewStates,
  ...historyStates,
  ...questionStates,
  ...catalogueStates,
  ...carryStates,
  ...inspectorStates,
  ...shareStates,
  ...tableStates,
];

for (const { name, show } of STATES) {
  test(`axe, light and dark: ${name}`, async ({ plan, page }) => {
    await plan.open();
    await expect(plan.inspector).toContainText('ITU-009');
    await show(plan);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOfColour(page), 'dark').toEqual([]);
  });
}

test('axe, high contrast', async ({ plan, host }) => {
  // Ten screens one after the other.
  test.slow();
  await host.call('settings_set', { theme: 'contrast' });
  await plan.open();
  for (const screen of SCREENS) {
    await plan.go(screen);
    expect(await violations(plan.page), screen).toEqual([]);
  }
});

test('with the colours of the system, and without motion, every screen can be used', async ({
  plan,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await plan.open();
  for (const screen of SCREENS) {
    const shown = await plan.go(screen);
    // What is chosen is told by the system's own colours for it: a tint of ours would be taken away.
    expect(await isHighlighted(page.getByTestId(`rail-${screen}`)), screen).toBe(true);
    await expect(shown).toBeVisible();
    // A hundredth of a millisecond is what is left of a transition: its end is still told.
    const moving = await page.evaluate(() =>
      document.getAnimations().some((one) => Number(one.effect?.getTiming().duration) > 1),
    );
    expect(moving, screen).toBe(false);
  }
  expect(await isHighlighted(page.getByTestId('rail-overview'))).toBe(false);
  await plan.press('Control+k');
  await page.keyboard.type('ai');
  await expect.poll(() => isHighlighted(plan.palette.getByRole('option').first())).toBe(true);
  await plan.press('Escape');
  await page.getByTestId('plan-menu').click();
  await plan.press('ArrowDown');
  await expect.poll(() => isHighlighted(page.locator('[role="menuitem"]:focus'))).toBe(true);
});

/** Whether something stands in the system's colours for what is chosen, its words too. */
function isHighlighted(one: Locator): Promise<boolean> {
  return one.evaluate((element) => {
    const probe = document.createElement('i');
    probe.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText';
    document.body.append(probe);
    const wanted = getComputedStyle(probe);
    const words = element.querySelector('bdi, span') ?? element;
    const fits =
      getComputedStyle(element).backgroundColor === wanted.backgroundColor &&
      getComputedStyle(words).color === wanted.color;
    probe.remove();
    return fits;
  });
}

/** Controls and labels whose words do not fit, and what sticks out of the window. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen: string[] = [];
    const wanted =
      'button, [role="tab"], [role="menuitem"], [role="menuitemradio"], [role="option"], h1, h2, h3, label, dt, p, .i-label, .a-rail-label, .a-foot span';
    for (const element of document.querySelectorAll<HTMLElement>(wanted)) {
      const box = element.getBoundingClientRect();
      const { overflowX } = getComputedStyle(element);
      if (box.width === 0 || element.closest('.k-hidden, .k-grid, [aria-hidden="true"]')) {
        continue;
      }
      const scrolls = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible';
      // What can be scrolled to where it stands is not cut off: a wide table, the timeline, tabs that a menu names.
      const scroller = element.closest('.x-scroll, .k-tl, .k-tab-bar[data-cut]');
      const outside = !scroller && (box.left < -1 || box.right > window.innerWidth + 1);
      if (scrolls || outside) {
        seen.push(`${element.tagName} “${element.innerText.slice(0, 60)}” ${outside ? 'outside' : 'cut'}`);
      }
    }
    // Of words that are laid out as an item of their own the end is cut off without dots, whatever is asked for.
    for (const element of document.querySelectorAll<HTMLElement>('.a-window *')) {
      const { display, textOverflow } = getComputedStyle(element);
      const words = [...element.childNodes].find((node) => node instanceof Text && node.data.trim() !== '');
      if (words && textOverflow === 'ellipsis' && /flex|grid/.test(display)) {
        seen.push(`${element.tagName} “${words.textContent}” without dots`);
      }
    }
    // Nothing is drawn over the foot: what has no room scrolls where it is.
    const foot = document.querySelector('.a-foot')?.getBoundingClientRect().top ?? window.innerHeight;
    for (const element of document.querySelectorAll<HTMLElement>('.a-main *')) {
      let { bottom } = element.getBoundingClientRect();
      for (let up = element.parentElement; up && bottom > foot + 1; up = up.parentElement) {
        if (getComputedStyle(up).overflowY !== 'visible') {
          bottom = Math.min(bottom, up.getBoundingClientRect().bottom);
        }
      }
      if (bottom > foot + 1 && element.innerText?.trim() && !element.closest('.k-hidden')) {
        seen.push(`${element.tagName} “${element.innerText.slice(0, 60)}” over the foot`);
        break;
      }
    }
    const page = document.documentElement;
    return page.scrollWidth > page.clientWidth ? [...seen, 'the page scrolls sideways'] : seen;
  });
}

for (const language of ['en-XA', 'ar-XB']) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 640],
    [720, 560],
  ] as const) {
    test(`${language} at ${width} x ${height} is not cut off`, async ({ plan, host, page }) => {
      await page.setViewportSize({ width, height });
      await host.call('settings_set', { language });
      await plan.open();
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar-XB' ? 'rtl' : 'ltr');
      await expect.poll(() => cutOff(page)).toEqual([]);
      // A name from the plan is cut at its own end, not at that of the window.
      await expect(page.locator('.a-plan-title')).toHaveCSS('direction', 'ltr');
      for (const screen of SCREENS) {
        await plan.go(screen);
        await expect.poll(() => cutOff(page), screen).toEqual([]);
      }
      await toParagraphs(plan);
      await expect.poll(() => cutOff(page), 'carry').toEqual([]);
      for (const open of ['Control+,', 'Control+k', 'F1']) {
        await plan.press(open);
        await page.getByRole('dialog').waitFor();
        await expect.poll(() => cutOff(page), open).toEqual([]);
        await plan.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
    });
  }
}

test('text at twice its size: everything can still be reached', async ({ plan, host, page }) => {
  await host.call('settings_set', { text_size: 200 });
  await plan.open();
  await plan.copy();
  await plan.type('ITU-009', 'title', 'Large');
  await expect(plan.cell('ITU-009', 'title')).toHaveText('Large');
  await page.getByTestId('inspector-show').click();
  await expect(plan.inspector).toBeVisible();
  await expect.poll(() => cutOff(page)).toEqual([]);
  for (const size of [undefined, { width: 1024, height: 640 }]) {
    if (size) {
      await page.setViewportSize(size);
    }
    for (const screen of SCREENS) {
      await plan.go(screen);
      await expect.poll(() => cutOff(page), screen).toEqual([]);
    }
    await toParagraphs(plan);
    await expect.poll(() => cutOff(page), 'carry').toEqual([]);
  }
});
