/** The commands of a table: a new row, deleting, moving. */
import { useEffect, useMemo, useRef } from 'react';
import type { RowKey, RowView } from '@/generated/wire.ts';
import type { GridAhead, GridApi, GridRange } from '@/kit/index.ts';
import { isEditable, offWords } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { newToken } from '@/lib/editing.ts';
import { keysOf } from '@/lib/key-table.ts';
import { type Bench, createRow, deleteRows, moveRows, orderOff } from './actions.ts';
import { fitColumns } from './fit.ts';
import { openFind } from './find-bar.tsx';
import { useKeptViews } from './kept-views.ts';
import { withoutFilters } from './list.ts';
import { shownAs } from './saved.ts';
import { keepTyped, type TypedAhead } from './typed-ahead.ts';

export interface Offer {
  bench: Bench;
  grid: { readonly current: GridApi | null };
  active: string | undefined;
  onSelect: (key: RowKey) => void;
}

export function useOffer({ bench, grid, active, onSelect }: Offer): void {
  const current = useRef(active);
  const select = useRef(onSelect);
  useEffect(() => {
    current.current = active;
    select.current = onSelect;
  }, [active, onSelect]);
  const offer = useMemo((): readonly Command[] => {
    const { client, state } = bench;
    const { def, view } = state;
    const say = (key: string): string => client.words.get().say(key);
    const editable = (): boolean => isEditable(client);
    const rowHere = (): RowView | undefined => {
      const { rows } = view.getState();
      const index = current.current === undefined ? 0 : rows.indexOf(current.current);
      return index === undefined ? undefined : rows.get(index);
    };
    const create = async (ahead: TypedAhead): Promise<void> => {
      // What is being kept comes first: it would take the keys away from the new row.
      if (!(await client.editors.finish())) {
        return;
      }
      const askOwner = (): Promise<string | undefined> => ahead.during(bench.askOwner);
      const id = await createRow({ ...bench, askOwner }, rowHere());
      if (id !== undefined && !(await goToNew(id, ahead))) {
        await ahead.composed();
        await keepTitle(bench, id, ahead.typed());
      }
    };
    /** Opens the new row's title for what is typed; false if the person has gone elsewhere, and is left there. */
    const goToNew = async (id: string, ahead: TypedAhead): Promise<boolean> => {
      const isHidden = await showRow(bench, id, ahead);
      const index = ahead.isLeft() ? undefined : await view.reach(id);
      const selectIt = (): void => select.current({ kind: def.kind, id });
      if (ahead.isLeft()) {
        if (isHidden) {
          tellOfHidden(bench, selectIt);
        }
        // Among the rows and in the details another selection would take the keys along.
        if (!document.activeElement?.closest('[role="grid"], [data-region="inspector"]')) {
          selectIt();
        }
        return false;
      }
      selectIt();
      // The grid knows of the row in the next frame, and has drawn it in the one after: only then is there a cell to edit. What
      // is typed takes the title's place, and nothing else's.
      await frame();
      if (ahead.isLeft() || !grid.current?.scrollToRow(id, index, def.title)) {
        return false;
      }
      await frame();
      await ahead.composed();
      const isOpen = !ahead.isLeft() && grid.current?.startEdit('over') === true;
      return isOpen && grid.current.typeAhead(id, def.title, ahead.typed());
    };
    let ahead: TypedAhead | undefined;
    /** One row at a time: who asks for another one meanwhile means the one that is coming. */
    const createOne = async (): Promise<void> => {
      if (ahead) {
        ahead.resume();
        return;
      }
      ahead = keepTyped(say(def.words.create));
      try {
        await create(ahead);
      } finally {
        ahead.release();
        ahead = undefined;
      }
    };
    const range = (): GridRange | undefined => grid.current?.range();
    const move = (by: 1 | -1) => async (): Promise<void> => {
      if ((await client.editors.finish()) && current.current !== undefined) {
        const index = bench.state.view.getState().rows.indexOf(current.current);
        const { from, to } = range() ?? { from: index, to: index };
        if (from !== undefined && to !== undefined) {
          await moveRows(bench, from, to, by);
        }
      }
    };
    const movable = (): boolean =>
      editable() && current.current !== undefined && orderOff(bench.state) === undefined;
    const whyNot = (): string => {
      const off = orderOff(bench.state);
      return editable() && off !== undefined ? say(off) : offWords(client);
    };
    return [
      {
        id: `${def.kind}.new`,
        label: () => say(def.words.create),
        icon: 'plus',
        keys: keysOf('row.new'),
        once: true,
        when: editable,
        run: createOne,
      },
      {
        id: `${def.kind}.delete`,
        label: () => say(def.words.remove),
        icon: 'delete',
        keys: keysOf('row.delete'),
        leavesTyping: true,
        once: true,
        when: () => editable() && current.current !== undefined,
        run: async () => {
          // Which rows these are is known once what is being kept has been.
          const selected = (await client.editors.finish()) ? range() : undefined;
          if (selected) {
            await deleteRows(bench, selected);
          }
        },
      },
      {
        id: `${def.kind}.up`,
        label: () => say('row-up'),
        icon: 'up',
        keys: keysOf('row.up'),
        leavesTyping: true,
        when: movable,
        why: whyNot,
        run: move(-1),
      },
      {
        id: `${def.kind}.down`,
        label: () => say('row-down'),
        icon: 'down',
        keys: keysOf('row.down'),
        leavesTyping: true,
        when: movable,
        why: whyNot,
        run: move(1),
      },
      {
        id: `${def.kind}.bulk`,
        label: () => say('bulk'),
        icon: 'edit',
        when: () => editable() && current.current !== undefined,
        why: () => offWords(client),
        run: async () => {
          const selected = (await client.editors.finish()) ? range() : undefined;
          if (selected) {
            bench.show({ task: 'bulk', range: selected });
          }
        },
      },
      {
        id: `${def.kind}.find`,
        label: () => say('find'),
        icon: 'search',
        keys: keysOf('table.find'),
        run: () => openFind(bench.state, 'find'),
      },
      {
        id: `${def.kind}.replace`,
        label: () => say('find-and-replace'),
        icon: 'swap',
        keys: keysOf('table.replace'),
        run: () => openFind(bench.state, 'replace'),
      },
      {
        id: `${def.kind}.sort`,
        label: () => say('sort-title'),
        icon: 'ascending',
        run: () => bench.show({ task: 'sort' }),
      },
      {
        id: `${def.kind}.fit`,
        label: () => say('column-fit-all'),
        run: () => fitColumns(bench, grid, bench.state.list.get().columns),
      },
      {
        id: `${def.kind}.view`,
        label: () => say('views-save-as'),
        icon: 'save',
        run: () => bench.show({ task: 'save' }),
      },
    ];
  }, [bench, grid]);
  useCommands(offer);
  const kept = useKeptViews(bench.state);
  const views = useMemo(
    () =>
      kept.map(
        ({ view }): Command => ({
          id: `${bench.state.def.kind}.view.${view.id}`,
          label: () => bench.client.words.get().say('views-show', { name: view.name }),
          icon: 'filter',
          run: () => bench.state.list.set(shownAs(view, bench.state.list.get())),
        }),
      ),
    [bench, kept],
  );
  useCommands(views);
}

function frame(): Promise<void> {
  return new Promise((drawn) => {
    requestAnimationFrame(() => drawn());
  });
}

/**
 * Makes a row visible: groups that are folded open, and filters that hide it go, which is said and taken back at a wish. Not for
 * who has gone elsewhere: then the answer is whether the filters hide it.
 */
async function showRow({ client, notices, state }: Bench, id: string, ahead: TypedAhead): Promise<boolean> {
  const { list, view } = state;
  const isHidden = (await view.position(id)) === undefined;
  if (ahead.isLeft()) {
    return isHidden;
  }
  if (isHidden) {
    const { say } = client.words.get();
    const { text, filters, conditions } = list.get();
    // The table hears of it, and asks anew.
    list.set(withoutFilters(list.get()));
    await view.reload();
    notices.tell({
      tone: 'info',
      text: say('filters-gone'),
      action: {
        label: say('filters-again'),
        run: () => list.set({ ...list.get(), text, filters, conditions }),
      },
    });
  }
  list.set({ ...list.get(), collapsed: new Set() });
  return false;
}

function tellOfHidden({ client, notices, state }: Bench, selectIt: () => void): void {
  const { say } = client.words.get();
  const run = (): void => {
    state.list.set(withoutFilters(state.list.get()));
    selectIt();
  };
  notices.tell({ tone: 'info', text: say('filters-hide-new'), action: { label: say('filters-clear'), run } });
}

/** The title was typed before the person went elsewhere: it is kept without an editor. */
async function keepTitle(
  { client, editing, state }: Bench,
  id: string,
  [first]: readonly GridAhead[],
): Promise<void> {
  const { def, view } = state;
  const field = client.kinds
    .get()
    .get(def.kind)
    ?.fields.find(({ name }) => name === def.title);
  const title = first && 'text' in first ? first.text.trim() : '';
  if (field && title !== '') {
    const was = client.words.get().say(def.words.newTitle);
    const edit = { kind: def.kind, id, field, value: title, typed: title, was, token: newToken() };
    const written = await editing.keep(edit);
    await view.caughtUp(written.op);
  }
}
