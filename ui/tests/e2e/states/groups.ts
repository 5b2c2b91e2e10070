/** States of the groups: the tree, the card, the dialogs of the verbs, the table. */
import { expect } from '@playwright/test';
import type { PlanWindow } from '../support/window.ts';
import type { State } from './state.ts';

async function group(plan: PlanWindow, name: string): Promise<void> {
  await plan.go('groups');
  await plan.page.getByRole('treeitem', { name }).first().click();
  await expect(plan.page.getByTestId('group-title')).toHaveText(name);
}

const WORKING_GROUP = 'Working Group on Digital Technologies';

async function verb(plan: PlanWindow, words: RegExp): Promise<void> {
  await plan.copy();
  await group(plan, WORKING_GROUP);
  await plan.page.getByTestId('group-menu').click();
  await plan.page.getByRole('menuitem', { name: words }).click();
  await plan.page.getByRole('dialog').waitFor();
}

export const groupsStates: readonly State[] = [
  { name: 'groups, only read', show: (plan) => group(plan, WORKING_GROUP) },
  {
    name: 'groups, own copy',
    show: async (plan) => {
      await plan.copy();
      await group(plan, WORKING_GROUP);
    },
  },
  {
    name: 'groups, details beside the card',
    show: async (plan) => {
      await group(plan, WORKING_GROUP);
      await plan.press('Enter');
      await expect(plan.inspector).toContainText(WORKING_GROUP);
    },
  },
  {
    name: 'groups, filtered',
    show: async (plan) => {
      await plan.go('groups');
      await plan.press('Control+f');
      await plan.page.keyboard.type('objective');
      await expect(plan.page.getByRole('treeitem')).toHaveCount(6);
    },
  },
  {
    name: 'groups, no group is called that',
    show: async (plan) => {
      await plan.go('groups');
      await plan.press('Control+f');
      await plan.page.keyboard.type('qqqq');
      await plan.page.locator('.g-side .k-empty').waitFor();
    },
  },
  {
    name: 'groups, assignments',
    show: async (plan) => {
      await group(plan, WORKING_GROUP);
      await plan.page.getByRole('tab', { name: 'Assignments' }).click();
      await plan.page.getByTestId('assignments').locator('.k-grid-row').first().waitFor();
    },
  },
  {
    name: 'groups, assigning, with suggestions',
    show: async (plan) => {
      await plan.copy();
      await group(plan, WORKING_GROUP);
      await plan.press('a');
      await plan.page.getByRole('dialog').waitFor();
      await plan.page.keyboard.type('un');
      await plan.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'groups, concluding, with a date that can be read twice',
    show: async (plan) => {
      await verb(plan, /^Conclude/);
      await plan.page.keyboard.type('3/4/2026');
      await plan.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'groups, succeeded, and something is missing',
    show: async (plan) => {
      await verb(plan, /^Succeeded/);
      await plan.press('Enter');
      await plan.page.locator('.k-error').waitFor();
    },
  },
  {
    name: 'groups, concluded, and a name that is missed',
    show: async (plan) => {
      await verb(plan, /^Conclude/);
      await plan.page.keyboard.type('2025');
      await plan.press('Enter');
      await plan.page.getByTestId('group-over').waitFor();
      await plan.press('a');
      await plan.page.getByRole('dialog').waitFor();
      await plan.page.keyboard.type('Ministry of Nowhere');
      await plan.press('Tab');
      await plan.page.getByTestId('form-add').waitFor();
    },
  },
  { name: 'groups, a new sub-group', show: (plan) => verb(plan, /^New sub-group/) },
];
