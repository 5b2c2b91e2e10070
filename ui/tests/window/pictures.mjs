/**
 * Pictures of the real window: `node tests/window/pictures.mjs FOLDER LOOK,LOOK… SCREEN,SCREEN…|all [FILE]`.
 * Prints the path of each. Looks: light, dark, mirrored.
 */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { COMMAND_LINE, ROOT, startDesktop } from './desktop.mjs';
import { until } from './webdriver.mjs';

/** Each look: settings, and the direction of the page. Mirrored in English, so that everybody can judge it. */
const LOOKS = {
  light: { settings: { theme: 'light' }, dir: 'ltr' },
  dark: { settings: { theme: 'dark' }, dir: 'ltr' },
  mirrored: { settings: { theme: 'light' }, dir: 'rtl' },
};

/**
 * Each screen: its entry in the rail, and what is pressed to show it at its best. `start` is the window as it opens, the
 * others show a plan of one's own with the developments since, and a few steps.
 */
const SCREENS = {
  start: { entry: 'commitments', press: ['[data-row="0"] [data-column="title"]'] },
  overview: { entry: 'overview', press: [] },
  commitments: { entry: 'commitments', press: ['[data-row="0"] [data-column="title"]'] },
  milestones: { entry: 'milestones', press: [] },
  timeline: { entry: 'timeline', press: [] },
  groups: { entry: 'groups', line: 'Working Group on Digital Technologies', press: [] },
  matrix: { entry: 'matrix', press: [] },
  documents: { entry: 'documents', press: [] },
  // The developments since are what somebody proposes; the plan itself is as it was given.
  review: { entry: 'review', fresh: true, press: ['[data-testid="review-begin"]'] },
  history: { entry: 'history', press: ['.h-step-head'] },
  questions: { entry: 'questions', press: [] },
  catalogue: { entry: 'catalogue', press: [] },
  carry: {
    entry: 'catalogue',
    press: [
      '[data-testid="list-instrument"]',
      '[data-testid="catalogue-carry"]',
      '[data-testid="carry-back"]',
      '[data-testid="carry-instrument"][data-id="A-RES-80-173"]',
      '[data-paragraph="113"]',
    ],
  },
  search: { entry: 'search', press: [], type: 'skills' },
  share: { entry: 'commitments', press: ['[data-testid="share"]'] },
};

const [folder, lookNames = 'light', screenNames = 'start', ...files] = process.argv.slice(2);
const looks = lookNames.split(',');
const screens = screenNames === 'all' ? Object.keys(SCREENS) : screenNames.split(',');
if (!folder || looks.some((look) => !(look in LOOKS)) || screens.some((screen) => !(screen in SCREENS))) {
  process.stderr.write(
    `usage: pictures.mjs FOLDER LOOK,LOOK… SCREEN,SCREEN…|all [FILE]
looks: ${Object.keys(LOOKS).join(', ')}; screens: ${Object.keys(SCREENS).join(', ')}\n`,
  );
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const desktop = await startDesktop();
try {
  const own = screens.some((screen) => screen !== 'start') && files.length === 0;
  const isFresh = (screen) => own && SCREENS[screen].fresh === true;
  const isLively = (screen) => own && screen !== 'start' && !isFresh(screen);
  for (const [wanted, args] of [
    [screens.filter((screen) => !isFresh(screen) && !isLively(screen)), files],
    [screens.filter(isLively), screens.some(isLively) ? [await lively(desktop)] : []],
    [screens.filter(isFresh), screens.some(isFresh) ? [await desktop.newPlan('Given.gdcplan')] : []],
  ]) {
    if (wanted.length > 0) {
      const { page } = await desktop.open({ args });
      // Who shares has a name by then: the picture shows what goes and what stays.
      await page.command('settings_set', { name: 'Amina', organization: 'ITU' });
      if (wanted.some(isFresh)) {
        await page.command('review_start', { files: [], shipped: ['developments'] });
      } else if (args.length > 0 && files.length === 0) {
        await page.command('restore_point_make', { name: 'Before the Council' });
      }
      await take(page, wanted);
      await desktop.closeWindows();
    }
  }
} finally {
  await desktop.close();
}

async function take(page, wanted) {
  for (const look of looks) {
    await page.command('settings_set', LOOKS[look].settings);
    for (const screen of wanted) {
      const { entry, line, press, type } = SCREENS[screen];
      await page.reload();
      await (await page.select(`[data-testid="rail-${entry}"]`)).click();
      await page.select(`[data-testid="${entry}"]`);
      if (line !== undefined) {
        await clickLine(page, line);
      }
      for (const pressed of press) {
        await (await page.select(pressed)).click();
      }
      if (type !== undefined) {
        await page.type(type);
      }
      await page.run('document.documentElement.dir = arguments[0];', LOOKS[look].dir);
      await page.quiet();
      process.stdout.write(`${await page.picture(path.join(folder, `${screen}-${look}.png`))}\n`);
    }
  }
}

/** Clicks the line of a tree that begins with these words. */
async function clickLine(page, words) {
  await until(`the line ${words}`, async () => {
    for (const line of await page.all('[role="treeitem"]')) {
      if ((await line.property('textContent')).trim().startsWith(words)) {
        await line.click();
        return true;
      }
    }
    return undefined;
  });
}

/** A plan with the developments since, on which two people have worked. */
async function lively(desktop) {
  const plan = path.join(desktop.folder, 'plan.gdcplan');
  const gdcplan = (...args) => promisify(execFile)(COMMAND_LINE, args);
  await gdcplan('copy', path.join(ROOT, 'assets/starter/developments.gdcsnap'), plan);
  const steps = [
    ['Amina', 'commitment_report', { id: 'ITU-077', date: '2026-11', status: 'ongoing', no_change: false }],
    ['Luis', 'commitment_set', { id: 'ITU-013', field: 'next_step', value: 'Report to the Council in 2027' }],
    ['Luis', 'commitment_set', { id: 'ITU-016', field: 'lead', value: 'ITU' }],
    ['Amina', 'document_from_template', { title: 'Implementation of the Global Digital Compact' }],
    // One paragraph of the resolution is answered, one is for others; the plan so far and the plan since can be quoted.
    [
      'Amina',
      'carry_decide',
      { provisions: ['A-RES-80-173-67'], decision: 'continues', commitment: 'ITU-144' },
    ],
    [
      'Amina',
      'carry_decide',
      { provisions: ['A-RES-80-173-24'], decision: 'not_for_us', because: 'For Governments' },
    ],
    [
      'Amina',
      'edition_make',
      { name: 'Edition 2026', instrument: 'A-RES-80-173', although_open: true, before: 'Edition 2025' },
    ],
    [
      'Amina',
      'milestone_create',
      { fields: { title: 'Contribution of the Bureau', kind: 'deadline', date: '2026-12-20' } },
    ],
  ];
  for (const [by, command, args] of steps) {
    await gdcplan('--by', by, '--organization', 'ITU', 'call', plan, command, JSON.stringify(args));
  }
  return plan;
}
