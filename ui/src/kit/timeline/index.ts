/** The timeline of the kit. */
export { Figure } from './mark.tsx';
export { shapeOf } from './geometry.ts';
export { type Labelled, placeLabels } from './labels.ts';
export { pagesOf, type Picture, svgOf } from './picture.ts';
export { GHOST, SIGNS } from './signs.ts';
export {
  dayOf,
  DAYS_OF,
  headerLevels,
  LEVELS,
  moveUnit,
  nearestLevel,
  nextZoom,
  numberOf,
  ticks,
  ZOOMS,
} from './scale.ts';
export { Timeline, type TimelineApi, type TimelineWindow } from './timeline.tsx';
export { LONGEST } from './use-standing.ts';
export { markKey, type Moving, type TimelineLane, type TimelineMark } from './types.ts';
export type { TimelineWords } from './words.ts';
