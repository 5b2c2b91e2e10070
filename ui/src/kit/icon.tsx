import { SHAPES } from './icon-shapes.ts';

export type IconName = keyof typeof SHAPES;

/** Icons that point along the line of reading: they turn with it. */
const TURNS: ReadonlySet<IconName> = new Set([
  'undo',
  'redo',
  'share',
  'back',
  'forward',
  'commitments',
  'timeline',
  'documents',
  'tree',
  'catalogue',
  'external',
  'panel',
  'filter',
]);

export interface IconProps {
  name: IconName;
  /** In pixels at normal text size. */
  size?: 12 | 14 | 16 | 18 | 20;
}

/** A small stroke icon; never the only carrier of a meaning, so hidden from assistive technology. */
export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg
      className="k-icon"
      data-size={size}
      data-turns={TURNS.has(name) || undefined}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
