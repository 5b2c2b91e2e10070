/** Writes a file of the plan where the person wants it, and says what became of it. */
import type { Exported, PlanExport } from '@/generated/wire.ts';
import { type Client, NOW } from '@/lib/client.ts';
import { fileName } from '@/lib/file-name.ts';
import { type Job, runJob } from '@/lib/jobs.ts';
import type { Notices } from '@/lib/notices.ts';
import { offersOf } from '@/lib/written.ts';
import { FORMATS, type Format } from './formats.ts';

export interface Write {
  client: Client;
  notices: Notices;
  format: Format['id'];
  /** What the file is called, unless the person calls it otherwise. */
  title: string;
  /** What goes into it; of the plan as it is, unless it says otherwise, and without what is private. */
  request: Partial<PlanExport>;
  onJob?: (job: Job<Exported>) => void;
  onProgress?: (part: number) => void;
  /** The file is there. */
  onDone?: () => void;
}

export async function writeExport(write: Write): Promise<void> {
  const { client, notices, format, request } = write;
  const purpose = FORMATS.find(({ id }) => id === format)?.purpose;
  if (!purpose || !(await client.editors.finish())) {
    return;
  }
  const suggested = fileName(write.title, `.${format}`);
  const file = await client.call('file_choose', { purpose, suggested });
  if (!file) {
    return;
  }
  write.onProgress?.(0);
  const asked = { source: NOW, with: [], ...request, file: file.file, format };
  const job = runJob(client, 'plan_export', asked, (part) => write.onProgress?.(part));
  write.onJob?.(job);
  const answer = await job.answer;
  if (answer) {
    write.onDone?.();
    // What is said of a document goes from the file that was made of it last: that is no step.
    client.renew.emit();
    client.said.emit(answer.announcement);
    notices.tell({
      tone: 'done',
      text: answer.announcement,
      offers: offersOf(client, notices, answer.file.file),
    });
  }
}
