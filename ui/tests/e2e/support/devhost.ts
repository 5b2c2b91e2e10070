/** The browser host of the program: the same commands as in the window, on a port of this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ui = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const target = process.env['CARGO_TARGET_DIR'] ?? resolve(ui, '../target');
const built = process.env['GDC_UI'] ?? join(ui, 'dist');
const binary = process.env['GDC_DEVHOST'] ?? join(target, 'debug/plan-devhost');

export class DevHost {
  readonly folder = mkdtempSync(join(tmpdir(), 'gdc-e2e-'));
  address = '';
  #process: ChildProcess | undefined;

  /** With a plan: as if it stood on the command line. */
  async start(plan?: string): Promise<void> {
    for (const [path, remedy] of [
      [binary, 'cargo build -p plan-devhost'],
      [join(built, 'index.html'), 'npm run build'],
    ] as const) {
      if (!existsSync(path)) {
        throw new Error(`${path} is missing: run \`${remedy}\` first`);
      }
    }
    const named = plan === undefined ? [] : ['--plan', plan];
    const args = ['--ui', built, '--data', join(this.folder, 'data'), ...named];
    const started = spawn(binary, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = started;
    this.address = await new Promise((found, failed) => {
      let said = '';
      started.stdout.on('data', (piece: Buffer) => {
        said += piece.toString();
        const address = /listening on (\S+)\n/.exec(said)?.[1];
        if (address !== undefined) {
          found(address);
        }
      });
      started.on('exit', (status) => failed(new Error(`plan-devhost ended with ${status}`)));
    });
  }

  /** Ends the program without a word, as a power cut would. */
  async kill(): Promise<void> {
    const started = this.#process;
    if (started && started.exitCode === null) {
      const gone = new Promise((done) => started.once('exit', done));
      started.kill('SIGKILL');
      await gone;
    }
    this.#process = undefined;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** What the person will choose in the next file dialog, one file or several; null: cancels it. */
  async choose(path: string | readonly string[] | null): Promise<void> {
    await this.#post('/dialog', { path });
  }

  async call(command: string, args: unknown = {}, language = 'en'): Promise<unknown> {
    const said = await this.#post('/rpc', { command, arguments: args, language });
    if ('error' in said && said.error != null) {
      throw new Error(`${command}: ${JSON.stringify(said.error)}`);
    }
    return said['answer'];
  }

  async #post(path: string, body: unknown): Promise<Record<string, unknown>> {
    const { origin, searchParams } = new URL(this.address);
    const response = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${searchParams.get('token') ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  }
}
