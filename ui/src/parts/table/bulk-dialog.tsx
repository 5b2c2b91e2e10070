/** Several rows are edited together: what they have in common is shown, and only what is touched is set. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Common, FieldInfo, JsonValue, KindInfo } from '@/generated/wire.ts';
import { Button, Callout, type GridRange, Select, TextField } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { dateWords, editorOf, shownFields, wireValue } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { createDraft, type Entry, FormDialog, FormField } from '@/parts/forms/index.ts';
import type { Bench } from './actions.ts';
import { changeCells, wireRange } from './ranges.ts';

export interface BulkDialogProps {
  bench: Bench;
  kind: KindInfo;
  range: GridRange;
  /** Columns that are shown: their fields come first. */
  columns: readonly string[];
  onClose: () => void;
}

export function BulkDialog({ bench, kind, range, columns, onClose }: BulkDialogProps) {
  const { client, state } = bench;
  const notices = useNotices();
  const [common, setCommon] = useState<Common>();
  const fields = useMemo(() => fieldsOf(state.def, kind, columns), [state.def, kind, columns]);
  const rows = useMemo(
    () => wireRange(bench, { ...range, columns: fields.map(({ name }) => name) }),
    [bench, range, fields],
  );
  const close = useRef(onClose);
  useEffect(() => {
    client.call('cells_common', { range: rows }).then(setCommon, (reason: unknown) => {
      notices.report(reason);
      close.current();
    });
  }, [client, rows, notices]);
  return common ? <Bulk bench={bench} fields={fields} common={common} rows={rows} onClose={onClose} /> : null;
}

/** Fields that several rows may share: those that are shown first, and none that names a row. */
function fieldsOf(
  def: Bench['state']['def'],
  kind: KindInfo,
  columns: readonly string[],
): readonly FieldInfo[] {
  const all = shownFields(kind.fields).filter(
    (field) => editorOf(field) !== 'none' && field.name !== def.title,
  );
  const first = columns.flatMap((key) => all.find(({ name }) => name === (def.edits?.[key] ?? key)) ?? []);
  return [...new Set([...first, ...all])];
}

interface BulkProps {
  bench: Bench;
  fields: readonly FieldInfo[];
  common: Common;
  rows: ReturnType<typeof wireRange>;
  onClose: () => void;
}

/** Fields that are there at once; the others are a press away. */
const FIRST = 8;

function Bulk({ bench, fields, common, rows, onClose }: BulkProps) {
  const { say } = useWords();
  const [draft] = useState(() =>
    createDraft(new Map(fields.map((field) => [field.name, entryOf(field, common)]))),
  );
  /** Fields without an editor of a form: what was typed, or chosen. */
  const [others, setOthers] = useState<ReadonlyMap<string, string>>(new Map());
  const [emptied, setEmptied] = useState<ReadonlySet<string>>(new Set());
  const [isWhole, setWhole] = useState(false);
  const isMixed = (field: FieldInfo): boolean =>
    common.fields.some((one) => one.field === field.name && !one.same);

  const keep = async (): Promise<void> => {
    const values: Record<string, JsonValue> = {};
    const words: Record<string, string> = {};
    for (const field of fields) {
      const typed = others.get(field.name);
      if (emptied.has(field.name)) {
        values[field.name] = emptyOf(field);
      } else if (typed !== undefined) {
        values[field.name] = editorOf(field) === 'flag' ? typed === 'yes' : partsOf(typed);
      } else if (draft.isChanged(field.name)) {
        const entry = draft.get(field.name);
        values[field.name] = wireValue(entry.value);
        const given = dateWords(field, entry.value, entry.typed);
        if (given !== null) {
          words[field.name] = given;
        }
      }
    }
    if (Object.keys(values).length > 0) {
      await changeCells(bench, { ...rows, columns: [] }, { do: 'set', values, words });
    }
  };
  const shown = isWhole ? fields : fields.slice(0, FIRST);
  return (
    <FormDialog
      title={say('bulk-title', { count: common.rows })}
      keep={say('cells-set')}
      draft={draft}
      size="medium"
      onKeep={keep}
      onClose={onClose}
    >
      <p className="f-wide k-quiet">{say('bulk-text')}</p>
      {common.foreign.map(({ owner, rows: count }) => (
        <div key={owner} className="f-wide">
          <Callout tone="question">{say('cells-foreign', { owner, count })}</Callout>
        </div>
      ))}
      {shown.map((field, at) => (
        <BulkField
          key={field.name}
          field={field}
          isMixed={isMixed(field)}
          isEmptied={emptied.has(field.name)}
          text={others.get(field.name)}
          common={common.fields.find((one) => one.field === field.name)?.text ?? ''}
          onText={(text) => setOthers(new Map(others).set(field.name, text))}
          onEmpty={() => {
            const next = new Set(emptied);
            if (!next.delete(field.name)) {
              next.add(field.name);
            }
            setEmptied(next);
          }}
          editor={
            <FormField
              field={field}
              draft={draft}
              first={at === 0}
              required={false}
              placeholder={isMixed(field) ? say('bulk-several') : undefined}
            />
          }
        />
      ))}
      {isWhole || fields.length <= FIRST ? null : (
        <div className="f-wide">
          <Button look="quiet" onPress={() => setWhole(true)} data-testid="bulk-more">
            {say('bulk-more', { count: fields.length - FIRST })}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

interface BulkFieldProps {
  field: FieldInfo;
  isMixed: boolean;
  isEmptied: boolean;
  /** What was given in a field that no form edits. */
  text: string | undefined;
  /** What all rows have, in words. */
  common: string;
  onText: (text: string) => void;
  onEmpty: () => void;
  editor: React.ReactNode;
}

function BulkField({ field, isMixed, isEmptied, text, common, onText, onEmpty, editor }: BulkFieldProps) {
  const { say } = useWords();
  const kind = editorOf(field);
  const canEmpty = !field.required && (isMixed || common !== '') && kind !== 'flag';
  return (
    <div className="t-bulk" data-field={field.name} data-mixed={isMixed || undefined}>
      {isEmptied ? (
        <TextField label={field.label} value={say('bulk-emptied')} isReadOnly />
      ) : kind === 'flag' ? (
        <Select
          label={field.label}
          placeholder={isMixed ? say('bulk-several') : ''}
          choices={[
            { id: 'yes', label: say('bulk-yes') },
            { id: 'no', label: say('bulk-no') },
          ]}
          value={text ?? (isMixed ? null : common === '' ? 'no' : 'yes')}
          onChange={(key) => onText(String(key))}
        />
      ) : kind === 'set' ? (
        <TextField
          label={field.label}
          placeholder={isMixed ? say('bulk-several') : undefined}
          description={say('bulk-set')}
          value={text ?? (isMixed ? '' : common)}
          onChange={onText}
        />
      ) : (
        editor
      )}
      {canEmpty ? (
        <Button look="quiet" onPress={onEmpty}>
          {say(isEmptied ? 'bulk-not-empty' : 'bulk-empty')}
        </Button>
      ) : null}
    </div>
  );
}

function entryOf({ name, field }: FieldInfo, { fields }: Common): Entry {
  const one = fields.find((common) => common.field === name);
  const value = one?.same ? one.value : null;
  const isPlain = typeof value === 'string' || typeof value === 'number';
  return {
    value: isPlain && field !== 'flag' ? value : null,
    text: one?.same ? one.text : '',
    typed: '',
  };
}

function emptyOf(field: FieldInfo): JsonValue {
  return editorOf(field) === 'set' ? [] : null;
}

function partsOf(text: string): string[] {
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
