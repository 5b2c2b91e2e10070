/** The fields of a row, and where it comes from. */
import { Fragment, useState } from 'react';
import type { KindInfo, RowDetail, RowKey, RowView } from '@/generated/wire.ts';
import { Button } from '@/kit/index.ts';
import { useDiscreet, useEditable, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { cellOf, isStatus } from '@/lib/fields.ts';
import { FieldLine, Was } from './field-line.tsx';
import { HangLine } from './hang-line.tsx';
import { isFolded, type Section, sectionsOf } from './sections.ts';
import { Shipped } from './shipped.tsx';
import { Step } from './steps.tsx';
import { Succession } from './succession.tsx';
import { becameReading, isReading, WhereFrom } from './where-from.tsx';

/** A status speaks as of a day, and for somebody: where that is not said, it is asked. */
const INVITES: Readonly<Record<string, string>> = {
  status_as_of: 'inspector-ask-as-of',
  status_by: 'inspector-ask-by',
};

export interface DetailsProps {
  kind: KindInfo;
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
  /** What is shown has a history: a plan as it is now. */
  hasHistory: boolean;
  /** The field that was changed last, and the row as it was before. */
  kept: Kept | undefined;
  onKept: (field: string, before: RowView) => void;
}

export interface Kept {
  field: string;
  before: RowView;
}

export function Details({ kind, detail, caughtUp, onOpen, hasHistory, kept, onKept }: DetailsProps) {
  const { say } = useWords();
  const navigation = useNavigation();
  const editable = useEditable();
  const [unfolded, setUnfolded] = useState(false);
  const { row } = detail;
  const discreet = useDiscreet();
  const fields = discreet ? kind.fields.filter((field) => !field.private) : kind.fields;
  const sections = sectionsOf(kind.kind, fields);
  const folded = sections.flatMap((section) =>
    section.fields.filter((field) => isFolded(section, field, row)),
  );
  const [last] = detail.history;
  // The days of a milestone that hangs on another are worked out, and shown where its own date would be.
  const when = cellOf(row, 'when');
  const hangs = kind.kind === 'milestone' && cellOf(row, 'date').empty && !cellOf(row, 'anchor').empty;
  const falls = hangs && !when.empty ? when.text : '';
  const hasStatus = isStatus(cellOf(row, 'status').value);
  // Nothing is said of where it is from, or we read it so ourselves.
  const asks =
    fields.some(({ name }) => name === 'basis') &&
    (isReading(row) || (cellOf(row, 'basis').empty && cellOf(row, 'source').empty));
  const shown = (section: Section): Section['fields'] =>
    section.fields.filter((field) => unfolded || !isFolded(section, field, row));
  return (
    <div className="i-details">
      {sections
        .filter((section) => shown(section).length > 0)
        .map((section) => (
          <section key={section.id} className="i-section" aria-label={say(`inspector-${section.id}`)}>
            {section.id === 'main' ? null : <h3>{say(`inspector-${section.id}`)}</h3>}
            {shown(section).map((field) => (
              <Fragment key={`${row.id}-${field.name}`}>
                <FieldLine
                  field={field}
                  row={row}
                  editable={editable}
                  caughtUp={caughtUp}
                  onOpen={onOpen}
                  onKept={onKept}
                  invite={hasStatus && field.name in INVITES ? say(INVITES[field.name] ?? '') : undefined}
                />
                {editable && kept?.field === field.name && becameReading(kept.before, row) ? (
                  <WhereFrom row={row} fields={fields} caughtUp={caughtUp} became />
                ) : null}
                {kind.kind === 'milestone' && field.name === 'date' ? (
                  <HangLine row={row} editable={editable} caughtUp={caughtUp} onOpen={onOpen} />
                ) : null}
              </Fragment>
            ))}
            {section.id === 'source' && editable && asks ? (
              <WhereFrom row={row} fields={fields} caughtUp={caughtUp} />
            ) : null}
            {section.id === 'main' && falls !== '' ? (
              <div className="i-line" data-field="when">
                <div className="i-label">{say('inspector-falls')}</div>
                <div className="i-value">
                  <div className="i-text">
                    <bdi>{falls}</bdi>
                  </div>
                  <Was words={row.mark?.was['when']} />
                </div>
              </div>
            ) : null}
          </section>
        ))}
      {folded.length > 0 ? (
        <div className="i-more">
          <Button
            look="quiet"
            icon={unfolded ? 'up' : 'down'}
            aria-expanded={unfolded}
            onPress={() => setUnfolded(!unfolded)}
          >
            {unfolded ? say('inspector-fewer') : say('inspector-more-fields', { count: folded.length })}
          </Button>
        </div>
      ) : null}
      {editable && kind.kind === 'organization' ? (
        <Succession row={row} fields={kind.fields} caughtUp={caughtUp} />
      ) : null}
      {kind.kind === 'instrument' || kind.kind === 'provision' ? (
        <div className="i-more">
          <Button
            look="quiet"
            icon="forward"
            data-testid="inspector-carry"
            onPress={() => navigation.show('carry', { row: { kind: row.kind, id: row.id } })}
          >
            {say('inspector-carry')}
          </Button>
        </div>
      ) : null}
      <Shipped detail={detail} fields={fields} caughtUp={caughtUp} />
      {hasHistory ? (
        <section className="i-section" aria-label={say('inspector-last')}>
          <h3>{say('inspector-last')}</h3>
          {last ? <Step step={last} /> : <p className="k-quiet">{say('inspector-unchanged')}</p>}
        </section>
      ) : null}
    </div>
  );
}
