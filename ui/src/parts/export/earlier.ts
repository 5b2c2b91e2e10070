/** Earlier states that a document can be compared with: as it was made last, and the states that have a name. */
import { useMemo } from 'react';
import type { DocumentView, PlanExport, Source } from '@/generated/wire.ts';
import { useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { keyOf, whenOf } from '@/lib/sources.ts';

export interface Earlier {
  key: string;
  /** What of the request says it. */
  asked: Pick<PlanExport, 'since' | 'against'>;
  name: string;
  note: string;
}

export function useEarlier(document: DocumentView | undefined): readonly Earlier[] {
  const { say, locale } = useWords();
  const { value: moments } = useReading('moments_list', {});
  return useMemo(() => {
    const found = new Map<string, Earlier>();
    const revised = document?.revision_of;
    if (revised) {
      const file = document.revised_as;
      const made = file ? [file.state, file.at_text, file.file].filter(Boolean).join(' · ') : '';
      found.set(revised.id, {
        key: revised.id,
        asked: { against: revised.id },
        name: say('export-since-revised', { document: revised.short || revised.title }),
        note: made === '' ? say('export-since-revised-now') : say('export-since-revised-made', { made }),
      });
    }
    const made = document?.made;
    if (made) {
      const source: Source = { at: 'moment', moment: String(made.op) };
      found.set(keyOf(source), {
        key: keyOf(source),
        asked: { since: source },
        name:
          made.state === '' ? say('export-since-made') : say('export-since-made-as', { state: made.state }),
        note: `${made.at_text} · ${made.file}`,
      });
    }
    for (const moment of moments ?? []) {
      const key = keyOf(moment.source);
      if (!found.has(key)) {
        const name = moment.name === '' ? whenOf(moment, locale) : moment.name;
        found.set(key, { key, asked: { since: moment.source }, name, note: whenOf(moment, locale) });
      }
    }
    return [...found.values()];
  }, [document, moments, say, locale]);
}
