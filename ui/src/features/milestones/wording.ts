/** The words of a date as somebody gave them, and those of what is understood: where both say the same, one is enough. */

/** Which of the two is enough: the given words, or what is understood where it adds no more than a year. Undefined: both are needed. */
export function oneOf(given: string, understood: string, locale: string): string | undefined {
  const [short, full] = [parts(given, locale), parts(understood, locale)];
  const added = full.length - short.length;
  const same = short.length > 0 && short.every((part, at) => isSame(part, full[at] ?? ''));
  if (!same || added < 0) {
    return undefined;
  }
  if (added === 0) {
    return given;
  }
  return added === 1 && /^\p{N}{4}$/u.test(full.at(-1) ?? '') ? understood : undefined;
}

/** Numbers, words and dashes, in their order. "22 and 23" is "22-23", in any language. */
function parts(text: string, locale: string): readonly string[] {
  const and = new Intl.ListFormat(locale)
    .formatToParts(['1', '2'])
    .find(({ type }) => type === 'literal')
    ?.value.trim();
  const found = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{N}+|[\p{L}\p{M}]+|[-\u2010-\u2015\u2212]/gu);
  return (found ?? []).map((part) => (part === and || /^[-\u2010-\u2015\u2212]$/.test(part) ? '-' : part));
}

/** A month may be cut short: "Sep" is "September". */
function isSame(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (/^\p{L}{3,}$/u.test(short) && long.startsWith(short));
}
