/** What was said in a session is noted with one key, whatever part of the details is shown. */
import { type RefObject, useMemo } from 'react';
import type { RowDetail } from '@/generated/wire.ts';
import { useClient, isEditable, offWords } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import { isSpokenOf } from './parts.ts';

export function useQuickStatement(
  detail: RowDetail | undefined,
  panel: RefObject<HTMLElement | null>,
  setTab: (tab: string) => void,
): void {
  const client = useClient();
  const kind = detail?.row.kind;
  const offer = useMemo((): readonly Command[] => {
    const { say } = client.words.get();
    return [
      {
        id: 'statement.new',
        label: () => say('inspector-told-quick'),
        icon: 'edit',
        keys: keysOf('statement.new'),
        once: true,
        when: () => kind !== undefined && isSpokenOf(kind) && isEditable(client),
        why: () => offWords(client),
        run: () => {
          setTab('told');
          // The part is drawn first; its button opens the dialog.
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              panel.current?.querySelector<HTMLElement>('[data-testid="add-statement"]')?.click(),
            ),
          );
        },
      },
    ];
  }, [client, kind, panel, setTab]);
  useCommands(offer);
}
