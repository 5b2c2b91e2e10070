import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepTyped, type TypedAhead } from '@/parts/table/typed-ahead.ts';

let ahead: TypedAhead;

beforeEach(() => {
  document.body.innerHTML = '<textarea id="cell"></textarea><input id="filter"><button id="new"></button>';
  element('cell').focus();
  ahead = keepTyped('New row');
});

afterEach(() => {
  ahead.release();
  document.body.innerHTML = '';
});

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`no #${id}`);
  }
  return found;
}

function area(): HTMLTextAreaElement {
  const found = document.querySelector('[data-testid="typed-ahead"]');
  if (!(found instanceof HTMLTextAreaElement)) {
    throw new Error('nothing keeps the keys');
  }
  return found;
}

function key(name: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
  document.activeElement?.dispatchEvent(event);
  return event;
}

function dialog(role: string): HTMLElement {
  const veil = document.createElement('div');
  veil.className = 'k-veil';
  veil.innerHTML = `<div role="${role}"><input id="answer"></div>`;
  document.body.append(veil);
  element('answer').focus();
  return veil;
}

const observed = (): Promise<void> => Promise.resolve();

describe('what is typed while a row is being made', () => {
  it('goes to a text area of its own, with Enter and Tab in turn; Escape forgets it', () => {
    expect(document.activeElement).toBe(area());
    expect(area().getAttribute('aria-label')).toBe('New row');
    area().value = 'one\n two';
    expect(key('Enter').defaultPrevented).toBe(true);
    area().value = 'three';
    key('Tab', { shiftKey: true });
    area().value = 'four';
    const typed = [
      { text: 'one two' },
      { key: { key: 'Enter', shift: false, ctrl: false, alt: false } },
      { text: 'three' },
      { key: { key: 'Tab', shift: true, ctrl: false, alt: false } },
      { text: 'four' },
    ];
    expect(ahead.typed()).toEqual(typed);
    // Asking takes nothing away.
    expect(ahead.typed()).toEqual(typed);
    key('Escape');
    expect(ahead.typed()).toEqual([]);
  });

  it('reaches nobody else, but keys of the window do, and Enter in a composition is the composition’s', () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): number => heard.push(event.key);
    window.addEventListener('keydown', listen);
    key('a');
    key('k', { ctrlKey: true });
    key('F9');
    expect(key('Enter', { isComposing: true }).defaultPrevented).toBe(false);
    key('Enter', { keyCode: 229 });
    window.removeEventListener('keydown', listen);
    expect(heard).toEqual(['k', 'F9']);
    expect(ahead.typed()).toEqual([]);
  });

  it('waits for a composition to end', async () => {
    let over = false;
    area().dispatchEvent(new CompositionEvent('compositionstart'));
    const waiting = ahead.composed().then(() => {
      over = true;
    });
    await observed();
    expect(over).toBe(false);
    area().value = 'é';
    area().dispatchEvent(new CompositionEvent('compositionend'));
    await waiting;
    expect(ahead.typed()).toEqual([{ text: 'é' }]);
  });

  it.each([
    [
      'the pointer was pressed',
      () => void element('new').dispatchEvent(new Event('pointerdown', { bubbles: true })),
    ],
    ['another field took the keys', () => element('filter').focus()],
    ['a dialog opened', () => void dialog('dialog')],
  ])('is over once %s, until the person is back', (_, happens) => {
    expect(ahead.isLeft()).toBe(false);
    happens();
    expect(ahead.isLeft()).toBe(true);
    document.querySelector('.k-veil')?.remove();
    ahead.resume();
    expect(ahead.isLeft()).toBe(false);
    expect(document.activeElement).toBe(area());
  });

  it.each(['dialog', 'alertdialog'])('is the question’s while one is open: %s', async (role) => {
    const ask = async (): Promise<string> => {
      const veil = dialog(role);
      // "New" again: the keys stay with the question.
      ahead.resume();
      expect(document.activeElement?.id).toBe('answer');
      expect(key('a').defaultPrevented).toBe(false);
      expect(key('Escape').defaultPrevented).toBe(false);
      element('answer').dispatchEvent(new Event('pointerdown', { bubbles: true }));
      await observed();
      veil.remove();
      return 'answered';
    };
    expect(await (role === 'dialog' ? ahead.during(ask) : ask())).toBe('answered');
    await observed();
    expect(ahead.isLeft()).toBe(false);
    expect(document.activeElement).toBe(area());
  });

  it('begins once the dialog is gone that "New" was chosen in', async () => {
    ahead.release();
    const veil = dialog('dialog');
    ahead = keepTyped('New row');
    expect(document.activeElement?.id).toBe('answer');
    veil.remove();
    await observed();
    expect(document.activeElement).toBe(area());
    expect(ahead.isLeft()).toBe(false);
  });

  it('gives the keys back where they were, unless somebody took them; later than a dialog that is closing', async () => {
    ahead.release();
    expect(document.activeElement?.id).toBe('cell');
    expect(document.querySelector('[data-testid="typed-ahead"]')).toBeNull();

    ahead = keepTyped('New row');
    element('filter').focus();
    ahead.release();
    expect(document.activeElement?.id).toBe('filter');

    element('cell').focus();
    ahead = keepTyped('New row');
    const veil = dialog('alertdialog');
    ahead.release();
    expect(document.activeElement?.id).toBe('answer');
    veil.remove();
    await observed();
    expect(document.activeElement?.id).toBe('cell');
  });

  it('goes to the one that begins last; the one before is left', () => {
    const first = ahead;
    ahead = keepTyped('Another row');
    expect(first.isLeft()).toBe(true);
    expect(document.querySelectorAll('[data-testid="typed-ahead"]')).toHaveLength(1);
    first.release();
    expect(document.activeElement).toBe(area());
  });
});
