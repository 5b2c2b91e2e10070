import { beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '@/lib/client.ts';
import { EVERYTHING, KEPT, PAGE, RowsView } from '@/lib/views.ts';
import { FakeHost, row, settle, wireError } from '../fake/host.ts';

let host: FakeHost;
let client: Client;

const many = (count: number) => Array.from({ length: count }, (_, at) => row(`r${at}`, `Row ${at}`));
const open = (): RowsView =>
  new RowsView(client, { kind: 'commitment', source: { at: 'now' }, fields: ['title'] });
const titles = (view: RowsView, from = 0, to = 3): (string | undefined)[] =>
  Array.from({ length: to - from }, (_, at) => view.getState().rows.get(from + at)?.title);

beforeEach(async () => {
  host = new FakeHost();
  host.rows = many(250);
  client = createClient(host, 'en');
  await client.start();
});

describe('a view of rows', () => {
  it('fetches the first rows, and others when they are looked at', async () => {
    const view = open();
    expect(view.getState().loaded).toBe(false);
    await settle();
    expect(view.getState()).toMatchObject({ loaded: true, count: 250, total: 250 });
    expect(titles(view)).toEqual(['Row 0', 'Row 1', 'Row 2']);
    expect(view.getState().rows.get(PAGE + 5)).toBeUndefined();
    const before = view.getState().rows;
    view.getState().rows.ensure(PAGE, PAGE + 20);
    view.getState().rows.ensure(PAGE, PAGE + 20);
    await settle();
    expect(view.getState().rows).not.toBe(before);
    expect(view.getState().rows.get(PAGE + 5)?.title).toBe(`Row ${PAGE + 5}`);
    expect(view.getState().rows.indexOf(`r${PAGE + 5}`)).toBe(PAGE + 5);
    // The same page is asked for once.
    expect(host.count('view_get')).toBe(2);
  });

  it('draws nothing before an audience that was read without one', async () => {
    const view = open();
    await settle();
    view.getState().rows.ensure(0, 10);
    host.held = true;
    // One page and one answer are on their way.
    view.getState().rows.ensure(PAGE, PAGE + 20);
    view.refresh();
    client.discreet.set(true);
    expect(titles(view)).toEqual([undefined, undefined, undefined]);
    // The lines stay where they are, and with them the keys.
    expect(view.getState().rows.indexOf('r7')).toBe(7);
    expect(view.getState()).toMatchObject({ loaded: true, count: 250 });
    host.held = false;
    host.release();
    await settle();
    view.getState().rows.ensure(2 * PAGE, 2 * PAGE + 20);
    await settle();
    expect([...titles(view), ...titles(view, 2 * PAGE, 2 * PAGE + 1)].filter(Boolean)).toEqual([]);
    view.setQuery({ ...EVERYTHING, discreet: true });
    await settle();
    expect(titles(view)).toEqual(['Row 0', 'Row 1', 'Row 2']);
    client.discreet.set(false);
    expect(titles(view)).toEqual(['Row 0', 'Row 1', 'Row 2']);
  });

  it('fetches all that a large window shows with the first answer to another filter', async () => {
    const view = open();
    await settle();
    view.getState().rows.ensure(0, PAGE + 20);
    await settle();
    const asked = host.count('view_get');
    view.setQuery({ ...EVERYTHING, text: 'Row' });
    await settle();
    view.getState().rows.ensure(0, PAGE + 20);
    await settle();
    expect(view.getState().rows.get(PAGE + 5)?.title).toBe(`Row ${PAGE + 5}`);
    expect(host.count('view_get')).toBe(asked + 1);
  });

  it('forgets rows that are far away, but not the one that is kept aside, and fetches them again', async () => {
    host.rows = many(PAGE * (KEPT + 10));
    const view = open();
    await settle();
    const aside = 2 * PAGE;
    for (let page = 0; page < KEPT + 10; page += 1) {
      view.getState().rows.ensure(page * PAGE, page * PAGE + 20, aside);
      await settle();
    }
    const title = (index: number) => view.getState().rows.get(index)?.title;
    expect(title(5)).toBeUndefined();
    expect(title(aside)).toBe(`Row ${aside}`);
    expect(title((KEPT + 9) * PAGE)).toBe(`Row ${(KEPT + 9) * PAGE}`);
    view.getState().rows.ensure(0, 20);
    await settle();
    expect(title(5)).toBe('Row 5');
  });

  it('fetches again when its kind has changed, or a kind it refers to, and not otherwise', async () => {
    const view = open();
    await settle();
    host.rows[0] = row('r0', 'Changed');
    host.change(['milestone']);
    await settle();
    expect(titles(view, 0, 1)).toEqual(['Row 0']);
    host.change(['commitment']);
    await settle();
    expect(titles(view, 0, 1)).toEqual(['Changed']);
    const asked = host.count('view_get');
    host.change(['organization']);
    await settle();
    expect(host.count('view_get')).toBe(asked + 1);
  });

  it('asks for nothing while nobody looks at it, and for what has changed when somebody does', async () => {
    const view = open();
    await settle();
    view.setShown(false);
    host.rows[0] = row('r0', 'Changed');
    host.change(['commitment']);
    await settle();
    expect(host.count('view_get')).toBe(1);
    expect(titles(view, 0, 1)).toEqual(['Row 0']);
    view.setShown(true);
    await settle();
    expect(titles(view, 0, 1)).toEqual(['Changed']);
    view.setShown(false);
    view.setShown(true);
    await settle();
    expect(host.count('view_get')).toBe(2);
    // Rows of one plan never stand under the name of another.
    view.setShown(false);
    client.show({ ...client.plan.get(), title: 'Another plan' });
    expect(view.getState()).toMatchObject({ loaded: false, count: 0 });
  });

  it('keeps what is shown until what replaces it has come', async () => {
    const view = open();
    await settle();
    host.held = true;
    view.setQuery({ ...EVERYTHING, text: 'Row 12' });
    await settle();
    expect(titles(view)).toEqual(['Row 0', 'Row 1', 'Row 2']);
    host.release();
    await settle();
    expect(titles(view)).toEqual(['Row 12', 'Row 120', 'Row 121']);
  });

  it('drops the answer to a question that is no longer asked', async () => {
    const view = open();
    await settle();
    const seen: (string | undefined)[] = [];
    view.subscribe(() => seen.push(titles(view)[0]));
    host.held = true;
    view.setQuery({ ...EVERYTHING, text: 'Row 12' });
    view.setQuery({ ...EVERYTHING, text: 'Row 24' });
    host.release();
    await settle();
    await settle();
    expect(seen).toEqual(['Row 24']);
  });

  it('says when it has caught up with a step', async () => {
    const view = open();
    await settle();
    host.op = 7;
    host.rows[0] = row('r0', 'Written');
    await view.caughtUp(7);
    expect(titles(view, 0, 1)).toEqual(['Written']);
    const asked = host.count('view_get');
    await view.caughtUp(7);
    await view.caughtUp(null);
    expect(host.count('view_get')).toBe(asked);
  });

  it('does not wait for ever when rows cannot be fetched', async () => {
    const view = open();
    await settle();
    host.answers.set('view_get', () => {
      throw wireError('broken', 'broken', 'The disk is gone', 'EIO');
    });
    await view.caughtUp(9);
    expect(view.getState().error).toMatchObject({ message: 'The disk is gone', sort: 'broken' });
    expect(titles(view, 0, 1)).toEqual(['Row 0']);
  });

  it('knows where a row went that is out of sight', async () => {
    const view = open();
    await settle();
    view.setAnchor('r0');
    const [first] = host.rows.splice(0, 1);
    host.rows.push(first ?? row('r0', 'Row 0'));
    host.change(['commitment']);
    await settle();
    expect(view.getState().rows.indexOf('r0')).toBe(249);
    expect(view.getState().rows.get(249)?.title).toBe('Row 0');
    // With the rows themselves; and where the filter hides it, the row that stands in its place.
    view.setQuery({ ...EVERYTHING, text: '2' });
    await settle();
    const { count, rows } = view.getState();
    expect(rows.indexOf('r0')).toBeUndefined();
    view.getState().rows.ensure(0, 20, count - 1);
    await settle();
    expect(rows.get(count - 1)?.title).toBe('Row 249');
    expect(host.count('view_get')).toBe(3);
    // That it is hidden is known; where another stands is not.
    view.setAnchor('r0');
    await settle();
    expect(host.count('view_get')).toBe(3);
    view.setAnchor('r212');
    await settle();
    expect(view.getState().rows.indexOf('r212')).toBeDefined();
    expect(host.count('view_position')).toBe(0);
  });

  it('fetches a row that is needed out of sight, and keeps it through a change, but nothing in between', async () => {
    const view = open();
    await settle();
    view.setAnchor('r230');
    view.getState().rows.ensure(0, 20, 230);
    await settle();
    expect(titles(view, 230, 231)).toEqual(['Row 230']);
    expect(view.getState().rows.get(120)).toBeUndefined();
    const missing: number[] = [];
    view.subscribe(() => {
      if (view.getState().rows.get(230) === undefined) {
        missing.push(view.getState().op);
      }
    });
    host.change(['commitment']);
    await settle();
    expect(missing).toEqual([]);
    expect(view.getState().rows.get(120)).toBeUndefined();
  });

  it('goes back when the rows that were looked at are gone', async () => {
    const view = open();
    await settle();
    view.getState().rows.ensure(220, 240);
    await settle();
    host.rows = many(30);
    host.change(['commitment']);
    await settle();
    expect(view.getState().count).toBe(30);
    expect(titles(view, 27, 30)).toEqual(['Row 27', 'Row 28', 'Row 29']);
  });

  it('names rows that are not loaded', async () => {
    const view = open();
    await settle();
    expect(await view.ids(0, 1)).toEqual(['r0', 'r1']);
    expect(await view.ids(198, 201)).toEqual(['r198', 'r199', 'r200', 'r201']);
  });

  it('begins anew with another plan, whatever its number of steps', async () => {
    host.op = 12;
    const view = open();
    await settle();
    host.op = 0;
    host.rows = [row('other', 'Other')];
    client.show({ ...client.plan.get(), title: 'Another' });
    await settle();
    expect(view.getState()).toMatchObject({ count: 1, op: 0 });
    view.close();
    host.change(['commitment']);
    await settle();
    expect(view.getState().op).toBe(0);
  });
});
