/** A read of the overview: asked again whenever something changes, and what was there stays until the answer has come. */
import { useEffect, useState } from 'react';
import { useClient } from '@/lib/client.ts';
import type { Answer, CommandName, Request } from '@/lib/api.ts';
import type { OverviewState } from './state.ts';

export interface Reading<T> {
  value: T | undefined;
  error: unknown;
}

/** So long after a step: who types on does not ask for each letter. */
const REST = 200;

/** `request` is compared by its content; none: nothing is asked. */
export function useReading<K extends CommandName>(
  state: OverviewState,
  command: K,
  request: Request<K> | undefined,
): Reading<Answer<K>> {
  const client = useClient();
  const wanted = request === undefined ? undefined : JSON.stringify(request);
  const name = `${command} ${wanted ?? ''}`;
  const [reading, setReading] = useState<Reading<Answer<K>>>(() => ({
    // What was kept under the name of a command was its answer.
    value: state.last.get(name) as Answer<K> | undefined,
    error: undefined,
  }));
  useEffect(() => {
    if (wanted === undefined) {
      setReading({ value: undefined, error: undefined });
      return undefined;
    }
    let left = false;
    let asked = 0;
    let timer = 0;
    const ask = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      try {
        const value = await client.call(command, JSON.parse(wanted) as Request<K>);
        if (!left && mine === asked) {
          state.last.set(name, value);
          setReading({ value, error: undefined });
        }
      } catch (error) {
        if (!left && mine === asked) {
          setReading({ value: undefined, error });
        }
      }
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), REST);
    };
    void ask();
    const leave = [client.changed.listen(soon), client.opened.listen(soon), client.renew.listen(soon)];
    return () => {
      left = true;
      clearTimeout(timer);
      for (const stop of leave) {
        stop();
      }
    };
  }, [client, state, command, wanted, name]);
  return reading;
}
