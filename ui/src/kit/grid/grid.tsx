import type { GridProps } from './types.ts';

/** The grid. */
export function Grid<Row>(props: GridProps<Row>) {
  return <div role="grid" aria-label={props.label} aria-rowcount={props.rows.count} />;
}
