/**
 * A desktop for one test: a screen nobody sees (Xvfb), a message bus, a data folder, and the real application in it,
 * driven by WebDriver. Everything that is started is ended, also when the test fails or is interrupted.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { running as processesOf } from './processes.mjs';
import { Session, until } from './webdriver.mjs';

/** The folder of the repository. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const APPLICATION = process.env.GDCPLANNER_APP ?? path.join(ROOT, 'target/debug/gdc-planner');
export const COMMAND_LINE = process.env.GDCPLAN ?? path.join(ROOT, 'target/debug/gdcplan');
const DRIVER = process.env.TAURI_DRIVER ?? path.join(ROOT, 'target/tools/bin/tauri-driver');

/** Process groups that still run; ended when this process ends for whatever reason. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

/** Starts a desktop. `open` starts the application in it, as often as wanted, over the same data folder. */
export async function startDesktop({ width = 1600, height = 1000 } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gdc-planner-window-'));
  const desktop = new Desktop(folder, await startScreen(width, height));
  await desktop.startBus();
  return desktop;
}

class Desktop {
  #screen;
  #bus;
  #windows = new Set();
  #launched = new Set();

  constructor(folder, screen) {
    /** Where a test may put its files; removed at the end. */
    this.folder = folder;
    /** The application's data folder. */
    this.data = path.join(folder, 'data');
    this.application = APPLICATION;
    this.#screen = screen;
  }

  /** The environment of a program on this desktop; nothing of the person's own settings is read or written. */
  async environment() {
    const environment = { ...process.env };
    delete environment.WAYLAND_DISPLAY;
    delete environment.DBUS_SESSION_BUS_ADDRESS;
    const own = {
      XDG_DATA_HOME: 'share',
      XDG_CONFIG_HOME: 'config',
      XDG_CACHE_HOME: 'cache',
      XDG_RUNTIME_DIR: 'run',
    };
    for (const [variable, name] of Object.entries(own)) {
      environment[variable] = path.join(this.folder, name);
      await mkdir(environment[variable], { recursive: true, mode: 0o700 });
    }
    return {
      ...environment,
      ...(this.#bus && { DBUS_SESSION_BUS_ADDRESS: this.#bus.address }),
      DISPLAY: this.#screen.display,
      GDCPLANNER_DATA: this.data,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    };
  }

  /** The message bus, by which a second launch finds the first. */
  async startBus() {
    const child = startGroup('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address'], {
      env: await this.environment(),
    });
    const address = await firstLine(child, child.stdout);
    this.#bus = { child, address };
  }

  /** Starts a program on this desktop; `changes` are settings of its environment. */
  async start(program, args, changes = {}) {
    if (!existsSync(program)) {
      throw new Error(`${program} is not there; run \`cargo xtask test\` once, it builds it`);
    }
    return startGroup(program, args, { env: { ...(await this.environment()), ...changes } });
  }

  /** Starts the application without a driver. */
  async launch(args = [], changes = {}) {
    const child = await this.start(APPLICATION, args, changes);
    this.#launched.add(child);
    return child;
  }

  /** Starts the application and a WebDriver session on it; `changes` are settings of its environment. */
  async open({ args = [], changes = {} } = {}) {
    if (!existsSync(APPLICATION))
      throw new Error(`${APPLICATION} is not there; run \`cargo xtask test\` once, it builds it`);
    const [port, nativePort] = await Promise.all([freePort(), freePort()]);
    const ports = ['--port', String(port), '--native-port', String(nativePort)];
    const driver = await this.start(DRIVER, ports, changes);
    const base = `http://127.0.0.1:${port}`;
    try {
      await until('tauri-driver to answer', () => answers(`${base}/status`));
      const session = await Session.start(base, APPLICATION, args);
      const window = new Window(session, driver, this.data);
      this.#windows.add(window);
      return window;
    } catch (error) {
      await stop(driver);
      throw new Error(`the application did not start: ${error.message}\n${driver.output()}`, {
        cause: error,
      });
    }
  }

  /** Makes a plan in the desktop's folder: a copy of the starter plan. */
  async newPlan(name) {
    const file = path.join(this.folder, name);
    const child = await this.start(COMMAND_LINE, ['new', file]);
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`gdcplan new ended with ${code}: ${child.output()}`);
    return file;
  }

  /** The windows that are open. */
  windows() {
    return [...this.#windows].filter((window) => window.isOpen());
  }

  /** Closes every window and ends every program that was launched. */
  async closeWindows() {
    for (const window of this.windows()) await window.close();
    this.#windows.clear();
    for (const child of this.#launched) await stop(child);
    this.#launched.clear();
  }

  /** Ends everything and removes the folder. */
  async close() {
    await this.closeWindows();
    await stop(this.#bus.child);
    await stop(this.#screen.child);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The application's window, with the calls of a `Session` and those that concern its process. */
class Window {
  #driver;
  #data;
  #open = true;

  constructor(session, driver, data) {
    this.page = session;
    this.#driver = driver;
    this.#data = data;
  }

  /** Whether it was neither closed nor killed. */
  isOpen() {
    return this.#open;
  }

  /** What the application and the driver wrote so far. */
  output() {
    return this.#driver.output();
  }

  /** The application's process id. */
  async process() {
    const found = await applicationProcesses(this.#data);
    if (found.length !== 1) throw new Error(`one application was expected to run, found ${found.length}`);
    return found[0];
  }

  /** Ends the application as a power cut would: no handler runs, nothing is flushed. */
  async kill() {
    const id = await this.process();
    process.kill(id, 'SIGKILL');
    await until('the application to be gone', async () =>
      (await applicationProcesses(this.#data)).length === 0 ? true : undefined,
    );
    this.#open = false;
    await stop(this.#driver);
  }

  /** Closes the application and the driver. */
  async close() {
    if (!this.#open) return;
    this.#open = false;
    try {
      await this.page.end();
    } finally {
      await stop(this.#driver);
    }
  }
}

/** Processes of our application that work on this data folder. */
function applicationProcesses(data) {
  return processesOf(APPLICATION, `GDCPLANNER_DATA=${data}`);
}

/** A screen on the first free display number. */
async function startScreen(width, height) {
  const child = startGroup(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const number = await firstLine(child, child.stdio[3]);
  return { child, display: `:${number}` };
}

/** What a program that just started writes first, e.g. where it listens. */
export function firstLine(child, stream) {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')).trim());
    });
    child.once('exit', (code) =>
      reject(new Error(`${child.spawnfile} ended with ${code}: ${child.output()}`)),
    );
    child.once('error', reject);
  });
}

/** Starts a program as the head of a process group of its own and keeps what it writes. */
function startGroup(program, args, options = {}) {
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  running.add(child);
  let written = '';
  const keep = (part) => {
    written = (written + part).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.output = () => written;
  child.on('error', (error) => keep(`${error.message}\n`));
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a process group and waits until its head is gone. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    endGroup(child, 'SIGKILL');
    return;
  }
  const gone = once(child, 'exit');
  endGroup(child, 'SIGTERM');
  const patience = setTimeout(() => endGroup(child, 'SIGKILL'), 3_000);
  await gone;
  clearTimeout(patience);
  endGroup(child, 'SIGKILL');
}

function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function answers(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(1_000) });
    return answer.ok ? true : undefined;
  } catch {
    // Not yet listening; `until` asks again and says what it waited for.
    return undefined;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
