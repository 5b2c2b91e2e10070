/** What is offered behind a file that was written: where there is a desktop, and what it is handed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '@/lib/client.ts';
import { createNotices, type Notices } from '@/lib/notices.ts';
import { offersOf } from '@/lib/written.ts';
import { FakeHost } from '../fake/host.ts';

describe('a file that was written', () => {
  let host: FakeHost;
  let client: Client;
  let notices: Notices;

  beforeEach(async () => {
    host = new FakeHost();
    client = createClient(host, 'en');
    notices = createNotices(client.words.get);
    await client.start();
    host.calls.length = 0;
  });

  it('is offered to nobody where there is no desktop', () => {
    expect(offersOf(client, notices, 'file-1')).toEqual([]);
  });

  it('is shown in its folder and opened, a snapshot only shown', () => {
    host.answers.set('file_show', () => ({}));
    host.answers.set('file_open', () => ({}));
    client.hasDesktop.set(true);
    const offers = offersOf(client, notices, 'file-1');
    expect(offers.map(({ label }) => label)).toEqual(['Show in folder', 'Open']);
    expect(offersOf(client, notices, 'file-1', false).map(({ label }) => label)).toEqual(['Show in folder']);
    offers.forEach(({ run }) => run());
    expect(host.calls).toEqual([
      { command: 'file_show', args: { file: 'file-1' } },
      { command: 'file_open', args: { file: 'file-1' } },
    ]);
  });

  it('what the desktop refuses is told', async () => {
    client.hasDesktop.set(true);
    host.answers.set('file_open', () => {
      throw { sort: 'refused', code: 'no-desktop', message: 'It could not be shown.', args: {}, details: '' };
    });
    offersOf(client, notices, 'file-1')[1]?.run();
    await expect.poll(() => notices.said.get()?.lines[0].text).toBe('It could not be shown.');
  });
});
