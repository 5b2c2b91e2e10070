/** The board with a hundred organizations, at twice the size: what has the keys is seen, and all is reached by keys. */
import { expect, test } from './support/test.ts';

const ORGANIZATIONS = 100;

test('a board of a hundred organizations at twice the size is gone through by keys, and what has them is never covered', async ({
  plan,
  page,
  host,
}) => {
  test.setTimeout(120_000);
  await plan.open();
  await plan.copy();
  const view = { kind: 'group', source: { at: 'now' }, fields: ['title'], from: 0, to: 100 };
  const query = { text: 'Sub-group on objective', filters: [], sort: [], group: null };
  const { rows } = (await host.call('view_get', { ...view, query })) as { rows: readonly { id: string }[] };
  for (let n = 0; n < ORGANIZATIONS; n += 1) {
    const fields = {
      name: `Organization ${n} with a name that fills more than one line`,
      acronym: n % 7 === 0 ? `VERYLONGACRONYM${n}` : `ORG${n}`,
    };
    await host.call('organization_create', { id: `X${n}`, fields });
    const group = rows[n % rows.length]?.id;
    await host.call('assignment_create', {
      id: null,
      fields: { group, organization: `X${n}`, role: 'member' },
    });
  }
  await host.call('settings_set', { text_size: 200 });
  await page.reload();
  await plan.go('groups');
  await page.getByRole('treeitem', { name: 'Working Group on Digital Technologies' }).first().click();
  const board = page.getByTestId('board');
  await expect(board.getByRole('columnheader')).toHaveCount(ORGANIZATIONS + 4);
  await expect(board).toHaveAttribute('data-more', /.*/);
  await board.locator('[data-drop="1:0"] .g-chip').focus();
  const covered = (): Promise<string> =>
    page.evaluate(() => {
      const here = document.activeElement;
      const box = here?.getBoundingClientRect();
      const grid = here?.closest('.g-board');
      if (!here || !box || !grid) {
        return 'nothing has the keys';
      }
      const middle = box.top + box.height / 2;
      const edges = [box.left + 3, box.left + box.width / 2, box.right - 3];
      const over = edges.map((x) => document.elementFromPoint(x, middle));
      return over.every((found) => found !== null && (here.contains(found) || found.contains(here)))
        ? ''
        : `${here.textContent} at ${box.left}–${box.right}`;
    });
  for (let turn = 0; turn < 12; turn += 1) {
    expect(await covered()).toBe('');
    await plan.press('ArrowRight');
  }
  await plan.press('End');
  expect(await covered()).toBe('');
  await plan.press('ArrowLeft');
  expect(await covered()).toBe('');
  await plan.press('Home');
  expect(await covered()).toBe('');
});
