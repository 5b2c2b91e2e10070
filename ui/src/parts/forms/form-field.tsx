/**
 * One field of a form: a label, and an editor that works as the cells of the grid do. What is typed narrows the choices, the
 * first one is taken with Tab or Enter, and of a date its meaning is said below.
 */
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { FieldInfo } from '@/generated/wire.ts';
import {
  Anchored,
  ChoosingSession,
  type DateReading,
  EditorPanel,
  type GridColumn,
  type GridOption,
  Icon,
  keyInfo,
  openSession,
  type Session,
  useAnnounce,
  useKitStrings,
} from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { editorOf, readDate, suggestRows } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { type Draft, EMPTY, type Entry } from './draft.ts';
import './forms.css';

export interface FormFieldProps {
  field: FieldInfo;
  draft: Draft;
  /** Instead of the label of the field. */
  label?: string;
  /** Shown while nothing is typed. */
  placeholder?: string;
  /** Takes the focus when the form opens. */
  first?: boolean;
  /** What was typed already, where the form opened because of it: it takes the place of what is in the field. */
  typed?: string;
  /** Takes both columns of the form. */
  wide?: boolean;
  /** Cannot be left empty; without it, as the field says. */
  required?: boolean;
  /** It stands in no dialog: Escape leaves what is in it as it was; Enter keeps it, or Ctrl+Enter where Enter is a new line. */
  inPlace?: boolean;
  /** Choices other than the rows that fit what was typed. */
  suggest?: (text: string) => Promise<readonly GridOption[]>;
}

const LIST = new Set(['choice', 'reference']);
/** Kinds of which a new row is no more than its name: it can be made where it is missed. The field that the name is. */
const BY_NAME: Readonly<Record<string, string>> = { organization: 'name', person: 'name' };

export function FormField({
  field,
  draft,
  label = field.label,
  placeholder,
  first = false,
  typed = '',
  wide = false,
  required = field.required,
  inPlace = false,
  suggest,
}: FormFieldProps) {
  const client = useClient();
  const strings = useKitStrings();
  const announce = useAnnounce();
  const notices = useNotices();
  const { say } = useWords();
  const id = useId();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const live = useRef<Session | undefined>(undefined);
  const [session, setSession] = useState<Session>();
  const running = useRef<Promise<boolean> | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  /** Why the whole was not kept because of this field. */
  const refused = useRef<string>(undefined);
  const [reading, setReading] = useState<DateReading>();
  /** A name that is none of the rows that can be chosen, and could be one. */
  const [missing, setMissing] = useState('');
  const entry = useStore(
    draft.entries,
    useCallback((entries: ReadonlyMap<string, Entry>) => entries.get(field.name) ?? EMPTY, [field.name]),
  );
  const editor = editorOf(field);
  const isList = LIST.has(editor);

  /** Taken by the first sitting. */
  const begun = useRef(typed);
  useLayoutEffect(() => {
    if (first) {
      const goesOn = begun.current !== '';
      input.current?.focus();
      if (!goesOn) {
        input.current?.select();
      }
    }
  }, [first]);

  /** The sitting in this field, begun when it is needed. */
  const begin = (): Session => {
    const column: GridColumn<Entry> = {
      key: field.name,
      label,
      width: 0,
      editor,
      text: (one) => one.text,
      value: (one) => one.value,
      options:
        editor === 'choice' ? () => choicesOf(field, required ? undefined : say('not-stated')) : undefined,
    };
    const host = {
      strings,
      changed: draw,
      say: (words: string) => announce(words),
      understandDate: async (text: string) => {
        const understood = await readDate(client, text);
        setReading(understood);
        return understood;
      },
      suggest: (_key: string, text: string) => suggest?.(text) ?? suggestRows(client, field, text),
    };
    if (live.current === undefined) {
      const text = begun.current === '' ? undefined : begun.current;
      begun.current = '';
      live.current = openSession(host, column, draft.get(field.name), text);
      setOpen(isList && text !== undefined);
    }
    setSession(live.current);
    return live.current;
  };
  const leave = (): void => {
    live.current = undefined;
    setSession(undefined);
    setOpen(false);
  };

  const fail = (message: string): false => {
    setOpen(false);
    setError(message);
    announce(message, 'assertive');
    return false;
  };

  const settle = async (): Promise<boolean> => {
    const now = live.current;
    if (now) {
      const outcome = await now.resolve();
      if (!outcome.ok) {
        const name = now.text.trim();
        if (editor !== 'reference' || !(now instanceof ChoosingSession) || now.entries.length > 0) {
          return fail(outcome.message);
        }
        setMissing(field.target !== null && field.target in BY_NAME ? name : '');
        return fail(say('forms-no-such', { field: label, name }));
      }
      setMissing('');
      if (live.current === now) {
        leave();
      }
      if (outcome.changed) {
        draft.set(field.name, entryOf(outcome.value, outcome.typed, now));
      }
      if (draft.get(field.name).value === null) {
        setReading(undefined);
      }
      if (outcome.changed) {
        refused.current = undefined;
      }
      // What the whole was not kept for stays said until the field is another.
      setError(refused.current);
    }
    return true;
  };
  const finish = (): Promise<boolean> => {
    running.current ??= settle().finally(() => {
      running.current = undefined;
    });
    return running.current;
  };

  const adding = useRef(false);
  /** Makes the row that is missed, and takes it. */
  const add = async (name: string): Promise<void> => {
    const by = BY_NAME[field.target ?? ''];
    // Two presses in one moment make one row.
    if (by === undefined || adding.current) {
      return;
    }
    adding.current = true;
    const command = `${field.target}_create` as 'organization_create';
    const { created } = await client.write(command, { id: null, fields: { [by]: name } }).finally(() => {
      adding.current = false;
    });
    leave();
    draft.set(field.name, { value: created, text: name, typed: name });
    setMissing('');
    setError(undefined);
    input.current?.focus();
  };

  /** Asked when the form is kept: here an empty field is told of, too. */
  const latest = useRef({
    finish: () => Promise.resolve(true),
    refuse: (_message: string): void => undefined,
  });
  useEffect(() => {
    latest.current.refuse = (message) => {
      refused.current = message;
      input.current?.focus();
      fail(message);
    };
    latest.current.finish = async () => {
      refused.current = undefined;
      const { value } = (await finish()) ? draft.get(field.name) : { value: undefined };
      const ok = value !== undefined && (!required || (value !== null && value !== ''));
      if (ok) {
        setError(undefined);
      } else {
        input.current?.focus();
      }
      return ok || (value === undefined ? false : fail(say('forms-required', { field: label })));
    };
  });
  useEffect(
    () =>
      draft.join({
        name: field.name,
        finish: () => latest.current.finish(),
        refuse: (message) => latest.current.refuse(message),
      }),
    [draft, field.name],
  );

  const shown = session instanceof ChoosingSession ? session : undefined;
  const panel = shown !== undefined && (isList ? isOpen : shown.entries.length > 0);
  const hasList = panel && shown.entries.length > 0;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || composing.current) {
      return;
    }
    const info = keyInfo(event);
    const arrow = info.key === 'ArrowDown' || info.key === 'ArrowUp';
    let taken = false;
    if (isList && !isOpen && arrow && !info.ctrl && !info.shift) {
      begin();
      setOpen(true);
      taken = true;
    } else if (panel && shown.key(info)) {
      taken = true;
    } else if (panel && info.key === 'Enter' && !info.ctrl && running.current === undefined) {
      // A second Enter, pressed while the first one is still being worked out, is for the form.
      void finish();
      taken = true;
    } else if (info.key === 'Escape' && (inPlace || (panel && isList))) {
      leave();
      setError(undefined);
      setReading(undefined);
      taken = true;
    } else if (inPlace && info.key === 'Enter' && (info.ctrl || editor !== 'long')) {
      void finish();
      taken = true;
    }
    if (taken) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const hint = reading !== undefined && !isList && !panel ? reading : undefined;
  const shared = {
    id: `${id}-input`,
    className: 'k-input',
    dir: 'auto',
    autoComplete: 'off',
    autoCapitalize: 'off',
    placeholder,
    value: session?.text ?? entry.text,
    maxLength: isList || editor === 'date' ? undefined : field.max,
    spellCheck: editor === 'text' || editor === 'long',
    'aria-required': required || undefined,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': `${id}-notes`,
    onKeyDown,
    onFocus: () => {
      begin();
    },
    onBlur: () => void finish(),
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
    },
    onInput: (event: { currentTarget: { value: string } }) => {
      refused.current = undefined;
      setError(undefined);
      setMissing('');
      setReading(undefined);
      begin().input(event.currentTarget.value);
      setOpen(isList);
    },
  } as const;
  const combo = isList
    ? ({
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': hasList,
        'aria-controls': hasList ? `${id}-list` : undefined,
        'aria-activedescendant':
          hasList && shown.highlight >= 0 ? `${id}-option-${shown.highlight}` : undefined,
        onClick: () => {
          begin();
          setOpen(true);
        },
      } as const)
    : undefined;
  return (
    <div className="f-field" data-field={field.name} data-wide={wide || undefined}>
      <label className="k-label" htmlFor={`${id}-input`}>
        {label}
        {field.private ? (
          <span className="f-private" title={say('forms-private')}>
            <Icon name="lock" size={12} />
            <span className="k-hidden">{say('forms-private')}</span>
          </span>
        ) : null}
      </label>
      <div ref={box} className="k-combo" data-list={isList || undefined}>
        {editor === 'long' ? (
          <textarea ref={input} {...shared} rows={3} />
        ) : (
          <input ref={input} {...shared} {...combo} />
        )}
        {isList ? (
          <span className="f-chevron">
            <Icon name="down" size={14} />
          </span>
        ) : null}
      </div>
      <p id={`${id}-notes`} className="f-notes" data-date={editor === 'date' || undefined}>
        {error !== undefined ? (
          <span className="k-error">{error}</span>
        ) : hint ? (
          <span className="f-reading" data-ok={hint.ok || undefined}>
            <Icon name={hint.ok ? 'check' : 'questions'} size={14} />
            <span>{hint.ok ? strings.understoodAs(hint.words) : hint.words}</span>
          </span>
        ) : null}
      </p>
      {missing === '' ? null : (
        <button
          type="button"
          className="k-link"
          data-testid="form-add"
          onClick={() => void add(missing).catch(notices.report)}
        >
          {say('forms-add', { name: missing })}
        </button>
      )}
      {panel ? (
        <Anchored anchor={box}>
          <EditorPanel
            session={shown}
            label={label}
            gridId={id}
            panelId={`${id}-panel`}
            strings={strings}
            onPick={(index) => {
              if (shown.pick(index)) {
                void finish();
              }
            }}
          />
        </Anchored>
      ) : null}
    </div>
  );
}

/** The choices of a field; first, where it can be empty, none of them. */
function choicesOf(field: FieldInfo, none: string | undefined): readonly GridOption[] {
  const choices = field.choices.map(({ code, label }) => ({ id: code, label }));
  return none === undefined ? choices : [...choices, { id: '', label: none }];
}

function entryOf(value: Entry['value'], typed: string, session: Session): Entry {
  if (value === null || value === '') {
    return EMPTY;
  }
  const chosen =
    session instanceof ChoosingSession ? session.entries.find((one) => one.id === value) : undefined;
  return { value, text: chosen?.label ?? typed, typed };
}
