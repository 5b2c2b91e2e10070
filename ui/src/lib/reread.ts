/** Reads one at a time: what is asked for while one is under way asks for one more turn, and for no more than one. */
export function rereading(readOnce: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const read = async (): Promise<void> => {
    try {
      do {
        again = false;
        await readOnce();
      } while (again);
    } finally {
      running = undefined;
    }
  };
  return () => {
    again = running !== undefined;
    running ??= read();
    return running;
  };
}
