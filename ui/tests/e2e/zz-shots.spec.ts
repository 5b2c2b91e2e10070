import { expect, test } from './support/test.ts';

const ROWS = [
  'Para\tAction requested\tAsked entities',
  '23\tReport on how many schools are connected to the Internet, and at what cost, by 2027\tITU; UNICEF',
  '28\tAs called for in paragraph 11 (d) of the Global Digital Compact, map what is not connected and publish the map every year\tITU',
  '39\tDevelop standards for artificial intelligence with other standards bodies\tITU; ISO; IEC',
  '67\tSet up an internal task force on financing\tUNGIS',
  '113\tWrite implementation road maps for C2 and C5\tAction line facilitators',
  '114\tEncourage Governments to adopt privacy laws\tMember States',
].join('\n');

test('shots', async ({ plan, page, host }) => {
  await plan.open();
  await plan.copy();
  await host.call('instrument_add', { text: ROWS, symbol: 'A/RES/80/173' });
  await plan.press('Control+k');
  await page.keyboard.type('carry forward to');
  await plan.press('Enter');
  await page.screenshot({ path: '/tmp/shot-0.png' });
  await page.getByTestId('carry-instrument').filter({ hasText: 'A/RES/80/173' }).click();
  await expect(page.getByTestId('carry-paragraph')).toBeVisible();
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shot-1.png' });
  await page.getByTestId('carry-list').focus();
  await plan.press('1');
  await page.waitForTimeout(400);
  await plan.press('5');
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shot-2.png' });
  await page.keyboard.type('It is for Governments.');
  await plan.press('Control+Enter');
  await page.waitForTimeout(400);
  await plan.press('4');
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shot-3.png' });
  await plan.press('Escape');
  await page.waitForTimeout(300);
  await plan.press('3');
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shot-4.png' });
  await plan.press('Escape');
  await page.waitForTimeout(300);
  await page.getByTestId('carry-wanted').click();
  await page.getByRole('menuitemradio', { name: /All/ }).click();
  await page.getByTestId('carry-list').focus();
  await plan.press('Home');
  await plan.press('Space');
  await plan.press('ArrowDown');
  await plan.press('Space');
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shot-5.png' });
  await plan.press('Escape');
  await plan.press('Control+Enter');
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shot-6.png' });
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Make it all the same' })
    .click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shot-7.png' });
  await plan.press('Control+Enter');
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/shot-8.png' });
  await page.getByTestId('carry-list').focus();
  await plan.press('Enter');
  await plan.press('ArrowDown');
  await page.setViewportSize({ width: 1024, height: 640 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shot-9.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await host.call('settings_set', { text_size: 200 });
  await page.reload();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/shot-10.png' });
});
