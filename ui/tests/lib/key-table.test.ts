import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { idleAction } from '@/kit/grid/keys.ts';
import { KEY_TABLE } from '@/lib/key-table.ts';

const src = join(import.meta.dirname, '../../src');
const TABLES = KEY_TABLE[0];

/** Keys on the head of a column: the tests of the grid press them there. */
const ON_HEADS = [
  'Alt+ArrowRight',
  'Alt+ArrowLeft',
  'Alt+Shift+ArrowRight',
  'Alt+Shift+ArrowLeft',
  'Alt+Shift+ArrowDown',
];

/** Keys that the grid leaves to its editors, to the clipboard, to the system's menus and to commands. */
const OTHERS = ['Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+;', 'Shift+Enter', 'Shift+F10'];

function pressed(keys: string): Parameters<typeof idleAction>[0] {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const held = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { key: key === 'Space' ? ' ' : key, ctrl: held('Ctrl'), shift: held('Shift'), alt: held('Alt') };
}

describe('the list of keys', () => {
  it('tells of tables what they do, and nothing else', () => {
    const told = TABLES.lines.flatMap((line) => ('id' in line ? [] : [...line.keys]));
    for (const keys of told.filter((one) => ![...OTHERS, ...ON_HEADS].includes(one))) {
      expect(idleAction(pressed(keys), false), keys).toBeDefined();
    }
    // Arrows are where everybody looks for them; all else that the grid answers to is told of.
    const keys = [
      'F2',
      'Enter',
      'Backspace',
      'Delete',
      'Escape',
      'Tab',
      'Home',
      'End',
      'PageUp',
      'PageDown',
      'Space',
    ];
    const held = ['', 'Ctrl+', 'Shift+', 'Alt+'];
    for (const key of keys) {
      for (const before of held) {
        const action = idleAction(pressed(before + key), false);
        const isExtending = action?.do === 'step' && action.extend;
        if (action && !isExtending && key !== 'Escape') {
          expect(told, before + key).toContain(before + key);
        }
      }
    }
  });

  it('is where screens have the keys of their commands from', () => {
    for (const folder of ['features', 'parts']) {
      for (const file of readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })) {
        if (/\.tsx?$/.test(file)) {
          expect(readFileSync(join(src, folder, file), 'utf8'), file).not.toMatch(/\bkeys: ?\[\s*['"]/);
        }
      }
    }
  });
});
