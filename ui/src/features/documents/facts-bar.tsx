/** What is to be known of a document at a glance: how far it is, how long, and what became other since it was sent. */
import { useState } from 'react';
import type { KindInfo, PaperView, RowKey, RowView } from '@/generated/wire.ts';
import { Button, Popover, ProgressBar, Select, StatusMark } from '@/kit/index.ts';
import { useEditable, useWords } from '@/lib/client.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { useNotices } from '@/lib/notices.ts';
import { ChangedFacts } from './changed-facts.tsx';
import { shapeOf } from './list.tsx';
import type { DocumentsState } from './state.ts';

export interface FactsBarProps {
  state: DocumentsState;
  row: RowView;
  kind: KindInfo;
  paper: PaperView | undefined;
  onOpen: (key: RowKey) => void;
}

export function FactsBar({ state, row, kind, paper, onOpen }: FactsBarProps) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      className="dc-facts-bar"
      role="group"
      aria-label={say('documents-facts')}
      data-testid="document-facts"
    >
      <State state={state} row={row} kind={kind} />
      {paper ? (
        <>
          <Length paper={paper} />
          {paper.told === '' ? null : paper.changed === null && paper.old === 0 ? (
            <span data-testid="document-told">{paper.told}</span>
          ) : (
            <span className="dc-told">
              <Popover
                label={say('documents-changed')}
                isOpen={isOpen}
                onOpenChange={setOpen}
                trigger={
                  <Button look="quiet" opens data-testid="document-told">
                    {paper.told}
                  </Button>
                }
              >
                <ChangedFacts
                  paper={paper}
                  onOpen={(key) => {
                    setOpen(false);
                    onOpen(key);
                  }}
                />
              </Popover>
            </span>
          )}
        </>
      ) : null}
    </div>
  );
}

function State({ state, row, kind }: Pick<FactsBarProps, 'state' | 'row' | 'kind'>) {
  const { say } = useWords();
  const editing = useEditing();
  const notices = useNotices();
  const editable = useEditable();
  const field = kind.fields.find(({ name }) => name === 'state');
  const was = cellOf(row, 'state').value;
  const code = typeof was === 'string' ? was : '';
  if (!field || !editable) {
    const word = textOf(row, 'state');
    return <StatusMark status={shapeOf(code)} word={word === '' ? say('documents-no-state') : word} />;
  }
  return (
    <Select
      label={field.label}
      labelHidden
      placeholder={say('documents-no-state')}
      choices={field.choices.map((choice) => ({
        id: choice.code,
        label: choice.label,
        mark: (
          <span aria-hidden="true">
            <StatusMark status={shapeOf(choice.code)} word="" wordHidden />
          </span>
        ),
      }))}
      value={code === '' ? null : code}
      onChange={(key) => {
        const value = String(key);
        editing
          .keep({ kind: 'document', id: row.id, field, value, typed: value, was, token: newToken() })
          .then(() => state.caughtUp())
          .catch(notices.report);
      }}
      data-testid="document-state"
    />
  );
}

/** How long it is, as a fact: the measure is there to see how much room is left. */
function Length({ paper: { length } }: { paper: PaperView }) {
  const part = length.limit > 0 ? Math.min(1, length.pages / length.limit) : 0;
  return (
    <span className="dc-length" data-testid="document-length">
      <ProgressBar percent={100 * part} words={length.told} />
    </span>
  );
}
