/** Editors that are open. Before another plan is shown, or a step is taken back, they keep what was typed, or say why not. */
export interface Editors {
  /** An editor is there: `finish` keeps what it holds, and answers whether it is closed. Answers with how to leave. */
  join(finish: () => Promise<boolean>): () => void;
  /** Closes all of them. False: one stays open, because what it holds cannot be kept. */
  finish(): Promise<boolean>;
}

export function createEditors(): Editors {
  const open = new Set<() => Promise<boolean>>();
  return {
    join(finish) {
      open.add(finish);
      return () => open.delete(finish);
    },
    async finish() {
      // One that is closed leaves the set while it is walked, which a set allows.
      for (const finish of open) {
        if (!(await finish())) {
          return false;
        }
      }
      return true;
    },
  };
}
