/** States of carrying forward: which instrument, a paragraph and what may answer it, its dialogs. */
import type { PlanWindow } from '../support/window.ts';
import type { State } from './state.ts';

/** The resolution in the form in which it is followed up, with words of our own. */
export const ROWS = [
  'Para\tAction requested\tAsked entities',
  '23\tReport on how many schools are connected to the Internet, by 2027\tITU; UNICEF',
  '28\tAs called for in paragraph 11 (d) of the Global Digital Compact, map what is not connected\tITU',
  '113\tWrite implementation road maps for C2 and C5\tAction line facilitators',
  '114\tEncourage Governments to adopt privacy laws\tMember States',
].join('\n');

async function show(plan: PlanWindow): Promise<void> {
  await plan.copy();
  await plan.host.call('instrument_add', { text: ROWS, symbol: 'A/RES/80/173' });
  await plan.go('catalogue');
  await plan.page.getByTestId('list-instrument').click();
  await plan.row('A/RES/80/173').click();
  await plan.page.getByTestId('catalogue-carry').click();
  await plan.page.getByTestId('carry-candidates').waitFor();
  await plan.page.getByTestId('carry-list').focus();
}

/** To the paragraphs of the Compact, in whatever language. */
export async function toParagraphs(plan: PlanWindow): Promise<void> {
  const { page } = plan;
  await plan.go('catalogue');
  await page.getByTestId('list-instrument').click();
  await page.getByTestId('catalogue-carry').click();
  await page.getByTestId('carry').waitFor();
  if ((await page.getByTestId('carry').getAttribute('data-instrument')) !== 'GDC') {
    const back = page.getByTestId('carry-back');
    await back.or(page.getByTestId('carry-instrument').first()).first().waitFor();
    if (await back.isVisible()) {
      await back.click();
    }
    await page.locator('[data-testid="carry-instrument"][data-id="GDC"]').click();
  }
  await page.getByTestId('carry-candidates').waitFor();
}

export const carryStates: readonly State[] = [
  {
    name: 'which instrument is carried forward to',
    show: async (plan) => {
      await plan.go('catalogue');
      await plan.page.getByTestId('list-instrument').click();
      await plan.page.getByTestId('catalogue-carry').click();
      await plan.page.getByTestId('carry-back').click();
      await plan.page.getByTestId('carry-instrument').first().waitFor();
    },
  },
  { name: 'a paragraph and what may answer it', show },
  {
    name: 'a paragraph that is not for us',
    show: async (plan) => {
      await show(plan);
      await plan.press('5');
      await plan.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a commitment that is superseded',
    show: async (plan) => {
      await show(plan);
      await plan.press('3');
      await plan.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'an edition',
    show: async (plan) => {
      await show(plan);
      await plan.press('1');
      await plan.page.getByText(/1\W* of \W*12/).waitFor();
      await plan.page.getByTestId('carry-edition').click();
      await plan.page.getByRole('button', { name: 'Make it all the same' }).click();
      await plan.page.getByTestId('edition-name').waitFor();
    },
  },
];
