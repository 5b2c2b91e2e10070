/** What the matrix shows as a table of text, in a file that the person chooses. */
import type { Client } from '@/lib/client.ts';
import type { Notices } from '@/lib/notices.ts';
import { offersOf } from '@/lib/written.ts';
import type { MatrixState } from './state.ts';

export async function writeTable(client: Client, state: MatrixState, notices: Notices): Promise<void> {
  if (!(await client.editors.finish())) {
    return;
  }
  const { say } = client.words.get();
  const annex = state.part.get() === 'annex';
  const { across, basis } = state.counted.get();
  const suggested = `${say(annex ? 'matrix-file-annex' : 'matrix-file-counts')}.csv`;
  const chosen = await client.call('file_choose', { purpose: 'table', suggested });
  if (!chosen) {
    return;
  }
  const { rows } = await client.call('matrix_write', {
    file: chosen.file,
    across: annex ? null : across,
    source: client.source.get(),
    discreet: client.discreet.get(),
    ...(annex || basis === '' ? {} : { basis }),
  });
  notices.tell({
    tone: 'done',
    text: say('matrix-written', { count: rows, file: chosen.name }),
    offers: offersOf(client, notices, chosen.file),
  });
}
