/** Sharing: who sends, what goes, what stays; a file that cannot be opened, and the copies of it. */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

test('the first sharing asks who sends; the receiver’s needs; then what goes and what stays', async ({
  plan,
  page,
  host,
}) => {
  await plan.open();
  await plan.copy();
  const person = (await host.call('person_create', { id: null, fields: { name: 'Ms Contact' } })) as {
    created: string;
  };
  await host.call('assignment_create', {
    id: null,
    fields: { commitment: 'ITU-009', role: 'focal-point', person: person.created },
  });
  await host.call('commitment_set', { id: 'ITU-009', field: 'follow_up', value: true });
  await page.getByTestId('share').click();
  await expect(page.getByTestId('share-sender').getByRole('textbox')).toBeFocused();
  await page.getByTestId('share-next').click();
  await expect(page.getByText('Write your name, or share without one.')).toBeVisible();
  await expect(page.getByTestId('share-sender').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Amina Otieno');
  await page.getByRole('combobox').fill('bd');
  await page.getByRole('option', { name: 'BDT' }).first().click();
  await page.getByTestId('share-next').click();

  await page.locator('label.k-radio').filter({ hasText: 'No' }).click();
  await expect(page.getByText('files that open in programs everybody has')).toBeVisible();
  await expect(page.getByTestId('share-export')).toBeVisible();
  await page.locator('label.k-radio').filter({ hasText: 'Yes' }).click();
  // Where there is little room it is scrolled: nothing lies over another thing, and the buttons stay.
  await page.setViewportSize({ width: 720, height: 560 });
  await expect.poll(() => overlaps(page)).toEqual([]);
  await expect(page.getByTestId('share-save')).toBeInViewport();
  await page.setViewportSize({ width: 1440, height: 900 });
  const goes = page.getByTestId('share-goes');
  await expect(goes).toContainText(/141\W* commitments/);
  await expect(goes).toContainText(/31\W* milestones/);
  const stays = goes.locator('section').nth(1);
  await expect(stays).toHaveText(/1\W* person.*1\W* role.*1\W* follow-up flag.*the history/);
  await plan.tick('Take persons');
  await expect(goes.locator('section').first()).toHaveText(/1\W* person/);
  await plan.tick('Take persons');
  await page.getByTestId('share-name').getByRole('textbox').fill('As sent');
  await host.choose(host.path('sent.gdcsnap'));
  await page.getByTestId('share-save').click();
  await expect(plan.notice).toContainText('sent.gdcsnap');

  // Asked once.
  await page.getByTestId('share').click();
  await expect(goes).toContainText(/141\W* commitments/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await host.choose(host.path('sent.gdcsnap'));
  await plan.press('Control+o');
  await expect(page.getByText('You are reading it')).toContainText('Amina Otieno');
  // The role went without its person, and is called by what is left.
  await plan.go('history');
  await page.getByTestId('history-compare').click();
  await expect(page.getByTestId('compare-rows')).toContainText(/Focal point.*ITU-009/);
  await expect(page.getByTestId('compare-rows')).not.toContainText(/Ms Contact|(^|\s)[,·:] ?Focal point/m);
});

test('a plan as it was is shared as it was', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  await host.call('settings_set', { name: 'Amina', organization: 'KE' });
  await page.reload();
  await plan.ready();
  await host.call('commitment_set', { id: 'ITU-009', field: 'title', value: 'As it was' });
  await host.call('commitment_delete', { id: 'ITU-010' });
  await plan.go('history');
  await page.locator('.h-step-head').filter({ hasText: 'As it was' }).click();
  await page.getByTestId('step-look').click();
  await expect(plan.row('ITU-010')).toBeVisible();
  await page.getByTestId('share').click();
  await expect(page.getByRole('dialog')).toContainText('which you are looking at');
  await expect(page.getByTestId('share-goes')).toContainText(/141\W* commitments/);
  await page.keyboard.press('Escape');
});

test('a file that cannot be opened offers its copies', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy('broken.gdcplan');
  await host.call('commitment_set', { id: 'ITU-009', field: 'title', value: 'Not lost' });
  await host.call('restore_point_make', { name: 'Good' });
  await host.call('plan_close');
  writeFileSync(host.path('broken.gdcplan'), 'no plan at all');
  await page.reload();
  await expect(page.getByRole('region', { name: 'No plan is open' })).toBeVisible();
  await host.choose(host.path('broken.gdcplan'));
  await plan.press('Control+o');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Good');
  await host.choose(host.path('rescued.gdcplan'));
  await page.getByTestId('restore-copy').click();
  await expect(plan.cell('ITU-009', 'title')).toHaveText('Not lost');
  await expect(dialog).toBeHidden();
});

/** Parts of the dialog that begin before the one above them has ended, with what sticks out of it. */
function overlaps(page: Page): Promise<readonly string[]> {
  return page.locator('.k-dialog-body > *').evaluateAll((parts) =>
    parts.flatMap((part, index) => {
      const end = Math.max(
        ...[part, ...part.querySelectorAll('*')].map((one) => one.getBoundingClientRect().bottom),
      );
      const next = parts[index + 1]?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
      return end > next + 1 ? [`${part.className} reaches ${end - next} over the next`] : [];
    }),
  );
}
