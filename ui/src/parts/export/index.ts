export { ExportDialog } from './export-dialog.tsx';
export { writeExport } from './write.ts';
