export { HangDialog } from './hang-dialog.tsx';
export { movedAlong, useMovedAlong } from './moved-along.ts';
