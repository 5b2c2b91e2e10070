/** Tables of rows of one kind: the bar, the grid, and what is kept of them. */
export { CellText, type Column } from './columns.tsx';
export type { TableDef } from './def.ts';
export { rowOf } from './grid-data.ts';
export { TableScreen } from './screen.tsx';
export { createTable, type TableState } from './state.ts';
