import { defaultRangeExtractor, type Range } from '@tanstack/virtual-core';
import {
  type CSSProperties,
  cloneElement,
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  type UIEvent,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useAnnounce } from '../announce.tsx';
import { useKitStrings } from '../strings.tsx';
import { GridController } from './controller.ts';
import { useCopying } from './copying.ts';
import { fittingWidth } from './fit.ts';
import { Flow } from './flow.ts';
import { Head } from './head.tsx';
import { keyInfo } from './keys.ts';
import {
  isMirrored,
  placed,
  rectangle,
  revealColumn,
  template,
  totalWidth,
  useWrapping,
  useZoom,
} from './layout.ts';
import { readPasted } from './pasted.ts';
import type { Place } from './places.ts';
import { usePointer } from './pointer.ts';
import { GroupView, RowView, type RowViewProps } from './row.tsx';
import { SlotBook } from './slots.ts';
import type { GridMark, GridProps, GridSort } from './types.ts';
import { useHeights, useVirtualizer } from './virtual.ts';

// Heights at normal text size, as grid.css has them: a guess until a line is drawn and measured.
const ROW = 33;
const GROUP = 35;
const HEAD = 33;
const LINE = 20;
/** Lines that are drawn before and behind those on the screen: as many as a fast turn of the wheel brings in a frame. */
const OVERSCAN = 5;
const FOCUSABLE = 'textarea, button[tabindex="0"]';
const NO_SORT: readonly GridSort[] = [];

/** Pinned columns get an edge while others are scrolled under them. */
function markSideways(event: UIEvent<HTMLElement>): void {
  event.currentTarget.toggleAttribute('data-sideways', event.currentTarget.scrollLeft !== 0);
}

/** What is said of a cell that is gone to, where it is marked; of a row that is new, at each of its cells. */
function toldOf(mark: GridMark | undefined, column: string | undefined): string | undefined {
  return mark?.cells[column ?? ''] ?? (mark?.row === 'new' ? mark.words : undefined);
}

/** A table of rows with Excel's keys. See types.ts for what it takes, controller.ts for how it behaves. */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, rows, columns, groups, sort = NO_SORT, readOnly = false, empty } = props;
  const strings = useKitStrings();
  const announce = useAnnounce();
  const gridId = useId();
  const flow = useMemo(() => new Flow(rows.count, groups), [rows, groups]);
  const environment = { props, flow, strings, announce };
  const [controller] = useState(() => new GridController<Row>(environment));
  controller.adopt(environment);
  const state = useSyncExternalStore(controller.subscribe, controller.getState);
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const focused = useRef(false);
  /** What the keys do here has been said. */
  const taught = useRef(false);
  const hasFocus = useCallback(() => focused.current, []);
  const [openedHead, setOpenedHead] = useState<string>();

  useLayoutEffect(() => controller.settle());
  useLayoutEffect(() => {
    // A sort may move the active row in the document, and the browser then drops the focus.
    if (focused.current && document.activeElement === document.body) {
      scroller.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
    }
  });

  const zoom = useZoom();
  const wrapping = useWrapping(columns, scroller, zoom);
  const placeLine = state.place && flow.lineCount > 0 ? controller.lineOf(state.place) : -1;
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      const lines = new Set(defaultRangeExtractor(range));
      // The header of the group that the top row is in: it sticks there.
      const group = flow.groups[flow.groupPositionOfLine(range.startIndex)];
      const header = group ? flow.lineOfGroup(group.key) : undefined;
      if (header !== undefined) {
        lines.add(header);
      }
      // The active line is always there: it holds the focus.
      if (placeLine >= 0 && placeLine < flow.lineCount) {
        lines.add(placeLine);
      }
      return [...lines].toSorted((a, b) => a - b);
    },
    [flow, placeLine],
  );
  const estimateSize = useCallback(
    (line: number): number => {
      const found = flow.at(line);
      if (found?.kind !== 'row') {
        return GROUP * zoom;
      }
      const row = rows.get(found.index);
      const wraps =
        row !== undefined && wrapping.some(({ column, letters }) => column.text(row).length > letters);
      return (wraps ? ROW + LINE : ROW) * zoom;
    },
    [flow, rows, wrapping, zoom],
  );
  const getItemKey = useCallback(
    (line: number): string | number => {
      const found = flow.at(line);
      if (found?.kind === 'group') {
        return `g:${found.group.key}`;
      }
      // The controller has adopted the rows that are being drawn: a key of the rows before would leave elements behind that
      // nobody takes away. This is asked for every line at every change: most are not there, and cost no text.
      const id = found ? controller.idAt(found.index) : undefined;
      return id === undefined ? (found?.index ?? line) : `r:${id}`;
    },
    // A new flow comes with new rows.
    [flow, controller],
  );
  const virtualizer = useVirtualizer({
    count: flow.lineCount,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    rangeExtractor,
    overscan: OVERSCAN,
    scrollMargin: HEAD * zoom,
    scrollPaddingStart: (HEAD + (flow.groups.length > 0 ? GROUP : 0)) * zoom,
    initialRect: { width: 1000, height: 700 },
  });
  const { observe, measure, measureAll } = useHeights(virtualizer);
  // Heights that were measured at another text size or width of columns are worth nothing.
  useLayoutEffect(() => measureAll(), [measureAll, wrapping, zoom]);
  const items = virtualizer.getVirtualItems();
  const [book] = useState(() => new SlotBook<RowViewProps<Row>>());
  const slots = book.give(
    items.map((item) => item.key),
    (at) => flow.at(items[at]?.index ?? -1)?.kind === 'row',
  );
  const drawn = new Map<number, ReactElement<RowViewProps<Row>>>();
  useLayoutEffect(() => book.keep(slots, drawn));

  const top =
    virtualizer.getVirtualItemForOffset((virtualizer.scrollOffset ?? 0) + HEAD * zoom + 1)?.index ?? 0;
  const stickyGroup = flow.groups[flow.groupPositionOfLine(top)]?.key;

  // Rows about to be seen are asked for, and the active one where it is; between them may lie thousands.
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: items.length };
  const isAside = placeLine < startIndex - OVERSCAN || placeLine > endIndex + OVERSCAN;
  const seen = items.flatMap((item) => {
    const found = flow.at(item.index);
    return found?.kind === 'row' && !(isAside && item.index === placeLine) ? [found.index] : [];
  });
  const seenFrom = Math.min(...seen);
  const seenTo = Math.max(...seen);
  const place = isAside ? flow.at(placeLine) : undefined;
  const aside = place?.kind === 'row' ? place.index : undefined;
  useLayoutEffect(() => {
    if (seenFrom <= seenTo) {
      rows.ensure(seenFrom, seenTo, aside);
    }
  }, [rows, seenFrom, seenTo, aside]);

  const surface = useMemo(
    () => ({
      mirrored: () => isMirrored(scroller.current),
      pageSize: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW) - 1),
      reveal: (place: Place) => {
        const line = controller.lineOf(place);
        if (line >= 0) {
          const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
          const page = endIndex - startIndex;
          // Who comes from far away wants to see what stands around; a step or a page goes no further than it must.
          const isFar = line < startIndex - 1.5 * page || line > endIndex + 1.5 * page;
          virtualizer.scrollToIndex(line, { align: isFar ? 'center' : 'auto' });
        }
        revealColumn(
          scroller.current,
          columns.findIndex((column) => column.key === place.column),
        );
      },
      focusPlace: () => {
        focused.current = true;
        scroller.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
      },
      clip: (what: 'copy' | 'cut') => {
        // The place is drawn in the next frame; the clipboard is still open to the key that was pressed.
        requestAnimationFrame(() => {
          scroller.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
          document.execCommand(what);
        });
      },
      openHeadMenu: setOpenedHead,
    }),
    [controller, virtualizer, columns],
  );
  useLayoutEffect(() => {
    controller.surface = surface;
  }, [controller, surface]);

  useImperativeHandle(
    props.apiRef,
    () => ({
      focus: () => surface.focusPlace(),
      scrollToRow: (id, index, columnKey) => controller.goToRow(id, index, columnKey),
      startEdit: (over) => {
        surface.focusPlace();
        return controller.isEditing() || controller.startEdit(undefined, over === 'over');
      },
      typeAhead: (id, columnKey, ahead) => controller.typeAhead(id, columnKey, ahead),
      finishEdit: () => controller.finish(),
      range: () => controller.range(),
      clip: (what) => surface.clip(what),
      fit: (key, texts) => {
        const column = columns.find((one) => one.key === key);
        const shown = scroller.current;
        return column && shown ? fittingWidth(shown, column, rows, texts, zoom) : undefined;
      },
    }),
    [controller, surface, columns, rows, zoom],
  );

  const onCopy = useCopying({ controller, scroller, copyRange: props.copyRange, announce, strings });
  const { onPaste } = props;
  const onPasteMany = useCallback(
    (text: string, html: string): void => {
      const { place } = controller.getState();
      const range = controller.range();
      if (place?.kind === 'cell' && place.rowId !== undefined && range) {
        const cut = controller.takeCut(text);
        controller.forgetCut();
        onPaste?.({
          rowId: place.rowId,
          columnKey: place.column,
          range,
          text,
          html,
          cells: readPasted(text, html),
          beyond: controller.columnsBehind(range),
          cut,
        });
      }
    },
    [controller, onPaste],
  );

  const onFocus = (): void => {
    focused.current = true;
    // Once: who comes back, from a dialog or the details, is being told what was done there.
    if (!taught.current) {
      taught.current = true;
      announce(strings.gridHelp());
    }
  };
  const leave = (): void => {
    focused.current = false;
    if (controller.getState().session) {
      void controller.commit('stay');
    }
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (relatedTarget instanceof Node) {
      // At once: a cell that is drawn before a timer fires would take the keys back.
      if (!currentTarget.contains(relatedTarget)) {
        leave();
      }
      return;
    }
    // The focus goes from cell to cell by way of nowhere: look once it has arrived.
    setTimeout(() => {
      const root = scroller.current;
      if (root && !root.contains(document.activeElement) && document.hasFocus()) {
        leave();
      }
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The text area answers for itself; these are the headers of columns and groups.
    if (event.target instanceof HTMLTextAreaElement || event.nativeEvent.isComposing) {
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLButtonElement) {
      return;
    }
    if (controller.key(keyInfo(event))) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const here = state.place?.kind === 'cell' ? rows.get(state.place.index) : undefined;
  const told = here === undefined ? undefined : toldOf(props.mark?.(here), state.place?.column);
  const hereId = here === undefined ? undefined : props.rowId(here);
  useEffect(() => {
    // What a cell said before is said when it is gone to; the row and the column with it, or the same words would be said once.
    if (told !== undefined && hereId !== undefined && focused.current) {
      announce(told);
    }
  }, [announce, told, hereId]);
  const { onToggleGroup, onColumnFit } = props;
  const onFit = useMemo(() => onColumnFit && ((key: string) => onColumnFit([key])), [onColumnFit]);
  const onToggle = useCallback((key: string) => onToggleGroup?.(key), [onToggleGroup]);
  const pointer = usePointer(controller);

  const selected = rectangle(state.range, columns);
  const cut = placed(state.cut?.range, columns);
  const lastRow = flow.rowFrom(flow.lineCount - 1, -1);
  const style = { '--k-columns': template(columns), '--k-width': totalWidth(columns) } as CSSProperties;
  const activeColumn = state.place?.column;
  const lines = items.map((item, at) => {
    const found = flow.at(item.index);
    const offset = item.start - virtualizer.options.scrollMargin;
    if (found?.kind === 'group') {
      const { group } = found;
      return (
        <GroupView
          key={item.key}
          line={item.index}
          offset={group.key === stickyGroup ? undefined : offset}
          observe={observe}
          group={group}
          strings={strings}
          columnCount={columns.length}
          isActive={state.place?.kind === 'group' && state.place.key === group.key}
          onToggle={onToggle}
          hasFocus={hasFocus}
        />
      );
    }
    if (!found) {
      return null;
    }
    const isActive = state.place?.kind === 'cell' && state.place.index === found.index;
    const row = rows.get(found.index);
    const inRange = selected !== undefined && found.index >= selected.from && found.index <= selected.to;
    const isCut = cut !== undefined && found.index >= cut.from && found.index <= cut.to;
    const number = slots.numbers[at];
    const element = (
      <RowView
        key={number}
        spare={false}
        lineKey={item.key}
        line={item.index}
        offset={offset}
        observe={observe}
        measure={measure}
        index={found.index}
        row={row}
        sameRow={props.sameRow}
        tone={row === undefined ? undefined : props.tone?.(row)}
        mark={props.mark}
        columns={columns}
        controller={controller}
        gridId={gridId}
        active={isActive ? activeColumn : undefined}
        rangeFrom={inRange ? selected.left : -1}
        rangeTo={inRange ? selected.right : -1}
        cutFrom={isCut ? cut.left : -1}
        cutTo={isCut ? cut.right : -1}
        cutFirst={isCut && found.index === cut.from}
        cutLast={isCut && found.index === cut.to}
        drop={
          state.moving?.before === found.index
            ? 'before'
            : state.moving?.before === found.index + 1 && found.index === lastRow
              ? 'behind'
              : undefined
        }
        movable={props.onRowMove !== undefined}
        readOnly={readOnly}
        onCopy={onCopy}
        onPasteMany={onPasteMany}
        hasFocus={hasFocus}
      />
    );
    if (number !== undefined) {
      drawn.set(number, element);
    }
    return element;
  });
  // An editor does not wait for a row: it goes with its own.
  const spares = slots.spares.flatMap((number) => {
    const last = book.element(number);
    if (last === undefined || last.props.active !== undefined) {
      return [];
    }
    const spare = last.props.spare ? last : cloneElement(last, { spare: true });
    drawn.set(number, spare);
    return [spare];
  });
  return (
    <div className="k-grid-frame">
      <div
        ref={scroller}
        role="grid"
        className="k-grid"
        aria-label={label}
        aria-rowcount={flow.lineCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-readonly={readOnly || undefined}
        // The text area, a header's button or a group's takes the focus; the grid itself never does.
        tabIndex={-1}
        style={style}
        onFocus={onFocus}
        onScroll={markSideways}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
        {...pointer}
      >
        <Head
          headRef={head}
          columns={columns}
          sort={sort}
          gridId={gridId}
          strings={strings}
          active={state.place?.kind === 'head' ? activeColumn : undefined}
          tabbable={flow.lineCount === 0}
          onSort={props.onSort}
          onResize={props.onColumnResize}
          onFit={onFit}
          onMove={props.onColumnMove}
          menu={props.headMenu}
          opened={openedHead}
          onOpened={setOpenedHead}
          hasFocus={hasFocus}
        />
        <div role="rowgroup" className="k-grid-body" style={{ blockSize: virtualizer.getTotalSize() }}>
          {/* In one: elements keep their place among their siblings. */}
          {[...lines, ...spares]}
        </div>
      </div>
      {flow.lineCount === 0 && empty !== undefined ? <div className="k-grid-empty">{empty}</div> : null}
    </div>
  );
}
