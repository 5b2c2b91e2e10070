/** Numbers as people type them. What can be read in two ways is asked about, never guessed. */

export type NumberReading = { kind: 'number'; value: number } | { kind: 'ambiguous' } | { kind: 'none' };

export function readNumber(text: string): NumberReading {
  const bare = text.trim().replace(/[\s\u00a0\u202f'’]/g, '');
  const match = /^([-+−]?)(\d[\d.,]*|[.,]\d+)$/.exec(bare);
  if (!match) {
    return { kind: 'none' };
  }
  const digits = match[2] ?? '';
  const sign = match[1] === '-' || match[1] === '−' ? -1 : 1;
  const plain = decimal(digits);
  if (plain === undefined || plain === 'ambiguous') {
    return { kind: plain ?? 'none' };
  }
  const value = sign * Number(plain);
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'none' };
}

/** The digits with a point for decimals and nothing else. */
function decimal(digits: string): string | 'ambiguous' | undefined {
  const separators = [...digits].filter((sign) => sign === '.' || sign === ',');
  const kinds = new Set(separators);
  if (kinds.size === 0) {
    return digits;
  }
  if (kinds.size === 2) {
    const last = separators.at(-1) ?? '.';
    const grouping = last === '.' ? ',' : '.';
    const valid = new RegExp(`^\\d{1,3}(?:\\${grouping}\\d{3})+\\${last}\\d*$`).test(digits);
    return valid ? digits.replaceAll(grouping, '').replace(last, '.') : undefined;
  }
  const sign = separators[0] ?? '.';
  if (separators.length > 1) {
    return new RegExp(`^\\d{1,3}(?:\\${sign}\\d{3})+$`).test(digits)
      ? digits.replaceAll(sign, '')
      : undefined;
  }
  // 1,234 is a thousand and more here and one and a bit there; 0,234 and 1234,567 can only be decimals.
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? 'ambiguous' : digits.replace(sign, '.');
}
