/** What was said in a session is noted with one key, whatever part of the details is shown, and also while they are still read. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { RowDetail, RowKey } from '@/generated/wire.ts';
import { useClient, isEditable, offWords } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import { isSpokenOf } from './parts.ts';

export function useQuickStatement(
  row: RowKey | undefined,
  detail: RowDetail | undefined,
  panel: RefObject<HTMLElement | null>,
  setTab: (tab: string) => void,
): void {
  const client = useClient();
  /** The row of which something is to be noted as soon as its details are there. */
  const [asked, setAsked] = useState<RowKey>();
  const here = useRef(row);
  useEffect(() => {
    here.current = row;
    // Whoever has gone on to another row means that one by the next press, and nothing by the last.
    setAsked((before) => (before && isSame(before, row) ? before : undefined));
  }, [row]);
  const kind = row?.kind;
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
        run: () => setAsked(here.current && { ...here.current }),
      },
    ];
  }, [client, kind]);
  useCommands(offer);
  const isThere = asked !== undefined && isSame(asked, row) && isSame(asked, detail?.row);
  useEffect(() => {
    if (!isThere) {
      return;
    }
    setAsked(undefined);
    setTab('told');
    // The part is drawn first; its button opens the dialog.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        panel.current?.querySelector<HTMLElement>('[data-testid="add-statement"]')?.click(),
      ),
    );
  }, [isThere, panel, setTab]);
}

function isSame(a: RowKey, b: RowKey | undefined): boolean {
  return a.kind === b?.kind && a.id === b.id;
}
