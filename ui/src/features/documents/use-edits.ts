/** What can be done with the blocks of a document, each in one step: typed, added, moved, taken out. */
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { FieldInfo, RowView } from '@/generated/wire.ts';
import { useEditable, useOff, useWords } from '@/lib/client.ts';
import { cellOf } from '@/lib/fields.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { type Landing, type Placed, stepped, steppedSection } from './places.ts';
import { beginningOf, followerOf, isSet, isWritten, levelOf } from './settings.ts';
import { type DocumentsState, kindOf } from './state.ts';
import type { Begun, Left } from './words-editor.tsx';

/** What is being typed: a block that is there, or a new one behind another (none: the first). */
export type Typing =
  | { sort: 'block'; id: string }
  | { sort: 'new'; kind: string; after: string | undefined; begun: Begun | undefined };

export interface Edits {
  typing: Typing | undefined;
  /** The block that one is at. */
  current: RowView | undefined;
  edit(id: string): void;
  /** Words are typed first; what shows rows of the plan is made at once. */
  add(kind: string, after: string | undefined): void;
  remove(): Promise<void>;
  move(by: 1 | -1): Promise<void>;
  /** A heading with all that stands below it. */
  moveSection(by: 1 | -1): Promise<void>;
  land(landing: Landing | undefined): Promise<void>;
  keep(block: RowView, field: string, value: string): Promise<void>;
  close(block: RowView, left: Left, given: boolean, begun: Begun): void;
  keepNew(text: string): Promise<void>;
  closeNew(left: Left, given: boolean, begun: Begun): void;
}

/** Blocks with the levels of those that are headings. */
export function placesOf(blocks: readonly RowView[]): readonly Placed[] {
  return blocks.map((block) => ({
    id: block.id,
    level: kindOf(block) === 'heading' ? levelOf(block) : undefined,
  }));
}

export interface EditsOptions {
  state: DocumentsState;
  document: string;
  blocks: readonly RowView[];
  fields: readonly FieldInfo[];
  /** A block that has the keys as soon as it is drawn. */
  wanted: RefObject<string | undefined>;
}

export function useEdits({ state, document, blocks, fields, wanted }: EditsOptions): Edits {
  const { client } = state;
  const editing = useEditing();
  const notices = useNotices();
  const { say } = useWords();
  const editable = useEditable();
  const off = useOff();
  const { block: at } = useStore(state.spot);
  const [typing, setTyping] = useState<Typing>();
  const running = useRef<Promise<void> | undefined>(undefined);
  const waits = useRef(false);
  /** The block that was made of what was typed last. */
  const made = useRef<string | undefined>(undefined);
  const ids = useMemo(() => blocks.map(({ id }) => id), [blocks]);
  const current = blocks.find(({ id }) => id === at);

  const go = useCallback(
    (block: string | undefined): void => {
      wanted.current = block;
      state.go({ block, by: 'outline' });
    },
    [state, wanted],
  );
  /** One step after the other: of a held key one press waits, the others are dropped. */
  const inTurn = useCallback(
    async (step: () => Promise<void>): Promise<void> => {
      if (running.current) {
        if (waits.current) {
          return;
        }
        waits.current = true;
        await running.current;
        waits.current = false;
      }
      running.current = step().catch(notices.report);
      await running.current;
      running.current = undefined;
    },
    [notices],
  );

  const make = async (kind: string, text: string, after: string | undefined): Promise<string | undefined> => {
    const before = blocks.find(({ id }) => id === after);
    const [first] = ids;
    const { created } = await client.write('block_add', {
      document,
      ...(after === undefined ? (first === undefined ? {} : { before: first }) : { after }),
      fields: {
        ...beginningOf(
          kind,
          before && { kind: kindOf(before), level: levelOf(before), numbered: isSet(before, 'numbered') },
        ),
        ...(text === '' ? {} : { text }),
      },
    });
    await state.caughtUp();
    return created ?? undefined;
  };
  /** As they are now, not as they were when the key was pressed. */
  const idsNow = (): readonly string[] => state.content.get().blocks.map(({ id }) => id);
  const put = async (landing: Landing | undefined): Promise<void> => {
    if (landing) {
      const { place, ids: moved, ...where } = landing;
      await client.write('rows_order', { kind: 'block', ids: [...moved], ...where });
      await state.caughtUp();
      go(moved[0]);
      client.said.emit(
        moved.length === 1
          ? say('documents-moved', { place, count: ids.length })
          : say('documents-moved-section', { blocks: moved.length, place, count: ids.length }),
      );
    }
  };

  return {
    typing,
    current,
    land: (landing) => inTurn(() => put(landing)),
    edit(id) {
      if (editable) {
        setTyping({ sort: 'block', id });
      } else {
        notices.tell({ tone: 'attention', text: off });
      }
    },
    add(kind, after) {
      if (isWritten(kind)) {
        setTyping({ sort: 'new', kind, after, begun: undefined });
        return;
      }
      void inTurn(async () => go(await make(kind, '', after)));
    },
    remove: () =>
      inTurn(async () => {
        const id = state.spot.get().block;
        const before = idsNow();
        if (id !== undefined && before.includes(id)) {
          const place = before.indexOf(id);
          await client.write('block_delete', { id });
          await state.caughtUp();
          // What comes to stand here has the keys, or the last one before it.
          go(before[place + 1] ?? before[place - 1]);
        }
      }),
    move: (by) =>
      inTurn(async () => {
        const id = state.spot.get().block;
        if (id !== undefined) {
          await put(stepped(idsNow(), id, by));
        }
      }),
    moveSection: (by) =>
      inTurn(async () => {
        const id = state.spot.get().block;
        if (id !== undefined) {
          await put(steppedSection(placesOf(state.content.get().blocks), id, by));
        }
      }),
    async keep(block, name, value) {
      const field = fields.find((one) => one.name === name);
      if (field) {
        const was = cellOf(block, name).value;
        await editing.keep({
          kind: 'block',
          id: block.id,
          field,
          value,
          typed: value,
          was,
          token: newToken(),
        });
        await state.caughtUp();
      }
    },
    close(block, left, given, begun) {
      const on = left === 'on' && !given;
      setTyping(on ? { sort: 'new', kind: followerOf(kindOf(block)), after: block.id, begun } : undefined);
      if (left === 'back') {
        wanted.current = block.id;
      }
    },
    async keepNew(text) {
      if (typing?.sort === 'new') {
        made.current = await make(typing.kind, text, typing.after);
        state.go({ block: made.current, by: 'outline' });
      }
    },
    closeNew(left, given, begun) {
      const last = made.current;
      made.current = undefined;
      const kind = typing?.sort === 'new' ? typing.kind : '';
      const on = left === 'on' && !given && last !== undefined;
      setTyping(on ? { sort: 'new', kind: followerOf(kind), after: last, begun } : undefined);
      if (!on && left !== 'away') {
        wanted.current = last ?? (typing?.sort === 'new' ? typing.after : undefined) ?? ids[0];
      }
    },
  };
}
