import { useEffect, useRef } from 'react';
import { Icon } from '../icon.tsx';
import type { KitStrings } from '../strings.tsx';
import { ChoosingSession, DateSession, ListSession, type Session } from './sessions.ts';

export interface EditorPanelProps {
  session: Session;
  /** Of the column. */
  label: string;
  gridId: string;
  panelId: string;
  strings: KitStrings;
  onPick: (index: number) => void;
}

/** What stands below a cell that is being edited: what was understood, and what can be chosen. */
export function EditorPanel({ session, label, gridId, panelId, strings, onPick }: EditorPanelProps) {
  const isList = session instanceof ListSession;
  const options = session instanceof ChoosingSession ? session.entries : [];
  // Once it was tried to keep the date, the error asks; the same question is not put twice.
  const reading = session instanceof DateSession && session.error === undefined ? session.reading : undefined;
  return (
    <div className="k-editor-panel">
      <div id={panelId} className="k-editor-notes">
        {reading ? (
          <p className="k-editor-reading" data-ok={reading.ok || undefined}>
            {reading.ok ? <Icon name="check" size={14} /> : <Icon name="questions" size={14} />}
            <span>{reading.ok ? strings.understoodAs(reading.words) : reading.words}</span>
          </p>
        ) : null}
        {isList && session.loading && options.length === 0 ? (
          <p className="k-list-empty">{strings.loading()}</p>
        ) : null}
        {isList && !session.loading && options.length === 0 ? (
          <p className="k-list-empty">{strings.noMatches()}</p>
        ) : null}
      </div>
      {session instanceof ChoosingSession && options.length > 0 ? (
        <Options session={session} label={label} gridId={gridId} onPick={onPick} />
      ) : null}
    </div>
  );
}

interface OptionsProps {
  session: ChoosingSession;
  label: string;
  gridId: string;
  onPick: (index: number) => void;
}

function Options({ session, label, gridId, onPick }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const { highlight } = session;
  useEffect(() => {
    const option = list.current?.children[highlight];
    if (option instanceof HTMLElement && list.current) {
      const panel = list.current;
      const above = option.offsetTop - panel.scrollTop;
      if (above < 0) {
        panel.scrollTop += above;
      } else if (above + option.offsetHeight > panel.clientHeight) {
        panel.scrollTop += above + option.offsetHeight - panel.clientHeight;
      }
    }
  }, [highlight]);
  return (
    <div
      ref={list}
      id={`${gridId}-list`}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className="k-editor-list"
    >
      {session.entries.map((option, index) => (
        // The keyboard works from the text area, which keeps the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={option.id}
          id={`${gridId}-option-${index}`}
          role="option"
          tabIndex={-1}
          className="k-option"
          aria-selected={session.isChosen(option)}
          data-selected={session.isChosen(option) || undefined}
          data-highlighted={index === highlight || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(index)}
        >
          {option.mark}
          <span className="k-option-words">
            <span>{option.label}</span>
            {option.hint ? <span className="k-option-hint">{option.hint}</span> : null}
          </span>
          <span className="k-option-check">
            <Icon name="check" size={14} />
          </span>
        </div>
      ))}
    </div>
  );
}
