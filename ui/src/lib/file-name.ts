/** A name for a file, of what may stand in one. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return `${plain === '' ? 'plan' : plain}${ending}`;
}
