/** The board: chips of roles, moved through with the arrow keys, changed with Enter, taken away with Delete. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { GroupCard, RoleView, RowBrief, RowKey } from '@/generated/wire.ts';
import { Badge, Button, Icon, isMirrored } from '@/kit/index.ts';
import { useClient, useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useReading } from '@/lib/reading.ts';
import { RoleChip, type Stated } from '@/parts/roles/index.ts';
import { type Board, boardOf, type BoardRow, countEnded, withoutEnded } from './board.ts';
import { type Carried, useCarry } from './carry.ts';
import { ChipFacts } from './chip-facts.tsx';

export interface BoardViewProps {
  card: GroupCard;
  editable: boolean;
  /** A new assignment in a group, of an organization where one is known. */
  onAssign: (place: RowKey, holder: RowBrief | undefined) => void;
  onEdit: (role: RoleView) => void;
  onChoose: (group: string) => void;
}

/** So many sub-groups are drawn at first, and so many more each time. */
const STEP = 60;
const CHIP_FACTS = 'g-chip-facts';

export function BoardView({ card, editable, onAssign, onEdit, onChoose }: BoardViewProps) {
  const client = useClient();
  const notices = useNotices();
  const discreet = useDiscreet();
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(STEP);
  /** Which of the buttons has the keys: row, column, place in the cell. */
  const [at, setAt] = useState('0:0:0');
  /** Roles that are over are folded away until somebody asks for them. */
  const [isUnfolded, setUnfolded] = useState(false);
  const [hovered, setHovered] = useState<string>();
  const [isIn, setIn] = useState(false);
  const whole = useMemo(() => boardOf(card), [card]);
  const ended = countEnded(whole);
  const board = useMemo(() => (isUnfolded ? whole : withoutEnded(whole)), [whole, isUnfolded]);
  const columns = discreet ? board.columns.filter((column) => column !== null) : board.columns;
  const bodies = board.rows.slice(0, limit + 1);
  const hidden = board.rows.length - bodies.length;
  useSideways(box, columns.length);

  const organizations = columns.filter((column) => column !== null);
  /** How much each holds is told only when somebody asks. */
  const [isLoad, setLoad] = useState(false);
  const source = useSource();
  const load = useReading(
    'roles_load',
    isLoad ? { holders: organizations.map(({ id }) => id), source, discreet } : undefined,
  ).value;
  const nameOf = (place: Carried['to']) => ({
    holder: organizations[place.column]?.short || organizations[place.column]?.title || '',
    group: bodies[place.row]?.group.title ?? '',
  });
  const chosen = statedBy(board, chipAt(board, columns, at));
  const facts = hovered === undefined ? (isIn ? chosen : []) : statedBy(board, hovered);
  const move = async ({ id, from, to, copy }: Carried): Promise<void> => {
    const group = bodies[to.row]?.group.id;
    const organization = organizations[to.column]?.id;
    if (
      group === undefined ||
      organization === undefined ||
      (from.row === to.row && from.column === to.column)
    ) {
      client.said.emit(say('groups-carry-left'));
      return;
    }
    const also = statedBy(board, id).flatMap((role) => (role.id === id ? [] : [role.id]));
    const written = await client.write('assignment_move', { id, also, group, organization, copy });
    refocusChip(box.current, written.created ?? id);
  };
  const carry = useCarry({
    box,
    size: { row: bodies.length, column: organizations.length },
    onDrop: (carried) => void move(carried).catch(notices.report),
    onOver: (carried) =>
      client.said.emit(
        carried === undefined
          ? say('groups-carry-left')
          : say(carried.copy ? 'groups-carry-copy' : 'groups-carry-over', nameOf(carried.to)),
      ),
  });
  const { pickUp } = carry;
  const lift = useCallback(
    (here: HTMLElement): boolean => {
      const id = here.dataset['assignment'];
      const [row, column] = (here.closest<HTMLElement>('[data-drop]')?.dataset['drop'] ?? '')
        .split(':')
        .map(Number);
      if (id === undefined || row === undefined || column === undefined) {
        return false;
      }
      pickUp(id, { row, column });
      return true;
    },
    [pickUp],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const here = target?.closest<HTMLElement>('[data-at]');
    if (carry.carried && carry.onKey(event.key, event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!here || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key.toLowerCase() === 'm' && editable && lift(here)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Delete' && editable && here.dataset['assignment'] !== undefined) {
      event.preventDefault();
      const id = here.dataset['assignment'];
      // A chip is all that states its role: it is taken away with all of it.
      const rows = statedBy(board, id).map((role) => ({ kind: 'assignment', id: role.id }));
      // The place stays; what comes to stand there, or before it, has the keys.
      client
        .write('rows_delete', { rows })
        .then(() => refocus(box.current, here.dataset['at'] ?? ''), notices.report);
      return;
    }
    const next = stepOf(box.current, here, event.key);
    if (next) {
      event.preventDefault();
      event.stopPropagation();
      next.focus({ preventScroll: true });
      // The focus alone counts what lies under the columns that stay as seen.
      // The cell first, with its margin: at the end of the board nothing is left beyond it.
      for (const one of [next.closest('[role="gridcell"]'), next]) {
        one?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
    }
  };

  return (
    <>
      <div
        ref={box}
        className="g-board"
        data-testid="board"
        role="grid"
        aria-label={say('groups-board')}
        aria-readonly={editable ? undefined : true}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        data-carrying={carry.carried ? true : undefined}
        onPointerOver={(event) => setHovered(chipUnder(event.target))}
        onPointerLeave={() => setHovered(undefined)}
        onBlur={() => setIn(false)}
        onFocus={(event) => {
          setIn(true);
          const place = event.target.closest<HTMLElement>('[data-at]')?.dataset['at'];
          if (place !== undefined) {
            setAt(place);
          }
        }}
        style={{ '--g-template': templateOf(columns.length, editable) } as CSSProperties}
      >
        <div role="row" className="g-board-row g-board-head" data-empty={columns.length === 0 || undefined}>
          <span role="columnheader" className="g-board-first">
            <span className="k-hidden">{say('groups-board-body')}</span>
          </span>
          {columns.map((column) => (
            <span key={column?.id ?? ''} role="columnheader" title={column?.title}>
              <bdi>
                {column
                  ? column.short || column.title
                  : say(hasPersons(board) ? 'groups-persons' : 'groups-unnamed')}
              </bdi>
              {isLoad && column ? (
                <span className="g-load" data-testid="board-load-of">
                  {load?.find(({ holder }) => holder === column.id)?.words}
                </span>
              ) : null}
            </span>
          ))}
          {editable ? (
            <span role="columnheader" className="g-cell-add">
              <Icon name="forward" size={14} />
              <span className="k-hidden">{say('groups-assign')}</span>
            </span>
          ) : null}
        </div>
        {bodies.map((row, index) => (
          <BoardLine
            key={row.group.id}
            row={row}
            index={index}
            columns={columns}
            at={at}
            editable={editable}
            carried={carry.carried}
            onCarry={editable ? carry.onPointerDown : undefined}
            onAssign={onAssign}
            onEdit={(role) => {
              // The press that ended a drag is none.
              if (!carry.wasDragged()) {
                onEdit(role);
              }
            }}
            onChoose={onChoose}
          />
        ))}
      </div>
      <div className="g-under">
        <ChipFacts roles={facts} editable={editable && hasChips(board)} />
        <Button
          look="quiet"
          aria-pressed={isLoad}
          data-testid="board-load"
          off={organizations.length === 0 ? say('groups-load-none') : ''}
          onPress={() => setLoad(!isLoad)}
        >
          {say(isLoad ? 'groups-load-hide' : 'groups-load')}
        </Button>
        {ended > 0 ? (
          <Button
            look="quiet"
            aria-expanded={isUnfolded}
            data-testid="board-ended"
            onPress={() => setUnfolded(!isUnfolded)}
          >
            {say(isUnfolded ? 'groups-ended-fold' : 'groups-ended-unfold', { count: ended })}
          </Button>
        ) : null}
      </div>
      {hidden > 0 ? (
        <div className="g-more">
          <Button look="quiet" onPress={() => setLimit(limit + 5 * STEP)}>
            {say('groups-more', { count: hidden })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Marks the board while organizations stand beyond its end, so that nobody takes it for all. */
function useSideways(box: RefObject<HTMLElement | null>, columns: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other columns it is as wide as before, and holds more.
  useEffect(() => {
    const board = box.current;
    if (!board) {
      return undefined;
    }
    const look = (): void => {
      const beyond = board.scrollWidth - board.clientWidth - Math.abs(board.scrollLeft);
      board.toggleAttribute('data-more', beyond > 1);
    };
    const size = new ResizeObserver(look);
    size.observe(board);
    board.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      size.disconnect();
      board.removeEventListener('scroll', look);
    };
  }, [box, columns]);
}

/** The chip that the pointer is over. */
function chipUnder(target: EventTarget): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-assignment]')?.dataset['assignment']
    : undefined;
}

/** The chip at a place of the keys; empty: there is none. */
function chipAt(board: Board, columns: readonly (RowBrief | null)[], at: string): string {
  const [row = 0, column = 0, slot = 0] = at.split(':').map(Number);
  const holder = columns[column - 1];
  return holder === undefined ? '' : (board.rows[row]?.cells.get(holder?.id ?? '')?.[slot]?.role.id ?? '');
}

/** Once the board is drawn anew, the keys are on the chip that was put down. */
function refocusChip(box: HTMLElement | null, id: string): void {
  const until = performance.now() + 2000;
  let seen = 0;
  const look = (): void => {
    const found = box?.querySelector<HTMLElement>(`[data-assignment="${CSS.escape(id)}"]`);
    found?.focus();
    // The card is read again before it is drawn anew: what has the keys now may be what was there before.
    seen += found ? 1 : 0;
    if (seen < 12 && performance.now() < until) {
      requestAnimationFrame(look);
    }
  };
  look();
}

/** Every assignment that states the role of a chip. */
function statedBy({ rows }: Board, id: string): readonly RoleView[] {
  const chips = rows.flatMap(({ cells }) => [...cells.values()].flat());
  return chips.find(({ role }) => role.id === id)?.all ?? [];
}

/** Whether there is a role to be carried anywhere. */
function hasChips({ rows }: Board): boolean {
  return rows.some(({ cells }) => [...cells.values()].some((cell) => cell.length > 0));
}

/** Whether anybody is named who stands in no column of an organization. A snapshot without persons has the roles alone. */
function hasPersons({ rows }: Board): boolean {
  return rows.some(({ cells }) => cells.get('')?.some(({ role }) => role.person !== '') === true);
}

/** The bodies, a column for each organization, and one to add. */
function templateOf(columns: number, editable: boolean): string {
  return [
    'minmax(calc(190px * var(--zoom)), 2.2fr)',
    ...(columns > 0 ? [`repeat(${columns}, minmax(calc(108px * var(--zoom)), 1fr))`] : []),
    ...(editable ? ['calc(44px * var(--zoom))'] : []),
  ].join(' ');
}

interface BoardLineProps extends Omit<BoardViewProps, 'card'> {
  row: BoardRow;
  index: number;
  columns: readonly (RowBrief | null)[];
  at: string;
  carried: Carried | undefined;
  onCarry: ((event: PointerEvent, id: string, from: Carried['from']) => void) | undefined;
}

function BoardLine(props: BoardLineProps) {
  const { row, index, columns, at, editable, carried, onCarry, onAssign, onEdit, onChoose } = props;
  const { say } = useWords();
  const { group, own } = row;
  const place = { kind: group.kind, id: group.id };
  const keys = (column: number, slot: number): { 'data-at': string; tabIndex: number } => {
    const name = `${index}:${column}:${slot}`;
    return { 'data-at': name, tabIndex: name === at ? 0 : -1 };
  };
  return (
    <div role="row" className="g-board-row">
      <span role="rowheader" className="g-board-first">
        <button type="button" className="g-body" {...keys(0, 0)} onClick={() => onChoose(group.id)}>
          {row.badge === '' ? null : <Badge>{row.badge}</Badge>}
          <span className="g-body-words">
            <span>
              <bdi>{own ? say('groups-itself') : group.title}</bdi>
            </span>
            {row.note === '' ? null : <span className="g-note">{row.note}</span>}
          </span>
        </button>
      </span>
      {columns.map((column, position) => {
        const stated = row.cells.get(column?.id ?? '') ?? [];
        return (
          <span
            key={column?.id ?? ''}
            role="gridcell"
            className="g-cell"
            data-drop={column ? `${index}:${position}` : undefined}
            data-over={
              carried && carried.to.row === index && carried.to.column === position
                ? carried.copy
                  ? 'copy'
                  : 'move'
                : undefined
            }
          >
            {stated.map((one, slot) => (
              <ChipButton
                key={one.role.id}
                stated={one}
                person={column === null}
                keys={keys(position + 1, slot)}
                isCarried={carried?.id === one.role.id}
                onCarry={
                  column && !one.role.ended
                    ? (event) => onCarry?.(event, one.role.id, { row: index, column: position })
                    : undefined
                }
                onPress={() => onEdit(one.role)}
              />
            ))}
            {stated.length === 0 && editable && column ? (
              <button
                type="button"
                className="g-slot"
                aria-label={say('groups-assign-here', {
                  holder: column.short || column.title,
                  group: group.title,
                })}
                {...keys(position + 1, 0)}
                onClick={() => onAssign(place, column)}
              >
                <Icon name="plus" size={14} />
              </button>
            ) : null}
          </span>
        );
      })}
      {editable ? (
        <span role="gridcell" className="g-cell g-cell-add">
          <button
            type="button"
            className="g-slot"
            data-shown
            aria-label={say('groups-assign-in', { group: group.title })}
            {...keys(columns.length + 1, 0)}
            onClick={() => onAssign(place, undefined)}
          >
            <Icon name="plus" size={14} />
          </button>
        </span>
      ) : null}
    </div>
  );
}

interface ChipButtonProps {
  stated: Stated;
  /** Who it is has to be said: the column does not. */
  person: boolean;
  keys: { 'data-at': string; tabIndex: number };
  isCarried: boolean;
  /** It is pressed, and may be dragged; none: it stays where it is. */
  onCarry: ((event: PointerEvent) => void) | undefined;
  onPress: () => void;
}

function ChipButton({ stated, person, keys, isCarried, onCarry, onPress }: ChipButtonProps) {
  const { role, all, sources } = stated;
  const { say } = useWords();
  const words = person && role.person !== '' ? `${role.person}, ${role.words}` : role.words;
  const title = [
    role.state === '' && !role.ended ? say('roles-state-unknown') : '',
    role.when,
    role.provenance,
    all.length > 1 ? say('groups-stated', { count: all.length }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <button
      type="button"
      className="g-chip"
      data-assignment={role.id}
      data-carried={isCarried || undefined}
      aria-describedby={keys.tabIndex === 0 ? CHIP_FACTS : undefined}
      onPointerDown={onCarry}
      title={title === '' ? undefined : title}
      {...keys}
      onClick={onPress}
    >
      <RoleChip role={role} words={words} sources={sources} />
    </button>
  );
}

/** Where an arrow key leads: along the row, or to the same column of another. */
function stepOf(box: HTMLElement | null, here: HTMLElement, key: string): HTMLElement | undefined {
  const rows = [...(box?.querySelectorAll('[role="row"]') ?? [])].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-at]'),
  ]);
  const body = rows.filter((row) => row.length > 0);
  const line = body.findIndex((row) => row.includes(here));
  const row = body[line] ?? [];
  const place = row.indexOf(here);
  const [inward, outward] = isMirrored(box) ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  switch (key) {
    case inward:
      return row[place + 1];
    case outward:
      return row[place - 1];
    case 'ArrowDown':
      return sameColumn(body[line + 1], here);
    case 'ArrowUp':
      return sameColumn(body[line - 1], here);
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    default:
      return undefined;
  }
}

function columnOf(element: HTMLElement): number {
  return Number(element.dataset['at']?.split(':')[1] ?? 0);
}

/** The button in the same column of another row, or the last one before it. */
function sameColumn(row: readonly HTMLElement[] | undefined, here: HTMLElement): HTMLElement | undefined {
  const column = columnOf(here);
  return row?.find((one) => columnOf(one) === column) ?? row?.findLast((one) => columnOf(one) < column);
}

/** Once something was taken away: the keys are at the same place, or at the first of its row. */
function refocus(box: HTMLElement | null, place: string): void {
  const [row, column] = place.split(':');
  const wanted = [`${row}:${column}:0`, `${row}:0:0`, '0:0:0'];
  // The card is read again before the board is drawn anew.
  const until = performance.now() + 1000;
  const look = (): void => {
    if (box?.contains(document.activeElement) && performance.now() < until) {
      requestAnimationFrame(look);
      return;
    }
    for (const name of wanted) {
      const found = box?.querySelector<HTMLElement>(`[data-at="${name}"]`);
      if (found) {
        found.focus();
        return;
      }
    }
  };
  look();
}
