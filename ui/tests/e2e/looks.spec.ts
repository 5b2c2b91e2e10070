/** Every screen, dialog and state: no violation of accessibility, and nothing that is cut off in longer or mirrored words. */
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import type { PlanWindow } from './support/window.ts';

interface State {
  name: string;
  show(plan: PlanWindow): Promise<void>;
}

const STATES: readonly State[] = [
  { name: 'first start', show: async () => undefined },
  {
    name: 'the plan’s menu',
    show: async ({ page }) => page.getByTestId('plan-menu').click(),
  },
  { name: 'palette', show: async (plan) => plan.press('Control+k') },
  {
    name: 'palette without results',
    show: async (plan) => {
      await plan.press('Control+k');
      await plan.page.keyboard.type('qqqq');
    },
  },
  { name: 'settings', show: async (plan) => plan.press('Control+,') },
  { name: 'snapshot', show: async ({ page }) => page.getByTestId('share').click() },
  {
    name: 'a filter',
    show: async ({ page }) => {
      await page.getByTestId('filter-lead').click();
      await page.getByRole('checkbox').first().waitFor();
    },
  },
  { name: 'columns', show: async ({ page }) => page.getByTestId('columns').click() },
  { name: 'groups', show: async ({ page }) => page.getByTestId('group').click() },
  {
    name: 'nothing fits',
    show: async (plan) => plan.filterText.fill('qqqq'),
  },
  {
    name: 'own copy, editing a choice',
    show: async (plan) => {
      await plan.copy();
      await plan.cell('ITU-009', 'status').click();
      await plan.press('F2');
      await plan.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'own copy, an error beside a date',
    show: async (plan) => {
      await plan.copy();
      await plan.field('start').getByRole('button').first().click();
      await plan.page.keyboard.type('whenever');
      await plan.press('Enter');
      await plan.page.locator('.k-editor-error').waitFor();
    },
  },
  {
    name: 'links',
    show: async (plan) => plan.inspector.getByRole('tab').nth(1).click(),
  },
  {
    name: 'people, empty',
    show: async (plan) => plan.inspector.getByRole('tab').nth(2).click(),
  },
  {
    name: 'an own plan that is empty',
    show: async (plan) => {
      await plan.host.choose(plan.host.path('empty.gdcplan'));
      await plan.page.getByTestId('banner-empty').click();
      await plan.grid.locator('.k-empty').waitFor();
    },
  },
  {
    name: 'whose row it is',
    show: async (plan) => {
      await plan.host.choose(plan.host.path('empty.gdcplan'));
      await plan.page.getByTestId('banner-empty').click();
      await plan.grid.locator('.k-empty').waitFor();
      await plan.page.getByTestId('new').click();
      await plan.page.getByRole('combobox').waitFor();
    },
  },
  {
    name: 'a question',
    show: async (plan) => {
      await plan.copy();
      await plan.host.call('settings_set', { organization: 'UNESCO' });
      await plan.page.reload();
      await plan.ready();
      await plan.type('ITU-009', 'title', 'Mine');
      await plan.page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'a snapshot, and a message',
    show: async (plan) => {
      await plan.page.getByTestId('share').click();
      await plan.host.choose(plan.host.path('a.gdcsnap'));
      await plan.page.getByTestId('share-save').click();
      await plan.notice.waitFor();
      await plan.host.choose(plan.host.path('a.gdcsnap'));
      await plan.press('Control+o');
      await plan.page.getByText('You are reading a snapshot').waitFor();
    },
  },
  {
    name: 'little room, the details over the list',
    show: async ({ page, inspector }) => {
      await page.setViewportSize({ width: 1024, height: 640 });
      await page.getByTestId('inspector-show').click();
      await inspector.waitFor();
    },
  },
  {
    name: 'nothing open',
    show: async (plan) => {
      await plan.host.call('plan_close');
      await plan.page.getByTestId('welcome').waitFor();
    },
  },
];

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`axe, ${scheme}`, () => {
    test.use({ colorScheme: scheme });
    for (const { name, show } of STATES) {
      test(name, async ({ plan }) => {
        await plan.open();
        await expect(plan.inspector).toContainText('ITU-009');
        await show(plan);
        expect(await violations(plan.page)).toEqual([]);
      });
    }
  });
}

test('axe, high contrast', async ({ plan, host }) => {
  await host.call('settings_set', { theme: 'contrast' });
  await plan.open();
  expect(await violations(plan.page)).toEqual([]);
});

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
      const outside = box.left < -1 || box.right > window.innerWidth + 1;
      if (scrolls || outside) {
        seen.push(`${element.tagName} “${element.innerText.slice(0, 60)}” ${outside ? 'outside' : 'cut'}`);
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
      expect(await cutOff(page)).toEqual([]);
      for (const open of ['Control+,', 'Control+k']) {
        await plan.press(open);
        await page.getByRole('dialog').waitFor();
        expect(await cutOff(page), open).toEqual([]);
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
  expect(await cutOff(page)).toEqual([]);
});
