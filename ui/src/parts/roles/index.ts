export { AssignDialog, type AssignDialogProps } from './assign-dialog.tsx';
export { EndDialog, type EndDialogProps } from './end-dialog.tsx';
export { RoleChip } from './role-chip.tsx';
export { RoleLine, type RoleLineProps } from './role-line.tsx';
