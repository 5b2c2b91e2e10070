/** One field being edited in a form: the very sessions of the grid's cells, with a text area of its own. */
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { FieldInfo, JsonValue, RowView } from '@/generated/wire.ts';
import {
  Anchored,
  type CellValue,
  Chip,
  ChoosingSession,
  EditorPanel,
  type GridColumn,
  keyInfo,
  openSession,
  type Session,
  SetSession,
  useAnnounce,
  useGrowth,
  useKitStrings,
} from '@/kit/index.ts';
import { useClient } from '@/lib/client.ts';
import { useEditing } from '@/lib/editing.ts';
import { useNotices } from '@/lib/notices.ts';
import { cellOf, editorOf, membersOf, readDate, suggestRows, textOf, valueOf } from '@/lib/fields.ts';

export interface FieldEditorProps {
  field: FieldInfo;
  row: RowView;
  labelId: string;
  /** Keeps the value; a rejection keeps the editor open and is shown. */
  onKeep: (value: CellValue, typed: string, was: JsonValue) => Promise<void>;
  /** Over: kept, unchanged or given up. `byKey`: the focus goes back to where it began. */
  onDone: (byKey: boolean) => void;
}

/** A flag that is set. */
const STANDING: ReadonlySet<JsonValue> = new Set([true, 1]);

export function FieldEditor({ field, row, labelId, onKeep, onDone }: FieldEditorProps) {
  const client = useClient();
  const { names } = useEditing();
  const strings = useKitStrings();
  const announce = useAnnounce();
  const id = useId();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const box = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const over = useRef(false);
  const running = useRef<Promise<boolean> | undefined>(undefined);
  const notices = useNotices();
  /** The row as it was when editing began; after a try that was refused, the person sees what is there now. */
  const seen = useRef<RowView | undefined>(row);

  /** Beside a choice that will be refused: why. */
  const whyNot = (code: string): string | undefined =>
    field.name === 'status' && code === 'completed' && STANDING.has(cellOf(row, 'standing').value)
      ? client.words.get().say('inspector-standing-goes-on')
      : undefined;
  // The row as it was when editing began: a session compares with what the person saw.
  const [session] = useState((): Session => {
    const column: GridColumn<RowView> = {
      key: field.name,
      label: field.label,
      width: 0,
      editor: editorOf(field),
      text: (one) => textOf(one, field.name),
      value: (one) => valueOf(field, cellOf(one, field.name)),
      items: (one) =>
        membersOf(cellOf(one, field.name)).map((member) => ({
          id: member,
          label: field.target === null ? member : names.of(field.target, member),
        })),
      options:
        field.field === 'choice'
          ? () => field.choices.map(({ code, label }) => ({ id: code, label, hint: whyNot(code) }))
          : undefined,
      freeText: field.field === 'texts',
    };
    const host = {
      strings,
      changed: draw,
      say: (words: string) => announce(words),
      understandDate: (text: string) => readDate(client, text),
      suggest: (_key: string, text: string) => suggestRows(client, field, text),
    };
    return openSession(host, column, row, undefined);
  });

  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);

  const { revision } = session;
  useLayoutEffect(() => {
    if (area.current && area.current.value !== session.text) {
      area.current.value = session.text;
    }
  }, [session, revision]);

  useGrowth(area, session.text);

  /** Keeps what is typed; answers whether the editor is closed. Asked again meanwhile, it answers with the same. */
  const finish = (byKey: boolean): Promise<boolean> => {
    running.current ??= keepTyped(byKey).finally(() => {
      running.current = undefined;
    });
    return running.current;
  };
  const keepTyped = async (byKey: boolean): Promise<boolean> => {
    if (over.current) {
      return true;
    }
    session.pending = true;
    draw();
    const outcome = await session.resolve();
    if (!outcome.ok) {
      return fail(outcome.message);
    }
    try {
      if (outcome.changed) {
        const was = cellOf(seen.current ?? row, field.name).value;
        seen.current = undefined;
        await onKeep(outcome.value, outcome.typed, was);
      }
      over.current = true;
      onDone(byKey);
      return true;
    } catch (reason) {
      return fail(reason instanceof Error ? reason.message : strings.commitFailed());
    }
  };
  const fail = (message: string): false => {
    session.pending = false;
    session.error = message;
    if (area.current) {
      // Nobody walks away from what was not kept without knowing: the keys stay with it.
      area.current.focus();
      announce(message, 'assertive');
      draw();
    } else {
      // The row is another by now.
      const text = client.words
        .get()
        .say('edit-not-kept', { field: field.label, text: session.text, why: message });
      notices.tell({ tone: 'attention', text });
    }
    return false;
  };
  const latest = useRef(finish);
  useEffect(() => {
    latest.current = finish;
  });
  useEffect(() => client.editors.join(() => latest.current(false)), [client]);
  const cancel = (): void => {
    over.current = true;
    onDone(true);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || composing.current) {
      return;
    }
    const info = keyInfo(event);
    const taken = ((): boolean => {
      if (session.pending) {
        return info.key === 'Enter' || info.key === 'Escape';
      }
      if (session.key(info)) {
        return true;
      }
      if (info.key === 'Escape') {
        cancel();
        return true;
      }
      // In a form a new line is a new line; Ctrl+Enter, Tab and leaving the field keep the text.
      if (info.key === 'Enter' && !info.alt && (info.ctrl || !session.multiline)) {
        void finish(true);
        return true;
      }
      return false;
    })();
    if (taken) {
      event.preventDefault();
    }
    // F9 and its like are the window's wherever one is.
    const isText = event.ctrlKey
      ? ['z', 'y', 'a', 'c', 'x', 'v'].includes(event.key.toLowerCase())
      : !/^F\d+$/.test(event.key);
    if (taken || isText) {
      event.stopPropagation();
    }
  };

  const choosing = session instanceof ChoosingSession ? session : undefined;
  const hasList = choosing !== undefined && choosing.entries.length > 0;
  const { error } = session;
  return (
    <>
      <div ref={box} className="i-editor" data-set={session instanceof SetSession || undefined}>
        {session instanceof SetSession
          ? session.items.map((item) => (
              <Chip key={item.id} label={item.label} onRemove={() => session.toggle(item)} />
            ))
          : null}
        <textarea
          ref={area}
          className="i-editor-area"
          rows={1}
          dir="auto"
          defaultValue={session.text}
          maxLength={session instanceof ChoosingSession ? undefined : field.max}
          spellCheck={field.field === 'text' || field.field === 'long'}
          autoCapitalize="off"
          autoComplete="off"
          inputMode={field.field === 'integer' || field.field === 'decimal' ? 'decimal' : undefined}
          aria-labelledby={labelId}
          aria-invalid={error === undefined ? undefined : true}
          aria-busy={session.pending || undefined}
          aria-describedby={error === undefined ? `${id}-panel` : `${id}-error ${id}-panel`}
          aria-autocomplete={choosing ? 'list' : undefined}
          aria-haspopup={choosing ? 'listbox' : undefined}
          aria-controls={hasList ? `${id}-list` : undefined}
          aria-activedescendant={
            hasList && choosing.highlight >= 0 ? `${id}-option-${choosing.highlight}` : undefined
          }
          onKeyDown={onKeyDown}
          onInput={(event) => session.input(event.currentTarget.value)}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={() => {
            composing.current = false;
          }}
          onBlur={(event) => {
            // The buttons of the editor's own chips are part of it.
            if (!(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget))) {
              void finish(false);
            }
          }}
        />
      </div>
      {/* Beside what it hangs on, not in it: what it hangs on is there first. */}
      <Anchored anchor={box}>
        {error === undefined ? null : (
          <p id={`${id}-error`} className="k-editor-error">
            {error}
          </p>
        )}
        <EditorPanel
          session={session}
          label={field.label}
          gridId={id}
          panelId={`${id}-panel`}
          strings={strings}
          onPick={(index) => {
            if (choosing?.pick(index)) {
              void finish(true);
            } else {
              area.current?.focus();
            }
          }}
        />
      </Anchored>
    </>
  );
}
