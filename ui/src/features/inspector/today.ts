/** Today: as it is written, as it is said, and as what a form begins with. */
import type { Client } from '@/lib/client.ts';
import { today } from '@/lib/times.ts';
import { EMPTY, type Entry } from '@/parts/forms/index.ts';

export async function dayInWords(client: Client, day: string): Promise<string> {
  const { meanings } = await client.call('date_understand', { text: day });
  return meanings[0]?.words ?? day;
}

/** What is reported or said now is of today, until somebody says otherwise. */
export async function beginToday(client: Client): Promise<ReadonlyMap<string, Entry>> {
  const day = today();
  return new Map([['date', { ...EMPTY, value: day, text: await dayInWords(client, day) }]]);
}
