/** Who holds a role: what is stated, when, where, and what is not. */
import type { AnswerLine, AnswerCard as Card, RowKey } from '@/generated/wire.ts';
import { Badge, Callout } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import './answer.css';

export interface AnswerCardProps {
  card: Card;
  onOpen: (key: RowKey) => void;
}

export function AnswerCard({ card, onOpen }: AnswerCardProps) {
  const { say } = useWords();
  const [first, ...others] = card.lines;
  const alone = first !== undefined && others.length === 0;
  const unknown = [...(alone ? first.not_stated : []), card.ask].filter((sentence) => sentence !== '');
  return (
    <section className="w-answer" aria-label={say('answer-card')} data-testid="answer-card">
      <p className="w-answer-head">{card.question}</p>
      {alone ? (
        <Line line={first} onOpen={onOpen} />
      ) : (
        <ul className="w-answer-places">
          {card.lines.map((line) => (
            <li key={line.row.id}>
              <Line line={line} onOpen={onOpen} several />
            </li>
          ))}
        </ul>
      )}
      {unknown.length > 0 ? (
        <Callout>
          {unknown.map((sentence) => (
            <p key={sentence}>
              <bdi>{sentence}</bdi>
            </p>
          ))}
        </Callout>
      ) : null}
    </section>
  );
}

/** One place: what is stated of it. Of several each says itself what is not stated. */
function Line({
  line,
  onOpen,
  several = false,
}: { line: AnswerLine; several?: boolean } & Pick<AnswerCardProps, 'onOpen'>) {
  const { say } = useWords();
  const { row } = line;
  return (
    <>
      <p className="w-answer-place">
        {several ? <Badge look="line">{row.short}</Badge> : null}
        <button type="button" className="k-link" onClick={() => onOpen({ kind: row.kind, id: row.id })}>
          <bdi>{row.title}</bdi>
        </button>
      </p>
      <Sentences label={several ? '' : say('answer-stated')} sentences={line.stated} />
      <Sentences label={say('answer-readings')} sentences={line.readings} />
      <Sentences label="" sentences={several ? line.not_stated : []} />
    </>
  );
}

function Sentences({ label, sentences }: { label: string; sentences: readonly string[] }) {
  return sentences.length === 0 ? null : (
    <>
      {label === '' ? null : <h2 className="w-answer-label">{label}</h2>}
      <ul className="w-answer-list">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
