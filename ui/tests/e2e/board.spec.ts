/** The board of the groups: roles taken to another place by keys and by the pointer, folded when they are over, and what is said. */
import { expect, test } from './support/test.ts';
import type { PlanWindow } from './support/window.ts';

const drop = (plan: PlanWindow, place: string) => plan.page.locator(`[data-drop="${place}"]`);

async function board(plan: PlanWindow): Promise<void> {
  await plan.open();
  await plan.copy();
  await plan.go('groups');
  await plan.page.getByRole('treeitem', { name: 'Working Group on Digital Technologies' }).first().click();
  await expect(drop(plan, '1:0').locator('.g-chip')).toContainText(/Co-lead.*announced/);
}

test('a role is picked up, taken along with the arrows, left, moved and copied by keys alone', async ({
  plan,
  page,
}) => {
  await board(plan);
  const chip = drop(plan, '1:0').locator('.g-chip');
  await chip.focus();
  await expect(page.getByTestId('chip-facts')).toContainText('announced');
  await expect(page.getByTestId('chip-facts')).toContainText('ITU action plan');
  await plan.press('m');
  await plan.press('ArrowDown');
  await expect(plan.said).toContainText('Sub-group on objective 2');
  await plan.press('ArrowRight');
  await expect(plan.said).toContainText('ODET');
  await expect(drop(plan, '2:1')).toHaveAttribute('data-over', 'move');
  await plan.press('Escape');
  await expect(plan.said).toContainText('stays where it is');
  await expect(chip).toBeFocused();

  await plan.press('m');
  await plan.press('ArrowDown');
  await plan.press('Enter');
  await expect(plan.said).toContainText('Role moved');
  const moved = drop(plan, '2:0').locator('.g-chip');
  // Nobody announced it there.
  await expect(moved).toContainText('state not stated');
  await expect(moved).toBeFocused();
  await expect(drop(plan, '1:0').locator('.g-chip')).toHaveCount(0);

  await plan.press('m');
  await plan.press('ArrowDown');
  await plan.press('Control+Enter');
  await expect(plan.said).toContainText('Role copied');
  await expect(drop(plan, '3:0').locator('.g-chip')).toBeFocused();
  await expect(moved).toBeVisible();
  await plan.press('Control+z');
  await expect(drop(plan, '3:0').locator('.g-chip')).toHaveCount(0);
  await plan.press('Control+z');
  await expect(drop(plan, '1:0').locator('.g-chip')).toContainText(/Co-lead.*announced/);
});

test('a role is dragged, also as a copy, and Escape leaves it; the press opens no dialog', async ({
  plan,
  page,
}) => {
  await board(plan);
  const drag = async (from: string, to: string): Promise<void> => {
    const chip = await drop(plan, from).locator('.g-chip').first().boundingBox();
    const cell = await drop(plan, to).boundingBox();
    if (!chip || !cell) {
      throw new Error('nothing to drag');
    }
    await page.mouse.move(chip.x + 12, chip.y + 9);
    await page.mouse.down();
    await page.mouse.move(chip.x + 30, chip.y + 24, { steps: 3 });
    await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height / 2, { steps: 6 });
  };
  await drag('1:0', '2:1');
  await expect(drop(plan, '2:1')).toHaveAttribute('data-over', 'move');
  await plan.press('Escape');
  await page.mouse.up();
  await expect(drop(plan, '1:0').locator('.g-chip')).toBeVisible();
  await drag('1:0', '2:1');
  await page.mouse.up();
  await expect(drop(plan, '2:1').locator('.g-chip')).toContainText('Co-lead');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.down('Control');
  await drag('2:1', '4:0');
  await expect(drop(plan, '4:0')).toHaveAttribute('data-over', 'copy');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(drop(plan, '4:0').locator('.g-chip')).toContainText('Co-lead');
  await expect(drop(plan, '2:1').locator('.g-chip')).toContainText('Co-lead');
  // What is there already is told, and nothing happens.
  await drag('2:1', '4:0');
  await page.mouse.up();
  await drag('4:0', '5:0');
  await page.mouse.up();
  await expect(plan.notice).toContainText('is there already');
});

test('ended roles are folded away, and the load is told when it is asked for', async ({
  plan,
  page,
  host,
}) => {
  await board(plan);
  const role = await drop(plan, '5:0').locator('.g-chip').getAttribute('data-assignment');
  await host.call('assignment_end', { id: role, date: '2025' });
  await expect(drop(plan, '5:0').locator('.g-chip')).toHaveCount(0);
  await page.getByTestId('board-ended').click();
  await expect(drop(plan, '5:0').locator('.g-chip')).toContainText('ended');
  await expect(page.getByTestId('board-load-of')).toHaveCount(0);
  await page.getByTestId('board-load').click();
  await expect(page.getByTestId('board-load-of').first()).toContainText(/\d+\W* roles/);
});

test('where nobody holds a role there is nothing to count, which is said', async ({ plan, page }) => {
  await plan.open();
  await plan.copy();
  await plan.go('groups');
  await page.getByRole('treeitem', { name: 'Economic and Social Council' }).first().click();
  await expect(page.getByTestId('group-title')).toHaveText('Economic and Social Council');
  await expect(page.getByTestId('facts')).toContainText(
    /Chair or lead not stated\W*, for\W*ECOSOC\W*and\W*CSTD/,
  );
  const load = page.getByTestId('board-load');
  await expect(load).toHaveAttribute('aria-disabled', 'true');
  await expect(load).toHaveAccessibleDescription(/nothing to count/);
  await load.focus();
  await plan.press('Enter');
  await expect(plan.notice).toContainText('nothing to count');
  await expect(page.getByTestId('chip-facts')).toBeEmpty();
});
