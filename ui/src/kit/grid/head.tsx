import { memo, type Ref, useLayoutEffect, useRef } from 'react';
import { Icon } from '../icon.tsx';
import type { KitStrings } from '../strings.tsx';
import { pinnedAt } from './layout.ts';
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
  position,
  pinned,
  id,
  sort,
  strings,
  active,
  tabbable,
  onSort,
  onResize,
  hasFocus,
}: HeadCellProps<Row>) {
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
    <div
      role="columnheader"
      className="k-grid-head-cell"
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
      {onResize ? <Resizer columnKey={column.key} onResize={onResize} /> : null}
    </div>
  );
}

/** The edge between two headers: dragged with the pointer. The keyboard's way is the menu of columns, by the shell. */
function Resizer({
  columnKey,
  onResize,
}: {
  columnKey: string;
  onResize: (columnKey: string, width: number) => void;
}) {
  return (
    <span
      className="k-grid-resizer"
      aria-hidden="true"
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
          const by = mirrored ? from - next.clientX : next.clientX - from;
          onResize(columnKey, Math.max(48, Math.round((width + by) / zoom)));
        };
        edge.addEventListener('pointermove', move);
        edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), {
          once: true,
        });
      }}
    />
  );
}
