export { AssignDialog } from './assign-dialog.tsx';
export { RoleChip } from './role-chip.tsx';
export { RoleLine } from './role-line.tsx';
