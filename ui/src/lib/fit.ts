/** How well a name fits what was typed. */

export const FIT = {
  /** It is what was typed: the reference, the code, the whole name. */
  exact: 0,
  /** It begins with what was typed. */
  beginning: 1,
  /** Each word that was typed begins one of its words. */
  words: 2,
  /** Somewhere within a word, or in another field. */
  somewhere: 3,
} as const;

export type Fit = (typeof FIT)[keyof typeof FIT];

/** As the core folds text of filters: without case and accents. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim().replace(/\s+/g, ' ');
}

/** The words that were typed; none: nothing was. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** How well the names of one thing fit. Of a thing found by its other fields no name fits at all. */
export function fitOf(text: string, names: readonly string[]): Fit {
  const wanted = fold(text);
  const folded = names.map(fold);
  if (folded.includes(wanted)) {
    return FIT.exact;
  }
  if (folded.some((name) => name.startsWith(wanted))) {
    return FIT.beginning;
  }
  // Words are also told apart by signs: of “ITU-018” both halves are words.
  const parts = folded.flatMap((name) => [...name.split(' '), ...name.split(/[^\p{L}\p{N}]+/u)]);
  const wordsBegin = wordsOf(text).every((word) => parts.some((part) => part.startsWith(word)));
  return wordsBegin ? FIT.words : FIT.somewhere;
}

/** Those that fit best come first; those that fit equally well keep their order. */
export function byFit<T extends { fit: Fit }>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => a.fit - b.fit);
}
