/** The commands of the screen: for its buttons, menus, keys and the palette. */
import { useEffect, useMemo, useRef } from 'react';
import { isEditable, offWords } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import type { DocumentsState } from './state.ts';

/** What is done with the block that one is at. */
export interface BlockBench {
  block(): string | undefined;
  isWritten(): boolean;
  edit(): void;
  add(kind: string): void;
  remove(): Promise<void>;
  move(by: 1 | -1): Promise<void>;
  isHeading(): boolean;
  moveSection(by: 1 | -1): Promise<void>;
}

export function useBlockOffer({ client }: DocumentsState, bench: BlockBench): void {
  const now = useRef(bench);
  useEffect(() => {
    now.current = bench;
  });
  const offer = useMemo((): readonly Command[] => {
    const say = (key: string): string => client.words.get().say(key);
    const isOn = (): boolean => isEditable(client) && now.current.block() !== undefined;
    const why = (): string => offWords(client) || say('documents-off-block');
    return [
      {
        id: 'block.add',
        label: () => say('documents-add-paragraph'),
        icon: 'plus',
        keys: keysOf('block.add'),
        once: true,
        when: () => isEditable(client),
        why: () => offWords(client),
        run: () => now.current.add('paragraph'),
      },
      {
        id: 'block.heading',
        label: () => say('documents-add-heading'),
        icon: 'plus',
        keys: keysOf('block.heading'),
        once: true,
        when: () => isEditable(client),
        why: () => offWords(client),
        run: () => now.current.add('heading'),
      },
      {
        id: 'block.edit',
        label: () => say('documents-block-edit'),
        icon: 'edit',
        when: () => isOn() && now.current.isWritten(),
        why,
        run: () => now.current.edit(),
      },
      {
        id: 'block.up',
        label: () => say('documents-block-up'),
        icon: 'up',
        keys: keysOf('block.up'),
        leavesTyping: true,
        when: isOn,
        why,
        run: () => now.current.move(-1),
      },
      {
        id: 'block.down',
        label: () => say('documents-block-down'),
        icon: 'down',
        keys: keysOf('block.down'),
        leavesTyping: true,
        when: isOn,
        why,
        run: () => now.current.move(1),
      },
      {
        id: 'block.section-up',
        label: () => say('documents-section-up'),
        icon: 'up',
        keys: keysOf('block.section-up'),
        leavesTyping: true,
        when: () => isOn() && now.current.isHeading(),
        why: () => offWords(client) || say('documents-off-heading'),
        run: () => now.current.moveSection(-1),
      },
      {
        id: 'block.section-down',
        label: () => say('documents-section-down'),
        icon: 'down',
        keys: keysOf('block.section-down'),
        leavesTyping: true,
        when: () => isOn() && now.current.isHeading(),
        why: () => offWords(client) || say('documents-off-heading'),
        run: () => now.current.moveSection(1),
      },
      {
        id: 'block.delete',
        label: () => say('documents-block-delete'),
        icon: 'delete',
        keys: keysOf('block.delete'),
        leavesTyping: true,
        once: true,
        when: isOn,
        why,
        run: () => now.current.remove(),
      },
    ];
  }, [client]);
  useCommands(offer);
}

/** What is done with the document that is shown. */
export interface DocumentBench {
  create(): void;
  revise(): Promise<void>;
  remove(): Promise<void>;
  export(): void;
  /** Word, with what changed since the newest file marked. */
  redline(): Promise<void>;
  /** Word, with what is another than in the document that it revises marked. */
  revised(): Promise<void>;
}

export function useDocumentOffer({ client, chosen, content }: DocumentsState, bench: DocumentBench): void {
  const now = useRef(bench);
  useEffect(() => {
    now.current = bench;
  });
  const offer = useMemo((): readonly Command[] => {
    const say = (key: string): string => client.words.get().say(key);
    const isOn = (): boolean => isEditable(client) && chosen.get() !== undefined;
    const why = (): string => offWords(client) || say('documents-off-none');
    const isMade = (): boolean =>
      content.get().documents.some(({ id, made }) => id === chosen.get() && made !== null);
    const isRevision = (): boolean =>
      content.get().documents.some(({ id, revision_of }) => id === chosen.get() && revision_of !== null);
    return [
      {
        id: 'document.new',
        label: () => say('documents-new'),
        icon: 'plus',
        once: true,
        when: () => isEditable(client),
        why: () => offWords(client),
        run: () => now.current.create(),
      },
      {
        id: 'document.revise',
        label: () => say('documents-revise'),
        icon: 'copy',
        when: isOn,
        why,
        run: () => now.current.revise(),
      },
      {
        id: 'document.export',
        label: () => say('documents-export'),
        icon: 'download',
        keys: keysOf('document.export'),
        when: () => chosen.get() !== undefined,
        why: () => say('documents-off-none'),
        run: () => now.current.export(),
      },
      {
        id: 'document.redline',
        label: () => say('documents-redline'),
        icon: 'download',
        when: () => isMade(),
        why: () => say(chosen.get() === undefined ? 'documents-off-none' : 'documents-files-none'),
        run: () => now.current.redline(),
      },
      {
        id: 'document.revised',
        label: () => say('documents-redline-revised'),
        icon: 'download',
        when: isRevision,
        why: () => say(chosen.get() === undefined ? 'documents-off-none' : 'documents-off-revision'),
        run: () => now.current.revised(),
      },
      {
        id: 'document.delete',
        label: () => say('documents-delete'),
        icon: 'delete',
        when: isOn,
        why,
        run: () => now.current.remove(),
      },
    ];
  }, [client, chosen, content]);
  useCommands(offer);
}
