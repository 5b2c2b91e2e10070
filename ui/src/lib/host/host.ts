/** What the window asks of the program that shows it. */

/** The names of the events that a host passes on. */
export const EVENTS = [
  'plan-changed',
  'plan-opened',
  'review-changed',
  'job-progress',
  'open-file',
  'files-dropped',
] as const;
export type EventName = (typeof EVENTS)[number];

export interface Host {
  /** Carries out a command; rejects with the error of the wire. */
  call(command: string, args: unknown, language: string): Promise<unknown>;
  /** From now on, events are passed to this function. */
  onEvent(listener: (event: EventName, payload: unknown) => void): void;
}
