/** One paragraph whole, the commitments that may answer it, and what can be decided. */
import { type RefObject, useId } from 'react';
import type { CarryCandidate, CarryProposals, RowBrief, RowKey } from '@/generated/wire.ts';
import { Badge, Button, Icon, showSigns, StatusMark } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { isStatus } from '@/lib/fields.ts';
import { Head, pressed } from '@/parts/lines/index.ts';
import { CHOICES, type Choice, isChosen } from './decisions.ts';
import { Decided, DecisionSign, numberOf } from './list.tsx';

export interface ParagraphProps {
  instrument: RowBrief;
  found: CarryProposals;
  /** The commitment that is looked at. */
  picked: CarryCandidate | undefined;
  /** Paragraphs that are decided together; none: this one alone. */
  marked: number;
  /** Why nothing can be decided; empty: it can. */
  off: string;
  onPick: (commitment: string) => void;
  onChoose: (choice: Choice) => void;
  onTakeBack: () => void;
  onAnother: () => void;
  onOpen: (key: RowKey) => void;
  /** Escape: back to the list. */
  onLeave: () => void;
  candidatesRef: RefObject<HTMLDivElement | null>;
}

export function Paragraph({
  instrument,
  found,
  picked,
  marked,
  off,
  onPick,
  onChoose,
  onTakeBack,
  onAnother,
  onOpen,
  onLeave,
  candidatesRef,
}: ParagraphProps) {
  const { say } = useWords();
  const titleId = useId();
  const { paragraph, action, facts } = found;
  const about = [instrument.short, numberOf(say, paragraph.paragraph), paragraph.heading];
  return (
    <article
      className="cf-item"
      aria-labelledby={titleId}
      data-testid="carry-paragraph"
      data-id={paragraph.id}
    >
      <Head id={titleId} about={about.filter((part) => part !== '')} title={paragraph.title}>
        <Button
          look="quiet"
          icon="panel"
          onPress={() => onOpen({ kind: 'provision', id: paragraph.id })}
          data-testid="carry-open-row"
        >
          {say('carry-open-row')}
        </Button>
      </Head>
      {action === '' ? null : (
        <p className="cf-text">
          <bdi>{showSigns(action)}</bdi>
        </p>
      )}
      {facts.length > 0 ? (
        <dl className="cf-facts">
          {facts.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{showSigns(text)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="cf-decided" data-testid="carry-decided">
        <DecisionSign decision={paragraph.decision} />
        <span>
          <Decided item={paragraph} />
        </span>
      </p>
      <section className="cf-part" aria-labelledby={`${titleId}-may`}>
        <h3 id={`${titleId}-may`}>{say('carry-candidates')}</h3>
        {found.candidates.length === 0 ? (
          <p className="k-quiet" data-testid="carry-no-candidates">
            {say('carry-candidates-none')}
          </p>
        ) : (
          <Candidates
            candidates={found.candidates}
            labelId={`${titleId}-may`}
            picked={picked}
            onPick={onPick}
            onEnter={() => CHOICES[0] && onChoose(CHOICES[0])}
            onLeave={onLeave}
            listRef={candidatesRef}
          />
        )}
        <div>
          <Button
            look="quiet"
            icon="search"
            shortcut="A"
            aria-keyshortcuts="A"
            onPress={onAnother}
            data-testid="carry-another"
          >
            {say('carry-another')}
          </Button>
          {picked ? (
            <Button
              look="quiet"
              icon="panel"
              onPress={() => onOpen({ kind: 'commitment', id: picked.row.id })}
              data-testid="carry-open-commitment"
            >
              {say('carry-open-commitment', { name: picked.row.short })}
            </Button>
          ) : null}
        </div>
      </section>
      <div className="cf-decide">
        <div className="l-choices" role="group" aria-label={say('carry-choices')} data-testid="carry-choices">
          {CHOICES.map((choice) => (
            <Button
              key={choice.decision}
              look={isChosen(choice, paragraph, picked) ? 'primary' : 'plain'}
              icon={isChosen(choice, paragraph, picked) ? 'check' : undefined}
              shortcut={choice.key}
              aria-keyshortcuts={choice.key}
              aria-pressed={isChosen(choice, paragraph, picked)}
              off={
                off ||
                (choice.needsCommitment && picked === undefined
                  ? say('carry-off-commitment')
                  : marked > 1 && choice.decision !== 'not_for_us'
                    ? say('carry-off-marked')
                    : '')
              }
              onPress={() => onChoose(choice)}
              data-testid={`carry-${choice.decision}`}
            >
              {say(`carry-choice-${labelOf(choice, marked)}`, {
                name: picked?.row.short ?? '',
                count: marked,
              })}
            </Button>
          ))}
          {paragraph.decision === 'open' && marked < 2 ? null : (
            <Button look="quiet" icon="undo" off={off} onPress={onTakeBack} data-testid="carry-take-back">
              {say('carry-take-back')}
            </Button>
          )}
        </div>
        <p className="cf-safe">{say('carry-safe')}</p>
      </div>
    </article>
  );
}

/** The end of the name of its words. */
function labelOf({ decision }: Choice, marked: number): string {
  const name = decision.replaceAll('_', '-');
  return decision === 'not_for_us' && marked > 1 ? `${name}-many` : name;
}

interface CandidatesProps {
  candidates: readonly CarryCandidate[];
  labelId: string;
  picked: CarryCandidate | undefined;
  onPick: (commitment: string) => void;
  onEnter: () => void;
  onLeave: () => void;
  listRef: RefObject<HTMLDivElement | null>;
}

/** The commitments that may answer it; the arrows look at one after the other. */
function Candidates({ candidates, labelId, picked, onPick, onEnter, onLeave, listRef }: CandidatesProps) {
  const at = picked ? candidates.indexOf(picked) : -1;
  const onGo = (to: number): void => {
    const next = candidates[to];
    if (next) {
      onPick(next.row.id);
      document.getElementById(`cf-candidate-${next.row.id}`)?.scrollIntoView({ block: 'nearest' });
    }
  };
  return (
    <div
      ref={listRef}
      role="listbox"
      className="cf-candidates"
      tabIndex={0}
      aria-labelledby={labelId}
      aria-activedescendant={picked ? `cf-candidate-${picked.row.id}` : undefined}
      data-testid="carry-candidates"
      onKeyDown={(event) => pressed(event, { at, total: candidates.length, onGo, onEnter, onLeave })}
    >
      {candidates.map((candidate) => (
        // The list has the keys; a press is the pointer's way to the same.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={candidate.row.id}
          id={`cf-candidate-${candidate.row.id}`}
          role="option"
          aria-selected={candidate === picked}
          className="cf-candidate"
          data-ref={candidate.row.short}
          onClick={() => onPick(candidate.row.id)}
        >
          <Candidate candidate={candidate} />
        </div>
      ))}
    </div>
  );
}

function Candidate({ candidate }: { candidate: CarryCandidate }) {
  const { row, owner, status, status_text: words, reasons, answer_text: answer } = candidate;
  const facts = [owner, row.note].filter((fact) => fact !== '');
  return (
    <>
      <p className="cf-candidate-title">
        <Badge look="line">{row.short}</Badge> <bdi>{showSigns(row.title)}</bdi>
      </p>
      <p className="cf-candidate-facts">
        {isStatus(status) ? <StatusMark status={status} word={words} /> : null}
        {facts.map((fact) => (
          <bdi key={fact}>{fact}</bdi>
        ))}
      </p>
      {reasons.length > 0 ? (
        <p className="cf-candidate-why">
          {reasons.map(({ text }, at) => (
            <span key={text}>
              {at > 0 ? ' · ' : null}
              <bdi>{text}</bdi>
            </span>
          ))}
        </p>
      ) : null}
      {answer === '' ? null : (
        <p className="cf-candidate-answer">
          <Icon name="check" size={14} /> <bdi>{answer}</bdi>
        </p>
      )}
    </>
  );
}
