/** Theme and text size of the whole window. */

/** `system` follows what the desktop says, including its wish for more contrast. */
export type Theme = 'system' | 'light' | 'dark' | 'contrast';

/** Shows a theme; answers with a function that stops following the system. */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): () => void {
  if (theme !== 'system') {
    root.dataset['theme'] = theme;
    return () => undefined;
  }
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const follow = (): void => {
    if (contrast.matches) {
      root.dataset['theme'] = 'contrast';
    } else {
      delete root.dataset['theme'];
    }
  };
  follow();
  contrast.addEventListener('change', follow);
  return () => contrast.removeEventListener('change', follow);
}

export const TEXT_SIZES = [0.85, 0.925, 1, 1.1, 1.25, 1.4, 1.6, 1.8, 2] as const;

/** Sets the text size: 1 is normal. */
export function applyTextSize(size: number, root: HTMLElement = document.documentElement): void {
  root.style.setProperty('--zoom', String(size));
}

/** The next text size up or down, staying within TEXT_SIZES. */
export function nextTextSize(size: number, step: 1 | -1): number {
  const nearest = TEXT_SIZES.reduce(
    (best, candidate, index) =>
      Math.abs(candidate - size) < Math.abs((TEXT_SIZES[best] ?? 1) - size) ? index : best,
    0,
  );
  const index = Math.min(TEXT_SIZES.length - 1, Math.max(0, nearest + step));
  return TEXT_SIZES[index] ?? 1;
}
