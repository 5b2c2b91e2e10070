export { createDraft, dateOf, type Draft, EMPTY, entriesOf, type Entry, filled } from './draft.ts';
export { FormDialog, type FormDialogProps } from './form-dialog.tsx';
export { FormField, type FormFieldProps } from './form-field.tsx';
export { type KeysBack, useKeysBack } from './keys-back.ts';
