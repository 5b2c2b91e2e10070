/** The card of a group: what it is, who holds what in it and in its sub-groups, and what is not stated. */
import { useRef, useState } from 'react';
import type { GroupCard, GroupNode, RoleView, RowBrief, RowKey } from '@/generated/wire.ts';
import { Badge, Callout } from '@/kit/index.ts';
import { useDiscreet, useWords } from '@/lib/client.ts';
import { cellOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { useKeysBack } from '@/parts/forms/index.ts';
import { AssignDialog, RoleList } from '@/parts/roles/index.ts';
import { BoardView } from './board-view.tsx';

export interface CardHeadProps {
  card: GroupCard;
  /** The group as it is in the tree. */
  node: GroupNode | undefined;
  /** What is said of all of its sub-groups alike. */
  below: string;
  path: readonly GroupNode[];
  onChoose: (group: string) => void;
}

/** What it is called, what it belongs to, since when, before and after what. */
export function CardHead({ card, node, below, path, onChoose }: CardHeadProps) {
  const { say } = useWords();
  const { row } = card;
  const text = (field: string): string => (cellOf(row, field).empty ? '' : cellOf(row, field).text);
  const isOver = node?.ended === true && text('end') !== '';
  // An end that is all of the term stands in the badge.
  const term = isOver && text('start') === '' ? '' : (node?.when ?? '');
  const facts = [text('acronym'), text('kind'), term].filter((fact) => fact !== '' && fact !== row.title);
  return (
    <header className="g-head">
      {path.length > 0 ? (
        <nav className="g-path" aria-label={say('groups-path')}>
          {path.map((node) => (
            <span key={node.id}>
              <GroupLink id={node.id} onChoose={onChoose}>
                {node.short || node.title}
              </GroupLink>
              <span aria-hidden="true">{' › '}</span>
            </span>
          ))}
        </nav>
      ) : null}
      <h2 className="g-title" data-testid="group-title">
        <bdi>{row.title}</bdi>
      </h2>
      {facts.length > 0 || isOver ? (
        <p className="g-kind">
          {isOver ? (
            <span className="g-over" data-testid="group-over">
              <Badge look="line">{say('groups-concluded', { date: text('end') })}</Badge>
            </span>
          ) : null}
          {facts.map((fact, at) => (
            <span key={fact}>
              {at > 0 ? ' · ' : null}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      ) : null}
      {text('mandate') === '' ? null : (
        <p className="g-mandate">
          <bdi>{text('mandate')}</bdi>
        </p>
      )}
      {below === '' ? null : (
        <p className="g-mandate" data-testid="group-below">
          <span className="g-kin-label">{say('groups-below')}</span>{' '}
          <bdi>{say('groups-quoted', { words: below })}</bdi>
        </p>
      )}
      <Kin label={say('groups-follows')} groups={card.predecessors} onChoose={onChoose} />
      <Kin
        label={say('groups-followed-by')}
        groups={card.successor ? [card.successor] : []}
        onChoose={onChoose}
      />
    </header>
  );
}

interface KinProps {
  label: string;
  groups: readonly RowBrief[];
  onChoose: (group: string) => void;
}

function Kin({ label, groups, onChoose }: KinProps) {
  return groups.length === 0 ? null : (
    <p className="g-kin">
      <span className="g-kin-label">{label}</span>
      {groups.map(({ id, title, note }) => (
        <span key={id}>
          <GroupLink id={id} onChoose={onChoose}>
            {title}
          </GroupLink>
          {note === '' ? null : <bdi className="g-note">{` ${note}`}</bdi>}
        </span>
      ))}
    </p>
  );
}

interface GroupLinkProps {
  id: string;
  onChoose: (group: string) => void;
  children: string;
}

function GroupLink({ id, onChoose, children }: GroupLinkProps) {
  return (
    <button type="button" className="k-link" onClick={() => onChoose(id)}>
      <bdi>{children}</bdi>
    </button>
  );
}

export interface CardRolesProps {
  card: GroupCard;
  editable: boolean;
  onChoose: (group: string) => void;
  onOpen: (key: RowKey) => void;
}

interface Asked {
  place: RowKey;
  holder?: RowBrief;
  assignment?: RoleView;
}

/** Facts, the board, the question, and the roles of the group itself in full. */
export function CardRoles({ card, editable, onChoose, onOpen }: CardRolesProps) {
  const discreet = useDiscreet();
  const { say } = useWords();
  const [asked, setAsked] = useState<Asked>();
  const board = useRef<HTMLDivElement>(null);
  const { keep } = useKeysBack(asked !== undefined, () => {
    // The empty place that was asked for is a chip now, at the same place.
    board.current?.querySelector<HTMLElement>('[data-at][tabindex="0"]')?.focus();
  });
  const ask = (next: Asked): void => {
    keep();
    setAsked(next);
  };
  const roles = discreet ? card.roles.filter((role) => role.holder !== null) : card.roles;
  const hasBoard = card.sub_groups.length > 0;
  const lines = (
    <section aria-label={say('groups-own-roles')} className="g-lines" data-roles tabIndex={-1}>
      <h3>{say(hasBoard ? 'groups-own-roles' : 'groups-roles')}</h3>
      {roles.length === 0 ? (
        <p className="k-quiet">{say(editable ? 'groups-no-roles' : 'groups-no-roles-read')}</p>
      ) : null}
      <RoleList roles={roles} onOpen={onOpen} editable={editable} />
    </section>
  );
  return (
    <div ref={board} className="g-roles">
      {hasBoard ? (
        <BoardView
          key={card.row.id}
          card={card}
          editable={editable}
          onAssign={(place, holder) => ask(holder ? { place, holder } : { place })}
          onEdit={(assignment) =>
            editable
              ? ask({ place: assignment.place, assignment })
              : onOpen({ kind: 'assignment', id: assignment.id })
          }
          onChoose={onChoose}
        />
      ) : (
        lines
      )}
      {card.question === '' || discreet ? null : <Asking title={card.row.title} question={card.question} />}
      <Facts card={card} />
      {hasBoard ? lines : null}
      {asked ? <AssignDialog {...asked} onClose={() => setAsked(undefined)} /> : null}
    </div>
  );
}

/** What is stated, in sentences with their source, and what is not; apart from it what somebody reads or entered. */
function Facts({ card }: { card: GroupCard }) {
  return (
    <>
      <Stated card={card} />
      <Readings readings={card.readings} />
    </>
  );
}

function Readings({ readings }: { readings: readonly string[] }) {
  const { say } = useWords();
  return readings.length === 0 ? null : (
    <section aria-label={say('groups-readings')} data-testid="readings">
      <h3 className="g-heading">{say('groups-readings')}</h3>
      <ul className="g-facts">
        {readings.map((reading) => (
          <li key={reading}>
            <bdi>{reading}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stated({ card }: { card: GroupCard }) {
  const { say } = useWords();
  const head = say(card.facts.length === 0 ? 'groups-not-stated' : 'groups-facts');
  return card.facts.length === 0 && card.not_stated.length === 0 ? null : (
    <section aria-label={head} data-testid="facts">
      <h3 className="g-heading">{head}</h3>
      <ul className="g-facts">
        {card.facts.map((fact) => (
          <li key={fact}>
            <bdi>{fact}</bdi>
          </li>
        ))}
        {card.not_stated.map((fact) => (
          <li key={fact} className="k-quiet">
            <bdi>{fact}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the source does not say, ready to be asked of somebody who knows. */
function Asking({ title, question }: { title: string; question: string }) {
  const notices = useNotices();
  const { say } = useWords();
  const copy = async (): Promise<void> => {
    // Marks that keep names apart on screen are rubbish in a message.
    const plain = question.replace(/[\u2066-\u2069]/g, '');
    await navigator.clipboard.writeText(`${title}\n${plain}`);
    notices.tell({ tone: 'done', text: say('groups-question-copied') });
  };
  return (
    <div className="g-question" data-testid="question">
      <Callout>
        <bdi>{question}</bdi>{' '}
        <button type="button" className="k-link" onClick={() => void copy().catch(notices.report)}>
          {say('groups-question-copy')}
        </button>
      </Callout>
    </div>
  );
}
