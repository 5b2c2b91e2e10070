/** The development host: the same commands over localhost, for browser tests. Never shipped. */
import { EVENTS, type EventName, type Host } from './host.ts';

interface Posted {
  n: number;
  event: string;
  payload: unknown;
}

/** Waits before asking again when the host does not answer. */
const PAUSE = 500;

export function httpHost(address: URL): Host {
  const headers = {
    authorization: `Bearer ${address.searchParams.get('token') ?? ''}`,
    'content-type': 'application/json',
  };
  const at = (path: string): string => new URL(path, address.origin).href;
  return {
    async call(command, args, language) {
      const body = JSON.stringify({ command, arguments: args, language });
      const response = await fetch(at('/rpc'), { method: 'POST', headers, body });
      const answer = (await response.json()) as { answer?: unknown; error?: unknown };
      if (answer.error != null) {
        throw answer.error;
      }
      return answer.answer;
    },
    onEvent(listener) {
      void follow(at('/events'), headers, listener);
    },
  };
}

async function follow(
  events: string,
  headers: Record<string, string>,
  listener: (event: EventName, payload: unknown) => void,
): Promise<never> {
  let after = 0;
  for (;;) {
    try {
      const response = await fetch(`${events}?after=${after}`, { headers });
      for (const posted of (await response.json()) as readonly Posted[]) {
        after = Math.max(after, posted.n);
        const name = EVENTS.find((one) => one === posted.event);
        if (name) {
          listener(name, posted.payload);
        }
      }
    } catch {
      // The host was stopped or is being started again: events go on when it answers.
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
