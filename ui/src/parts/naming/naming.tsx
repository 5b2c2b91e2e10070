/** The rows that name a group or an organization: what to look at when it ends, is renamed or is followed by another. */
import { useState } from 'react';
import { Button } from '@/kit/index.ts';
import { useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';
import './naming.css';

/** Rows that are listed at first; a button lists the others. */
const FEW = 8;

export interface NamingProps {
  kind: 'group' | 'organization';
  id: string;
}

export function Naming({ kind, id }: NamingProps) {
  const { say } = useWords();
  const kinds = useStore(useClient().kinds);
  const discreet = useDiscreet();
  const [isWhole, setWhole] = useState(false);
  const { value } = useReading('row_naming', { kind, id, discreet });
  if (!value) {
    return null;
  }
  if (value.count === 0) {
    return <p className="k-quiet">{say('naming-none')}</p>;
  }
  const rows = isWhole ? value.rows : value.rows.slice(0, FEW);
  const more = value.count - rows.length;
  const canShow = !isWhole && value.rows.length > rows.length;
  return (
    <section
      className="nm-list"
      aria-label={say('naming-label', { count: value.count })}
      data-testid="naming"
    >
      <p className="k-quiet">{say('naming-label', { count: value.count })}</p>
      <ul>
        {rows.map((row) => (
          <li key={`${row.kind} ${row.id} ${row.note}`}>
            <bdi>{row.title}</bdi>{' '}
            <span className="k-quiet">{`${kinds.get(row.kind)?.label ?? ''} · ${row.note}`}</span>
          </li>
        ))}
        {more > 0 && !canShow ? (
          <li className="k-quiet">{say('questions-more-rows', { count: more })}</li>
        ) : null}
      </ul>
      {canShow ? (
        <Button look="quiet" icon="down" onPress={() => setWhole(true)}>
          {say('questions-more-rows', { count: more })}
        </Button>
      ) : null}
    </section>
  );
}
