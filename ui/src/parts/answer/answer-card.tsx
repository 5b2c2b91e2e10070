/** Who holds a role: what is stated, when, where, and what is not. */
import type { AnswerCard as Card, RowKey } from '@/generated/wire.ts';
import { Callout } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import './answer.css';

export interface AnswerCardProps {
  card: Card;
  onOpen: (key: RowKey) => void;
}

export function AnswerCard({ card, onOpen }: AnswerCardProps) {
  const { say } = useWords();
  const { row } = card;
  return (
    <section className="w-answer" aria-label={say('answer-card')} data-testid="answer-card">
      <p className="w-answer-head">{card.question}</p>
      <p className="w-answer-place">
        <button type="button" className="k-link" onClick={() => onOpen({ kind: row.kind, id: row.id })}>
          <bdi>{row.title}</bdi>
        </button>
      </p>
      <Sentences label={say('answer-stated')} sentences={card.stated} />
      <Sentences label={say('answer-readings')} sentences={card.readings} />
      {card.not_stated.length > 0 || card.ask !== '' ? (
        <Callout>
          {[...card.not_stated, card.ask]
            .filter((sentence) => sentence !== '')
            .map((sentence) => (
              <p key={sentence}>
                <bdi>{sentence}</bdi>
              </p>
            ))}
        </Callout>
      ) : null}
    </section>
  );
}

function Sentences({ label, sentences }: { label: string; sentences: readonly string[] }) {
  return sentences.length === 0 ? null : (
    <>
      <h2 className="w-answer-label">{label}</h2>
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
