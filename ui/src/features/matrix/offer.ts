/** The commands of the annex: for its keys and the palette. */
import { useEffect, useMemo, useRef } from 'react';
import type { AnnexLine } from '@/generated/wire.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import type { MatrixState } from './state.ts';

export interface AnnexBench {
  editable(): boolean;
  line(): AnnexLine | undefined;
  edit(): void;
  add(): void;
  remove(): Promise<void>;
  move(by: 1 | -1): Promise<void>;
}

export function useAnnexOffer({ client }: MatrixState, bench: AnnexBench): void {
  const now = useRef(bench);
  useEffect(() => {
    now.current = bench;
  }, [bench]);
  const offer = useMemo((): readonly Command[] => {
    const say = (key: string): string => client.words.get().say(key);
    const onLine = (): boolean => now.current.editable() && now.current.line() !== undefined;
    return [
      {
        id: 'annex.add',
        label: () => say('matrix-line-new'),
        icon: 'plus',
        keys: keysOf('annex.add'),
        once: true,
        when: () => now.current.editable(),
        run: () => now.current.add(),
      },
      {
        id: 'annex.edit',
        label: () => say('matrix-line-edit'),
        icon: 'edit',
        when: onLine,
        run: () => now.current.edit(),
      },
      {
        id: 'annex.remove',
        label: () => say('matrix-line-remove'),
        icon: 'delete',
        keys: keysOf('annex.remove'),
        leavesTyping: true,
        once: true,
        when: onLine,
        run: () => now.current.remove(),
      },
      {
        id: 'annex.up',
        label: () => say('matrix-line-up'),
        icon: 'up',
        keys: keysOf('annex.up'),
        leavesTyping: true,
        when: onLine,
        run: () => now.current.move(-1),
      },
      {
        id: 'annex.down',
        label: () => say('matrix-line-down'),
        icon: 'down',
        keys: keysOf('annex.down'),
        leavesTyping: true,
        when: onLine,
        run: () => now.current.move(1),
      },
    ];
  }, [client]);
  useCommands(offer);
}
