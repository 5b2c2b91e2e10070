/** The details: every part of a row, its dialogs, and other kinds than commitments. */
import type { PlanWindow } from '../support/window.ts';
import type { State } from './state.ts';

async function part(plan: PlanWindow, name: RegExp): Promise<void> {
  await plan.inspector.getByRole('tab', { name }).click();
}

/** The row that has indicators, as the person's own. */
async function indicators(plan: PlanWindow): Promise<void> {
  await plan.copy();
  await plan.filterText.fill('ITU-040');
  await plan.cell('ITU-040', 'title').click();
  await part(plan, /Updates/);
  await plan.inspector.getByText('AI standards of the ITU').waitFor();
}

export const inspectorStates: readonly State[] = [
  {
    name: 'reports and indicators, one being changed',
    show: async (plan) => {
      await indicators(plan);
      await plan.page.getByTestId('confirm-no-change').click();
      await plan.inspector.locator('[data-kind="update"]').waitFor();
      await plan.inspector
        .locator('[data-kind="update"]')
        .getByRole('button', { name: /Change/ })
        .click();
    },
  },
  {
    name: 'a new report',
    show: async (plan) => {
      await indicators(plan);
      await plan.page.getByTestId('add-report').click();
      await plan.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a new measurement',
    show: async (plan) => {
      await indicators(plan);
      await plan.page.getByTestId('add-measurement').first().click();
      await plan.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a new link',
    show: async (plan) => {
      await plan.copy();
      await part(plan, /Links/);
      await plan.page.getByTestId('add-mapping').click();
      await plan.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a changed fact, asked where it is from',
    show: async (plan) => {
      await plan.copy();
      await plan.fill('status', 'planned');
      await plan.fill('start', '2027');
      await plan.page.getByTestId('ask-became').waitFor();
    },
  },
  {
    name: 'where it is from',
    show: async (plan) => {
      await plan.copy();
      await plan.fill('start', '2027');
      await plan.page.getByTestId('ask-became').getByRole('button').click();
      await plan.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'an organization with its roles',
    show: async (plan) => {
      await plan.field('owner').getByRole('button', { name: /Open/ }).click();
      await plan.inspector.getByText('International Telecommunication Union').first().waitFor();
      await part(plan, /Roles/);
      await plan.inspector.locator('.r-line').first().waitFor();
    },
  },
  {
    name: 'an organization that differs from the shipped one',
    show: async (plan) => {
      await plan.copy();
      await plan.host.call('organization_set', { id: 'ITU', field: 'name', value: 'The Union' });
      await plan.field('owner').getByRole('button', { name: /Open/ }).click();
      await plan.inspector.getByTestId('shipped').waitFor();
    },
  },
];
