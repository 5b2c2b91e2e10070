/** The direction of a text by its first letter, as `dir="auto"` finds it: also where it is drawn by elements of their own. */

const LETTER = /\p{L}/u;
const FROM_THE_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Undefined where nothing says it: the text goes with the window. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const letter = LETTER.exec(text)?.[0];
  return letter === undefined ? undefined : FROM_THE_RIGHT.test(letter) ? 'rtl' : 'ltr';
}
