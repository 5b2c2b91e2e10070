/**
 * The one text area of the grid, in the active cell. Idle it is transparent and holds the cell's text, selected: what is typed,
 * composed or pasted takes its place, and a copy always finds a selection. Editing, the same element becomes the editor, so
 * that a composition is never interrupted.
 */
import {
  type ClipboardEvent,
  type CompositionEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useGrowth } from '../growth.ts';
import { Icon } from '../icon.tsx';
import { useKitStrings } from '../strings.tsx';
import { Anchored } from './anchored.tsx';
import type { GridController } from './controller.ts';
import { EditorPanel } from './editor-panel.tsx';
import { type KeyInfo, keyInfo } from './keys.ts';
import { isMirrored } from './layout.ts';
import { singleCell } from './pasted.ts';
import { ChoosingSession, SetSession, type Session } from './sessions.ts';
import type { GridColumn } from './types.ts';

export interface CellInputProps<Row> {
  controller: GridController<Row>;
  column: GridColumn<Row>;
  /** Undefined while it is being read. */
  row: Row | undefined;
  /** Id of the grid, of which the ids of its parts are made. */
  gridId: string;
  /** The ids of what names the cell: the column's header, and the row's. */
  labelledBy: string;
  /** Puts the selected cells on the clipboard; cut, they stay until they are pasted. */
  onCopy: (event: ClipboardEvent, cut: boolean) => void;
  onPasteMany: (text: string, html: string) => void;
  hasFocus: () => boolean;
}

export function CellInput<Row>({
  controller,
  column,
  row,
  gridId,
  labelledBy,
  onCopy,
  onPasteMany,
  hasFocus,
}: CellInputProps<Row>) {
  const state = useSyncExternalStore(controller.subscribe, controller.getState);
  const strings = useKitStrings();
  const { session } = state;
  const area = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const composing = useRef(false);
  /** A new line is being made on purpose. */
  const breaking = useRef(false);
  const text = row === undefined ? '' : column.text(row);
  const editable = controller.isEditable() && column.editor !== 'flag';
  const error = session?.error ?? state.error;
  const note = session === undefined && error === undefined ? state.note : undefined;
  const panelId = `${gridId}-panel`;
  const errorId = `${gridId}-error`;

  useLayoutEffect(() => {
    if (hasFocus()) {
      area.current?.focus({ preventScroll: true });
    }
  }, [hasFocus]);

  // Idle, the text area holds the text of the cell, selected.
  useLayoutEffect(() => {
    const element = area.current;
    // A composition that began before the words were there goes on over them.
    if (element && !session && !composing.current) {
      if (element.value !== text) {
        element.value = text;
      }
      element.style.blockSize = '';
      if (document.activeElement === element) {
        element.select();
      }
    }
  }, [session, text]);

  useSessionText(session, session?.revision ?? 0, area);
  useGrowth(area, session?.text);
  useSide(session, box);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // 229: WebKit reports the Enter that ends a composition after the composition has ended.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || composing.current) {
      event.stopPropagation();
      return;
    }
    const editing = controller.getState().session;
    const info = keyInfo(event);
    if (editing?.multiline && info.key === 'Enter' && info.alt && !editing.pending) {
      event.preventDefault();
      event.stopPropagation();
      breaking.current = true;
      insertLineBreak(event.currentTarget);
      breaking.current = false;
      return;
    }
    if (controller.key(info)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (editing && isTextKey(event) && !(editing.pending && (info.ctrl || info.alt))) {
      // Undo, copy and the like belong to the text while it is being edited. While it is being kept it is a step already.
      event.stopPropagation();
    } else if (!editing && !editable && isPrintable(info)) {
      // A read-only text area reports no input: say here that somebody tried. What answers may take the keys at once, and the
      // character with them.
      event.preventDefault();
      controller.refuseTyping(info.key);
    }
  };

  // React's own onBeforeInput is another event, without a type.
  useEffect(() => {
    const element = area.current;
    const onBeforeInput = (event: globalThis.InputEvent): void => {
      const { inputType, data } = event;
      if (inputType === 'insertLineBreak' && !breaking.current && !event.isComposing) {
        // An Enter whose keydown reached nobody: it was sent to the cell before, which React removed when the event began.
        event.preventDefault();
        controller.key({ key: 'Enter', shift: false, ctrl: false, alt: false });
        return;
      }
      const idle = !controller.getState().session;
      const taken = inputType !== 'insertCompositionText' && controller.heldBack(data ?? '');
      if (taken || (idle && (!editable || !/^insert(Text|Composition|Replacement)/.test(inputType)))) {
        event.preventDefault();
      }
    };
    element?.addEventListener('beforeinput', onBeforeInput);
    return () => element?.removeEventListener('beforeinput', onBeforeInput);
  }, [controller, editable]);

  const onInput = (value: string): void => {
    const editing = controller.getState().session;
    if (editing) {
      editing.input(value);
    } else if (composing.current && controller.isAwaited()) {
      // It is taken when it has ended.
      return;
    } else if (!controller.startEdit(value) && area.current) {
      area.current.value = text;
    }
  };

  const onCompositionStart = (_event: CompositionEvent): void => {
    composing.current = true;
    if (!controller.getState().session && !controller.isAwaited()) {
      controller.startEdit('');
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const plain = event.clipboardData.getData('text/plain');
    const html = event.clipboardData.getData('text/html');
    if (controller.afterKeeping(() => paste(plain, html))) {
      event.preventDefault();
      return;
    }
    if (controller.getState().session) {
      return;
    }
    event.preventDefault();
    paste(plain, html);
  };

  const paste = (plain: string, html: string): void => {
    const many = controller.hasRange() || controller.takeCut(plain) !== undefined;
    const single = many ? undefined : singleCell(plain, html);
    if (single === undefined) {
      onPasteMany(plain, html);
    } else {
      controller.pasteSingle(single);
    }
  };

  const onCutOrCopy = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (controller.getState().session) {
      return;
    }
    event.preventDefault();
    onCopy(event, event.type === 'cut');
  };

  const choosing = session instanceof ChoosingSession ? session : undefined;
  const hasList = choosing !== undefined && choosing.entries.length > 0;
  return (
    <div
      ref={box}
      className="k-cell-input"
      data-editing={session ? column.editor : undefined}
      data-invalid={error === undefined ? undefined : true}
    >
      {session instanceof SetSession ? <SetItems session={session} /> : null}
      <textarea
        key="area"
        ref={area}
        className="k-cell-area"
        rows={1}
        dir={session ? 'auto' : undefined}
        spellCheck={session !== undefined && (column.editor === 'text' || column.editor === 'long')}
        autoCapitalize="off"
        autoComplete="off"
        inputMode={column.editor === 'number' ? 'decimal' : undefined}
        readOnly={!editable}
        defaultValue={text}
        aria-labelledby={labelledBy}
        aria-invalid={error === undefined ? undefined : true}
        aria-busy={session?.pending || undefined}
        aria-describedby={describedBy(
          (error ?? note) === undefined ? undefined : errorId,
          session ? panelId : undefined,
        )}
        aria-autocomplete={choosing ? 'list' : undefined}
        aria-haspopup={choosing || isList(column) ? 'listbox' : undefined}
        aria-controls={hasList ? `${gridId}-list` : undefined}
        aria-activedescendant={
          hasList && choosing.highlight >= 0 ? `${gridId}-option-${choosing.highlight}` : undefined
        }
        onKeyDown={onKeyDown}
        onInput={(event) => onInput(event.currentTarget.value)}
        onCompositionStart={onCompositionStart}
        onCompositionEnd={(event) => {
          composing.current = false;
          const { value } = event.currentTarget;
          if (controller.isAwaited() && controller.heldBack(value)) {
            event.currentTarget.value = text;
          } else if (!controller.getState().session && value !== text) {
            onInput(value);
          }
        }}
        onPaste={onPaste}
        onCopy={onCutOrCopy}
        onCut={onCutOrCopy}
        onFocus={(event) => {
          if (!controller.getState().session) {
            event.currentTarget.select();
          }
        }}
      />
      {column.editor === 'choice' && session ? (
        <span className="k-cell-chevron">
          <Icon name="down" size={14} />
        </span>
      ) : null}
      {session || (error ?? note) !== undefined ? (
        <Anchored anchor={box}>
          {note === undefined ? null : (
            <p id={errorId} className="k-editor-reading">
              <Icon name="info" size={14} />
              <span>{note}</span>
            </p>
          )}
          {error === undefined ? null : (
            <p id={errorId} className="k-editor-error">
              <Icon name="warning" size={14} />
              <span>{error}</span>
            </p>
          )}
          {session ? (
            <EditorPanel
              session={session}
              label={column.label}
              gridId={gridId}
              panelId={panelId}
              strings={strings}
              onPick={(index) => {
                if (choosing?.pick(index)) {
                  void controller.commit('stay');
                }
              }}
            />
          ) : null}
        </Anchored>
      ) : null}
    </div>
  );
}

/** Programmatic changes of the session's text reach the text area; typed ones are there already. */
function useSessionText(
  session: Session | undefined,
  revision: number,
  area: React.RefObject<HTMLTextAreaElement | null>,
): void {
  const seen = useRef<{ session: Session; revision: number } | undefined>(undefined);
  useLayoutEffect(() => {
    const element = area.current;
    if (!session || !element) {
      seen.current = undefined;
      return;
    }
    const begun = seen.current?.session !== session;
    if (begun || seen.current?.revision !== revision) {
      seen.current = { session, revision };
      if (element.value !== session.text) {
        element.value = session.text;
      }
      if (begun && session.caret) {
        // A choice is replaced by what is typed; a text is gone on with.
        element.setSelectionRange(
          session.over || session instanceof ChoosingSession ? 0 : session.text.length,
          session.text.length,
        );
      }
    }
  }, [session, revision, area]);
}

/** An editor that is wider than its cell grows towards the side where there is room. */
function useSide(session: Session | undefined, box: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current;
    const grid = element?.closest('.k-grid');
    if (!element || !grid || !session) {
      return undefined;
    }
    const [own, around] = [element.getBoundingClientRect(), grid.getBoundingClientRect()];
    const over = isMirrored(element) ? own.left < around.left : own.right > around.left + grid.clientWidth;
    element.dataset['side'] = over ? 'end' : 'start';
    return () => {
      delete element.dataset['side'];
    };
  }, [session, box]);
}

function SetItems<Row>({ session }: { session: SetSession<Row> }) {
  const strings = useKitStrings();
  return session.items.map((item) => (
    <span key={item.id} className="k-chip">
      <bdi>{item.label}</bdi>
      <button
        type="button"
        tabIndex={-1}
        className="k-chip-remove"
        aria-label={strings.removeItem(item.label)}
        onClick={() => session.toggle(item)}
      >
        <Icon name="close" size={12} />
      </button>
    </span>
  ));
}

function isList<Row>(column: GridColumn<Row>): boolean {
  return column.editor === 'choice' || column.editor === 'reference' || column.editor === 'set';
}

function describedBy(...ids: (string | undefined)[]): string | undefined {
  return ids.filter((id) => id !== undefined).join(' ') || undefined;
}

function isPrintable(info: KeyInfo): boolean {
  return info.key.length === 1 && !info.ctrl && !info.alt;
}

/** Keys that act on a text: they must not reach the shell's own keys while a text is being edited. */
function isTextKey(event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey;
  return !command
    ? event.key.length === 1 || !/^F\d+$/.test(event.key)
    : /^([acvxyz]|Delete|Backspace)$/i.test(event.key);
}

function insertLineBreak(area: HTMLTextAreaElement): void {
  // execCommand keeps the browser's own undo; where it is missing the text is set.
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, '\n')) {
    return;
  }
  area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new window.Event('input', { bubbles: true }));
}
