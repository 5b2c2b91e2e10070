import { type ClipboardEvent, memo, type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import { showSigns } from '../hidden-signs.ts';
import { Icon } from '../icon.tsx';
import { Badge } from '../marks.tsx';
import type { KitStrings } from '../strings.tsx';
import { CellInput } from './cell-input.tsx';
import type { GridController } from './controller.ts';
import { directionOf } from './direction.ts';
import { pinnedAt } from './layout.ts';
import type { GridColumn, GridGroup } from './types.ts';

export interface LineBox {
  /** Line in the flow, from 0. */
  line: number;
  /** Pixels from the start of the body; undefined for a header that sticks to the top. */
  offset: number | undefined;
  measure: Ref<HTMLDivElement>;
}

export interface RowViewProps<Row> extends LineBox {
  index: number;
  row: Row | undefined;
  sameRow: ((before: Row, after: Row) => boolean) | undefined;
  tone: 'quiet' | undefined;
  columns: readonly GridColumn<Row>[];
  controller: GridController<Row>;
  gridId: string;
  /** The key of the active cell's column, in the active row. */
  active: string | undefined;
  /** Positions of the first and last selected column, or -1. */
  rangeFrom: number;
  rangeTo: number;
  readOnly: boolean;
  onCopy: (event: ClipboardEvent) => void;
  onPasteMany: (text: string, html: string) => void;
  hasFocus: () => boolean;
}

function RowViewInner<Row>(props: RowViewProps<Row>) {
  const { line, offset, measure, index, row, columns, gridId, active, rangeFrom, rangeTo } = props;
  const headed = columns.find((column) => column.rowHeader);
  const pinned = pinnedAt(columns);
  return (
    <div
      ref={measure}
      role="row"
      className="k-grid-row"
      data-index={line}
      data-row={index}
      data-tone={props.tone}
      data-active={active === undefined ? undefined : true}
      aria-rowindex={line + 2}
      aria-busy={row === undefined || undefined}
      style={{ transform: `translateY(${offset ?? 0}px)` }}
    >
      {columns.map((column, position) => {
        const isActive = active === column.key;
        const inRange = position >= rangeFrom && position <= rangeTo;
        const cellId = `${gridId}-${line}-${position}`;
        return (
          <div
            key={column.key}
            id={cellId}
            role={column.rowHeader ? 'rowheader' : 'gridcell'}
            className="k-grid-cell"
            data-column={column.key}
            data-active={isActive || undefined}
            data-range={inRange || undefined}
            data-quiet={column.quiet || undefined}
            data-lines={column.lines}
            data-align={column.align}
            data-pinned={pinned[position] === undefined ? undefined : true}
            style={pinned[position] === undefined ? undefined : { insetInlineStart: pinned[position] }}
            aria-colindex={position + 1}
            aria-selected={isActive || inRange || undefined}
            aria-readonly={isReadOnly(props, column) || undefined}
          >
            {row === undefined ? (
              <span className="k-grid-skeleton" data-narrow={position % 3 === 0 || undefined} />
            ) : (
              <Content column={column} row={row} />
            )}
            {isActive && row !== undefined ? (
              <CellInput
                controller={props.controller}
                column={column}
                row={row}
                gridId={gridId}
                labelledBy={labels(gridId, line, position, headed ? columns.indexOf(headed) : -1)}
                onCopy={props.onCopy}
                onPasteMany={props.onPasteMany}
                hasFocus={props.hasFocus}
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

/** Drawn again only when something of this row has changed. */
export const RowView = memo(RowViewInner, isDrawn) as typeof RowViewInner;

function isDrawn<Row>(before: RowViewProps<Row>, after: RowViewProps<Row>): boolean {
  const names = Object.keys(after) as (keyof RowViewProps<Row>)[];
  return names.every(
    (name) => Object.is(before[name], after[name]) || (name === 'row' && isSame(before.row, after)),
  );
}

function isSame<Row>(before: Row | undefined, { row, sameRow }: RowViewProps<Row>): boolean {
  return before !== undefined && row !== undefined && sameRow?.(before, row) === true;
}

function Content<Row>({ column, row }: { column: GridColumn<Row>; row: Row }): ReactNode {
  const text = column.text(row);
  if (column.editor === 'flag' && !column.render) {
    return (
      <span className="k-grid-flag" data-on={column.value?.(row) === true || undefined}>
        <Icon name="check" size={12} />
        <span className="k-hidden">{text}</span>
      </span>
    );
  }
  return (
    // A text is cut at its own end, in a window of the other direction too.
    <span className="k-grid-text" dir={directionOf(text)}>
      {column.render ? column.render(row) : showSigns(text)}
    </span>
  );
}

function isReadOnly<Row>({ row, readOnly }: RowViewProps<Row>, column: GridColumn<Row>): boolean {
  return readOnly || column.editor === 'none' || (row !== undefined && column.readOnly?.(row) === true);
}

/** The header of the column, then the cell that names the row: the text area itself holds the value. */
function labels(gridId: string, line: number, position: number, headed: number): string {
  const own = `${gridId}-head-${position}`;
  return headed < 0 || headed === position ? own : `${own} ${gridId}-${line}-${headed}`;
}

export interface GroupViewProps extends LineBox {
  group: GridGroup;
  strings: KitStrings;
  columnCount: number;
  isActive: boolean;
  onToggle: (key: string) => void;
  hasFocus: () => boolean;
}

/** The header of a group: one button over all columns. */
export const GroupView = memo(function GroupView(props: GroupViewProps) {
  const { group, line, offset, measure, strings, columnCount, isActive, onToggle, hasFocus } = props;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isActive && hasFocus()) {
      button.current?.focus({ preventScroll: true });
    }
  }, [isActive, hasFocus]);
  return (
    <div
      ref={measure}
      role="row"
      className="k-grid-group"
      data-index={line}
      data-group={group.key}
      data-sticks={offset === undefined || undefined}
      data-active={isActive || undefined}
      aria-rowindex={line + 2}
      style={offset === undefined ? undefined : { transform: `translateY(${offset}px)` }}
    >
      <div role="gridcell" className="k-grid-group-cell" aria-colindex={1} aria-colspan={columnCount}>
        <button
          ref={button}
          type="button"
          className="k-grid-group-button"
          tabIndex={isActive ? 0 : -1}
          aria-expanded={!group.collapsed}
          onClick={() => onToggle(group.key)}
        >
          <span className="k-grid-group-words">
            <Icon name={group.collapsed ? 'forward' : 'down'} />
            {group.badge === undefined ? null : <Badge>{group.badge}</Badge>}
            <bdi className="k-grid-group-label">{group.label}</bdi>
            <bdi className="k-grid-group-count">{strings.rows(group.count)}</bdi>
          </span>
        </button>
      </div>
    </div>
  );
});
