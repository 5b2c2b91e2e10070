/** Above the blocks: the head of the document, its box, and the documents that it goes back to, each as a form that folds. */
import { useEffect, useRef } from 'react';
import type { DocumentView, FieldInfo, RowView } from '@/generated/wire.ts';
import { Icon } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { textOf } from '@/lib/fields.ts';
import { useStore } from '@/lib/store.ts';
import { RowForm } from './row-form.tsx';
import { fieldsOf } from './settings.ts';
import type { DocumentsState, Section } from './state.ts';

interface Part {
  id: Section;
  fields: readonly string[];
  /** What stands beside its name while it is folded. */
  brief: readonly string[];
}

const PARTS: readonly Part[] = [
  {
    id: 'head',
    fields: [
      'title',
      'symbol',
      'date',
      'body',
      'session',
      'place',
      'held',
      'agenda_item',
      'original_language',
      'author',
    ],
    brief: ['symbol', 'body', 'session'],
  },
  { id: 'box', fields: ['purpose', 'action_required', 'cited'], brief: ['purpose'] },
  { id: 'links', fields: ['revision_of', 'follows'], brief: ['revision_of', 'follows'] },
];

const WIDE = ['title', 'author', 'purpose', 'action_required', 'cited'];

export interface SectionsProps {
  state: DocumentsState;
  document: DocumentView;
  row: RowView;
  fields: readonly FieldInfo[];
}

export function Sections({ state, document, row, fields }: SectionsProps) {
  const { say } = useWords();
  const open = useStore(state.open);
  const { field, by } = useStore(state.spot);
  const box = useRef<HTMLDivElement>(null);
  // Who pressed a line of the page goes on typing in the field that it comes from.
  useEffect(() => {
    if (field !== undefined && by === 'page') {
      const found = box.current?.querySelector<HTMLElement>(
        `[data-field="${CSS.escape(field)}"] :is(input, textarea)`,
      );
      found?.scrollIntoView({ block: 'nearest' });
      found?.focus();
    }
  }, [field, by]);
  return (
    <div ref={box} data-testid="document-sections">
      {PARTS.map(({ id, fields: names, brief }) => {
        const isOpen = open.has(id);
        const beside = brief.map((name) => textOf(row, name)).filter((text) => text !== '');
        return (
          <section key={id} className="dc-section" aria-labelledby={`dc-${id}`}>
            <h2>
              <button
                type="button"
                id={`dc-${id}`}
                className="dc-fold"
                aria-expanded={isOpen}
                onClick={() => state.turn(id)}
                data-testid={`section-${id}`}
              >
                <Icon name={isOpen ? 'down' : 'forward'} size={14} />
                <span>{say(`documents-section-${id}`)}</span>
                {isOpen || beside.length === 0 ? null : (
                  <bdi className="dc-brief">{shortened(beside.join(' · '))}</bdi>
                )}
              </button>
            </h2>
            {isOpen ? (
              <div className="dc-section-body">
                <RowForm
                  row={row}
                  fields={fieldsOf(fields, names)}
                  label={say(`documents-section-${id}`)}
                  wide={WIDE}
                  placeholders={{
                    symbol: say('documents-symbol-unknown'),
                    held: say('documents-held-example'),
                    date: say('forms-date-example'),
                  }}
                  onKept={state.caughtUp}
                />
                {id === 'links' ? <Family state={state} document={document} /> : null}
              </div>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

/** The documents that stand in a line with it, to go to. */
function Family({ state, document }: { state: DocumentsState; document: DocumentView }) {
  const { say } = useWords();
  const { revision_of: revised, follows, revisions, followed_by: followers } = document;
  const groups = [
    { label: say('documents-family-revised'), rows: revised ? [revised] : [] },
    { label: say('documents-family-follows'), rows: follows ? [follows] : [] },
    { label: say('documents-family-revisions'), rows: revisions },
    { label: say('documents-family-followed'), rows: followers },
  ].filter(({ rows }) => rows.length > 0);
  return groups.length === 0 ? null : (
    <dl className="dc-facts" data-testid="document-family">
      {groups.map(({ label, rows }) => (
        <div key={label}>
          <dt>{label}</dt>
          {rows.map(({ id, short, title }) => (
            <dd key={id}>
              <button type="button" className="k-link" onClick={() => state.choose(id)}>
                <bdi>{short === '' || short === title ? title : `${short} · ${title}`}</bdi>
              </button>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Enough to know it again. */
function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
}
