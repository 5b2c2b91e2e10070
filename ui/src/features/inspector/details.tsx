/** The fields of a row, and where it comes from. */
import { useState } from 'react';
import type { KindInfo, RowDetail, RowKey } from '@/generated/wire.ts';
import { Button } from '@/kit/index.ts';
import { useDiscreet, useEditable, useWords } from '@/lib/client.ts';
import { cellOf } from '@/lib/fields.ts';
import { FieldLine } from './field-line.tsx';
import { isFolded, type Section, sectionsOf } from './sections.ts';
import { Shipped } from './shipped.tsx';
import { Step } from './steps.tsx';

export interface DetailsProps {
  kind: KindInfo;
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
  /** What is shown has a history: a plan as it is now. */
  hasHistory: boolean;
}

export function Details({ kind, detail, caughtUp, onOpen, hasHistory }: DetailsProps) {
  const { say } = useWords();
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
              <FieldLine
                key={`${row.id}-${field.name}`}
                field={field}
                row={row}
                editable={editable}
                caughtUp={caughtUp}
                onOpen={onOpen}
              />
            ))}
            {section.id === 'main' && falls !== '' ? (
              <div className="i-line" data-field="when">
                <div className="i-label">{say('inspector-falls')}</div>
                <div className="i-value">
                  <div className="i-text">
                    <bdi>{falls}</bdi>
                  </div>
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
