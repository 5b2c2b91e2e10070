import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focusInspectorSoon } from '@/app/regions.ts';

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
