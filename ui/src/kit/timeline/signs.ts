/** What the marks of a timeline mean: the signs of its legend, on the screen, in files and on paper. */
import type { Shape } from './geometry.ts';

export interface Sign {
  name:
    | 'event'
    | 'deadline'
    | 'deliverable'
    | 'decision'
    | 'span'
    | 'vague'
    | 'open'
    | 'computed'
    | 'doubt'
    | 'ghost';
  shape: Shape;
}

const DAY: Shape = {
  left: 0,
  right: 16,
  exact: true,
  sureFrom: 8,
  sureTo: 8,
  openStart: false,
  openEnd: false,
};
const SPAN: Shape = { ...DAY, right: 36, exact: false, sureFrom: 0, sureTo: 36 };

export const SIGNS: readonly Sign[] = [
  { name: 'event', shape: DAY },
  { name: 'deadline', shape: DAY },
  { name: 'deliverable', shape: DAY },
  { name: 'decision', shape: DAY },
  { name: 'span', shape: SPAN },
  { name: 'vague', shape: { ...SPAN, sureFrom: 18, sureTo: 18 } },
  { name: 'open', shape: { ...SPAN, sureTo: 12, openEnd: true } },
  { name: 'computed', shape: DAY },
  { name: 'doubt', shape: DAY },
];

/** Only where an earlier state is compared. */
export const GHOST: Sign = { name: 'ghost', shape: DAY };
