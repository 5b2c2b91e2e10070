/** Earlier states that a document can be compared with: as it was made last, and the states that have a name. */
import { useMemo } from 'react';
import type { DocumentView, Source } from '@/generated/wire.ts';
import { useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { keyOf, whenOf } from '@/lib/sources.ts';

export interface Earlier {
  key: string;
  source: Source;
  name: string;
  note: string;
}

export function useEarlier(document: DocumentView | undefined): readonly Earlier[] {
  const { say, locale } = useWords();
  const { value: moments } = useReading('moments_list', {});
  return useMemo(() => {
    const found = new Map<string, Earlier>();
    const made = document?.made;
    if (made) {
      const source: Source = { at: 'moment', moment: String(made.op) };
      found.set(keyOf(source), {
        key: keyOf(source),
        source,
        name:
          made.state === '' ? say('export-since-made') : say('export-since-made-as', { state: made.state }),
        note: `${made.at_text} · ${made.file}`,
      });
    }
    for (const moment of moments ?? []) {
      const key = keyOf(moment.source);
      if (!found.has(key)) {
        const name = moment.name === '' ? whenOf(moment, locale) : moment.name;
        found.set(key, { key, source: moment.source, name, note: whenOf(moment, locale) });
      }
    }
    return [...found.values()];
  }, [document, moments, say, locale]);
}
