/** The words that the kit itself needs. The kit knows no Fluent: whoever shows it says them, once, at the top. */
import { createContext, type ReactNode, useContext } from 'react';

export interface KitStrings {
  close(): string;
  clear(): string;
  loading(): string;
  noMatches(): string;
  /** In a field that takes any text: what was typed is not in its list. */
  asWritten(text: string): string;
  /** How to move in a grid and out of it; read once when a grid gets the focus. */
  gridHelp(): string;
  /** Beside the title of a group of rows. */
  rows(count: number): string;
  sortBy(column: string): string;
  sortedAscending(column: string): string;
  sortedDescending(column: string): string;
  /** What can be done with a column. */
  columnMenu(column: string): string;
  columnMoved(column: string): string;
  columnSized(column: string): string;
  copied(count: number): string;
  cut(count: number): string;
  /** A large range is being read for the clipboard. */
  copying(): string;
  /** It has been read, and can be put on the clipboard now. */
  copyAgain(): string;
  copyFailed(): string;
  /** So many rows were left off: the range is too large. */
  copiedPart(count: number): string;
  suggestions(count: number): string;
  /** Before what an editor understood of a typed date. */
  understoodAs(words: string): string;
  chooseReading(): string;
  notANumber(): string;
  /** 1,234: a thousand, or one and a bit. */
  ambiguousNumber(): string;
  notAmongChoices(): string;
  removeItem(item: string): string;
  commitFailed(): string;
  /** Opens the list of all tabs, where not all have room. */
  allTabs(): string;
  yes(): string;
  no(): string;
}

/** The id of the message of each word, and the name of its argument. */
const MESSAGES: { readonly [K in keyof KitStrings]: readonly [id: string, argument?: string] } = {
  close: ['kit-close'],
  clear: ['kit-clear'],
  loading: ['kit-loading'],
  noMatches: ['kit-no-matches'],
  asWritten: ['kit-as-written', 'text'],
  gridHelp: ['kit-grid-help'],
  rows: ['kit-rows', 'count'],
  sortBy: ['kit-sort-by', 'column'],
  sortedAscending: ['kit-sorted-ascending', 'column'],
  sortedDescending: ['kit-sorted-descending', 'column'],
  columnMenu: ['kit-column-menu', 'column'],
  columnMoved: ['kit-column-moved', 'column'],
  columnSized: ['kit-column-sized', 'column'],
  copied: ['kit-copied', 'count'],
  cut: ['kit-cut', 'count'],
  copying: ['kit-copying'],
  copyAgain: ['kit-copy-again'],
  copyFailed: ['kit-copy-failed'],
  copiedPart: ['kit-copied-part', 'count'],
  suggestions: ['kit-suggestions', 'count'],
  understoodAs: ['kit-understood-as', 'words'],
  chooseReading: ['kit-choose-reading'],
  notANumber: ['kit-not-a-number'],
  ambiguousNumber: ['kit-ambiguous-number'],
  notAmongChoices: ['kit-not-among-choices'],
  removeItem: ['kit-remove-item', 'item'],
  commitFailed: ['kit-commit-failed'],
  allTabs: ['kit-all-tabs'],
  yes: ['kit-yes'],
  no: ['kit-no'],
};

/** The kit's words out of any formatter that knows messages by id (assets/locales/<lang>/ui-kit.ftl). */
export function kitStrings(
  format: (id: string, args?: Record<string, string | number>) => string,
): KitStrings {
  const words = Object.entries(MESSAGES).map(([key, [id, argument]]) => [
    key,
    (value?: string | number) =>
      argument === undefined || value === undefined ? format(id) : format(id, { [argument]: value }),
  ]);
  // Built from MESSAGES, whose keys are those of KitStrings.
  return Object.fromEntries(words) as KitStrings;
}

const Context = createContext<KitStrings | undefined>(undefined);

export function KitStringsProvider({ strings, children }: { strings: KitStrings; children: ReactNode }) {
  return <Context value={strings}>{children}</Context>;
}

export function useKitStrings(): KitStrings {
  const strings = useContext(Context);
  if (!strings) {
    throw new Error('the kit is used outside KitStringsProvider');
  }
  return strings;
}
