import type { KindInfo } from '@/generated/wire.ts';
import type { ScreenName } from '@/lib/screen.ts';
import type { Say } from '@/lib/words.ts';

/** The name of a screen: that of the rows that it lists, or one of its own. */
export function screenLabel(
  kinds: ReadonlyMap<string, KindInfo>,
  say: Say,
  name: ScreenName,
  kind: string | undefined,
): string {
  return kind === undefined ? say(`screen-${name}`) : (kinds.get(kind)?.plural ?? '');
}
