/** A sentence about an item, with what is proposed marked as inserted and what was there as deleted, as in Word. */
import type { ReviewItem } from '@/generated/wire.ts';

export interface Piece {
  /** `who`: the name of a colleague. */
  mark: 'same' | 'inserted' | 'deleted' | 'who';
  text: string;
}

const OPEN = '\u2068';
const CLOSE = '\u2069';

/** Values stand in sentences between marks of direction: each is told by what it is equal to. */
export function piecesOf(item: Pick<ReviewItem, 'sentence' | 'theirs' | 'common'>): readonly Piece[] {
  const marks = new Map<string, Piece['mark']>();
  for (const { who } of item.theirs) {
    marks.set(bare(who), 'who');
  }
  const before = bare(item.common?.text ?? '');
  if (before !== '') {
    marks.set(before, 'deleted');
  }
  for (const { value } of item.theirs) {
    if (value.text !== '' && bare(value.text) !== before) {
      marks.set(bare(value.text), 'inserted');
    }
  }
  const pieces: Piece[] = [];
  const add = (mark: Piece['mark'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.mark === mark) {
      last.text += text;
    } else if (text !== '') {
      pieces.push({ mark, text });
    }
  };
  const walk = (text: string): void => {
    let rest = text;
    for (;;) {
      const from = rest.indexOf(OPEN);
      const to = from < 0 ? -1 : closing(rest, from);
      if (to < 0) {
        add('same', rest);
        return;
      }
      add('same', rest.slice(0, from));
      const inner = rest.slice(from + 1, to);
      const mark = marks.get(bare(inner));
      if (mark !== undefined) {
        add(mark, inner);
      } else if (inner.includes(OPEN)) {
        add('same', OPEN);
        walk(inner);
        add('same', CLOSE);
      } else {
        add('same', rest.slice(from, to + 1));
      }
      rest = rest.slice(to + 1);
    }
  };
  walk(item.sentence);
  return pieces;
}

/** Where what is opened at `from` is closed; -1: nowhere. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === OPEN) {
      depth += 1;
    } else if (text[at] === CLOSE) {
      depth -= 1;
      if (depth === 0) {
        return at;
      }
    }
  }
  return -1;
}

function bare(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}
