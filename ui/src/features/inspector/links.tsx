/** What a row is linked to: each opens in the inspector; links with a reason are made, changed and taken away here. */
import { useState } from 'react';
import type { LinkGroup, RowBrief, RowDetail, RowKey, RowView } from '@/generated/wire.ts';
import { Badge, Button, EmptyState } from '@/kit/index.ts';
import { useClient, useDiscreet, useEditable, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { Item } from './item.tsx';
import { farEnds, mappingsBehind, useDistances, useMappings } from './mappings.ts';
import { NewLink } from './new-link.tsx';
import { NewRow } from './new-row.tsx';
import { shownElsewhere } from './parts.ts';
import { Facts } from './facts.tsx';
import { textOf } from '@/lib/fields.ts';

type OpenRow = (key: RowKey) => void;

export interface LinksProps {
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: OpenRow;
}

/** Links of one sort that are shown before more are asked for. */
const FEW = 30;
const MAPPING = ['reason', 'basis', 'basis_by', 'source', 'source_para', 'as_of'] as const;

export function Links({ detail, caughtUp, onOpen }: LinksProps) {
  const { say } = useWords();
  const editable = useEditable();
  const groups = useLinkGroups(detail);
  const own = useOwnLabels(detail.row.kind);
  // What the row names itself stands in its details, too: here it comes last.
  const ordered = [
    ...groups.filter(({ label }) => !own.has(label)),
    ...groups.filter(({ label }) => own.has(label)),
  ];
  const mappings = useMappings(detail);
  const distances = useDistances(detail);
  const behind = mappingsBehind(
    detail.row.kind,
    groups.flatMap(({ rows }) => rows),
    mappings,
  );
  return (
    <>
      {editable ? <NewLinks detail={detail} caughtUp={caughtUp} /> : null}
      {groups.length === 0 ? (
        <EmptyState icon="link" title={say('links-empty-title')}>
          {say('links-empty-text')}
        </EmptyState>
      ) : null}
      {ordered.map((group) => (
        <section key={group.label} className="i-section" aria-label={group.label}>
          <h3>{group.label}</h3>
          <Group group={group} behind={behind} distances={distances} caughtUp={caughtUp} onOpen={onOpen} />
        </section>
      ))}
    </>
  );
}

/** The links without those that a part of their own shows, and without what is not to be seen now. */
export function useLinkGroups(detail: RowDetail): readonly LinkGroup[] {
  const client = useClient();
  const discreet = useDiscreet();
  const kinds = useStore(client.kinds);
  const hidden = (link: RowBrief): boolean =>
    shownElsewhere(detail.row.kind, link.kind) ||
    (discreet && (link.kind === 'assignment' || kinds.get(link.kind)?.private === true));
  return detail.links
    .map((group) => {
      const rows = group.rows.filter((row) => !hidden(row));
      return { ...group, rows, count: group.count - (group.rows.length - rows.length) };
    })
    .filter(({ rows }) => rows.length > 0);
}

/** Labels of the fields with which a row of this kind names others; what a milestone hangs on is no small matter. */
function useOwnLabels(kind: string): ReadonlySet<string> {
  const fields = useStore(useClient().kinds, (kinds) => kinds.get(kind)?.fields);
  return new Set(
    (fields ?? [])
      .filter(({ target, name }) => target !== null && name !== 'anchor')
      .map(({ label }) => label),
  );
}

interface GroupProps extends Omit<LinksProps, 'detail'> {
  group: LinkGroup;
  behind: ReadonlyMap<RowBrief, RowView>;
  /** How far milestones are that hang on this one. */
  distances: ReadonlyMap<string, string>;
}

function Group({ group, behind, distances, caughtUp, onOpen }: GroupProps) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? group.rows : group.rows.slice(0, FEW);
  const more = group.count - shown.length;
  return (
    <>
      <ul className="i-items">
        {shown.map((link) => {
          const mapping = behind.get(link);
          const brief = <Brief row={link} distance={distances.get(link.id) ?? ''} onOpen={onOpen} />;
          return (
            <li key={mapping?.id ?? `${link.kind} ${link.id} ${link.note}`}>
              {mapping ? (
                <Item
                  row={mapping}
                  name={say('links-link-to', { name: link.short || link.title })}
                  fields={MAPPING}
                  caughtUp={caughtUp}
                  onOpen={onOpen}
                >
                  {brief}
                  <Facts
                    facts={[
                      textOf(mapping, 'basis'),
                      textOf(mapping, 'source'),
                      textOf(mapping, 'source_para'),
                    ]}
                  />
                </Item>
              ) : (
                brief
              )}
            </li>
          );
        })}
      </ul>
      {more <= 0 ? null : all ? (
        <p className="i-hint">{say('links-beyond', { count: more })}</p>
      ) : (
        <Button look="quiet" icon="down" onPress={() => setAll(true)}>
          {say('links-more', { count: more })}
        </Button>
      )}
    </>
  );
}

/** What can be added: a link with its reason, a milestone, a milestone that hangs on this one. */
function NewLinks({ detail, caughtUp }: Omit<LinksProps, 'onOpen'>) {
  const { say } = useWords();
  const { kind, id } = detail.row;
  const milestone = kind === 'commitment' || kind === 'group';
  if (!milestone && farEnds(kind).length === 0) {
    return null;
  }
  return (
    <div className="i-actions i-actions-top">
      {farEnds(kind).length > 0 ? <NewLink near={{ kind, id }} caughtUp={caughtUp} /> : null}
      {milestone ? (
        <NewRow
          kind="milestone"
          label={say('links-new-milestone')}
          title={say('links-new-milestone-title')}
          keep={say('links-keep-milestone')}
          fields={['title', 'kind', 'date', 'place']}
          required={['title']}
          given={{ [kind]: id }}
          caughtUp={caughtUp}
        />
      ) : null}
      {kind === 'milestone' ? (
        <NewRow
          kind="milestone"
          label={say('links-new-dependent')}
          title={say('links-new-dependent-title')}
          keep={say('links-keep-milestone')}
          fields={['title', 'kind', 'anchor_distance', 'anchor_unit', 'anchor_from', 'anchor_working']}
          required={['title']}
          placeholders={{ anchor_distance: say('links-distance-example') }}
          given={{ anchor: id }}
          caughtUp={caughtUp}
        />
      ) : null}
    </div>
  );
}

/** An acronym or a reference stands before the title; a short title stands for it. */
const ACRONYM = 14;

function Brief({ row, distance, onOpen }: { row: RowBrief; distance: string; onOpen: OpenRow }) {
  return (
    <button type="button" className="i-brief" onClick={() => onOpen({ kind: row.kind, id: row.id })}>
      <BriefName row={row} />
      {row.note === '' ? null : <bdi className="i-hint">{row.note}</bdi>}
      {distance === '' ? null : <bdi className="i-hint">{distance}</bdi>}
    </button>
  );
}

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
