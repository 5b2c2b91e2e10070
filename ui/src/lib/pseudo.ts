/**
 * Languages that nobody speaks, for finding mistakes; the same as in the core. `en-XA` makes English long, accented and
 * bracketed: what is cut off, not translated or put together of pieces shows. `ar-XB` makes it run from right to left.
 */

export interface Pseudo {
  /** The change to each piece of text, names left alone. */
  transform(text: string): string;
  /** The change to a whole message. */
  frame(text: string): string;
}

const SMALL = 'aƀƈḓeƒɠħiĵķŀḿƞoƥɋřşŧuṽẇẋẏẑ';
const LARGE = 'AƁƇḒEƑƓĦIĴĶĿḾȠOƤɊŘŞŦUṼẆẊẎẐ';

const LONG: Pseudo = {
  transform: (text) =>
    text.replace(/[a-zA-Z]/g, (letter) => {
      const code = letter.charCodeAt(0);
      const found = code >= 97 ? SMALL[code - 97] : LARGE[code - 65];
      return (found ?? letter).repeat('aeou'.includes(letter) ? 2 : 1);
    }),
  frame: (text) => `[${text}${'~'.repeat(Math.floor([...text].length / 10) + 1)}]`,
};

const MIRRORED: Pseudo = { transform: mirrored, frame: (text) => text };

/** Each word between an override to the right and its end: every renderer shows it mirrored, and blanks still break lines. */
export function mirrored(text: string): string {
  return text.replace(/\S+/g, (word) => `\u202e${word}\u202c`);
}

export function pseudoOf(language: string): Pseudo | undefined {
  switch (language.toLowerCase()) {
    case 'en-xa':
      return LONG;
    case 'ar-xb':
      return MIRRORED;
    default:
      return undefined;
  }
}
