/** The menu of a cell, by the other button of the mouse or by the key of menus: what can be done there, each with its keys. */
import { type MouseEvent, type ReactNode, type RefObject, useState } from 'react';
import type { RowKey } from '@/generated/wire.ts';
import { type GridApi, type GridRange, MenuItem, MenuSeparator, PointMenu } from '@/kit/index.ts';
import { useOff, useWords } from '@/lib/client.ts';
import { offOf, useCommandList } from '@/lib/commands.ts';
import { commandKeys, keyWords } from '@/lib/key-words.ts';
import type { Bench } from './actions.ts';

export interface CellMenuProps {
  bench: Bench;
  grid: RefObject<GridApi | null>;
  onOpen: (key: RowKey) => void;
}

interface Shown {
  x: number;
  y: number;
  range: GridRange;
}

/** What the frame of the grid listens to, and the menu while it is open. */
export function useCellMenu({ bench, grid, onOpen }: CellMenuProps): {
  onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  menu: ReactNode;
} {
  const { def } = bench.state;
  const { say } = useWords();
  const commands = useCommandList();
  const off = useOff();
  const [shown, setShown] = useState<Shown>();
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    const cell = target?.closest('.k-grid-row .k-grid-cell');
    // A text that is being typed has the menu that all texts have.
    if (!target || !cell || target.closest('[data-editing]')) {
      return;
    }
    event.preventDefault();
    // The press has chosen the cell; by the key it is the one where one is, and the menu stands below it.
    const range = grid.current?.range();
    const { left, bottom } = cell.getBoundingClientRect();
    const isKey = event.clientX === 0 && event.clientY === 0;
    if (range) {
      setShown({ x: isKey ? left : event.clientX, y: isKey ? bottom : event.clientY, range });
    }
  };
  /** In the cell, which has the keys again once the menu has gone. */
  const inCell = (act: (grid: GridApi) => void) => () =>
    afterFrames(2, () => {
      grid.current?.focus();
      if (grid.current) {
        act(grid.current);
      }
    });
  const run = (name: string) => {
    const command = commands.find(`${def.kind}.${name}`);
    return command ? (
      <MenuItem
        id={name}
        label={command.label()}
        shortcut={commandKeys(command, say)}
        off={off === '' ? offOf(command) : off}
        danger={name === 'delete'}
        onAction={() => void commands.run(command.id)}
      />
    ) : null;
  };
  const [first] = shown?.range.rowIds ?? [];
  const menu = shown ? (
    <PointMenu
      at={shown}
      label={say('cell-menu')}
      onClose={() => {
        setShown(undefined);
        // Nothing else has the keys now, unless what was chosen has taken them.
        afterFrames(2, () => document.activeElement === document.body && grid.current?.focus());
      }}
    >
      <MenuItem
        id="edit"
        label={say('cell-menu-edit')}
        shortcut={keyWords('F2', say)}
        off={off}
        onAction={inCell((cells) => cells.startEdit())}
      />
      <MenuItem
        id="cut"
        label={say('cell-menu-cut')}
        shortcut={keyWords('Ctrl+X', say)}
        off={off}
        onAction={inCell((cells) => cells.clip('cut'))}
      />
      <MenuItem
        id="copy"
        label={say('cell-menu-copy')}
        shortcut={keyWords('Ctrl+C', say)}
        onAction={inCell((cells) => cells.clip('copy'))}
      />
      <MenuItem
        id="paste"
        label={say('cell-menu-paste')}
        shortcut={keyWords('Ctrl+V', say)}
        off={off === '' ? say('cell-menu-paste-keys') : off}
      />
      <MenuSeparator />
      {first === undefined ? null : (
        <MenuItem
          id="open"
          label={say('cell-menu-open')}
          shortcut={keyWords('Alt+Enter', say)}
          onAction={() => onOpen({ kind: def.kind, id: first })}
        />
      )}
      {run('new')}
      {run('bulk')}
      {run('up')}
      {run('down')}
      {run('delete')}
    </PointMenu>
  ) : null;
  return { onContextMenu, menu };
}

function afterFrames(count: number, act: () => void): void {
  if (count === 0) {
    act();
  } else {
    requestAnimationFrame(() => afterFrames(count - 1, act));
  }
}
