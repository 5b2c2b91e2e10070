export { HangDialog } from './hang-dialog.tsx';
