/**
 * A WebDriver client on plain `fetch`: the few calls that the tests of the real window need.
 * https://www.w3.org/TR/webdriver2/
 */
import { writeFile } from 'node:fs/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const ANSWER_WITHIN = 30_000;
const APPEAR_WITHIN = 10_000;

/** Key names as people write them, to the code points that WebDriver gives them. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  F1: '\uE031',
  F2: '\uE032',
  F3: '\uE033',
  F4: '\uE034',
  F5: '\uE035',
  F6: '\uE036',
  F7: '\uE037',
  F8: '\uE038',
  F9: '\uE039',
  F10: '\uE03A',
  F11: '\uE03B',
  F12: '\uE03C',
  Meta: '\uE03D',
};

/** An answer of the driver that is an error; `code` is WebDriver's, e.g. "no such element". */
export class DriverError extends Error {
  constructor(code, message) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** One element of the page. */
class Element {
  constructor(session, id) {
    this.session = session;
    this.id = id;
  }
  #call(method, path, body) {
    return this.session.call(method, `/element/${this.id}${path}`, body);
  }
  /** Clicks the middle of the element, as a person would. */
  click() {
    return this.#call('POST', '/click', {});
  }
  /** The text as it is shown. */
  text() {
    return this.#call('GET', '/text');
  }
  /** An attribute, or null. */
  attribute(name) {
    return this.#call('GET', `/attribute/${encodeURIComponent(name)}`);
  }
  /** A property of the DOM object, e.g. `value`. */
  property(name) {
    return this.#call('GET', `/property/${encodeURIComponent(name)}`);
  }
  /** Focuses the element and types. */
  type(text) {
    return this.#call('POST', '/value', { text });
  }
  /** The name that assistive technology reads. */
  label() {
    return this.#call('GET', '/computedlabel');
  }
  /** The role that assistive technology reads. */
  role() {
    return this.#call('GET', '/computedrole');
  }
}

/** A session of the driver: one running application. */
export class Session {
  constructor(base, id) {
    this.base = base;
    this.id = id;
  }

  /** Starts `application` with `args`. `browserName` is left out: the driver refuses the application's own otherwise. */
  static async start(base, application, args = []) {
    const capabilities = { alwaysMatch: { 'tauri:options': { application, args } } };
    const answer = await request(base, 'POST', '/session', { capabilities });
    return new Session(base, answer.sessionId);
  }

  /** Any call below the session. */
  call(method, path, body) {
    return request(this.base, method, `/session/${this.id}${path}`, body);
  }

  /** Ends the session; the application is closed as by its window button. */
  end() {
    return request(this.base, 'DELETE', `/session/${this.id}`);
  }

  /** All elements that match a CSS selector now. */
  async all(selector) {
    const found = await this.call('POST', '/elements', { using: 'css selector', value: selector });
    return found.map((element) => new Element(this, element[ELEMENT]));
  }

  /** The first element that matches a CSS selector; waits until there is one. */
  select(selector) {
    return until(`an element that matches ${selector}`, async () => (await this.all(selector))[0]);
  }

  /** The element with this `data-testid`; waits until it is there. */
  find(testId) {
    return this.select(`[data-testid=${JSON.stringify(testId)}]`);
  }

  /** Waits until the element with this `data-testid` shows a text that contains `part`, and answers with the text. */
  shows(testId, part) {
    return until(`${testId} to show ${JSON.stringify(part)}`, async () => {
      const text = await (await this.find(testId)).text();
      return text.includes(part) ? text : undefined;
    });
  }

  /** Runs a function body in the page; `arguments[0]` and so on are `args`. */
  run(script, ...args) {
    return this.call('POST', '/execute/sync', { script, args });
  }

  /** Waits for the promise that an expression in the page makes, and answers with its value. */
  async runAsync(expression, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      const run = async function () { return (${expression}); };
      const words = (error) => (error instanceof Error ? String(error) : JSON.stringify(error));
      run.apply(null, arguments).then((value) => done({ value }), (error) => done({ error: words(error) }));`;
    const { value, error } = await this.call('POST', '/execute/async', { script, args });
    if (error !== undefined) throw new Error(`the page answered with ${error}`);
    return value;
  }

  /** Calls a command of the wire as the page does; for what a test needs to know and no screen shows. */
  command(name, args = {}) {
    return this.runAsync(
      `window.__TAURI_INTERNALS__.invoke('rpc', { command: arguments[0], arguments: arguments[1], language: 'en' })`,
      name,
      args,
    );
  }

  /** Presses keys: `press('Control+z')`, `press('F2')`, `press('ArrowDown', 'ArrowDown')`. */
  async press(...chords) {
    for (const chord of chords) {
      const keys = (chord === '+' ? ['+'] : chord.split('+')).map((name) => KEYS[name] ?? name);
      const actions = [
        ...keys.map((value) => ({ type: 'keyDown', value })),
        ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
      ];
      await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    }
  }

  /** Types text to whatever has the focus, key by key. */
  async type(text) {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Gives the window this size; what the page gets is less by the frame. */
  resize(width, height) {
    return this.call('POST', '/window/rect', { width, height });
  }

  /** Waits until fonts are there, transitions have ended and the next frame is painted. */
  async settle() {
    await this.runAsync(`Promise.allSettled([
        document.fonts.ready,
        ...document.getAnimations()
          .filter((it) => it.effect?.getTiming().iterations !== Infinity)
          .map((it) => it.finished),
      ])
      .then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))`);
  }

  /** Waits until the words of the page stand still: what was asked for has arrived. */
  async quiet() {
    let words;
    let since = 0;
    await until('the page to come to rest', async () => {
      const now = await this.run('return document.body.innerText;');
      since = now === words ? since + 1 : 0;
      words = now;
      return since >= 6 ? true : undefined;
    });
    await this.settle();
  }

  /** Loads the page again. */
  reload() {
    return this.call('POST', '/refresh', {});
  }

  /** Saves a picture of the page. */
  async picture(file) {
    // WebKitGTK takes the picture with its next frame, and a page that stands still has none.
    await this.run(`window.pictureFrames?.cancel();
      window.pictureFrames = document.documentElement.animate(
        [{ opacity: 0.9999 }, { opacity: 1 }], { duration: 1000, iterations: Infinity });`);
    const picture = await this.call('GET', '/screenshot');
    await this.run('window.pictureFrames.cancel();');
    await writeFile(file, Buffer.from(picture, 'base64'));
    return file;
  }
}

/** Asks until the answer is neither undefined nor an element that is gone, and fails with a sentence after a while. */
export async function until(what, ask, within = APPEAR_WITHIN) {
  const end = Date.now() + within;
  let last;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      last = undefined;
    } catch (error) {
      if (
        !(error instanceof DriverError) ||
        !['stale element reference', 'no such element'].includes(error.code)
      )
        throw error;
      last = error;
    }
    await new Promise((resume) => setTimeout(resume, 50));
  } while (Date.now() < end);
  throw new Error(`waited ${within / 1000} s for ${what}`, { cause: last });
}

async function request(base, method, path, body) {
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  });
  const text = await answer.text();
  let value;
  try {
    ({ value } = JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `the driver answered ${method} ${path} with ${answer.status} and no JSON: ${text.slice(0, 300)}`,
      { cause },
    );
  }
  if (!answer.ok) throw new DriverError(value?.error ?? String(answer.status), value?.message ?? text);
  return value;
}
