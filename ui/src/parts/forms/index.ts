export { changedIn, createDraft, dateOf, type Draft, EMPTY, entriesOf, type Entry, filled } from './draft.ts';
export { FormDialog } from './form-dialog.tsx';
export { FormField } from './form-field.tsx';
export { FormFields, useFields } from './form-fields.tsx';
export { useKeysBack } from './keys-back.ts';
export { useSeen } from './seen.ts';
