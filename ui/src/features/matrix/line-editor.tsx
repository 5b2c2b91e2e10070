/** The words of a line, typed where they stand. Enter keeps them, Escape leaves them as they were; who goes elsewhere keeps them. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useGrowth } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';

export interface LineEditorProps {
  label: string;
  /** What stands before the words that are typed. */
  before?: ReactNode;
  text: string;
  placeholder?: string;
  max: number;
  /** Keeps what was typed; rejects where it cannot be kept, and the editor stays open. */
  onKeep: (text: string) => Promise<void>;
  /** It is closed; `back` where the keys go back to the line. */
  onClose: (back: boolean) => void;
}

export function LineEditor({ label, before, text, placeholder, max, onKeep, onClose }: LineEditorProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [value, setValue] = useState(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);

  useGrowth(area, value);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);

  const finish = useCallback(
    async (back: boolean): Promise<boolean> => {
      if (isDone.current) {
        return true;
      }
      const kept = value.trim();
      isDone.current = true;
      try {
        if (kept !== text.trim()) {
          await onKeep(kept);
        }
        onClose(back);
        return true;
      } catch (reason) {
        isDone.current = false;
        notices.report(reason);
        area.current?.focus();
        return false;
      }
    },
    [value, text, onKeep, onClose, notices],
  );
  useEffect(() => client.editors.join(() => finish(true)), [client, finish]);

  return (
    <span className="x-editor">
      {before === undefined ? null : <span className="x-before">{before}</span>}
      <textarea
        ref={area}
        className="x-area"
        aria-label={label}
        placeholder={placeholder}
        rows={1}
        dir="auto"
        maxLength={max}
        value={value}
        data-testid="annex-editor"
        onChange={(event) => setValue(event.target.value)}
        onBlur={() => void finish(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) {
            return;
          }
          if (event.key === 'Enter') {
            event.preventDefault();
            event.stopPropagation();
            void finish(true);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            isDone.current = true;
            onClose(true);
          }
        }}
      />
      <span className="x-hint">{say('matrix-edit-hint')}</span>
    </span>
  );
}
