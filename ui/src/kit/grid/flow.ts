/** The flow of lines that a grid shows: headers of groups and rows, without the rows of collapsed groups. */
import type { GridGroup } from './types.ts';

export type Line = { kind: 'row'; index: number } | { kind: 'group'; group: GridGroup };

export class Flow {
  readonly lineCount: number;
  /** The line of each group's header. */
  readonly #starts: readonly number[];

  constructor(
    readonly rowCount: number,
    readonly groups: readonly GridGroup[] = [],
  ) {
    const starts: number[] = [];
    let line = 0;
    for (const group of groups) {
      starts.push(line);
      line += 1 + (group.collapsed ? 0 : group.count);
    }
    this.#starts = starts;
    this.lineCount = groups.length > 0 ? line : rowCount;
  }

  at(line: number): Line | undefined {
    if (line < 0 || line >= this.lineCount) {
      return undefined;
    }
    if (this.groups.length === 0) {
      return { kind: 'row', index: line };
    }
    const position = this.groupPositionOfLine(line);
    const group = this.groups[position];
    const start = this.#starts[position];
    if (!group || start === undefined) {
      return undefined;
    }
    return line === start ? { kind: 'group', group } : { kind: 'row', index: group.from + line - start - 1 };
  }

  /** Position of the group that a line belongs to, or -1. */
  groupPositionOfLine(line: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    let found = -1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= line) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  lineOfGroup(key: string): number | undefined {
    const position = this.groups.findIndex((group) => group.key === key);
    return position < 0 ? undefined : this.#starts[position];
  }

  /** The group that a row stands in, shown or not. */
  groupOfRow(index: number): GridGroup | undefined {
    return this.groups.find((group) => index >= group.from && index < group.from + group.count);
  }

  /** The line of a row; undefined when its group is collapsed or it does not exist. */
  lineOfRow(index: number): number | undefined {
    if (index < 0 || index >= this.rowCount) {
      return undefined;
    }
    if (this.groups.length === 0) {
      return index;
    }
    const position = this.groups.findIndex(
      (group) => index >= group.from && index < group.from + group.count,
    );
    const group = this.groups[position];
    const start = this.#starts[position];
    return !group || start === undefined || group.collapsed ? undefined : start + 1 + index - group.from;
  }

  /** The nearest row at or beyond a line, in a direction; undefined at the end. */
  rowFrom(line: number, direction: 1 | -1): number | undefined {
    for (let at = line; at >= 0 && at < this.lineCount; at += direction) {
      const found = this.at(at);
      if (found?.kind === 'row') {
        return found.index;
      }
    }
    return undefined;
  }
}
