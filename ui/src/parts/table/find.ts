/** Looking for words in all rows of a table, and what takes their place. */

export interface FindState {
  /** The bar that is shown. */
  open: 'find' | 'replace' | undefined;
  text: string;
  with: string;
  /** A is not a. */
  exact: boolean;
  whole: boolean;
}

export const NO_FIND: FindState = { open: undefined, text: '', with: '', exact: false, whole: false };
