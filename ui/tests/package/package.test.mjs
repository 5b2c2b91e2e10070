/**
 * The packages as the systems they are for read them: unpacked, their files looked at with those systems' own tools, and
 * a plan opened from them as by a double click. `cargo xtask package --development` makes them.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { ROOT, startDesktop, stop } from '../window/desktop.mjs';
import { running } from '../window/processes.mjs';
import { until } from '../window/webdriver.mjs';

const BUNDLES = path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), 'package/debug/bundle');
const PLAN = 'application/vnd.gdc-planner.plan';
const SNAPSHOT = 'application/vnd.gdc-planner.snapshot';
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const run = promisify(execFile);

let desktop;
let deb;
let rpm;
/** What an installed package is to programs: its folders before those of the system. */
let installed;

before(async () => {
  desktop = await startDesktop();
  deb = { file: await only('deb'), root: path.join(desktop.folder, 'deb') };
  rpm = { file: await only('rpm'), root: path.join(desktop.folder, 'rpm') };
  await mkdir(rpm.root);
  await run('dpkg-deb', ['--extract', deb.file, deb.root]);
  await run('sh', ['-c', 'rpm2cpio "$1" | cpio --extract --make-directories --quiet', 'sh', rpm.file], {
    cwd: rpm.root,
  });
  // Before the system's own indexes are written among them.
  deb.files = await tree(deb.root);
  rpm.files = await tree(rpm.root);
  // What Debian, Fedora and openSUSE run by themselves after they unpacked these folders.
  await run('update-mime-database', [path.join(deb.root, 'usr/share/mime')]);
  await run('update-desktop-database', [path.join(deb.root, 'usr/share/applications')]);
  installed = {
    ...(await desktop.environment()),
    PATH: `${path.join(deb.root, 'usr/bin')}:${process.env.PATH}`,
    XDG_DATA_DIRS: `${path.join(deb.root, 'usr/share')}:/usr/local/share:/usr/share`,
  };
});

after(() => desktop?.close());

/** The one package of this sort. */
async function only(end) {
  const folder = path.join(BUNDLES, end);
  const found = (await readdir(folder)).filter((name) => name.endsWith(`.${end}`));
  assert.equal(found.length, 1, `${folder} holds ${found}`);
  return path.join(folder, found[0]);
}

/** Every file in a folder: its place, mode and hash. */
async function tree(root) {
  const files = new Map();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    const mode = ((await stat(file)).mode & 0o777).toString(8);
    files.set(`/${path.relative(root, file)}`, `${mode} ${hash}`);
  }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const inDeb = (place) => path.join(deb.root, place);

/** What a tool of the installed system writes. */
async function says(program, args) {
  return (await run(program, args, { env: installed })).stdout.trim();
}

/** What the system takes a file for. */
async function typeOf(file) {
  const said = await says('gio', ['info', '--attributes=standard::content-type', file]);
  return /standard::content-type: (\S+)/.exec(said)?.[1];
}

/** A new plan and a snapshot of it, made with the command line of the package. */
async function planAndSnapshot(name) {
  const plan = path.join(desktop.folder, `${name}.gdcplan`);
  const snapshot = path.join(desktop.folder, `${name}.gdcsnap`);
  await run('gdcplan', ['new', plan], { env: installed });
  await run('gdcplan', ['snapshot', plan, snapshot, '--name', 'For BDT'], { env: installed });
  return { plan, snapshot };
}

test('both packages hold the same files, in the places of the system', () => {
  assert.deepEqual(deb.files, rpm.files);
  for (const place of ['/usr/bin/gdc-planner', '/usr/bin/gdcplan']) {
    assert.match(deb.files.get(place), /^755 /, place);
  }
  for (const [place, what] of deb.files) {
    assert.match(place, /^\/usr\/(bin\/gdc-?plan(ner)?$|share\/)/);
    if (place.startsWith('/usr/share/')) assert.match(what, /^644 /, place);
  }
});

test('what the packages say of themselves', async () => {
  const { stdout: control } = await run('dpkg-deb', ['--field', deb.file]);
  assert.match(control, /^Package: gdc-planner$/m);
  assert.match(control, /^Section: utils$/m);
  assert.match(control, /^Maintainer: GDC Planner contributors/m);
  const version = /^Version: (\S+)$/m.exec(control)[1];
  const query = ['--query', '--package', '--queryformat', '%{NAME} %{VERSION} %{LICENSE}', rpm.file];
  assert.equal((await run('rpm', query)).stdout, `gdc-planner ${version} MIT`);
  assert.equal(await says('gdcplan', ['--version']), `gdcplan ${version}`);
  assert.equal(await says('gdc-planner', ['--version']), `gdc-planner ${version}`);
});

test('the desktop file is valid, takes files and names both types', async () => {
  const file = inDeb('usr/share/applications/gdc-planner.desktop');
  const { stdout, stderr } = await run('desktop-file-validate', [file]);
  assert.equal(stdout + stderr, '');
  const entry = new Map(
    (await readFile(file, 'utf8'))
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  assert.equal(entry.get('Name'), 'GDC Planner');
  assert.equal(entry.get('Exec'), 'gdc-planner %F');
  assert.equal(entry.get('Icon'), 'gdc-planner');
  assert.deepEqual(entry.get('MimeType').split(';'), [PLAN, SNAPSHOT, '']);
  for (const type of [PLAN, SNAPSHOT])
    assert.match(await says('gio', ['mime', type]), /gdc-planner\.desktop/);
});

test('software centres can read what it is', async () => {
  const file = inDeb('usr/share/metainfo/org.gdcplanner.GDCPlanner.metainfo.xml');
  await run('appstreamcli', ['validate', '--no-net', file]);
});

test('the system knows plans and snapshots, by name and, a plan, by what is in it', async () => {
  const { plan, snapshot } = await planAndSnapshot('Types');
  assert.equal(await typeOf(plan), PLAN);
  assert.equal(await typeOf(snapshot), SNAPSHOT);
  const nameless = path.join(desktop.folder, 'attachment');
  await copyFile(plan, nameless);
  assert.equal(await typeOf(nameless), PLAN);
  const bytes = await readFile(plan);
  bytes.write('NONE', 68, 'latin1');
  await writeFile(nameless, bytes);
  assert.equal(await typeOf(nameless), 'application/vnd.sqlite3', 'the database of another program');
  const mailed = path.join(desktop.folder, 'mailed.zip');
  await copyFile(snapshot, mailed);
  assert.equal(await typeOf(mailed), 'application/zip', 'a mail server wanted a zip');
});

test('icons: the application and both types, in every size', async () => {
  const names = [
    'apps/gdc-planner',
    'mimetypes/application-vnd.gdc-planner.plan',
    'mimetypes/application-vnd.gdc-planner.snapshot',
  ];
  const theme = inDeb('usr/share/icons/hicolor');
  const drawn = new Set();
  for (const name of names) {
    for (const size of SIZES) {
      const picture = await readFile(path.join(theme, `${size}x${size}`, `${name}.png`));
      assert.equal(picture.toString('latin1', 1, 4), 'PNG');
      assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [size, size], `${name} ${size}`);
      drawn.add(picture.toString('base64'));
    }
    const [, context, icon] = /^(\w+)\/(.*)$/.exec(name);
    assert.match(await readFile(path.join(theme, 'scalable', context, `${icon}.svg`), 'utf8'), /<svg /);
  }
  assert.equal(drawn.size, names.length * SIZES.length, 'no two pictures are the same');
});

test('the terms of everything inside go along', async () => {
  const folder = inDeb('usr/share/doc/gdc-planner');
  const own = await readFile(path.join(folder, 'copyright'), 'utf8');
  assert.match(own, /Permission is hereby granted/);
  const libraries = await readFile(path.join(folder, 'libraries.txt'), 'utf8');
  for (const inside of [/^tauri \d.*: .*MIT/m, /^rusqlite \d.*: MIT/m, /^react \d.*: MIT/m]) {
    assert.match(libraries, inside);
  }
  assert.doesNotMatch(libraries, /^(playwright|@playwright\/test|proptest|vite) \d/m, 'tools are not inside');
});

test('the programs are linked to nothing that the packages do not ask for', async () => {
  const { stdout: depends } = await run('dpkg-deb', ['--field', deb.file, 'Depends']);
  const asked = new Set(depends.split(',').map((one) => one.trim().split(' ')[0]));
  const { stdout: requires } = await run('rpm', ['--query', '--package', '--requires', rpm.file]);
  for (const program of ['gdc-planner', 'gdcplan']) {
    const { stdout: dynamic } = await run('readelf', ['--dynamic', inDeb(`usr/bin/${program}`)]);
    assert.doesNotMatch(dynamic, /R(UN)?PATH/, 'no folder of the machine that built it');
    const needed = [...dynamic.matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(([, library]) => library);
    assert.ok(needed.includes('libc.so.6'), dynamic);
    for (const library of needed) {
      const { stdout: owners } = await run('dpkg-query', ['--search', `*/${library}`]);
      const names = owners.split('\n').map((line) => line.split(':')[0]);
      assert.ok(
        names.some((name) => asked.has(name)),
        `${program} needs ${library} of ${names}; asked for: ${depends}`,
      );
      assert.ok(requires.includes(`${library}()`), `${program} needs ${library}; asked for: ${requires}`);
    }
  }
});

test('a double click on a plan opens it, and one on a snapshot goes to the same window', async (t) => {
  const program = inDeb('usr/bin/gdc-planner');
  const ours = () => running(program, `GDCPLANNER_DATA=${desktop.data}`);
  const { plan } = await planAndSnapshot('Plan für Amina #1 100%');
  const { snapshot } = await planAndSnapshot('Second');
  t.after(async () => {
    for (const id of await ours()) process.kill(id, 'SIGTERM');
    await until('the application to be gone', async () => ((await ours()).length === 0 ? true : undefined));
  });
  const doubleClick = async (file) => {
    const child = await desktop.start('/usr/bin/gio', ['open', file], installed);
    t.after(() => stop(child));
  };
  const opened = (file) =>
    until(
      `${path.basename(file)} to be open`,
      async () => {
        const recent = await readFile(path.join(desktop.data, 'recent.json'), 'utf8').catch((error) => {
          if (error.code !== 'ENOENT') throw error;
          return '[]';
        });
        return JSON.parse(recent)[0] === file ? true : undefined;
      },
      30_000,
    );
  await doubleClick(plan);
  await opened(plan);
  // At once: the first window may not be up yet.
  await doubleClick(snapshot);
  await opened(snapshot);
  await until('one window', async () => ((await ours()).length === 1 ? true : undefined));
});
