/** What was found for what was typed in the palette, the best first; and the answer, where it was a question. */
import { useEffect, useState } from 'react';
import type { SearchFound } from '@/generated/wire.ts';
import { useClient, useDiscreet, usePlan, useSource } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';

const MOST = 16;
/** The core takes no more at once. */
const LONGEST = 1000;

/** What was found for the text; of the text before until then. */
export function useFound(text: string): SearchFound | undefined {
  const client = useClient();
  const notices = useNotices();
  const plan = usePlan();
  const source = useSource();
  const discreet = useDiscreet();
  const [found, setFound] = useState<SearchFound>();
  const wanted = plan.open === 'nothing' ? '' : text.trim().slice(0, LONGEST);
  useEffect(() => {
    if (wanted === '') {
      setFound(undefined);
      return undefined;
    }
    const asked = client.call('search_find', { text: wanted, source, from: 0, to: MOST, discreet });
    return awaited(asked, setFound, notices.report);
  }, [client, notices, source, wanted, discreet]);
  return found;
}
