/** What a row is linked to: each opens in the inspector. */
import type { RowBrief, RowDetail, RowKey } from '@/generated/wire.ts';
import { Badge, EmptyState, type IconName } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { Step } from './steps.tsx';

type OpenRow = (key: RowKey) => void;

export function Links({ detail, onOpen }: { detail: RowDetail; onOpen: OpenRow }) {
  const { say } = useWords();
  if (detail.links.length === 0) {
    return <Empty icon="link" title={say('links-empty-title')} text={say('links-empty-text')} />;
  }
  return (
    <>
      {detail.links.map((group) => (
        <section key={group.label} className="i-section" aria-label={group.label}>
          <h3>{group.label}</h3>
          <Briefs rows={group.rows} onOpen={onOpen} />
        </section>
      ))}
    </>
  );
}

export function People({ detail, onOpen }: { detail: RowDetail; onOpen: OpenRow }) {
  const { say } = useWords();
  return detail.people.length === 0 ? (
    <Empty icon="person" title={say('people-empty-title')} text={say('people-empty-text')} />
  ) : (
    <Briefs rows={detail.people} onOpen={onOpen} />
  );
}

export function Updates({ detail, onOpen }: { detail: RowDetail; onOpen: OpenRow }) {
  const { say } = useWords();
  return detail.updates.length === 0 ? (
    <Empty icon="edit" title={say('updates-empty-title')} text={say('updates-empty-text')} />
  ) : (
    <Briefs rows={detail.updates} onOpen={onOpen} />
  );
}

export function History({ detail }: { detail: RowDetail }) {
  const { say } = useWords();
  return detail.history.length === 0 ? (
    <Empty icon="history" title={say('history-empty-title')} text={say('history-empty-text')} />
  ) : (
    <ol className="i-steps">
      {detail.history.map((step) => (
        <li key={step.op}>
          <Step step={step} />
        </li>
      ))}
    </ol>
  );
}

function Briefs({ rows, onOpen }: { rows: readonly RowBrief[]; onOpen: OpenRow }) {
  return (
    <ul className="i-briefs">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id} ${row.note}`}>
          <button type="button" className="i-brief" onClick={() => onOpen({ kind: row.kind, id: row.id })}>
            <BriefName row={row} />
            {row.note === '' ? null : <bdi className="i-hint">{row.note}</bdi>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** An acronym or a reference stands before the title; a short title stands for it. */
const ACRONYM = 14;

function BriefName({ row: { short, title } }: { row: RowBrief }) {
  if (short.length > ACRONYM) {
    return <bdi title={title}>{short}</bdi>;
  }
  return (
    <>
      {short === '' || short === title ? null : <Badge look="line">{short}</Badge>}
      <bdi>{title}</bdi>
    </>
  );
}

function Empty({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <EmptyState icon={icon} title={title}>
      {text}
    </EmptyState>
  );
}
