/** What was reported on a commitment: the status as it is stated, reports, and a new one. */
import { useEffect, useState } from 'react';
import type { RowDetail, RowKey, RowView } from '@/generated/wire.ts';
import { Badge, Button, StatusMark } from '@/kit/index.ts';
import { type Client, useClient, useEditable, useWords } from '@/lib/client.ts';
import { useEditing } from '@/lib/editing.ts';
import { cellOf, isStatus, textOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { today } from '@/lib/times.ts';
import { useStore } from '@/lib/store.ts';
import { dateOf, type Draft } from '@/parts/forms/index.ts';
import { Indicators } from './indicators.tsx';
import { Item } from './item.tsx';
import { AskFor } from './new-row.tsx';
import { Facts } from './facts.tsx';
import { beginToday, dayInWords } from './today.ts';

export interface UpdatesProps {
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
}

const REPORT_FIELDS = ['date', 'status', 'report', 'evidence'] as const;
const EDITED = [...REPORT_FIELDS, 'reported_by', 'source', 'source_para'] as const;

export function Updates({ detail, caughtUp, onOpen }: UpdatesProps) {
  const { say } = useWords();
  const editable = useEditable();
  return (
    <>
      <section className="i-section" aria-label={say('updates-status')}>
        <Status row={detail.row} due={detail.report_due} />
        {editable ? <Report detail={detail} caughtUp={caughtUp} /> : null}
      </section>
      <section className="i-section" aria-label={say('updates-reports')}>
        <h3>{say('updates-reports')}</h3>
        {detail.updates.length === 0 ? (
          <p className="i-none">{say(editable ? 'updates-empty-text' : 'updates-empty-text-reading')}</p>
        ) : (
          <ul className="i-items">
            {detail.updates.map((row) => (
              <li key={row.id}>
                <Item
                  row={row}
                  name={say('updates-report-of', { date: textOf(row, 'date') || say('not-stated') })}
                  fields={EDITED}
                  caughtUp={caughtUp}
                  onOpen={onOpen}
                >
                  <Words row={row} />
                </Item>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Indicators detail={detail} caughtUp={caughtUp} onOpen={onOpen} />
    </>
  );
}

/** The status that stands, since when, and who stated it. */
function Status({ row, due }: { row: RowView; due: RowDetail['report_due'] }) {
  const { say } = useWords();
  const status = cellOf(row, 'status');
  const asOf = textOf(row, 'status_as_of');
  const by = textOf(row, 'status_by');
  return (
    <div className="i-status" data-testid="status-stated">
      {isStatus(status.value) ? (
        <StatusMark status={status.value} word={status.text} />
      ) : (
        <span className="k-quiet">{say('updates-no-status')}</span>
      )}
      <Facts
        facts={[
          asOf === '' ? say('updates-no-as-of') : say('updates-as-of', { date: asOf }),
          by === '' ? '' : say('updates-stated-by', { name: by }),
        ]}
      />
      {due ? <p data-testid="report-due">{due.words}</p> : null}
    </div>
  );
}

function Words({ row }: { row: RowView }) {
  const { say } = useWords();
  const status = cellOf(row, 'status');
  const by = textOf(row, 'reported_by');
  const report = textOf(row, 'report');
  const evidence = textOf(row, 'evidence');
  return (
    <>
      <p className="i-item-title">
        <bdi>{textOf(row, 'date') || say('not-stated')}</bdi>
        {isStatus(status.value) ? <StatusMark status={status.value} word={status.text} /> : null}
        {cellOf(row, 'no_change').empty ? null : <Badge look="quiet">{say('updates-no-change')}</Badge>}
      </p>
      {report === '' ? null : (
        <p className="i-item-text" dir="auto">
          {report}
        </p>
      )}
      {evidence === '' ? null : (
        <p className="i-item-text i-hint">
          {say('updates-evidence')} <bdi>{evidence}</bdi>
        </p>
      )}
      <Facts
        facts={[
          by === '' ? '' : say('updates-by', { name: by }),
          textOf(row, 'source'),
          textOf(row, 'source_para'),
        ]}
      />
    </>
  );
}

/** A new report, or one press for "nothing has changed". */
function Report({ detail, caughtUp }: Omit<UpdatesProps, 'onOpen'>) {
  const client = useClient();
  const notices = useNotices();
  const editing = useEditing();
  const { say } = useWords();
  const day = useToday(client);
  const organization = useStore(client.settings, (settings) => settings.organization || settings.name);
  const { row } = detail;
  const status = cellOf(row, 'status');
  const canConfirm = !status.empty && status.value !== 'not_reported';
  const confirm = async (): Promise<void> => {
    await editing.ask('commitment', [row.id]);
    const { op } = await client.write('commitment_report', {
      id: row.id,
      date: today(),
      status: null,
      report: null,
      evidence: null,
      no_change: true,
    });
    await caughtUp(op);
  };
  const report = async (draft: Draft): Promise<void> => {
    await editing.ask('commitment', [row.id]);
    const field = client.kinds
      .get()
      .get('update')
      ?.fields.find(({ name }) => name === 'date');
    const { date, words } = field
      ? dateOf(field, draft.get('date'))
      : { date: draft.get('date').text, words: null };
    const text = (name: string): string | null => {
      const { value } = draft.get(name);
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const { op } = await client.write('commitment_report', {
      id: row.id,
      date,
      ...(words === null ? {} : { words }),
      status: text('status'),
      report: text('report'),
      evidence: text('evidence'),
      no_change: false,
    });
    await caughtUp(op);
  };
  return (
    <>
      <div className="i-actions">
        <AskFor
          name="report"
          kind="update"
          look="primary"
          label={say('updates-new')}
          title={say('updates-new-title')}
          keep={say('updates-keep')}
          fields={REPORT_FIELDS}
          required={['date']}
          placeholders={{ status: status.empty ? '' : say('updates-as-before', { status: status.text }) }}
          begin={() => beginToday(client)}
          onKeep={report}
        />
        {canConfirm ? (
          <Button
            icon="check"
            data-testid="confirm-no-change"
            aria-describedby="confirm-states"
            onPress={() => void confirm().catch(notices.report)}
          >
            {say('updates-confirm')}
          </Button>
        ) : null}
      </div>
      {canConfirm ? (
        <p id="confirm-states" className="i-hint" data-testid="confirm-states">
          {organization === ''
            ? say('updates-confirm-states', { status: status.text, date: day })
            : say('updates-confirm-states-by', { status: status.text, date: day, name: organization })}
        </p>
      ) : (
        <p className="i-hint">{say('updates-confirm-nothing')}</p>
      )}
    </>
  );
}

/** Today, as dates are said in the plan. */
function useToday(client: Client): string {
  const [words, setWords] = useState('');
  const { language } = useWords();
  useEffect(() => {
    let left = false;
    dayInWords(client, today()).then(
      (said) => {
        if (!left) {
          setWords(said);
        }
      },
      (reason: unknown) => client.failed.emit(reason),
    );
    return () => {
      left = true;
    };
  }, [client, language]);
  return words;
}
