/** How often each objective meets each action line, provision or goal: numbers with their size as a bar, not as a colour. */
import { type CSSProperties, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Matrix, MatrixCount, MatrixEdge, RowKey } from '@/generated/wire.ts';
import { Badge, EmptyState, FilterChip, isMirrored, Menu, MenuItem } from '@/kit/index.ts';
import { useClient, useDiscreet, useSource, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';
import { CellLinks } from './cell-links.tsx';
import { stepOf, walk } from './places.ts';
import type { Counted, MatrixState } from './state.ts';

const ACROSS = ['action_line', 'provision', 'goal'] as const;
const UNITS = ['links', 'commitments'] as const;

/** What a cell with a number is called. */
const CELLS = { links: 'matrix-cell-links', commitments: 'matrix-cell-commitments' } as const;
/** So many fill the bar at least: one alone is not much. */
const FULL = 4;
const NO_COUNT: MatrixCount = { links: 0, commitments: 0, by_way: 0, example: false };

export interface CountsViewProps {
  state: MatrixState;
  onOpen: (key: RowKey) => void;
}

export function CountsView({ state, onOpen }: CountsViewProps) {
  const { say } = useWords();
  const source = useSource();
  const discreet = useDiscreet();
  const counted = useStore(state.counted);
  const { across, basis } = counted;
  const request = { source, discreet, across, ...(basis === '' ? {} : { basis }) };
  const { value, error } = useReading('matrix_counts', request, { last: state.last });
  return (
    <div className="x-counts">
      <Choices state={state} counted={counted} />
      {value && value.columns.length > 0 ? (
        <CountsGrid matrix={value} counted={counted} onOpen={onOpen} />
      ) : value ? (
        <EmptyState icon="matrix" title={say('matrix-empty-title')}>
          {say('matrix-empty-text')}
        </EmptyState>
      ) : error === undefined ? null : (
        <EmptyState icon="warning" title={say('matrix-failed')}>
          {error instanceof Error ? error.message : null}
        </EmptyState>
      )}
    </div>
  );
}

/** What stands across, what is counted, and whose word counts. */
function Choices({ state, counted }: { state: MatrixState; counted: Counted }) {
  const { say } = useWords();
  const kinds = useStore(useClient().kinds);
  const bases = kinds.get('mapping')?.fields.find(({ name }) => name === 'basis')?.choices ?? [];
  const set = (change: Partial<Counted>): void => state.counted.set({ ...counted, ...change });
  const choice = (
    id: string,
    label: string,
    items: readonly { id: string; label: string }[],
    chosen: string,
    onChoose: (id: string) => void,
  ) => (
    <Menu
      label={label}
      selectionMode="single"
      selectedKeys={[chosen]}
      onAction={(key) => onChoose(String(key))}
      trigger={
        <FilterChip isOn={chosen !== items[0]?.id} data-testid={`matrix-${id}`}>
          {say('matrix-choice', {
            label,
            value: items.find((item) => item.id === chosen)?.label ?? chosen,
          })}
        </FilterChip>
      }
    >
      {items.map((item) => (
        <MenuItem key={item.id} id={item.id} label={item.label} />
      ))}
    </Menu>
  );
  return (
    <div className="x-choices">
      {choice(
        'across',
        say('matrix-across'),
        ACROSS.map((id) => ({ id, label: say(`matrix-across-${id.replace('_', '-')}`) })),
        counted.across,
        (id) => set({ across: ACROSS.find((one) => one === id) ?? 'action_line' }),
      )}
      {choice(
        'unit',
        say('matrix-unit'),
        UNITS.map((id) => ({ id, label: say(`matrix-unit-${id}`) })),
        counted.unit,
        (id) => set({ unit: UNITS.find((one) => one === id) ?? 'links' }),
      )}
      {choice(
        'basis',
        say('matrix-basis'),
        [
          { id: 'any', label: say('matrix-basis-any') },
          ...bases.map(({ code, label }) => ({ id: code, label })),
        ],
        counted.basis === '' ? 'any' : counted.basis,
        (id) => set({ basis: id === 'any' ? '' : id }),
      )}
    </div>
  );
}

interface GridProps {
  matrix: Matrix;
  counted: Counted;
  onOpen: (key: RowKey) => void;
}

/** Which links are asked for: none stands for all. */
interface Asked {
  objective: MatrixEdge | undefined;
  entry: MatrixEdge | undefined;
}

function CountsGrid({ matrix, counted, onOpen }: GridProps) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState('0:0:0');
  const [asked, setAsked] = useState<Asked>();
  const cells = useMemo(
    () => new Map(matrix.cells.map((cell) => [`${cell.row}:${cell.column}`, cell.count])),
    [matrix],
  );
  const numberOf = (count: MatrixCount): number => count[counted.unit];
  const most = Math.max(FULL, ...matrix.cells.map(({ count }) => numberOf(count) || count.by_way));
  const examples = counted.across === 'action_line' && matrix.all.example;
  const shape = useMemo(
    () => [...matrix.rows, undefined].map(() => [...matrix.columns, undefined].map(() => 1)),
    [matrix],
  );
  const [row = 0, column = 0] = at.split(':').map(Number);
  const stop = `${Math.min(row, matrix.rows.length)}:${Math.min(column, matrix.columns.length)}:0`;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const here = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-at]') : null;
    const step =
      event.altKey || event.shiftKey || event.metaKey
        ? undefined
        : stepOf(event.key, event.ctrlKey, isMirrored(box.current));
    if (here && step) {
      const [r = 0, c = 0] = (here.dataset['at'] ?? '').split(':').map(Number);
      const next = walk(shape, { row: r, column: c, slot: 0 }, step);
      event.preventDefault();
      event.stopPropagation();
      box.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}:0"]`)?.focus();
    }
  };
  const cell = (r: number, c: number, count: MatrixCount, edges: Asked, quiet: boolean) => {
    const name = `${r}:${c}:0`;
    const number = numberOf(count);
    const byWay = number === 0 ? count.by_way : 0;
    const total = edges.objective === undefined || edges.entry === undefined;
    const args = {
      objective: edges.objective?.row.note || say('matrix-sum'),
      entry: edges.entry ? edges.entry.row.short : say('matrix-total'),
      count: number || byWay,
    };
    const words = say(
      number > 0 ? CELLS[counted.unit] : byWay > 0 ? 'matrix-cell-by-way' : 'matrix-cell-none',
      args,
    );
    const outside = examples && !total && !count.example;
    return (
      <span
        key={c}
        role="gridcell"
        className="x-number"
        data-total={total || undefined}
        data-quiet={quiet || undefined}
      >
        <button
          type="button"
          data-at={name}
          tabIndex={name === stop ? 0 : -1}
          aria-label={outside && (number > 0 || quiet) ? `${words}, ${say('matrix-not-example')}` : words}
          title={outside && (number > 0 || quiet) ? `${words}, ${say('matrix-not-example')}` : words}
          data-none={(number === 0 && byWay === 0) || undefined}
          data-outside={(outside && number > 0) || undefined}
          style={{ '--x-share': total ? 0 : (number || byWay) / most } as CSSProperties}
          onFocus={() => setAt(name)}
          onClick={() => {
            if (number > 0 || byWay > 0) {
              setAsked(edges);
            }
          }}
        >
          {number > 0 ? number : byWay > 0 ? `(${byWay})` : total ? '–' : ''}
        </button>
      </span>
    );
  };
  return (
    <>
      <div className="x-scroll">
        <div
          ref={box}
          role="grid"
          tabIndex={-1}
          className="x-grid"
          data-testid="matrix-grid"
          data-across={counted.across}
          aria-label={say('matrix-grid')}
          aria-readonly
          aria-rowcount={matrix.rows.length + 2}
          aria-colcount={matrix.columns.length + 2}
          style={{ '--x-columns': matrix.columns.length } as CSSProperties}
          onKeyDown={onKeyDown}
        >
          <div role="row" className="x-line-of">
            <span role="columnheader" className="x-edge">
              {say('matrix-objective')}
            </span>
            {matrix.columns.map((edge) => (
              <span
                key={edge.row.id}
                role="columnheader"
                className="x-top"
                data-quiet={(examples && !edge.count.example) || undefined}
                title={[edge.row.short, edge.row.title, edge.row.kind === 'provision' ? edge.row.note : '']
                  .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
                  .join(' · ')}
              >
                <bdi>{edge.badge || edge.row.short}</bdi>
              </span>
            ))}
            <span role="columnheader" className="x-top" data-total>
              {say('matrix-total')}
            </span>
          </div>
          {matrix.rows.map((objective, r) => (
            <div key={objective.row.id} role="row" className="x-line-of">
              <span role="rowheader" className="x-edge" title={objective.row.title}>
                {objective.badge === '' ? <span className="x-no-badge" /> : <Badge>{objective.badge}</Badge>}
                <bdi>{objective.row.note}</bdi>
              </span>
              {matrix.columns.map((entry, c) =>
                cell(
                  r,
                  c,
                  cells.get(`${r}:${c}`) ?? NO_COUNT,
                  { objective, entry },
                  examples && !entry.count.example,
                ),
              )}
              {cell(r, matrix.columns.length, objective.count, { objective, entry: undefined }, false)}
            </div>
          ))}
          <div role="row" className="x-line-of" data-total>
            <span role="rowheader" className="x-edge">
              {say('matrix-sum')}
            </span>
            {matrix.columns.map((entry, c) =>
              cell(matrix.rows.length, c, entry.count, { objective: undefined, entry }, false),
            )}
            {cell(
              matrix.rows.length,
              matrix.columns.length,
              matrix.all,
              { objective: undefined, entry: undefined },
              false,
            )}
          </div>
        </div>
        <Legend examples={examples} byWay={matrix.all.by_way > 0} notes={matrix.notes} />
      </div>
      {asked ? (
        <CellLinks
          counted={counted}
          objective={asked.objective?.row.id}
          entry={asked.entry?.row.id}
          onOpen={(key) => {
            setAsked(undefined);
            onOpen(key);
          }}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </>
  );
}

function Legend({ examples, byWay, notes }: { examples: boolean; byWay: boolean; notes: readonly string[] }) {
  const { say } = useWords();
  return (
    <div className="x-legend">
      <p>
        <span>{say('matrix-legend-fewer')}</span>
        {[0.2, 0.6, 1].map((share) => (
          <span key={share} className="x-swatch" style={{ '--x-share': share } as CSSProperties} />
        ))}
        <span>{say('matrix-legend-more')}</span>
        {examples ? (
          <>
            <span className="x-swatch" data-quiet />
            <span>{say('matrix-legend-not-example')}</span>
          </>
        ) : null}
        {byWay ? <span>{say('matrix-legend-by-way')}</span> : null}
      </p>
      {notes.map((note) => (
        <p key={note}>
          <bdi>{note}</bdi>
        </p>
      ))}
    </div>
  );
}
