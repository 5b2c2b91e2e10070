/** "30 days before WSIS+20, counted from its start": what a milestone hangs on, with the days that this comes to. */
import { useEffect, useMemo, useState } from 'react';
import type { FieldInfo, JsonValue, MilestoneDays, RowView, SetOne } from '@/generated/wire.ts';
import { Callout, Checkbox, Icon, Select, TextField } from '@/kit/index.ts';
import { CommandError } from '@/lib/api.ts';
import { NOW, useClient, useWords } from '@/lib/client.ts';
import { cellOf, suggestRows, textOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { createDraft, entriesOf, FormDialog, FormField, useSeen } from '@/parts/forms/index.ts';
import './hang.css';

const KIND = 'milestone';
const PARTS = ['anchor', 'anchor_unit', 'anchor_from'] as const;

export interface HangDialogProps {
  id: string;
  /** What was typed into the cell: the name of a milestone begins so. */
  typed?: string;
  /** As it is shown. */
  shown: RowView | undefined;
  /** The step was made; resolves once it is shown, so that the keys come back to the row where it stands then. */
  onKept: (op: number | null) => Promise<void>;
  onClose: () => void;
}

/** A row that is shown is edited as it is shown, at once, so that no key is lost; any other is read first. */
export function HangDialog({ id, typed = '', shown, onKept, onClose }: HangDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const fields = useStore(client.kinds, (kinds) => kinds.get(KIND)?.fields);
  const [row, setRow] = useState(shown);
  const known = row !== undefined;
  useEffect(() => {
    if (known) {
      return;
    }
    client.call('row_get', { kind: KIND, id, source: NOW }).then(
      (detail) => setRow(detail.row),
      (reason: unknown) => {
        notices.report(reason);
        onClose();
      },
    );
  }, [client, id, known, notices, onClose]);
  return row && fields ? (
    <Hang row={row} fields={fields} typed={typed} onKept={onKept} onClose={onClose} />
  ) : null;
}

type Side = 'before' | 'after';

interface HangProps extends Pick<HangDialogProps, 'onKept' | 'onClose'> {
  row: RowView;
  fields: readonly FieldInfo[];
  typed: string;
}

function Hang({ row: shown, fields, typed, onKept, onClose }: HangProps) {
  const client = useClient();
  const { say } = useWords();
  // The parts hang together: changed meanwhile, they are said in one, and those of the form stay as they are in it.
  const { row, renew } = useSeen(shown, [
    { name: 'hangs_on', label: say('inspector-hangs') },
    ...fields.filter(({ name }) => name === 'date'),
  ]);
  const parts = useMemo(() => fields.filter(({ name }) => PARTS.some((part) => part === name)), [fields]);
  const [draft] = useState(() => {
    const before = new Map(entriesOf(row, parts));
    for (const [name, code] of [
      ['anchor_unit', 'days'],
      ['anchor_from', 'start'],
    ] as const) {
      if (before.get(name)?.value === null) {
        const text = parts.find((part) => part.name === name)?.choices.find((one) => one.code === code);
        before.set(name, { value: code, text: text?.label ?? code, typed: '' });
      }
    }
    return createDraft(before);
  });
  const stored = Number(cellOf(row, 'anchor_distance').value ?? 0);
  const [distance, setDistance] = useState(String(Math.abs(stored)));
  const [working, setWorking] = useState(cellOf(row, 'anchor_working').value === true);
  const [side, setSide] = useState<Side>(stored > 0 ? 'after' : 'before');
  const entries = useStore(draft.entries);
  const count = /^\d{1,6}$/.test(distance.trim()) ? Number(distance.trim()) : undefined;
  const ask = {
    id: row.id,
    anchor: String(entries.get('anchor')?.value ?? ''),
    distance: (count ?? 0) * (side === 'before' ? -1 : 1),
    unit: String(entries.get('anchor_unit')?.value ?? ''),
    from: String(entries.get('anchor_from')?.value ?? ''),
    working,
  };
  const days = useDays(count === undefined || ask.anchor === '' ? undefined : JSON.stringify(ask));

  const write = async (values: Readonly<Record<string, JsonValue>>): Promise<void> => {
    const set = Object.entries(values).map(
      ([field, value]): SetOne => ({
        kind: KIND,
        id: row.id,
        field,
        value,
        was: cellOf(row, field).value,
      }),
    );
    const { op } = await client.write('rows_set', { set });
    await onKept(op);
  };
  const keep = async (): Promise<void> => {
    if (count === undefined) {
      throw new CommandError({
        sort: 'refused',
        code: 'distance',
        message: say('milestones-distance-wrong'),
        args: {},
        details: '',
      });
    }
    const { distance: far, anchor, unit, from } = ask;
    await write({
      anchor,
      anchor_distance: far,
      anchor_unit: unit,
      anchor_from: from,
      anchor_working: working ? true : null,
      // With a date of its own it would not hang.
      ...(cellOf(row, 'date').empty ? {} : { date: null }),
    });
  };
  const release = async (): Promise<void> => {
    const kept = await client.call('milestone_days', {
      id: row.id,
      anchor: String(cellOf(row, 'anchor').value),
      distance: stored,
      unit: String(cellOf(row, 'anchor_unit').value ?? 'days'),
      from: String(cellOf(row, 'anchor_from').value ?? 'start'),
      working: cellOf(row, 'anchor_working').value === true,
    });
    await write({
      anchor: null,
      anchor_distance: null,
      anchor_unit: null,
      anchor_from: null,
      anchor_working: null,
      ...(cellOf(row, 'date').empty && kept.known ? { date: kept.date } : {}),
    });
  };
  const [anchor, unit, from] = PARTS.map((name) => parts.find((part) => part.name === name));
  return (
    <FormDialog
      title={say('milestones-hang-title', { title: row.title })}
      keep={say('milestones-hang-keep')}
      draft={draft}
      size="medium"
      onKeep={keep}
      onStale={renew}
      instead={
        cellOf(row, 'anchor').empty
          ? undefined
          : { label: say('milestones-release'), run: release, testId: 'hang-release' }
      }
      onClose={onClose}
    >
      {anchor ? (
        <FormField
          field={anchor}
          draft={draft}
          first
          typed={typed}
          wide
          required
          suggest={async (text) =>
            (await suggestRows(client, anchor, text)).filter((one) => one.id !== row.id)
          }
        />
      ) : null}
      <div className="d-field">
        <TextField
          label={say('milestones-distance')}
          value={distance}
          onChange={setDistance}
          inputMode="numeric"
          error={count === undefined ? say('milestones-distance-wrong') : undefined}
          data-testid="hang-distance"
        />
      </div>
      {unit ? <FormField field={unit} draft={draft} required label={say('milestones-unit')} /> : null}
      <div className="d-field">
        <Select
          label={say('milestones-side')}
          placeholder={say('milestones-side')}
          choices={[
            { id: 'before', label: say('milestones-side-before') },
            { id: 'after', label: say('milestones-side-after') },
          ]}
          selectedKey={side}
          onSelectionChange={(key) => setSide(key === 'after' ? 'after' : 'before')}
        />
      </div>
      {from ? <FormField field={from} draft={draft} required /> : null}
      <div className="f-wide">
        <Checkbox isSelected={working} onChange={setWorking} data-testid="hang-working">
          {say('milestones-working')}
        </Checkbox>
      </div>
      <p className="d-preview f-wide" data-testid="hang-preview" aria-live="polite">
        {days ? (
          <>
            <Icon name={days.known ? 'check' : 'questions'} size={14} />
            <span>
              <bdi>{days.words}</bdi>
              {': '}
              <strong>{days.when}</strong>
              {days.note === '' ? null : (
                <>
                  {' · '}
                  <bdi>{days.note}</bdi>
                </>
              )}
            </span>
          </>
        ) : null}
      </p>
      {cellOf(row, 'date').empty ? null : (
        <div className="f-wide">
          <Callout tone="info">{say('milestones-own-date-goes', { date: textOf(row, 'date') })}</Callout>
        </div>
      )}
    </FormDialog>
  );
}

/** The days that the distance comes to; the last answer stays until the next one is there. */
function useDays(ask: string | undefined): MilestoneDays | undefined {
  const client = useClient();
  const notices = useNotices();
  const [days, setDays] = useState<MilestoneDays>();
  useEffect(() => {
    let left = false;
    if (ask === undefined) {
      setDays(undefined);
    } else {
      client.call('milestone_days', JSON.parse(ask)).then(
        (found) => {
          if (!left) {
            setDays(found);
          }
        },
        (reason: unknown) => notices.report(reason),
      );
    }
    return () => {
      left = true;
    };
  }, [client, notices, ask]);
  return days;
}
