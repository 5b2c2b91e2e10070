/** Looking for words in all rows of a table, and what takes their place. */

export interface FindState {
  /** The bar that is shown. */
  open: 'find' | 'replace' | undefined;
  text: string;
  with: string;
  /** A is not a. */
  exact: boolean;
  whole: boolean;
  /** What was replaced last: where nothing of it is left, that is not "not found". */
  replaced?: string | undefined;
}

/** What is said where nothing is found. */
export function nothingFound({ text, replaced }: FindState): 'find-all-replaced' | 'find-none' {
  return replaced === text ? 'find-all-replaced' : 'find-none';
}

export const NO_FIND: FindState = { open: undefined, text: '', with: '', exact: false, whole: false };
