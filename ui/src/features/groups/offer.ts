/** The commands of the screen: for its buttons, its menu, its keys and the palette. */
import { useMemo } from 'react';
import { isEditable, NOW } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import type { Notices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { EVERYTHING } from '@/lib/views.ts';
import type { GroupsState } from './state.ts';
import { siblingOf } from './tree.ts';

export type DialogName = 'new' | 'sub' | 'move' | 'conclude' | 'succeed' | 'assign';

export interface Bench {
  state: GroupsState;
  notices: Notices;
  ask(dialog: DialogName): void;
  /** Keys go to the tree. */
  focusTree(): void;
  focusFilter(): void;
}

export function useOffer({ state, notices, ask, focusTree, focusFilter }: Bench): void {
  const part = useStore(state.part);
  const offer = useMemo((): readonly Command[] => {
    const { client } = state;
    const say = (key: string): string => client.words.get().say(key);
    const editable = (): boolean => isEditable(client);
    const chosen = (): boolean => editable() && state.chosen.get() !== undefined;
    const move = (by: 1 | -1) => async (): Promise<void> => {
      const id = state.chosen.get();
      const other = id === undefined ? undefined : siblingOf(state.tree.get().nodes, id, by);
      if (id !== undefined && other !== undefined) {
        // One up is the neighbour one down.
        const [row, after] = by === 1 ? [id, other] : [other, id];
        await client.write('rows_order', { kind: 'group', ids: [row], after });
        await state.caughtUp();
      }
    };
    // In the table of assignments these keys are those of its rows.
    const onCard = (id: Parameters<typeof keysOf>[0]): readonly string[] =>
      part === 'roles' ? keysOf(id) : [];
    return [
      {
        id: 'group.new',
        label: () => say('groups-new'),
        icon: 'plus',
        keys: onCard('group.new'),
        when: editable,
        run: () => ask('new'),
      },
      {
        id: 'group.new_sub',
        label: () => say('groups-new-sub'),
        icon: 'tree',
        when: chosen,
        run: () => ask('sub'),
      },
      {
        id: 'assignment.new',
        label: () => say('groups-new-assignment'),
        icon: 'person',
        keys: keysOf(part === 'roles' ? 'assignment.new' : 'row.new'),
        leavesTyping: true,
        when: chosen,
        run: () => ask('assign'),
      },
      {
        id: 'group.conclude',
        label: () => say('groups-conclude'),
        icon: 'check',
        when: chosen,
        run: () => ask('conclude'),
      },
      {
        id: 'group.succeed',
        label: () => say('groups-succeed'),
        icon: 'forward',
        when: chosen,
        run: () => ask('succeed'),
      },
      {
        id: 'group.move',
        label: () => say('groups-move'),
        icon: 'groups',
        when: chosen,
        run: () => ask('move'),
      },
      {
        id: 'group.up',
        label: () => say('groups-up'),
        icon: 'up',
        keys: onCard('group.up'),
        leavesTyping: true,
        when: chosen,
        run: move(-1),
      },
      {
        id: 'group.down',
        label: () => say('groups-down'),
        icon: 'down',
        keys: onCard('group.down'),
        leavesTyping: true,
        when: chosen,
        run: move(1),
      },
      {
        id: 'group.delete',
        label: () => say('groups-delete'),
        icon: 'delete',
        keys: onCard('group.delete'),
        leavesTyping: true,
        once: true,
        when: chosen,
        run: async () => {
          const id = state.chosen.get();
          if (id !== undefined && (await isMeant(state, notices, id))) {
            await client.write('group_delete', { id });
            await state.caughtUp();
            focusTree();
          }
        },
      },
      {
        id: 'group.find',
        label: () => say('groups-find'),
        icon: 'search',
        keys: keysOf('group.find'),
        run: focusFilter,
      },
    ];
  }, [state, notices, part, ask, focusTree, focusFilter]);
  useCommands(offer);
}

/** Whether a group is to be deleted, asked with what goes with it: the tree and the roles are changed far from where one looks. */
async function isMeant({ client, tree }: GroupsState, notices: Notices, id: string): Promise<boolean> {
  const { say } = client.words.get();
  const node = tree.get().nodes.find((one) => one.id === id);
  const { count } = await client.call('view_get', {
    kind: 'assignment',
    source: NOW,
    query: { ...EVERYTHING, filters: [{ field: 'group', any: [id] }] },
    from: 0,
    to: 1,
    fields: ['id'],
  });
  return notices.ask({
    title: say('groups-delete-title', { group: node?.title ?? '' }),
    text: say('groups-delete-text', { groups: node?.children ?? 0, roles: count }),
    yes: say('groups-delete'),
    no: say('cancel'),
  });
}
