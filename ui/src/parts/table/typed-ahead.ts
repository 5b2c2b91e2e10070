/**
 * What is typed while the cell that it is meant for is still being made. Whoever presses "New" types at once: until the cell has
 * the keys they are kept here, in their order, and reach no other cell and no button.
 */
import type { GridAhead } from '@/kit/index.ts';

export interface TypedAhead {
  /** From now on keys go where they always go; what was kept is still there. */
  release(): void;
  /** While a question is open, the keys are the question's. */
  during<T>(question: () => Promise<T>): Promise<T>;
  /** What was typed. */
  kept(): readonly GridAhead[];
}

/** The one that keeps the keys now: another one that begins takes them over. */
let keeping: TypedAhead | undefined;

export function keepTyped(): TypedAhead {
  let kept: GridAhead[] = [];
  let paused = false;
  const add = (text: string): void => {
    const last = kept.at(-1);
    if (last && 'text' in last) {
      kept = [...kept.slice(0, -1), { text: last.text + text }];
    } else {
      kept = [...kept, { text }];
    }
  };
  const takeBack = (): void => {
    const last = kept.at(-1);
    if (last && 'text' in last) {
      const shorter = [...last.text].slice(0, -1).join('');
      kept = [...kept.slice(0, -1), ...(shorter === '' ? [] : [{ text: shorter }])];
    }
  };
  /** A question has the keys: about whose the new row is, or about what was being typed before it. */
  const isAsked = (): boolean => paused || document.querySelector('[role="alertdialog"]') !== null;
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is composed is left to whoever composes it: half of a composition is nothing.
    const composed = event.isComposing || event.keyCode === 229 || event.key === 'Dead';
    const command = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
    if (isAsked() || composed || command || /^F\d+$/.test(event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if ([...event.key].length === 1) {
      add(event.key);
    } else if (event.key === 'Backspace') {
      takeBack();
    } else if (event.key === 'Escape') {
      kept = [];
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      kept = [...kept, { key: { key: event.key, shift: event.shiftKey, ctrl: false, alt: false } }];
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!isAsked()) {
      event.preventDefault();
      event.stopPropagation();
      add(event.clipboardData?.getData('text/plain').replace(/\s*\n\s*/g, ' ') ?? '');
    }
  };
  // Who takes the mouse goes elsewhere: what is typed from then on is meant for there.
  const onPointerDown = (): void => {
    if (!isAsked()) {
      release();
    }
  };
  const release = (): void => {
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('paste', onPaste, true);
    window.removeEventListener('pointerdown', onPointerDown, true);
    if (keeping === ahead) {
      keeping = undefined;
    }
  };
  const ahead: TypedAhead = {
    release,
    async during(question) {
      paused = true;
      try {
        return await question();
      } finally {
        paused = false;
      }
    },
    kept: () => kept,
  };
  keeping?.release();
  keeping = ahead;
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('paste', onPaste, true);
  window.addEventListener('pointerdown', onPointerDown, true);
  return ahead;
}
