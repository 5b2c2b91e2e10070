/** From when to when a date may be, in years: only for where it is drawn. What it means is said in Rust. */

/** Parts of a year that are written as months: seasons, quarters, thirds, halves; from which month to which. */
const PARTS: Readonly<Record<number, readonly [number, number]>> = {
  21: [2, 5],
  22: [5, 8],
  23: [8, 11],
  24: [11, 14],
  33: [0, 3],
  34: [3, 6],
  35: [6, 9],
  36: [9, 12],
  37: [0, 4],
  38: [4, 8],
  39: [8, 12],
  40: [0, 6],
  41: [6, 12],
};

/** Undefined: it is not known, or no year is told. */
export function yearsOf(date: string): readonly [number, number] | undefined {
  const ends = date.split('/').map(oneOf);
  const known = ends.filter((end) => end !== undefined);
  const [first] = known;
  const last = known.at(-1);
  return first && last ? [first[0], last[1]] : undefined;
}

function oneOf(text: string): readonly [number, number] | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.replace(/[~?%]/g, ''));
  if (!found) {
    return undefined;
  }
  const year = Number(found[1]);
  const month = found[2] === undefined ? undefined : Number(found[2]);
  const day = found[3] === undefined ? undefined : Number(found[3]);
  if (month === undefined) {
    return [year, year + 1];
  }
  const part = month > 12 ? PARTS[month] : ([month - 1, month] as const);
  if (!part) {
    return undefined;
  }
  if (day !== undefined) {
    const at = year + (month - 1) / 12 + (day - 1) / 372;
    return [at, at];
  }
  return [year + part[0] / 12, year + part[1] / 12];
}
