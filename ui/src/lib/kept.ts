/** Small habits of the window that are kept between sittings on this machine: columns, grouping, what is folded away. */

export function recall<T>(key: string, fits: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`gdc.${key}`) ?? 'null');
    return fits(value) ? value : undefined;
  } catch {
    // Storage may be closed to the page, or hold what an older version wrote: the habit begins anew.
    return undefined;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`gdc.${key}`, JSON.stringify(value));
  } catch {
    // A habit that cannot be kept is no reason to disturb.
    return;
  }
}

export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isNumbers(value: unknown): value is Record<string, number> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => typeof one === 'number')
  );
}
