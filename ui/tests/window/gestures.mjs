/**
 * How long the real window takes to answer: from a key to the picture, from a key to an edit that is on the disk, and from
 * frame to frame while rows scroll by. Measured inside the page, so that the time of the driver is not counted.
 */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';

import { until } from './webdriver.mjs';

const TITLE = '[data-row="0"] [data-column="title"]';
/** Longer and shorter lists, an empty one, and back to all rows. */
const SEARCHES = ['data', 'governance', 'skills 2027', 'zzz'];
const EDITS = 40;
const FRAMES = 240;
/** About four rows a frame: a fast turn of the wheel. */
const PIXELS = 150;
/** A busy machine is slow, not stuck. */
const PATIENCE = 60_000;
/** The page has come to rest when nothing was painted for so long. */
const REST = 250;

/** Notes keys, answers of the back end, and when a change of the rows, or of what else is watched, had been painted. */
const NOTE = `
  const notes = { keys: [], answers: [], paints: [] };
  window.notes = notes;
  // Not the time that the event bears: WebKitGTK lets that of a driver's keys run ahead.
  addEventListener('keydown', () => notes.keys.push(performance.now()), true);
  const ask = window.fetch;
  window.fetch = async (...args) => {
    const answer = await ask.apply(window, args);
    const body = args[1]?.body;
    const asked = typeof body === 'string' ? body : body ? new TextDecoder().decode(body) : '';
    notes.answers.push({ at: performance.now(), asked });
    return answer;
  };
  let waiting = false;
  const painted = new MessageChannel();
  // A message that is sent before a frame is drawn arrives after it was.
  painted.port1.onmessage = () => {
    waiting = false;
    notes.paints.push(performance.now());
  };
  const changed = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => painted.port2.postMessage(0));
  };
  const observer = new MutationObserver(changed);
  notes.watch = (selector) => {
    observer.disconnect();
    observer.observe(document.querySelector(selector), {
      attributes: true, characterData: true, childList: true, subtree: true,
    });
  };
  notes.watch('[role="grid"]');`;

/** Figures of a window over a copy of `plan`. */
export async function gestures(desktop, plan) {
  const copy = path.join(desktop.folder, 'gestures.gdcplan');
  await copyFile(plan, copy);
  const window = await desktop.open({ args: [copy] });
  try {
    const { page } = window;
    await page.select(TITLE);
    await page.quiet();
    await page.run(NOTE);
    return {
      filter: await filter(page),
      search: await search(page),
      edit: await edit(page),
      frame: await scroll(page),
    };
  } finally {
    await window.close();
  }
}

/** Milliseconds from a key in the filter to its rows on the screen. */
async function filter(page) {
  await (await page.find('filter-text')).click();
  const times = [];
  const key = async (press) => {
    await page.run('window.notes.keys.length = 0; window.notes.paints.length = 0;');
    await press();
    const time = await atRest(page);
    // A letter that changes no row paints nothing.
    if (time !== undefined) times.push(time);
  };
  for (const words of SEARCHES) {
    for (const letter of words) await key(() => page.type(letter));
    for (const _ of words) await key(() => page.press('Backspace'));
  }
  await page.press('Escape');
  if (times.length < 20) throw new Error(`only ${times.length} keys changed the list`);
  return percentile95(times);
}

/** Milliseconds from a key in the search over everything to what was found on the screen. */
async function search(page) {
  await page.press('Control+k');
  const palette = '[data-testid="palette"]';
  await until('the palette', async () =>
    (await page.run(`return document.querySelector('${palette} input') !== null;`)) ? true : undefined,
  );
  await page.quiet();
  await page.run(`window.notes.watch('${palette}')`);
  const times = [];
  for (const words of SEARCHES) {
    const keys = [...words].map((letter) => () => page.type(letter));
    for (const press of [...keys, ...keys.map(() => () => page.press('Backspace'))]) {
      await page.run('window.notes.keys.length = 0; window.notes.paints.length = 0;');
      await press();
      const time = await atRest(page);
      if (time !== undefined) times.push(time);
    }
  }
  await page.press('Escape');
  await page.quiet();
  await page.run(`window.notes.watch('[role="grid"]')`);
  return percentile95(times);
}

/** From the key to the last change that was painted. The page waits by itself: whoever asks it all the time slows it down. */
async function atRest(page) {
  const { key, paint } = await page.runAsync(
    `new Promise((resolve) => {
       const { keys, paints } = window.notes;
       const begun = performance.now();
       const look = () => {
         if (performance.now() - (paints.at(-1) ?? begun) < arguments[0]) setTimeout(look, 50);
         else resolve({ key: keys[0], paint: paints.at(-1) ?? null });
       };
       look();
     })`,
    REST,
  );
  return paint === null ? undefined : paint - key;
}

/** Milliseconds from Enter to the answer that the edit is on the disk. */
async function edit(page) {
  await (await page.select(TITLE)).click();
  const times = [];
  for (let round = 0; round < EDITS; round += 1) {
    await page.type('x');
    await page.run(
      'window.notes.keys.length = 0; window.notes.answers.length = 0; window.notes.paints.length = 0;',
    );
    await page.press('Enter');
    await atRest(page);
    const answer = await until(
      'the edit to be answered',
      async () =>
        (await page.run(
          `const answer = window.notes.answers.find(({ asked }) => asked.includes('"commitment_set"'));
           return answer ? { at: answer.at, key: window.notes.keys[0] } : null;`,
        )) ?? undefined,
      PATIENCE,
    );
    times.push(answer.at - answer.key);
  }
  return percentile95(times);
}

/** Milliseconds from frame to frame while the list runs by. */
async function scroll(page) {
  const times = await page.runAsync(
    `new Promise((resolve) => {
       const grid = document.querySelector('[role="grid"]');
       const times = [];
       let last;
       const frame = (now) => {
         if (last !== undefined) times.push(now - last);
         last = now;
         grid.scrollTop += arguments[1];
         if (times.length < arguments[0]) requestAnimationFrame(frame);
         else resolve(times);
       };
       requestAnimationFrame(frame);
     })`,
    FRAMES,
    PIXELS,
  );
  return percentile95(times);
}

function percentile95(times) {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];
}
