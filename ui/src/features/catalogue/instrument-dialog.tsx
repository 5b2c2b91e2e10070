/** A new instrument of a pasted table, or one that is there and is filled: shown first, then made in one step. */
import { useState } from 'react';
import type { FieldInfo } from '@/generated/wire.ts';
import { Callout, Checkbox, Select, useAnnounce } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, FormDialog, FormField } from '@/parts/forms/index.ts';
import { AskedList } from './asked-list.tsx';
import './instrument.css';
import { COLUMNS, type PastedTable, usePastedTable } from './pasted-table.ts';
import { TableLines } from './table-lines.tsx';

export interface InstrumentDialogProps {
  /** Goes to the instrument that was made. */
  onMade: (id: string, op: number | null) => Promise<void>;
  onClose: () => void;
}

export function InstrumentDialog({ onMade, onClose }: InstrumentDialogProps) {
  const client = useClient();
  const { say } = useWords();
  const announce = useAnnounce();
  const kind = useStore(client.kinds, (kinds) => kinds.get('instrument'));
  const [draft] = useState(() => createDraft());
  const entries = useStore(draft.entries);
  const textOf = (name: string): string => {
    const value = entries.get(name)?.value;
    return typeof value === 'string' ? value.trim() : '';
  };
  const table = usePastedTable(textOf('symbol'));
  const field = (name: string): FieldInfo[] => kind?.fields.filter((one) => one.name === name) ?? [];
  // Its title is typed here, whether the plan has it or not.
  const source = field('source').map((one): FieldInfo => ({ ...one, field: 'text', target: null, max: 300 }));
  const there = table.read?.instrument ?? undefined;
  return (
    <FormDialog
      title={say('catalogue-instrument-title')}
      keep={say(there ? 'catalogue-instrument-fill' : 'catalogue-instrument-keep')}
      draft={draft}
      size="large"
      onKeep={async () => {
        const symbol = draft.get('symbol').value;
        const adopted = draft.get('adopted');
        const { created, op } = await client.write('instrument_add', {
          ...table.request,
          symbol: typeof symbol === 'string' ? symbol : '',
          title: textOfEntry(draft.get('title').value),
          date: adopted.typed === '' ? textOfEntry(adopted.value) : adopted.typed,
          source: textOfEntry(draft.get('source').value),
        });
        if (created !== null) {
          await onMade(created, op);
        }
      }}
      onClose={onClose}
    >
      <p className="f-wide">{say('catalogue-instrument-text')}</p>
      {field('title').map((one) => (
        <FormField key={one.name} field={one} draft={draft} required={!there} first wide />
      ))}
      {field('symbol').map((one) => (
        <FormField key={one.name} field={one} draft={draft} />
      ))}
      {field('adopted').map((one) => (
        <FormField
          key={one.name}
          field={one}
          draft={draft}
          label={say('catalogue-instrument-adopted')}
          placeholder={say('catalogue-instrument-adopted-example')}
        />
      ))}
      {source.map((one) => (
        <FormField
          key={one.name}
          field={one}
          draft={draft}
          label={say('catalogue-instrument-source')}
          placeholder={say('catalogue-instrument-source-hint')}
        />
      ))}
      <div className="f-wide c-inst">
        {there ? (
          <Callout tone="info">
            {say('catalogue-instrument-is-there', { title: `${there.short}, ${there.title}` })}
          </Callout>
        ) : null}
        <label className="c-inst-paste">
          <span className="k-label">{say('catalogue-table')}</span>
          <textarea
            className="k-input k-area"
            rows={2}
            value=""
            placeholder={say(table.read ? 'catalogue-table-again' : 'catalogue-table-paste')}
            data-testid="table-paste"
            onPaste={(event) => {
              event.preventDefault();
              const { clipboardData } = event;
              table.paste(clipboardData.getData('text/plain'), clipboardData.getData('text/html'));
            }}
            // What is typed is no table; a table that is dropped is one.
            onChange={(event) => {
              if (event.target.value.includes('\t')) {
                table.paste(event.target.value, '');
              } else {
                announce(say('catalogue-table-paste'));
              }
            }}
          />
        </label>
        {table.error === undefined ? null : <Callout tone="danger">{table.error}</Callout>}
        {table.read ? (
          <Read table={table} read={table.read} />
        ) : table.isReading ? (
          <p className="k-quiet">{say('catalogue-table-reading')}</p>
        ) : null}
      </div>
    </FormDialog>
  );
}

function textOfEntry(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function Read({ table, read }: { table: PastedTable; read: NonNullable<PastedTable['read']> }) {
  const { say } = useWords();
  const choices = COLUMNS.map((id) => ({ id, label: say(`catalogue-column-${id}`) }));
  return (
    <>
      <p className="c-inst-summary" data-testid="table-summary" aria-busy={table.isReading || undefined}>
        {read.summary}
      </p>
      <section className="c-inst-part" aria-label={say('catalogue-table-columns')}>
        <h3>{say('catalogue-table-columns')}</h3>
        <Checkbox isSelected={read.header > 0} onChange={table.setHeader}>
          {say('catalogue-table-header')}
        </Checkbox>
        <div className="c-inst-columns">
          {read.columns.map((column, at) => (
            <Select
              // The columns of one table keep their places.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              label={column.heading || say('catalogue-table-column', { number: at + 1 })}
              description={column.sample}
              placeholder=""
              choices={choices}
              selectedKey={column.role}
              onSelectionChange={(role) => table.setColumn(at, String(role))}
            />
          ))}
        </div>
      </section>
      {read.asked.length > 0 ? <AskedList read={read} onChoose={table.choose} /> : null}
      <TableLines read={read} />
    </>
  );
}
