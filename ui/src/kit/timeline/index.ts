/** The timeline of the kit. */
export { Figure } from './mark.tsx';
export { FADE, HALF, type Measure, type Shape, shapeOf } from './geometry.ts';
export { type Labelled, type Placed, placeLabels } from './labels.ts';
export {
  dayOf,
  DAYS_OF,
  headerLevels,
  type Level,
  LEVELS,
  moveUnit,
  nearestLevel,
  nextZoom,
  numberOf,
  ticks,
  ZOOMS,
} from './scale.ts';
export { LONGEST, Timeline, type TimelineApi, type TimelineWindow } from './timeline.tsx';
export {
  type Days,
  markKey,
  type Moving,
  type TimelineLane,
  type TimelineLink,
  type TimelineMark,
} from './types.ts';
export { type TimelineWords, tickWords } from './words.ts';
