import { memo, type ReactNode, type Ref, useLayoutEffect, useRef, useState } from 'react';
import { HeadMenu } from './head-menu.tsx';
import { Icon } from '../icon.tsx';
import type { KitStrings } from '../strings.tsx';
import { LEAST } from './fit.ts';
import { isMirrored, pinnedAt } from './layout.ts';
import type { GridColumn, GridSort } from './types.ts';

export interface HeadProps<Row> {
  headRef: Ref<HTMLDivElement>;
  columns: readonly GridColumn<Row>[];
  sort: readonly GridSort[];
  gridId: string;
  strings: KitStrings;
  /** The column of the active header, if a header is active. */
  active: string | undefined;
  /** A header is in the order of Tab when there is no cell to be there. */
  tabbable: boolean;
  onSort?: (columnKey: string, additive: boolean) => void;
  onResize?: (columnKey: string, width: number) => void;
  /** A column is to be as wide as what is in it. */
  onFit?: (columnKey: string) => void;
  onMove?: (columnKey: string, before: string | undefined) => void;
  menu?: (columnKey: string) => ReactNode;
  /** The header whose menu was asked for by a key. */
  opened: string | undefined;
  onOpened: (columnKey: string | undefined) => void;
  hasFocus: () => boolean;
}

function HeadInner<Row>(props: HeadProps<Row>) {
  const { headRef, columns, gridId } = props;
  const pinned = pinnedAt(columns);
  return (
    <div ref={headRef} role="rowgroup" className="k-grid-head">
      <div role="row" className="k-grid-head-row" aria-rowindex={1}>
        {columns.map((column, position) => (
          <HeadCell
            key={column.key}
            {...props}
            pinned={pinned[position]}
            column={column}
            position={position}
            id={`${gridId}-head-${position}`}
          />
        ))}
      </div>
    </div>
  );
}

export const Head = memo(HeadInner) as typeof HeadInner;

interface HeadCellProps<Row> extends HeadProps<Row> {
  column: GridColumn<Row>;
  position: number;
  pinned: string | undefined;
  id: string;
}

function HeadCell<Row>({
  column,
  columns,
  position,
  pinned,
  id,
  sort,
  strings,
  active,
  tabbable,
  onSort,
  onResize,
  onFit,
  onMove,
  menu,
  opened,
  onOpened,
  hasFocus,
}: HeadCellProps<Row>) {
  const cell = useRef<HTMLDivElement>(null);
  /** Another header is held over this one, to be put before it or behind it. */
  const [over, setOver] = useState<'start' | 'end'>();
  const rank = sort.findIndex((one) => one.column === column.key);
  const sorted = sort[rank];
  const isActive = active === column.key;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isActive && hasFocus()) {
      button.current?.focus({ preventScroll: true });
    }
  }, [isActive, hasFocus]);
  const sortable = column.sortable === true && onSort !== undefined;
  const title = sorted
    ? sorted.descending
      ? strings.sortedDescending(column.label)
      : strings.sortedAscending(column.label)
    : sortable
      ? strings.sortBy(column.label)
      : undefined;
  return (
    // Its button has the keys: Alt and the arrows do by them what is done here with the mouse.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={cell}
      role="columnheader"
      className="k-grid-head-cell"
      data-drop={over}
      onContextMenu={(event) => {
        if (menu) {
          event.preventDefault();
          onOpened(column.key);
        }
      }}
      onDragOver={(event) => {
        if (onMove && event.dataTransfer.types.includes(DRAGGED)) {
          event.preventDefault();
          setOver(sideOf(event));
        }
      }}
      onDragLeave={() => setOver(undefined)}
      onDrop={(event) => {
        const dragged = event.dataTransfer.getData(DRAGGED);
        setOver(undefined);
        if (dragged !== '' && dragged !== column.key) {
          event.preventDefault();
          onMove?.(dragged, sideOf(event) === 'start' ? column.key : columns[position + 1]?.key);
        }
      }}
      data-align={column.align}
      data-pinned={pinned === undefined ? undefined : true}
      style={pinned === undefined ? undefined : { insetInlineStart: pinned }}
      aria-colindex={position + 1}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : sortable ? 'none' : undefined}
    >
      <button
        ref={button}
        type="button"
        className="k-grid-head-button"
        data-head={column.key}
        tabIndex={isActive || (tabbable && position === 0) ? 0 : -1}
        title={title}
        aria-disabled={sortable ? undefined : true}
        draggable={onMove !== undefined && !column.rowHeader}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, column.key);
          event.dataTransfer.effectAllowed = 'move';
        }}
        onClick={(event) => {
          if (sortable) {
            onSort(column.key, event.shiftKey || event.ctrlKey || event.metaKey);
          }
        }}
      >
        <bdi id={id} className="k-grid-head-label">
          {column.label}
        </bdi>
        {sorted ? <Icon name={sorted.descending ? 'descending' : 'ascending'} size={12} /> : null}
        {sorted && sort.length > 1 ? <span className="k-grid-head-rank">{rank + 1}</span> : null}
      </button>
      {menu ? (
        <HeadMenu
          anchor={cell}
          label={strings.columnMenu(column.label)}
          isOpen={opened === column.key}
          onOpenChange={(open) => onOpened(open ? column.key : undefined)}
        >
          {menu(column.key)}
        </HeadMenu>
      ) : null}
      {onResize ? <Resizer columnKey={column.key} onResize={onResize} onFit={onFit} /> : null}
    </div>
  );
}

/** What a header carries while it is dragged: nothing that another window would take. */
const DRAGGED = 'application/x-grid-column';

function sideOf(event: React.DragEvent<HTMLElement>): 'start' | 'end' {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const isLeft = event.clientX < left + width / 2;
  return isLeft === isMirrored(event.currentTarget) ? 'end' : 'start';
}

/**
 * The edge between two headers: dragged with the pointer; a double click fits the column to what is in it. The keyboard's way are
 * Alt, Shift and the arrows, and the menu.
 */
function Resizer({
  columnKey,
  onResize,
  onFit,
}: {
  columnKey: string;
  onResize: (columnKey: string, width: number) => void;
  onFit: ((columnKey: string) => void) | undefined;
}) {
  return (
    <span
      className="k-grid-resizer"
      aria-hidden="true"
      onDoubleClick={(event) => {
        event.stopPropagation();
        onFit?.(columnKey);
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const edge = event.currentTarget;
        const cell = edge.parentElement;
        if (!cell) {
          return;
        }
        const mirrored = getComputedStyle(cell).direction === 'rtl';
        const zoom = Number.parseFloat(getComputedStyle(cell).getPropertyValue('--zoom')) || 1;
        const width = cell.offsetWidth;
        const from = event.clientX;
        edge.setPointerCapture(event.pointerId);
        const move = (next: globalThis.PointerEvent): void => {
          if (next.clientX === from) {
            return;
          }
          const by = mirrored ? from - next.clientX : next.clientX - from;
          onResize(columnKey, Math.max(LEAST, Math.round((width + by) / zoom)));
        };
        edge.addEventListener('pointermove', move);
        edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), {
          once: true,
        });
      }}
    />
  );
}
