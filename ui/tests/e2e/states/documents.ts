/** Documents: none yet, a new one, one that is written, a block and its choices, what changed, the export. */
import type { PlanWindow } from '../support/window.ts';
import type { State } from './state.ts';

/** A plan of one's own without a document; the starter has one. */
export async function without(plan: PlanWindow): Promise<void> {
  await plan.copy();
  const list = (await plan.host.call('documents_list')) as { documents: readonly { id: string }[] };
  for (const { id } of list.documents) {
    await plan.host.call('document_delete', { id });
  }
}

/** A document with the customary structure, shown beside its page. */
export async function written(plan: PlanWindow): Promise<void> {
  await without(plan);
  const { created } = (await plan.host.call('document_from_template', {
    title: 'ITU action plan for the Compact',
  })) as { created: string };
  // By its own day some of what it draws on is old.
  await plan.host.call('document_set', { id: created, field: 'date', value: '2027-06-01' });
  const screen = await plan.go('documents');
  await screen.locator('.dc-piece').first().waitFor();
}

export const documentStates: readonly State[] = [
  {
    name: 'no document yet',
    show: async (plan) => {
      await without(plan);
      const screen = await plan.go('documents');
      await screen.getByTestId('document-first').waitFor();
    },
  },
  {
    name: 'a new document',
    show: async (plan) => {
      await without(plan);
      const screen = await plan.go('documents');
      await screen.getByTestId('document-first').click();
      await plan.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a document and its page',
    show: async (plan) => {
      await written(plan);
      await plan.page.getByTestId('section-head').click();
      await plan.page.getByTestId('block').nth(3).locator('.dc-words').click();
      await plan.page.getByTestId('block-settings').waitFor();
    },
  },
  {
    name: 'words of a block being typed',
    show: async (plan) => {
      await written(plan);
      await plan.page.getByTestId('block').first().locator('.dc-words').click();
      await plan.press('Enter');
      await plan.page.getByTestId('block-editor').waitFor();
    },
  },
  {
    name: 'what is old in a document',
    show: async (plan) => {
      await written(plan);
      await plan.page.getByTestId('document-told').click();
      await plan.page.getByTestId('changed-facts').waitFor();
    },
  },
  {
    name: 'the files that were made of a document',
    show: async (plan) => {
      await written(plan);
      await plan.page.getByTestId('document-export').click();
      await plan.host.choose(plan.host.path('council.docx'));
      await plan.page.getByTestId('export-save').click();
      await plan.page.getByTestId('export').waitFor({ state: 'hidden' });
      await plan.page.getByTestId('section-files').click();
      await plan.page.getByTestId('document-file').waitFor();
    },
  },
  {
    name: 'the export of a document',
    show: async (plan) => {
      await written(plan);
      await plan.page.getByTestId('document-export').click();
      await plan.page.getByTestId('export').waitFor();
    },
  },
];
