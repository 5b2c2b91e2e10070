/**
 * What is typed while the cell that it is meant for is still being made. Whoever presses "New" types at once: from the press on
 * the keys are in a text area that nobody sees, which takes compositions, dead keys and pastes as every other one does. Nothing
 * of it reaches another cell. Who goes elsewhere meanwhile is left there.
 */
import type { GridAhead } from '@/kit/index.ts';

export interface TypedAhead {
  /** The person has gone elsewhere: pressed the pointer, given another field the keys, opened a dialog. */
  isLeft(): boolean;
  /** The person has come back. */
  resume(): void;
  /** While a question is open, the keys are the question's, and nobody has gone elsewhere. */
  during<T>(question: () => Promise<T>): Promise<T>;
  /** Waits for the end of a composition: half of one is nothing. */
  composed(): Promise<void>;
  /** What was typed, in its order. */
  typed(): readonly GridAhead[];
  /** The keys go where they always go: where they were, if nobody has taken them. */
  release(): void;
}

/** The one that has the keys now: another one that begins takes them over. */
let keeping: TypedAhead | undefined;

/** Questions that are open about rows that are being made, whoever asked them. */
let questions = 0;

/** `label`: what is being made, for assistive technology. */
export function keepTyped(label: string): TypedAhead {
  keeping?.release();
  const from = document.activeElement;
  const area = newArea(label);
  let kept: readonly GridAhead[] = [];
  let left = false;
  let composition: Promise<void> | undefined;
  let end = (): void => undefined;

  const collect = (): void => {
    const text = area.value.replace(/\s*\n\s*/g, ' ');
    area.value = '';
    kept = text === '' ? kept : [...kept, { text }];
  };
  const takeKeys = (): void => {
    if (!left && !isCovered()) {
      if (!area.isConnected) {
        document.body.append(area);
      }
      // A dialog that lay over the window may not have let go of it yet.
      area.removeAttribute('inert');
      area.removeAttribute('aria-hidden');
      area.focus({ preventScroll: true });
    }
  };
  const onComposed = (): void => {
    end();
    composition = undefined;
  };

  area.addEventListener('keydown', (event) => {
    const ofComposition = event.isComposing || event.keyCode === 229;
    const command = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
    if (!ofComposition && (command || /^F\d+$/.test(event.key))) {
      return;
    }
    event.stopPropagation();
    if (ofComposition) {
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      area.value = '';
      kept = [];
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      collect();
      kept = [...kept, { key: { key: event.key, shift: event.shiftKey, ctrl: false, alt: false } }];
    }
  });
  area.addEventListener('beforeinput', (event) => {
    // An Enter whose keydown went to whoever had the keys before.
    if (event.inputType === 'insertLineBreak') {
      event.preventDefault();
    }
  });
  area.addEventListener('compositionstart', () => {
    composition ??= new Promise((ended) => {
      end = ended;
    });
  });
  area.addEventListener('compositionend', onComposed);
  area.addEventListener('blur', onComposed);

  const over = new AbortController();
  const listening = { capture: true, signal: over.signal };
  const leave = ({ target }: Event): void => {
    if (target !== area && !isAsked()) {
      left = true;
    }
  };
  window.addEventListener('pointerdown', leave, listening);
  window.addEventListener('focusin', leave, listening);
  // A dialog that goes leaves the keys to nobody: the one that "New" was chosen in, or a question.
  const observer = new MutationObserver(() => {
    if (isNobody()) {
      takeKeys();
    }
  });
  observer.observe(document.body, { childList: true });

  const ahead: TypedAhead = {
    isLeft: () => left || isCovered(),
    resume: () => {
      left = false;
      takeKeys();
    },
    async during(question) {
      questions += 1;
      try {
        return await question();
      } finally {
        questions -= 1;
      }
    },
    async composed() {
      await composition;
    },
    typed: () => {
      collect();
      return kept;
    },
    release: () => {
      if (!over.signal.aborted) {
        over.abort();
        observer.disconnect();
        left = true;
        area.remove();
        keeping = keeping === ahead ? undefined : keeping;
        giveBack(from);
      }
    },
  };
  keeping = ahead;
  takeKeys();
  return ahead;
}

function newArea(label: string): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.className = 'k-hidden';
  area.dataset['testid'] = 'typed-ahead';
  area.setAttribute('aria-label', label);
  area.setAttribute('autocapitalize', 'off');
  area.spellcheck = false;
  area.dir = 'auto';
  // What a composition offers is shown beside it: in the middle of the window.
  Object.assign(area.style, { position: 'fixed', inset: '50% auto auto 50%' });
  return area;
}

/** Gives the keys back once no dialog has them any more, unless somebody else took them. */
function giveBack(to: Element | null): void {
  if (isCovered()) {
    const observer = new MutationObserver(() => {
      if (!isCovered()) {
        observer.disconnect();
        giveBack(to);
      }
    });
    observer.observe(document.body, { childList: true });
  } else if (isNobody() && to instanceof HTMLElement) {
    to.focus({ preventScroll: true });
  }
}

/** A question has the keys: about whose the new row is, or about what was being typed before it. */
function isAsked(): boolean {
  return questions > 0 || document.querySelector('[role="alertdialog"]') !== null;
}

function isCovered(): boolean {
  return document.querySelector('.k-veil') !== null;
}

function isNobody(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
