/** States of the frame and of the list that is shown first. */
import type { State } from './state.ts';

export const frameStates: readonly State[] = [
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
      await plan.page.getByTestId('share-skip').click();
      await plan.host.choose(plan.host.path('a.gdcsnap'));
      await plan.page.getByTestId('share-save').click();
      await plan.notice.waitFor();
      await plan.host.choose(plan.host.path('a.gdcsnap'));
      await plan.press('Control+o');
      await plan.page.getByText('You are reading it').waitFor();
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
  { name: 'keys', show: async (plan) => plan.press('F1') },
  {
    name: 'the first ten minutes',
    show: async ({ page }) => page.getByTestId('banner-guide').click(),
  },
  { name: 'discreet view', show: async (plan) => plan.press('F9') },
];
