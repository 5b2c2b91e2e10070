/** Where marks and their words stand, as wide as they are drawn. */
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { type Measure, type Shape, shapeOf } from './geometry.ts';
import { GAP, type Labelled, type Placed, placeLabels } from './labels.ts';
import { lengthOf } from './measure.ts';
import { beyond } from './outside.ts';
import { markKey, type Moving, type TimelineLane, type TimelineMark } from './types.ts';
import type { Standing } from './walk.ts';

/** Room that is kept for a label, at normal text size; where more is free it may be twice as long. */
export const LONGEST = 240;

export interface Stands extends Standing {
  key: string;
  shape: Shape;
}

interface Marks {
  marks: readonly TimelineMark[];
  lanes: readonly TimelineLane[];
  measure: Measure;
  moving: Moving | undefined;
  zoom: number;
  /** First and last pixel that are seen. */
  left: number;
  right: number;
}

/** Room of the arrows at both ends of the first row of a lane, at normal text size. */
export const ARROW = 48;

export function useStanding(
  box: RefObject<HTMLElement | null>,
  { marks, lanes, measure, moving, zoom, left, right }: Marks,
) {
  const { day, today } = measure;
  const font = useFont(box, zoom);
  const standing = useMemo(
    (): readonly Stands[] =>
      marks.map((mark) => {
        const key = markKey(mark);
        const shape =
          moving?.key === key
            ? shapeOf(moving.days, measure)
            : mark.count > 1
              ? gatheredShape(mark, measure)
              : shapeOf(mark.days, measure, mark.goes_on);
        return { mark, key, shape, left: shape.left, right: shape.right };
      }),
    [marks, measure, moving],
  );
  const rows = useMemo(() => {
    const found = new Map<string, Labelled[]>();
    for (const { mark, key, shape } of standing) {
      const row = `${mark.lane} ${mark.row}`;
      const quiet = mark.count > 1 || foldedAt(lanes, mark.lane);
      const icons = (mark.computed ? 16 : 0) + (mark.note === '' ? 0 : 16);
      const length = quiet ? 0 : lengthOf(mark.label, font) + icons * zoom + 4;
      const words = Math.min(length, 2 * LONGEST * zoom);
      const one = { key, left: shape.left, right: shape.right, words, bar: !shape.exact };
      const sameRow = found.get(row);
      if (sameRow) {
        sameRow.push(one);
      } else {
        found.set(row, [one]);
      }
    }
    return found;
  }, [standing, lanes, font, zoom]);
  const byLane = useMemo(() => {
    const lanesOf = new Map<number, (typeof standing)[number][]>();
    for (const one of standing) {
      const found = lanesOf.get(one.mark.lane);
      if (found) {
        found.push(one);
      } else {
        lanesOf.set(one.mark.lane, [one]);
      }
    }
    return lanesOf;
  }, [standing]);

  const labels = useMemo(() => {
    const placed = new Map<string, Placed>();
    const arrows = new Map(
      lanes.map((lane) => [
        `${lane.index} 0`,
        // Nothing lies outside: there is no arrow, and words have its room.
        beyond(lane, byLane.get(lane.index) ?? [], left, right).map((count) =>
          count > 0 ? ARROW * zoom : GAP,
        ),
      ]),
    );
    for (const [row, labelled] of rows) {
      const [before = GAP, after = GAP] = arrows.get(row) ?? [];
      const sight = { first: left + before, last: right - after };
      for (const [key, at] of placeLabels(labelled, (today + 0.5) * day, sight)) {
        placed.set(key, at);
      }
    }
    return placed;
  }, [rows, lanes, byLane, left, right, zoom, today, day]);
  return { font, standing, labels, byLane };
}

function foldedAt(lanes: readonly TimelineLane[], index: number): boolean {
  return lanes.find((lane) => lane.index === index)?.folded === true;
}

/** Several marks stand where the first of them begins. */
function gatheredShape(mark: TimelineMark, measure: Measure): Shape {
  const shape = shapeOf(
    {
      ...mark.days,
      start_not_after: mark.days.start_not_before,
      end_not_before: mark.days.start_not_before,
      end_not_after: mark.days.start_not_before,
    },
    measure,
  );
  return { ...shape, left: shape.left - 5, right: shape.right + 5 };
}

/** The font of the labels. */
function useFont(box: RefObject<HTMLElement | null>, zoom: number): string {
  const [font, setFont] = useState('13px sans-serif');
  useLayoutEffect(() => {
    const look = (): void => {
      if (box.current) {
        const { fontFamily, fontWeight } = getComputedStyle(box.current);
        setFont(`${fontWeight} ${13 * zoom}px ${fontFamily}`);
      }
    };
    look();
    // Words are as long as their letters, which may come later.
    document.fonts?.ready.then(look, look);
  }, [box, zoom]);
  return font;
}
