import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focusInspectorSoon, focusScreenSoon } from '@/app/regions.ts';

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`no #${id}`);
  }
  return found;
}

/** The details come a while after they were asked for. */
async function drawDetails(): Promise<void> {
  await frames(3);
  element('here').innerHTML = '<button role="tab" aria-selected="true" id="tab">Details</button>';
  await frames(3);
}

async function frames(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await new Promise((next) => requestAnimationFrame(next));
  }
}

beforeEach(() => {
  document.body.innerHTML = `<div data-region="inspector" id="here"></div>
    <input id="field"><div class="k-cell-input" id="cell"><textarea class="k-cell-area" id="area"></textarea></div>`;
  element('area').focus();
});

afterEach(() => {
  document.body.innerHTML = '';
});

describe('the keys that are about to go to the details', () => {
  it('go there when they are drawn, whatever key is held or let go meanwhile', async () => {
    focusInspectorSoon();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat: true }));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    window.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' }));
    await drawDetails();
    expect(document.activeElement?.id).toBe('tab');
  });

  it('wait in their place, not on the button that closes the details, however long that takes', async () => {
    element('here').tabIndex = -1;
    element('here').innerHTML = '<button type="button">Close</button>';
    focusInspectorSoon();
    await new Promise((next) => setTimeout(next, 700));
    expect(document.activeElement?.id).toBe('here');
    await drawDetails();
    expect(document.activeElement?.id).toBe('tab');
  });

  it.each([
    ['a key was pressed', () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })), 'area'],
    ['the pointer was pressed', () => window.dispatchEvent(new Event('pointerdown')), 'area'],
    ['another field took them', () => element('field').focus(), 'field'],
  ])('stay where they are once %s', async (_, happens, where) => {
    focusInspectorSoon();
    await frames(1);
    happens();
    await drawDetails();
    expect(document.activeElement?.id).toBe(where);
  });
});

describe('the keys that are about to go to a screen', () => {
  const screen = (content: string, busy = false): void => {
    element('list').innerHTML =
      `<section data-testid="here" aria-busy="${busy}"><button id="above">New</button>${content}</section>`;
  };
  beforeEach(() => {
    document.body.innerHTML = '<main data-region="list" id="list" tabindex="-1"></main><input id="field">';
  });

  it('wait for the rows that are being read, not for a button above them', async () => {
    screen('', true);
    focusScreenSoon('here');
    await frames(3);
    expect(document.activeElement).toBe(document.body);
    screen('<div role="tree"><div role="treeitem" tabindex="0" id="row"></div></div>');
    await frames(3);
    expect(document.activeElement?.id).toBe('row');
  });

  it('wait until there is something that takes them, and do not go to the whole of the screen', async () => {
    element('list').innerHTML = '<section data-testid="here"></section>';
    focusScreenSoon('here');
    await frames(3);
    expect(document.activeElement).toBe(document.body);
    screen('');
    await frames(3);
    expect(document.activeElement?.id).toBe('above');
  });
});
