/** Goes to the tab and to the line that somebody wanted to see, once the row is there. */
import { type RefObject, useEffect } from 'react';
import type { RowDetail } from '@/generated/wire.ts';
import { useStore } from '@/lib/store.ts';
import { wished } from '@/lib/wished.ts';

export function useWished(
  detail: RowDetail | undefined,
  panel: RefObject<HTMLElement | null>,
  setTab: (tab: string) => void,
): void {
  const wish = useStore(wished);
  const isHere = wish !== undefined && wish.id === detail?.row.id;
  useEffect(() => {
    if (!wish || !isHere) {
      return;
    }
    wished.set(undefined);
    setTab(wish.tab ?? 'details');
    if (wish.tab === undefined && wish.field !== '') {
      // The line is drawn with the tab; the one that opens the details takes the focus first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const line = panel.current?.querySelector<HTMLElement>(`[data-field="${wish.field}"] .i-edit`);
          line?.scrollIntoView({ block: 'center' });
          line?.focus();
        }),
      );
    }
  }, [wish, isHere, panel, setTab]);
}
