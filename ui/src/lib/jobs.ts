/** Commands that may take long: how far they are, and how to stop them. */
import { type Answer, type CommandName, CommandError, type Request } from './api.ts';
import type { Client } from './client.ts';

/** So often it is asked how far a job is, in milliseconds. */
const PAUSE = 80;

export interface Job<T> {
  /** Its answer; undefined: it was stopped. */
  answer: Promise<T | undefined>;
  stop(): void;
}

/** `onProgress` is told a number between 0 and 1. */
export function runJob<K extends CommandName>(
  client: Client,
  command: K,
  request: Request<K>,
  onProgress: (part: number) => void,
): Job<Answer<K>> {
  let stopped = false;
  const run = async (): Promise<Answer<K> | undefined> => {
    let view = await client.call('job_start', { command, arguments: request });
    let told = false;
    while (view.state === 'running') {
      if (stopped && !told) {
        told = true;
        await client.call('job_cancel', { job: view.job });
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      view = await client.call('job_get', { job: view.job });
      onProgress(view.progress ?? 0);
    }
    if (view.error) {
      throw new CommandError(view.error);
    }
    // What a job answers is what its command answers.
    return view.state === 'done' ? (view.answer as Answer<K>) : undefined;
  };
  return {
    answer: run(),
    stop: () => {
      stopped = true;
    },
  };
}
