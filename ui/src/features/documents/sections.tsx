/** Above the blocks: the head of the document, its box, and the documents that it goes back to, each as a form that folds. */
import { useEffect, useRef } from 'react';
import type { FieldInfo, RowView } from '@/generated/wire.ts';
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
  row: RowView;
  fields: readonly FieldInfo[];
}

export function Sections({ state, row, fields }: SectionsProps) {
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
  const turn = (id: Section): void => {
    const next = new Set(open);
    if (!next.delete(id)) {
      next.add(id);
    }
    state.open.set(next);
  };
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
                onClick={() => turn(id)}
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
              </div>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

/** Enough to know it again. */
function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
}
