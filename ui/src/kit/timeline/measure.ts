/** How long words are, measured with the font that draws them, and remembered. */

let pen: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();

/** So many lengths are kept. */
const KEPT = 20_000;

export function lengthOf(words: string, font: string): number {
  const name = `${font}\n${words}`;
  const found = known.get(name);
  if (found !== undefined) {
    return found;
  }
  pen ??= document.createElement('canvas').getContext('2d');
  let length = words.length * 7;
  if (pen) {
    pen.font = font;
    length = Math.ceil(pen.measureText(words).width);
  }
  if (known.size > KEPT) {
    known.clear();
  }
  known.set(name, length);
  return length;
}
