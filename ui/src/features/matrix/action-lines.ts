/** The action lines of the catalogue, to choose one. */
import { useMemo } from 'react';
import { textOf } from '@/lib/fields.ts';
import { useReading } from '@/lib/reading.ts';
import { EVERYTHING } from '@/lib/views.ts';

export interface ActionLine {
  id: string;
  short: string;
  title: string;
}

const ALL = {
  kind: 'action_line',
  source: { at: 'now' as const },
  query: EVERYTHING,
  from: 0,
  to: 500,
  fields: ['code', 'short_title'],
};
const KEPT = new Map<string, unknown>();

export function useActionLines(): readonly ActionLine[] {
  const { value } = useReading('view_get', ALL, { last: KEPT });
  return useMemo(
    () =>
      (value?.rows ?? []).map((row) => ({
        id: row.id,
        short: row.short,
        title: textOf(row, 'short_title') || row.title,
      })),
    [value],
  );
}
