/** The rows that name a group: what to look at when it ends or is followed by another. */
import { useClient, useDiscreet, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { useStore } from '@/lib/store.ts';

/** Rows that are listed; the others are counted. */
const FEW = 8;

export function Naming({ group }: { group: string }) {
  const { say } = useWords();
  const kinds = useStore(useClient().kinds);
  const discreet = useDiscreet();
  const { value } = useReading('row_naming', { kind: 'group', id: group, discreet });
  if (!value) {
    return null;
  }
  if (value.count === 0) {
    return <p className="k-quiet">{say('naming-none')}</p>;
  }
  const rows = value.rows.slice(0, FEW);
  const more = value.count - rows.length;
  return (
    <section
      className="g-naming"
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
        {more > 0 ? <li className="k-quiet">{say('questions-more-rows', { count: more })}</li> : null}
      </ul>
    </section>
  );
}
