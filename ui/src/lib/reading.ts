/** A read that is asked again whenever something changes; what was there stays until the answer has come. */
import { useEffect, useState } from 'react';
import type { Answer, CommandName, Request } from './api.ts';
import { useClient } from './client.ts';
import { atLeisure as whenAtLeisure } from './leisure.ts';

export interface Reading<T> {
  value: T | undefined;
  error: unknown;
  /** It answers what is asked now, not what was asked before. */
  isCurrent: boolean;
}

export interface ReadingOptions {
  /** Answers as they were last: shown at once when the same is asked again. */
  last?: Map<string, unknown>;
  /** Of what comes without a step, too: asked again when something is said, and when the window is come back to. */
  often?: boolean;
  /** Somebody waits for it before going on: asked again at once, not when the window has come to rest. */
  atOnce?: boolean;
  /** Nobody waits for it: asked when the window has come to rest, so that it takes nothing from what somebody waits for. */
  atLeisure?: boolean;
}

interface Found<T> {
  /** What it answers. */
  name: string | undefined;
  /** It was asked for before an audience: nothing private is in it. */
  discreet: boolean;
  value: T | undefined;
  error: unknown;
}

/** So long after a step: who types on does not ask for each letter. */
const REST = 200;

const NOTHING = { name: undefined, discreet: true, value: undefined, error: undefined };

function isDiscreet(request: unknown): boolean {
  return (
    typeof request === 'object' && request !== null && 'discreet' in request && request.discreet === true
  );
}

/** `request` is compared by its content; none: nothing is asked. */
export function useReading<K extends CommandName>(
  command: K,
  request: Request<K> | undefined,
  { last, often = false, atOnce = false, atLeisure = false }: ReadingOptions = {},
): Reading<Answer<K>> {
  const client = useClient();
  const wanted = request === undefined ? undefined : JSON.stringify(request);
  const name = `${command} ${wanted ?? ''}`;
  const discreet = isDiscreet(request);
  const [found, setFound] = useState<Found<Answer<K>>>(() => ({
    name: last?.has(name) ? name : undefined,
    // What was kept under the name of a command was its answer.
    value: last?.get(name) as Answer<K> | undefined,
    error: undefined,
    discreet,
  }));
  useEffect(() => {
    if (wanted === undefined) {
      setFound(NOTHING);
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
          last?.set(name, value);
          setFound({ name, discreet, value, error: undefined });
        }
      } catch (error) {
        if (!left && mine === asked) {
          setFound({ name, discreet, value: undefined, error });
        }
      }
    };
    const leisure = whenAtLeisure(() => void ask());
    const soon = (): void => {
      if (atLeisure) {
        leisure.soon();
      } else {
        clearTimeout(timer);
        timer = window.setTimeout(() => void ask(), atOnce ? 0 : REST);
      }
    };
    if (atLeisure) {
      soon();
    } else {
      void ask();
    }
    const leave = [client.changed.listen(soon), client.opened.listen(soon), client.renew.listen(soon)];
    if (often) {
      leave.push(client.said.listen(soon));
      window.addEventListener('focus', soon);
    }
    return () => {
      left = true;
      clearTimeout(timer);
      leisure.forget();
      window.removeEventListener('focus', soon);
      for (const stop of leave) {
        stop();
      }
    };
  }, [client, command, wanted, name, discreet, last, often, atOnce, atLeisure]);
  // What was there stays until the answer has come; but not before an audience, where it may be private.
  const { value, error } = discreet && !found.discreet ? NOTHING : found;
  return { value, error, isCurrent: found.name === name };
}

/** Waits for an answer; who has left by then is told nothing of it. Answers with how to leave. */
export function awaited<T>(
  answer: Promise<T>,
  onAnswer: (value: T) => void,
  onError: (reason: unknown) => void,
): () => void {
  let left = false;
  const unlessLeft =
    <V>(tell: (value: V) => void) =>
    (value: V): void => {
      if (!left) {
        tell(value);
      }
    };
  answer.then(unlessLeft(onAnswer), unlessLeft(onError));
  return () => {
    left = true;
  };
}
