/** What a screen is to the frame: an entry of the rail, a state that outlives its turns, and code that is fetched when it is shown. */
import type { ComponentType } from 'react';
import type { ReviewStarted, RowKey, Source } from '@/generated/wire.ts';
import type { IconName } from '@/kit/index.ts';
import type { Client } from './client.ts';
import type { PrintContext, PrintJob } from './print.ts';

export type ScreenName =
  | 'overview'
  | 'commitments'
  | 'milestones'
  | 'timeline'
  | 'groups'
  | 'matrix'
  | 'documents'
  | 'review'
  | 'history'
  | 'questions'
  | 'catalogue'
  | 'search'
  | 'carry';

/** What another place of the window wants to see on a screen. */
export interface Wish {
  /** Filters that take the place of those that are set. */
  filters?: ReadonlyMap<string, readonly (string | null)[]>;
  /** Words to filter by, with the filters; on the search screen, what is to be searched for. */
  text?: string;
  /** The kind of rows, where a screen shows several. */
  kind?: string;
  /** The row to go to. */
  row?: RowKey;
  /** The rule whose questions are to be seen. */
  rule?: string;
  /** The state to compare with now. */
  compare?: Source;
  /** Files of colleagues to take into the review. */
  files?: readonly string[];
  /** The same of a snapshot that is built in. */
  shipped?: string;
  /** A review that was begun already, with what was taken into it. */
  started?: ReviewStarted;
}

export interface ScreenState {
  /**
   * Called before the screen is shown because somebody asked for it. Where filters had to go so that a row is seen, it answers
   * with how to set them again.
   */
  wish?(wish: Wish): void | Promise<(() => void) | undefined>;
  /** Another plan is shown: no filter and nothing folded outlives the plan that it belongs to. */
  reset?(): void;
  /** Whether it has what it shows first; without it, it has. Used at the start of the window only. */
  isReady?(): boolean;
  subscribe?(listener: () => void): () => void;
}

export interface ScreenProps<State> {
  state: State;
  /** The row that the inspector shows for this screen. */
  selected: RowKey | undefined;
  /** The inspector follows; the focus stays. */
  onSelect(key: RowKey | undefined): void;
  /** Shows a row in the inspector and moves the focus there. */
  onOpen(key: RowKey): void;
}

export interface ScreenDef<State extends ScreenState> {
  name: ScreenName;
  icon: IconName;
  /** The kind whose plural is the name of the screen, and whose count stands beside it; without one it is `screen-<name>`. */
  kind?: string;
  /** `false`: it has no entry in the rail; other places of the window lead to it. */
  rail?: false;
  /** `asked`: the inspector is there only while a row is shown in it; otherwise it has its place. */
  inspector?: 'asked';
  createState(client: Client): State;
  /** What it prints: all rows of its view. Without it, it has nothing to print. */
  print?(context: PrintContext, state: State): Promise<PrintJob>;
  load(): Promise<ComponentType<ScreenProps<State>>>;
}
