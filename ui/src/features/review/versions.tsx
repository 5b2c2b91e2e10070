/** One item: all versions side by side, and what can be decided about it. */
import { type ReactNode, useId } from 'react';
import type { ReviewFileView, ReviewHold, ReviewItem, ReviewValue, RowKey } from '@/generated/wire.ts';
import { Button, type ButtonLook, Callout, Icon, showSigns } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { dayOf } from '@/lib/times.ts';
import type { Say } from '@/lib/words.ts';
import { Head } from '@/parts/lines/index.ts';
import { type Choice, choicesOf, chosenOf, standingOf } from './choices.ts';
import { StandingSign } from './list.tsx';
import { Marked, Sentence } from './marks.tsx';
import { piecesOf } from './sentence.ts';

export interface VersionsProps {
  item: ReviewItem;
  files: readonly ReviewFileView[];
  /** Why nothing can be decided; empty: it can. */
  off: string;
  onChoose: (choice: Choice) => void;
  onUndecide: () => void;
  /** Shows the row beside; undefined: it is not in the plan. */
  onOpen: (() => void) | undefined;
  /** Shows another row beside. */
  onOpenRow: (key: RowKey) => void;
  choicesRef: React.RefObject<HTMLDivElement | null>;
}

export function Versions({
  item,
  files,
  off,
  onChoose,
  onUndecide,
  onOpen,
  onOpenRow,
  choicesRef,
}: VersionsProps) {
  const { say, locale } = useWords();
  const choices = choicesOf(item);
  const chosen = chosenOf(item);
  const standing = standingOf(item);
  const heading = [
    item.ref === '' || item.ref === item.title ? item.kind_label : item.ref,
    item.field_label === '' ? say('review-the-row') : item.field_label,
  ];
  const dayOfFile = (snapshots: readonly string[]): string => {
    const days = files.filter(({ snapshot, at }) => snapshots.includes(snapshot) && at !== '');
    return [...new Set(days.map(({ at }) => dayOf(at, locale)))].join(', ');
  };
  const commonOf = ({ theirs }: ReviewItem): string => {
    const of = files.filter(({ snapshot }) => theirs.some(({ from }) => from.includes(snapshot)));
    return [...new Set(of.map(({ common }) => common))].filter((one) => one !== '').join('; ');
  };
  return (
    <article className="v-item" aria-labelledby="v-item-title" data-testid="review-item" data-key={item.item}>
      <Head id="v-item-title" about={heading} title={item.title}>
        <Button
          look="quiet"
          icon="panel"
          off={onOpen ? '' : say('review-row-not-here')}
          onPress={onOpen}
          data-testid="review-open-row"
        >
          {say('review-open-row')}
        </Button>
      </Head>
      <p className="v-item-sentence">
        <Sentence pieces={piecesOf(item)} />
      </p>
      <p className="v-item-why">
        <StandingSign standing={standing} />
        <span>
          {standing === 'decided' || standing === 'later'
            ? say(`review-standing-${standing}`, { decision: item.decision?.text ?? '' })
            : item.why_text === ''
              ? say(`review-standing-${standing}`)
              : item.why_text}
          {item.again ? ` ${say('review-again-why')}` : null}
          {item.decision && item.decision.note !== '' ? (
            <>
              {' '}
              <bdi>{item.decision.note}</bdi>
            </>
          ) : null}
        </span>
      </p>
      {item.held ? <Hold hold={item.held} onOpenRow={onOpenRow} /> : null}
      <div className="v-versions">
        <Version
          title={say('review-common')}
          note={item.common === null ? '' : commonOf(item)}
          sort="common"
          isChosen={false}
          value={item.common ?? undefined}
          empty={item.common === null ? say('review-common-none') : say('review-nothing')}
        />
        <Version
          title={say('review-version-mine')}
          note={item.mine_from === '' ? '' : item.mine_from}
          sort="mine"
          isChosen={chosen === 'mine'}
          value={item.mine}
          empty={emptyWords(item, say)}
        />
        {item.theirs.map(({ value, who, from }, at) => (
          <Version
            key={from.join(' ')}
            title={say('review-theirs', { who })}
            note={dayOfFile(from)}
            sort="theirs"
            isChosen={chosen === `theirs-${at}`}
            value={value}
            empty={emptyWords(item, say)}
          />
        ))}
      </div>
      {item.both ? (
        <div className="v-versions" data-wide>
          <Version
            title={say('review-both')}
            note={say('review-both-note')}
            sort="both"
            isChosen={chosen === 'both'}
            value={item.both}
            empty={say('review-nothing')}
          />
        </div>
      ) : null}
      {item.decision?.decision === 'write' ? (
        <div className="v-versions" data-wide>
          <Version
            title={say('review-written')}
            note=""
            sort="both"
            isChosen
            value={{ value: null, text: item.decision.text, marks: [], fields: [] }}
            empty=""
          />
        </div>
      ) : null}
      <div
        ref={choicesRef}
        className="l-choices"
        role="group"
        aria-label={say('review-choices')}
        data-testid="review-choices"
      >
        {choices.map((choice) => (
          <Button
            key={choice.id}
            look={lookOf(choice, chosen, item)}
            icon={choice.id === chosen && item.decision ? 'check' : undefined}
            shortcut={choice.key === '' ? undefined : choice.key}
            aria-pressed={item.decision !== null && choice.id === chosen}
            aria-keyshortcuts={choice.key === '' ? undefined : choice.key}
            off={off}
            onPress={() => onChoose(choice)}
            data-testid={`choice-${choice.id}`}
          >
            {say(`review-choice-${choice.decision}`, { who: choice.who })}
          </Button>
        ))}
        {item.decision ? (
          <Button look="quiet" icon="undo" off={off} onPress={onUndecide} data-testid="review-undecide">
            {say('review-undecide')}
          </Button>
        ) : null}
      </div>
      <p className="v-item-safe">{say('review-safe')}</p>
    </article>
  );
}

/** What stands against the decision, and the way to it. */
function Hold({ hold, onOpenRow }: { hold: ReviewHold; onOpenRow: (key: RowKey) => void }) {
  const { say } = useWords();
  return (
    <div data-testid="review-hold">
      <Callout>
        <p>
          <bdi>{hold.text}</bdi>
        </p>
        {hold.rows.length > 0 ? (
          <ul className="v-hold" aria-label={say('review-hold-rows')}>
            {hold.rows.map(({ kind, id, title }) => (
              <li key={`${kind} ${id}`}>
                <Button look="quiet" icon="panel" onPress={() => onOpenRow({ kind, id })}>
                  {say('review-hold-open', { name: title })}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </Callout>
    </div>
  );
}

/** What is done unless somebody chooses stands out; that it waits is no advice to let it wait. */
function lookOf(choice: Choice, chosen: string, item: ReviewItem): ButtonLook {
  const isQuiet = choice.decision === 'later';
  if (choice.id === chosen && !(isQuiet && item.decision === null)) {
    return 'primary';
  }
  return isQuiet ? 'quiet' : 'plain';
}

/** Where there is no value: of a row, that it is not there. */
function emptyWords(item: ReviewItem, say: Say): string {
  return item.field === '' ? say('review-no-row') : say('review-nothing');
}

interface VersionProps {
  title: string;
  note: string;
  sort: 'common' | 'mine' | 'theirs' | 'both';
  isChosen: boolean;
  value: ReviewValue | undefined;
  empty: string;
}

function Version({ title, note, sort, isChosen, value, empty }: VersionProps): ReactNode {
  const { say } = useWords();
  const id = useId();
  return (
    <section className="v-version" data-sort={sort} data-chosen={isChosen || undefined} aria-labelledby={id}>
      <h3 id={id}>
        {isChosen ? <Icon name="check" size={14} /> : null}
        <span>
          <bdi>{title}</bdi>
          {note === '' ? null : (
            <span className="v-version-note">
              {' '}
              <bdi>{note}</bdi>
            </span>
          )}
          {isChosen ? <span className="k-hidden">{` ${say('review-chosen')}`}</span> : null}
        </span>
      </h3>
      <Value value={value} empty={empty} />
    </section>
  );
}

function Value({ value, empty }: { value: ReviewValue | undefined; empty: string }) {
  if (!value || (value.text === '' && value.marks.length === 0 && value.fields.length === 0)) {
    return <p className="v-version-empty">{empty}</p>;
  }
  if (value.fields.length > 0) {
    return (
      <dl className="v-version-fields">
        {value.fields.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{showSigns(text)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <p className="v-version-text">
      {value.marks.length > 0 ? (
        <Marked marks={value.marks} />
      ) : (
        <bdi className="v-text">{showSigns(value.text)}</bdi>
      )}
    </p>
  );
}
