export { HangDialog } from './hang-dialog.tsx';
export { useMovedAlong } from './moved-along.ts';
