/** Keys as they are written in commands, matched against what was pressed. */

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Whether the keys that were pressed are those of `keys`, such as `Ctrl+Shift+Z` or `F6`. */
export function matches(keys: string, event: Pressed): boolean {
  const parts = keys.split(/\+(?!$)/);
  const key = parts.at(-1) ?? '';
  const wanted = new Set(parts.slice(0, -1));
  const ctrl = event.ctrlKey || event.metaKey;
  // A sign such as + stands on different keys, with or without Shift, on different keyboards.
  const sign = key.length === 1 && !/[\p{L}\d]/u.test(key);
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    ctrl === wanted.has('Ctrl') &&
    event.altKey === wanted.has('Alt') &&
    (sign || event.shiftKey === wanted.has('Shift'))
  );
}
