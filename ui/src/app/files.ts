/** Opening, making, copying and closing plans: the host lets the person choose the file. */
import type { PlanSummary, Purpose, ReviewStarted } from '@/generated/wire.ts';
import { CommandError } from '@/lib/api.ts';
import type { Client } from '@/lib/client.ts';
import { fileName } from '@/lib/file-name.ts';

async function choose(client: Client, purpose: Purpose, suggested: string): Promise<string | undefined> {
  const info = await client.call('file_choose', { purpose, suggested });
  return info?.file;
}

/** Shows what was opened, and remembers it among the recent ones. */
function shown(client: Client, plan: PlanSummary): void {
  client.show(plan);
  const { file } = plan;
  if (file) {
    const others = client.recent.get().filter((one) => one.name !== file.name || one.folder !== file.folder);
    client.recent.set([file, ...others].slice(0, 8));
  }
}

export async function openFile(client: Client, file: string): Promise<void> {
  // What is being typed belongs to the plan that is open. Where it cannot be kept, that plan stays.
  if (!(await client.editors.finish())) {
    return;
  }
  try {
    shown(client, await client.call('plan_open', { file }));
  } catch (reason) {
    if (!(await offerCopies(client, file, reason))) {
      throw reason;
    }
  }
}

/** Where this laptop keeps copies of a file that cannot be opened, they are offered; true if so. */
export async function offerCopies(client: Client, file: string, reason: unknown): Promise<boolean> {
  if (!(reason instanceof CommandError)) {
    return false;
  }
  const points = (await client.call('restore_points_of', { file })).filter(({ damaged }) => !damaged);
  if (points.length > 0) {
    client.unopened.set({ file, why: reason.message, points });
  }
  return points.length > 0;
}

/** Opens a copy in a new file; the one that could not be opened is left as it is. True if the person chose a place for it. */
export async function openRestorePoint(client: Client, id: string): Promise<boolean> {
  if (!(await client.editors.finish())) {
    return false;
  }
  const suggested = fileName(client.words.get().say('restore-file'), '.gdcplan');
  const file = await choose(client, 'new_plan', suggested);
  if (file === undefined) {
    return false;
  }
  shown(client, await client.call('restore_point_copy', { id, file }));
  return true;
}

export async function openPlan(client: Client): Promise<void> {
  if (!(await client.editors.finish())) {
    return;
  }
  const file = await choose(client, 'open', '');
  if (file !== undefined) {
    await openFile(client, file);
  }
}

export async function openStarter(client: Client): Promise<void> {
  if (!(await client.editors.finish())) {
    return;
  }
  shown(client, await client.call('plan_open_starter', {}));
}

export async function openDevelopments(client: Client): Promise<void> {
  if (await client.editors.finish()) {
    shown(client, await client.call('plan_open_developments', {}));
  }
}

/**
 * The name of the copy that was made; undefined if the person thought better of it. `without`: asks whether it is made without
 * what is being typed and cannot be kept.
 */
export async function copyPlan(client: Client, without: () => Promise<boolean>): Promise<string | undefined> {
  if (!(await client.editors.finish()) && !(await without())) {
    return undefined;
  }
  const file = await choose(client, 'new_plan', fileName(client.plan.get().title, '.gdcplan'));
  if (file === undefined) {
    return undefined;
  }
  const copy = await client.call('plan_copy', { file });
  shown(client, copy);
  return copy.file?.name ?? copy.title;
}

/**
 * What lies in the place of the open plan is opened, and what was open is proposed to it, out of a file of its own beside it.
 * Undefined if the person thought better of it; `without` as above.
 */
export async function reviewReplaced(
  client: Client,
  without: () => Promise<boolean>,
): Promise<ReviewStarted | undefined> {
  if (!(await client.editors.finish()) && !(await without())) {
    return undefined;
  }
  const started = await client.call('replaced_review', {});
  shown(client, await client.call('plan_summary', {}));
  return started;
}

export async function newPlan(client: Client, empty: boolean): Promise<void> {
  if (!(await client.editors.finish())) {
    return;
  }
  const { say } = client.words.get();
  const title = empty ? say('plan-empty-title') : '';
  const name = fileName(empty ? title : say('plan-new-file'), '.gdcplan');
  const file = await choose(client, 'new_plan', name);
  if (file !== undefined) {
    shown(client, await client.call('plan_new', { file, empty, title }));
  }
}

export async function closePlan(client: Client): Promise<void> {
  if (!(await client.editors.finish())) {
    return;
  }
  shown(client, await client.call('plan_close', {}));
}
