/**
 * Pictures of the real window: `node tests/window/pictures.mjs FOLDER LOOK,LOOK… [FILE]`.
 * Prints the path of each. Looks: light, dark, mirrored.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { startDesktop } from './desktop.mjs';

/** What a look changes in the page; the style sheet does the rest. */
const LOOKS = {
  light: { theme: 'light', dir: 'ltr' },
  dark: { theme: 'dark', dir: 'ltr' },
  mirrored: { theme: 'light', dir: 'rtl' },
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
  await page.select('h1');
  for (const look of looks) {
    await page.run(
      `document.documentElement.dataset.theme = arguments[0].theme;
       document.documentElement.dir = arguments[0].dir;`,
      LOOKS[look],
    );
    await page.settle();
    process.stdout.write(`${await page.picture(path.join(folder, `window-${look}.png`))}\n`);
  }
} finally {
  await desktop.close();
}
