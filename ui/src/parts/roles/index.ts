export { AssignDialog } from './assign-dialog.tsx';
export { RoleChip } from './role-chip.tsx';
export { RoleList } from './role-list.tsx';
export { type Stated, together } from './stated.ts';
