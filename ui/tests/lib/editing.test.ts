import { beforeEach, describe, expect, it } from 'vitest';
import { roomOf } from '@/app/room.ts';
import { fileName } from '@/lib/file-name.ts';
import { CommandError } from '@/lib/api.ts';
import { type Client, createClient } from '@/lib/client.ts';
import { createEditing, type FieldEdit } from '@/lib/editing.ts';
import { readDate } from '@/lib/fields.ts';
import { createNotices, type Notices, STUCK } from '@/lib/notices.ts';
import { FakeHost, field, SETTINGS, wireError } from '../fake/host.ts';

let host: FakeHost;
let client: Client;
let notices: Notices;

beforeEach(async () => {
  host = new FakeHost();
  host.answers.set('commitment_set', () => ({
    op: 1,
    created: null,
    announcement: 'Title set. Ctrl+Z undoes it.',
    note: 'The reference stays.',
  }));
  client = createClient(host, 'en');
  notices = createNotices(() => client.words.get());
  await client.start();
});

const edit = (more: Partial<FieldEdit> = {}): FieldEdit => ({
  kind: 'commitment',
  id: 'ITU-001',
  field: field('title'),
  value: 'New',
  typed: 'New',
  was: 'Old',
  token: 't1',
  ...more,
});

describe('keeping a field', () => {
  it('sends what was seen, and the token of the sitting; the words are said', async () => {
    const said: string[] = [];
    client.said.listen((words) => said.push(words));
    client.noted.listen(({ text }) => said.push(text));
    await createEditing(client, notices).keep(edit());
    expect(host.calls.at(-1)).toEqual({
      command: 'commitment_set',
      args: { id: 'ITU-001', field: 'title', value: 'New', words: null, was: 'Old', token: 't1' },
    });
    expect(said).toEqual(['Title set. Ctrl+Z undoes it.', 'The reference stays.']);
  });

  it('sends the words of a date where they say more than the date', async () => {
    const editing = createEditing(client, notices);
    const date = field('start', { field: 'date' });
    const words = async (value: string | null, typed: string): Promise<unknown> => {
      await editing.keep(edit({ field: date, value, typed }));
      return (host.calls.at(-1)?.args as { words: unknown } | undefined)?.words;
    };
    expect(await words('2025-12', 'end of 2025 ')).toBe('end of 2025');
    expect(await words('2025-12-16', '16/12/2025')).toBeNull();
    expect(await words(null, '')).toBeNull();
    // What is no date any more keeps no words of one.
    expect(await words('', 'end of 2025')).toBeNull();
  });

  it('refreshes what is shown when a row was stale', async () => {
    let renewed = 0;
    client.renew.listen(() => {
      renewed += 1;
    });
    host.answers.set('commitment_set', () => {
      throw wireError('stale', 'stale-field', 'Somebody changed this.');
    });
    await expect(createEditing(client, notices).keep(edit())).rejects.toThrow('Somebody changed this.');
    expect(renewed).toBe(1);
  });

  it('asks once before the row of another owner is changed', async () => {
    client.settings.set({ ...SETTINGS, organization: 'KE' });
    host.answers.set('row_get', () => ({ foreign_owner: 'ITU' }));
    const editing = createEditing(client, notices);
    const answer = async (yes: boolean): Promise<void> => {
      await expect.poll(() => notices.question.get()?.text).toContain('travel as a proposal');
      notices.question.get()?.answer(yes);
    };
    const refused = editing.keep(edit());
    const asserted = expect(refused).rejects.toThrow('left as it is');
    await answer(false);
    await asserted;
    expect(host.count('commitment_set')).toBe(0);
    const kept = editing.keep(edit());
    await answer(true);
    await kept;
    await editing.keep(edit({ id: 'ITU-002' }));
    expect(host.count('commitment_set')).toBe(2);
    expect(notices.question.get()).toBeUndefined();
  });

  it('does not ask whoever has not said whose they are', async () => {
    host.answers.set('row_get', () => ({ foreign_owner: 'ITU' }));
    await createEditing(client, notices).keep(edit());
    expect(host.count('row_get')).toBe(0);
    expect(host.count('commitment_set')).toBe(1);
  });
});

describe('what is said of dates and errors', () => {
  it('one meaning is kept, two are asked about, none is said', async () => {
    const meaning = (date: string): unknown => ({ date, words: date });
    host.answers.set('date_understand', ({ text }: { text: string }) => ({
      meanings: text.split(' ').filter(Boolean).map(meaning),
    }));
    expect(await readDate(client, '2025')).toMatchObject({ ok: true, value: '2025', alternatives: [] });
    const two = await readDate(client, '2025-03-04 2025-04-03');
    expect(two.ok).toBe(false);
    expect(two.alternatives).toHaveLength(2);
    expect(await readDate(client, '')).toMatchObject({ ok: false, alternatives: [] });
  });

  it('what is said of one step stands together, and each offer until it is taken', () => {
    const texts = (): readonly string[] | undefined => notices.said.get()?.lines.map(({ text }) => text);
    const first = { tone: 'info', text: 'Others moved.', step: 7 } as const;
    const second = { tone: 'info', text: 'The day was lost.', step: 7 } as const;
    notices.tell({ tone: 'info', text: 'Of no step.' });
    notices.tell(first);
    notices.tell(second);
    notices.tell(first);
    expect(texts()).toEqual(['The day was lost.', 'Others moved.']);
    notices.settle(second);
    expect(texts()).toEqual(['Others moved.']);
    notices.tell({ ...second, step: 8 });
    expect(texts()).toEqual(['The day was lost.']);
    notices.tell({ tone: 'attention', text: 'No.' });
    expect(notices.said.get()).toMatchObject({ tone: 'attention', inDialog: false });
    expect(texts()).toEqual(['No.']);
    notices.dismiss();
    expect(texts()).toBeUndefined();
  });

  it('a refusal is told as it is, what broke with details', () => {
    notices.report(
      new CommandError({ sort: 'refused', code: 'x', message: 'Not now.', args: {}, details: '' }),
    );
    expect(notices.said.get()?.lines).toEqual([{ tone: 'attention', text: 'Not now.' }]);
    notices.report(
      new CommandError({ sort: 'broken', code: 'io', message: 'Broken.', args: {}, details: 'EIO' }),
    );
    expect(notices.said.get()?.lines).toEqual([{ tone: 'danger', text: 'Broken.', details: 'io\nEIO' }]);
    notices.report(new TypeError('x is not a function'));
    expect(notices.said.get()?.tone).toBe('danger');
    expect(notices.said.get()?.lines[0].details).toContain('x is not a function');
  });

  it('where nothing can be written to the file, the reason and the way on stand together', async () => {
    host.answers.set('commitment_set', () => {
      throw new CommandError({ sort: 'broken', code: 'moved', message: 'Replaced.', args: {}, details: '' });
    });
    client.stuck.listen(() => notices.tell({ tone: 'attention', text: 'Copy?', step: STUCK }));
    await createEditing(client, notices)
      .keep(edit())
      .catch((reason: unknown) => notices.report(reason));
    expect(notices.said.get()?.lines.map(({ text }) => text)).toEqual(['Copy?', 'Replaced.']);
  });

  it('a host that does not answer is broken, in words', async () => {
    host.answers.set('plan_hash', () => {
      throw new TypeError('fetch failed');
    });
    await expect(client.call('plan_hash', {})).rejects.toMatchObject({
      sort: 'broken',
      details: 'plan_hash: TypeError: fetch failed',
    });
  });
});

describe('the window', () => {
  it('has as much room as its text leaves', () => {
    expect(roomOf(1440, 1)).toBe('wide');
    expect(roomOf(1440, 2)).toBe('narrow');
    expect(roomOf(1024, 1)).toBe('medium');
  });

  it('suggests names that may be names of files', () => {
    expect(fileName('Plan: ITU/KE?', '.gdcplan')).toBe('Plan ITU KE.gdcplan');
    expect(fileName(' \u202e ', '.gdcsnap')).toBe('plan.gdcsnap');
    expect(fileName('خطة', '.gdcplan')).toBe('خطة.gdcplan');
  });
});
