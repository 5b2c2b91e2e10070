/** The organizations of the plan, to choose one of: read once. */
import { useEffect, useState } from 'react';
import type { Choice } from '@/kit/index.ts';
import { NOW, useClient } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { EVERYTHING } from '@/lib/views.ts';

/** So many are read; a catalogue has some hundreds. */
const MOST = 2000;

export function useOrganizations(): readonly Choice[] | undefined {
  const client = useClient();
  const notices = useNotices();
  const [choices, setChoices] = useState<readonly Choice[]>();
  useEffect(() => {
    let left = false;
    const range = { query: EVERYTHING, from: 0, to: MOST, fields: ['acronym'] };
    client.call('view_get', { kind: 'organization', source: NOW, ...range }).then(({ rows }) => {
      if (!left) {
        setChoices(
          rows.map(({ id, short, title }) => ({
            id,
            label: short,
            ...(title === short ? {} : { hint: title }),
          })),
        );
      }
    }, notices.report);
    return () => {
      left = true;
    };
  }, [client, notices]);
  return choices;
}
