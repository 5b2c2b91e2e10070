/**
 * Pictures of the real window: `node tests/window/pictures.mjs FOLDER LOOK,LOOK… [FILE]`.
 * Prints the path of each. Looks: light, dark, mirrored.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { startDesktop } from './desktop.mjs';

/** Each look: settings, and the direction of the page. Mirrored in English, so that everybody can judge it. */
const LOOKS = {
  light: { settings: { theme: 'light' }, dir: 'ltr' },
  dark: { settings: { theme: 'dark' }, dir: 'ltr' },
  mirrored: { settings: { theme: 'light' }, dir: 'rtl' },
};

const [folder, names = 'light', ...files] = process.argv.slice(2);
const looks = names.split(',');
const unknown = looks.filter((look) => !(look in LOOKS));
if (!folder || unknown.length > 0) {
  process.stderr.write(
    `usage: pictures.mjs FOLDER LOOK,LOOK… [FILE]; looks: ${Object.keys(LOOKS).join(', ')}\n`,
  );
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const desktop = await startDesktop();
try {
  const { page } = await desktop.open({ args: files });
  for (const look of looks) {
    await page.command('settings_set', LOOKS[look].settings);
    await page.reload();
    await (await page.select('[data-row="0"] [data-column="title"]')).click();
    await page.run('document.documentElement.dir = arguments[0];', LOOKS[look].dir);
    await page.quiet();
    process.stdout.write(`${await page.picture(path.join(folder, `window-${look}.png`))}\n`);
  }
} finally {
  await desktop.close();
}
