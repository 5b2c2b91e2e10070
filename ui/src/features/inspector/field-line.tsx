/** One line of the details: the label, the value in words, and, when asked for, its editor. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { FieldInfo, JsonValue, RowKey, RowView } from '@/generated/wire.ts';
import { type CellValue, Checkbox, Icon, StatusMark } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { cellOf, isStatus, textOf, valueOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { FieldEditor } from './field-editor.tsx';
import { takeFree } from './keep-focus.ts';

export interface FieldLineProps {
  field: FieldInfo;
  row: RowView;
  editable: boolean;
  /** The row shown now knows of this step. */
  caughtUp: (op: number | null) => Promise<void>;
  onOpen: (key: RowKey) => void;
  /** Told once something else is kept, with the row as it was before. */
  onKept?: (field: string, before: RowView) => void;
  /** Asked where nothing is stated. */
  invite?: string;
}

export function FieldLine({ field, row, editable, caughtUp, onOpen, onKept, invite }: FieldLineProps) {
  const editing = useEditing();
  const notices = useNotices();
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const labelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const cell = cellOf(row, field.name);
  const canEdit = editable && !field.computed;

  useLayoutEffect(() => {
    if (!isOpen && back.current) {
      back.current = false;
      takeFree(button.current);
    }
  }, [isOpen]);
  // Names of the members of a set are at hand before the editor asks for them.
  const { target } = field;
  useEffect(() => {
    if (target !== null && field.field === 'references') {
      editing.names.want(target);
    }
  }, [editing.names, target, field.field]);

  const keep = async (value: CellValue, typed: string, was: JsonValue): Promise<void> => {
    const { kind, id } = row;
    const written = await editing.keep({ kind, id, field, value, typed, was, token: newToken() });
    await caughtUp(written.op);
    onKept?.(field.name, row);
  };

  const was = row.mark?.was[field.name];
  const linked = field.field === 'reference' && field.target !== null && typeof cell.value === 'string';
  return (
    <div className="i-line" data-field={field.name} data-editing={isOpen || undefined}>
      <div id={labelId} className="i-label">
        {field.label}
        {field.private ? (
          <span className="i-private" title={say('field-private')}>
            <Icon name="lock" size={12} />
            <span className="k-hidden">{say('field-private')}</span>
          </span>
        ) : null}
      </div>
      <div className="i-value" data-was={was === undefined ? undefined : true}>
        {field.field === 'flag' && canEdit ? (
          <Checkbox
            aria-labelledby={labelId}
            isSelected={valueOf(field, cell) === true}
            onChange={(on) => {
              keep(on, '', cell.value).catch(notices.report);
            }}
          >
            {null}
          </Checkbox>
        ) : isOpen ? (
          <FieldEditor
            field={field}
            row={row}
            labelId={labelId}
            onKeep={keep}
            onDone={(byKey) => {
              back.current = byKey;
              setOpen(false);
            }}
          />
        ) : canEdit ? (
          <button
            ref={button}
            type="button"
            className="i-text i-edit"
            aria-labelledby={`${labelId} ${labelId}-value`}
            onClick={() => setOpen(true)}
            onKeyDown={(event) => {
              if (event.key === 'F2') {
                event.preventDefault();
                setOpen(true);
              }
            }}
          >
            <span id={`${labelId}-value`}>
              {invite !== undefined && cell.empty ? (
                <span className="i-invite">{invite}</span>
              ) : (
                <Value row={row} field={field} />
              )}
            </span>
          </button>
        ) : (
          <div className="i-text">
            <Value row={row} field={field} />
          </div>
        )}
        {linked && !isOpen && typeof cell.value === 'string' && field.target !== null ? (
          <OpenLink
            label={say('open-row', { name: cell.title === '' ? cell.text : cell.title })}
            onPress={() => onOpen({ kind: field.target ?? '', id: String(cell.value) })}
          />
        ) : null}
        <Was words={was} />
      </div>
    </div>
  );
}

/** What it said in the state that is compared with, under what it says now. */
export function Was({ words }: { words: string | undefined }) {
  return words === undefined ? null : (
    <p className="i-was" data-testid="was">
      <bdi>{words}</bdi>
    </p>
  );
}

export function OpenLink({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" className="i-open" aria-label={label} title={label} onClick={onPress}>
      <Icon name="forward" size={14} />
    </button>
  );
}

function Value({ row, field }: { row: RowView; field: FieldInfo }): ReactNode {
  const { say } = useWords();
  const cell = cellOf(row, field.name);
  if (cell.empty) {
    return <span className="k-quiet">{cell.text === '' ? say('not-stated') : cell.text}</span>;
  }
  if (field.name === 'status' && isStatus(cell.value)) {
    return <StatusMark status={cell.value} word={cell.text} />;
  }
  const source = textOf(row, 'source');
  if (field.name === 'basis' && cell.value === 'our_reading' && source !== '') {
    return say('inspector-reading-of', { source });
  }
  const more = cell.title === '' || cell.title === cell.text ? undefined : cell.title;
  return <bdi title={more}>{textOf(row, field.name)}</bdi>;
}
