/** Colleagues who got the plan, changed it on their own machines and sent it back: by the command line, as other people. */
import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DevHost } from './devhost.ts';

const ui = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const target = process.env['CARGO_TARGET_DIR'] ?? resolve(ui, '../target');
const binary = process.env['GDCPLAN'] ?? join(target, 'debug/gdcplan');
const run = promisify(execFile);

/** One request of a colleague: a command of the wire, and what it takes. */
type Change = readonly [command: string, args: object];

/** What a host calls a file: it was chosen in a dialog. */
export async function fileOf(host: DevHost, path: string): Promise<string> {
  await host.choose(path);
  const [file] = (await host.call('files_choose', {})) as readonly { file: string }[];
  return file?.file ?? '';
}

/** The plan that is open, sent to everybody. */
export async function send(host: DevHost): Promise<string> {
  const path = host.path('sent.gdcsnap');
  await host.call('snapshot_write', {
    file: await fileOf(host, path),
    name: 'As sent',
    with: [],
    source: { at: 'now' },
  });
  return path;
}

/** What a colleague sends back, who changed some things; answers with the path of the file. */
export async function answerOf(
  host: DevHost,
  who: string,
  changes: readonly Change[],
  sent = host.path('sent.gdcsnap'),
): Promise<string> {
  const plan = host.path(`${who}.gdcplan`);
  const back = host.path(`${who}.gdcsnap`);
  const as = ['--by', `Person of ${who}`, '--organization', who];
  await run(binary, [...as, 'copy', sent, plan]);
  for (const [command, args] of changes) {
    await run(binary, [...as, 'call', plan, command, JSON.stringify(args)]);
  }
  await run(binary, [...as, 'snapshot', plan, back, '--name', `From ${who}`]);
  return back;
}

const DESCRIPTION = 'Standards work with ISO and IEC on AI watermarking, announced at AI for Good.';

/** Three colleagues changed the plan, and so did I: some alone, some together, some each differently. */
export async function threeAnswers(host: DevHost): Promise<readonly string[]> {
  const set = (id: string, field: string, value: unknown): Change => ['commitment_set', { id, field, value }];
  await host.call('commitment_set', { id: 'ITU-003', field: 'description', value: DESCRIPTION });
  await send(host);
  const files = [
    await answerOf(host, 'BDT', [
      set('ITU-001', 'title', 'A title that BDT proposes'),
      set('ITU-002', 'next_step', 'Call a meeting of the partners'),
      set('ITU-005', 'description', 'A description that BDT wrote'),
    ]),
    await answerOf(host, 'TSB', [
      set('ITU-001', 'title', 'A title that TSB proposes'),
      set('ITU-003', 'description', DESCRIPTION.replace('ISO and IEC', 'the World Standards Cooperation')),
      set('ITU-004', 'status', 'concluded'),
    ]),
    await answerOf(host, 'BR', [
      ['commitment_delete', { id: 'ITU-006' }],
      ['milestone_create', { id: null, fields: { title: 'A workshop of BR', date: '2026-05' } }],
      set('ITU-005', 'next_step', 'Publish the report'),
    ]),
  ];
  await host.call('commitment_set', {
    id: 'ITU-003',
    field: 'description',
    value: DESCRIPTION.replace('Good.', 'Good in July 2024; the first workshop was held in Geneva.'),
  });
  await host.call('commitment_set', { id: 'ITU-006', field: 'next_step', value: 'Ask the partners' });
  return files;
}
