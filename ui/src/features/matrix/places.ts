/** Where the keys are in the annex: row, column, place in the cell; and where an arrow leads. Column 0 is the objective itself. */

export interface Place {
  row: number;
  column: number;
  slot: number;
}

/** For each row the number of places in each of its columns; none has no place at all. */
export type Shape = readonly (readonly number[])[];

export type Step = 'up' | 'down' | 'inward' | 'outward' | 'first' | 'last' | 'top' | 'bottom';

/** The step that a key asks for; arrows go where they point, also where the window is mirrored. */
export function stepOf(key: string, ctrl: boolean, mirrored: boolean): Step | undefined {
  switch (key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowRight':
      return mirrored ? 'outward' : 'inward';
    case 'ArrowLeft':
      return mirrored ? 'inward' : 'outward';
    case 'Home':
      return ctrl ? 'top' : 'first';
    case 'End':
      return ctrl ? 'bottom' : 'last';
    default:
      return undefined;
  }
}

/** Where a step leads; the same place, where it leads nowhere. */
export function walk(shape: Shape, from: Place, step: Step): Place {
  const cells = shape[from.row] ?? [];
  switch (step) {
    case 'up':
      return from.slot > 0 ? { ...from, slot: from.slot - 1 } : (vertical(shape, from, -1) ?? from);
    case 'down':
      return from.slot + 1 < (cells[from.column] ?? 0)
        ? { ...from, slot: from.slot + 1 }
        : (vertical(shape, from, 1) ?? from);
    case 'inward':
      return sideways(cells, from, from.column + 1, 1) ?? from;
    case 'outward':
      return sideways(cells, from, from.column - 1, -1) ?? from;
    case 'first':
      return sideways(cells, { ...from, slot: 0 }, 0, 1) ?? from;
    case 'last':
      return sideways(cells, { ...from, slot: 0 }, cells.length - 1, -1) ?? from;
    case 'top':
      return sideways(shape[0] ?? [], { row: 0, column: 0, slot: 0 }, 0, 1) ?? from;
    case 'bottom': {
      const row = shape.length - 1;
      const last = shape[row] ?? [];
      const found = sideways(last, { row, column: 0, slot: 0 }, last.length - 1, -1);
      return found ? { ...found, slot: Math.max((last[found.column] ?? 1) - 1, 0) } : from;
    }
  }
}

/** The nearest cell of the column above or below that has a place: its end that is nearer. */
function vertical(shape: Shape, from: Place, by: 1 | -1): Place | undefined {
  for (let row = from.row + by; row >= 0 && row < shape.length; row += by) {
    const count = shape[row]?.[from.column] ?? 0;
    if (count > 0) {
      return { row, column: from.column, slot: by === 1 ? 0 : count - 1 };
    }
  }
  return undefined;
}

function sideways(cells: readonly number[], from: Place, column: number, by: 1 | -1): Place | undefined {
  for (let at = column; at >= 0 && at < cells.length; at += by) {
    const count = cells[at] ?? 0;
    if (count > 0) {
      return { ...from, column: at, slot: Math.min(from.slot, count - 1) };
    }
  }
  return undefined;
}

/** The place nearest to one that may have gone. */
export function nearest(shape: Shape, { row, column, slot }: Place): Place {
  const count = shape[row]?.[column] ?? 0;
  if (count > 0) {
    return { row, column, slot: Math.min(slot, count - 1) };
  }
  return { row: Math.min(row, Math.max(shape.length - 1, 0)), column: 0, slot: 0 };
}

export function nameOf({ row, column, slot }: Place): string {
  return `${row}:${column}:${slot}`;
}

export function placeOf(name: string): Place {
  const [row = 0, column = 0, slot = 0] = name.split(':').map(Number);
  return { row, column, slot };
}
