import {
  type ClipboardEvent,
  type CSSProperties,
  memo,
  type ReactNode,
  useLayoutEffect,
  useRef,
} from 'react';
import { showSigns } from '../hidden-signs.ts';
import { Icon } from '../icon.tsx';
import { Badge } from '../marks.tsx';
import type { KitStrings } from '../strings.tsx';
import { CellInput } from './cell-input.tsx';
import type { GridController } from './controller.ts';
import { directionOf } from './direction.ts';
import { pinnedAt } from './layout.ts';
import type { LineKey } from './slots.ts';
import type { GridColumn, GridGroup, GridMark } from './types.ts';

export interface LineBox {
  /** Line in the flow, from 0. */
  line: number;
  /** Pixels from the start of the body; undefined for a header that sticks to the top. */
  offset: number | undefined;
  /** Keeps its height known, until what is returned is called. */
  observe: (element: HTMLElement | null) => (() => void) | undefined;
}

export interface RowViewProps<Row> extends LineBox {
  /** Nobody sees it: its elements wait for a row that comes. */
  spare: boolean;
  /** Which line it is: another one has another height. */
  lineKey: LineKey;
  measure: (element: HTMLElement | null) => void;
  index: number;
  row: Row | undefined;
  sameRow: ((before: Row, after: Row) => boolean) | undefined;
  tone: 'quiet' | undefined;
  mark: ((row: Row) => GridMark | undefined) | undefined;
  columns: readonly GridColumn<Row>[];
  controller: GridController<Row>;
  gridId: string;
  /** The key of the active cell's column, in the active row. */
  active: string | undefined;
  /** Positions of the first and last selected column, or -1. */
  rangeFrom: number;
  rangeTo: number;
  /** Positions of the first and last column that are cut here, or -1. */
  cutFrom: number;
  cutTo: number;
  /** They begin, or end, with this row. */
  cutFirst: boolean;
  cutLast: boolean;
  /** A row that is dragged would go here. */
  drop: 'before' | 'behind' | undefined;
  /** It has a grip to be dragged by. */
  movable: boolean;
  readOnly: boolean;
  onCopy: (event: ClipboardEvent, cut: boolean) => void;
  onPasteMany: (text: string, html: string) => void;
  hasFocus: () => boolean;
}

function RowViewInner<Row>(props: RowViewProps<Row>) {
  const { spare, lineKey, line, offset, observe, measure, index, row, active } = props;
  const mark = row === undefined ? undefined : props.mark?.(row);
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (spare ? undefined : observe(element.current)), [observe, spare]);
  useLayoutEffect(() => {
    if (!spare) {
      measure(element.current);
    }
  }, [measure, lineKey, spare]);
  return (
    <div
      ref={element}
      data-tone={props.tone}
      data-mark={mark?.row}
      data-drop={props.drop}
      data-active={active === undefined ? undefined : true}
      aria-busy={row === undefined || undefined}
      {...(spare
        ? SPARE
        : {
            role: 'row',
            className: 'k-grid-row',
            'data-index': line,
            'data-row': index,
            'aria-rowindex': line + 2,
            style: { transform: `translateY(${offset ?? 0}px)` },
          })}
    >
      <Cells {...props} />
    </div>
  );
}

/** Nobody finds it, neither by eye nor by ear. */
const SPARE = { className: 'k-grid-spare', hidden: true } as const;

function CellsInner<Row>(props: RowViewProps<Row>): ReactNode {
  const { lineKey, row, columns, gridId, active, rangeFrom, rangeTo } = props;
  const headed = columns.findIndex((column) => column.rowHeader);
  const pinned = pinnedStyles(columns);
  const mark = row === undefined ? undefined : props.mark?.(row);
  return columns.map((column, position) => {
    const isActive = active === column.key;
    const inRange = position >= rangeFrom && position <= rangeTo;
    return (
      <div
        key={column.key}
        // What names the active cell needs an id; the others are spared a new one in every frame.
        id={active !== undefined && position === headed ? nameId(gridId) : undefined}
        role={column.rowHeader ? 'rowheader' : 'gridcell'}
        className="k-grid-cell"
        data-column={column.key}
        data-active={isActive || undefined}
        data-range={inRange || undefined}
        data-cut={cutEdges(props, position)}
        data-quiet={column.quiet || undefined}
        data-lines={column.lines}
        data-align={column.align}
        data-pinned={pinned[position] === undefined ? undefined : true}
        data-was={mark && column.key in mark.cells ? true : undefined}
        title={titleOf(mark, column.key, position === Math.max(0, headed))}
        style={pinned[position]}
        aria-colindex={position + 1}
        aria-selected={isActive || inRange || undefined}
        aria-readonly={isReadOnly(props, column) || undefined}
      >
        {row === undefined ? (
          <span className="k-grid-skeleton" data-narrow={position % 3 === 0 || undefined} />
        ) : (
          <Content
            column={column}
            row={row}
            mark={mark && position === Math.max(0, headed) ? mark : undefined}
          />
        )}
        {props.movable && position === 0 ? (
          <span className="k-grid-grip" aria-hidden="true">
            <Icon name="grip" size={14} />
          </span>
        ) : null}
        {/* It has the keys, whether its words are there or not. */}
        {isActive ? (
          <CellInput
            // Another row in the same elements has nothing to do with what is being typed.
            key={lineKey}
            controller={props.controller}
            column={column}
            row={row}
            gridId={gridId}
            labelledBy={labels(gridId, position, headed)}
            onCopy={props.onCopy}
            onPasteMany={props.onPasteMany}
            hasFocus={props.hasFocus}
          />
        ) : null}
      </div>
    );
  });
}

/** Drawn again only when something of this row has changed. */
export const RowView = memo(RowViewInner, (before, after) =>
  isDrawn(before, after, NOTHING),
) as typeof RowViewInner;

/** What is about the row as a whole, and nothing that its cells would show. */
const OF_THE_ROW: ReadonlySet<string> = new Set<keyof RowViewProps<never>>([
  'spare',
  'line',
  'offset',
  'observe',
  'measure',
  'index',
  'tone',
  'drop',
]);
const NOTHING: ReadonlySet<string> = new Set();

/** Where a row stands, and whether it is seen, is nothing to its cells. */
const Cells = memo(CellsInner, (before, after) => isDrawn(before, after, OF_THE_ROW)) as typeof CellsInner;

function isDrawn<Row>(
  before: RowViewProps<Row>,
  after: RowViewProps<Row>,
  but: ReadonlySet<string>,
): boolean {
  const names = Object.keys(after) as (keyof RowViewProps<Row>)[];
  return names.every(
    (name) =>
      but.has(name) || Object.is(before[name], after[name]) || (name === 'row' && isSame(before.row, after)),
  );
}

function isSame<Row>(before: Row | undefined, { row, sameRow }: RowViewProps<Row>): boolean {
  return before !== undefined && row !== undefined && sameRow?.(before, row) === true;
}

/** What is told of a marked cell; the cell that names the row tells of the row. */
function titleOf(mark: GridMark | undefined, key: string, names: boolean): string | undefined {
  return mark?.cells[key] ?? (names ? mark?.words : undefined);
}

/** A sign and a word before the name of a row that is marked as a whole. */
function RowSign({ mark }: { mark: GridMark }): ReactNode {
  return mark.row === 'cells' ? null : (
    <span className="k-grid-sign" data-sign={mark.row}>
      <Icon name={mark.row === 'new' ? 'plus' : 'edit'} size={12} />
      <bdi className={mark.row === 'new' ? undefined : 'k-hidden'}>{mark.words}</bdi>
    </span>
  );
}

interface ContentProps<Row> {
  column: GridColumn<Row>;
  row: Row;
  /** Of the row, in the cell that names it. */
  mark: GridMark | undefined;
}

function Content<Row>({ column, row, mark }: ContentProps<Row>): ReactNode {
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
      {mark ? <RowSign mark={mark} /> : null}
      {column.render ? column.render(row) : showSigns(text)}
    </span>
  );
}

/** The edges of what is cut that this cell has; empty: it is within. */
function cutEdges<Row>(
  { cutFrom, cutTo, cutFirst, cutLast }: RowViewProps<Row>,
  position: number,
): string | undefined {
  if (position < cutFrom || position > cutTo) {
    return undefined;
  }
  const edges = [
    cutFirst && 'top',
    cutLast && 'bottom',
    position === cutFrom && 'start',
    position === cutTo && 'end',
  ];
  return edges.filter((edge) => edge !== false).join(' ');
}

function isReadOnly<Row>({ row, readOnly }: RowViewProps<Row>, column: GridColumn<Row>): boolean {
  return readOnly || column.editor === 'none' || (row !== undefined && column.readOnly?.(row) === true);
}

/** The header of the column, then the cell that names the row: the text area itself holds the value. */
function labels(gridId: string, position: number, headed: number): string {
  const own = `${gridId}-head-${position}`;
  return headed < 0 || headed === position ? own : `${own} ${nameId(gridId)}`;
}

/** The id of the cell that names the active row. */
function nameId(gridId: string): string {
  return `${gridId}-name`;
}

type Columns = readonly GridColumn<never>[];

const PINNED = new WeakMap<Columns, readonly (CSSProperties | undefined)[]>();

/** The same objects for the same columns: nothing is compared with what it was before. */
function pinnedStyles<Row>(columns: readonly GridColumn<Row>[]): readonly (CSSProperties | undefined)[] {
  const known = PINNED.get(columns);
  if (known) {
    return known;
  }
  const styles = pinnedAt(columns).map((at) => (at === undefined ? undefined : { insetInlineStart: at }));
  PINNED.set(columns, styles);
  return styles;
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
  const { group, line, offset, observe, strings, columnCount, isActive, onToggle, hasFocus } = props;
  const element = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => observe(element.current), [observe]);
  useLayoutEffect(() => {
    if (isActive && hasFocus()) {
      button.current?.focus({ preventScroll: true });
    }
  }, [isActive, hasFocus]);
  return (
    <div
      ref={element}
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
