/**
 * Start-up and memory of the real window beside an empty window of the same shell, and how fast it answers:
 * `node tests/window/bench.mjs --size N --plan FILE`. Prints `{"figures": […]}`.
 */
import { parseArgs } from 'node:util';

import { firstLine, startDesktop, stop } from './desktop.mjs';
import { gestures } from './gestures.mjs';
import { memory } from './processes.mjs';

const ROUNDS = 5;
/** The web view gives memory back some time after the first paint. */
const SETTLE = 2_000;
const START_TARGET = 200;
const MEMORY_TARGET = 80;
const FILTER_TARGET = 50;
const SEARCH_TARGET = 50;
const EDIT_TARGET = 50;
const FRAME_TARGET = 20;

const { values } = parseArgs({ options: { size: { type: 'string' }, plan: { type: 'string' } } });
const size = Number(values.size);
if (!Number.isInteger(size) || !values.plan) {
  process.stderr.write('usage: bench.mjs --size N --plan FILE\n');
  process.exit(2);
}

const desktop = await startDesktop();
try {
  const empty = ['--timing', '--empty-window'];
  const full = ['--timing', values.plan];
  // Once unmeasured: the first start fills the caches of the system and of the web view.
  await measure(empty);
  await measure(full);
  const floors = [];
  const starts = [];
  // In turns, so that what slows the machine for a while slows both.
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await measure(empty));
    starts.push(await measure(full));
  }
  const start = { job: 'start to the first 50 rows painted', unit: 'ms' };
  const kept = { job: 'memory (PSS), the plan open', unit: 'MiB' };
  const { filter, search, edit, frame } = await gestures(desktop, values.plan);
  const figures = [
    figure(start, median(starts, 'milliseconds'), median(floors, 'milliseconds'), START_TARGET),
    figure(kept, median(starts, 'mebibytes'), median(floors, 'mebibytes'), MEMORY_TARGET),
    answer('filter in the window: key to paint, 95th percentile', filter, FILTER_TARGET),
    answer('search in the window: key to paint, 95th percentile', search, SEARCH_TARGET),
    answer('edit in the window: key to durable answer, 95th percentile', edit, EDIT_TARGET),
    answer('scroll, 95th percentile of a frame', frame, FRAME_TARGET),
  ];
  process.stdout.write(`${JSON.stringify({ figures })}\n`);
} finally {
  await desktop.close();
}

/** One start: time until the content is on the screen, then memory. */
async function measure(args) {
  const begun = performance.now();
  const child = await desktop.launch(args);
  try {
    const line = await firstLine(child, child.stdout);
    const milliseconds = performance.now() - begun;
    if (line !== 'painted')
      throw new Error(`the application wrote ${JSON.stringify(line)} instead of "painted"`);
    await new Promise((resume) => setTimeout(resume, SETTLE));
    return { milliseconds, mebibytes: await memory(child.pid) };
  } finally {
    await stop(child);
  }
}

function median(rounds, what) {
  return rounds.map((round) => round[what]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)];
}

function round(value) {
  return Math.round(value * 10) / 10;
}

/** A figure without a floor. */
function answer(job, measured, target) {
  return {
    job,
    size,
    measured: round(measured),
    unit: 'ms',
    floor: null,
    target,
    holds: measured <= target,
  };
}

function figure({ job, unit }, measured, floor, above) {
  return {
    job,
    size,
    measured: round(measured),
    unit,
    floor: round(floor),
    target: round(floor + above),
    holds: measured <= floor + above,
  };
}
