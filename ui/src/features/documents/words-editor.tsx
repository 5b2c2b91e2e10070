/** The words of a block, typed where they stand. Enter keeps them, Shift+Enter is a new line, Escape leaves them as they were. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useGrowth } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';

/** How an editor was left: with the keys back in the outline, with a new block to follow, or for another place. */
export type Left = 'back' | 'on' | 'away';

/** What was typed of the next block while the one before it was kept: no key is lost. */
export interface Begun {
  text: string;
  /** It was ended, too. */
  ended: boolean;
}

const NOTHING: Begun = { text: '', ended: false };

export interface WordsEditorProps {
  label: string;
  text: string;
  /** What was typed already. */
  begun?: Begun;
  max: number;
  /** Keeps what was typed; rejects where it cannot be kept, and the editor stays open. */
  onKeep: (text: string) => Promise<void>;
  /** It is closed. `given`: what was typed was given up. `next`: what was typed since of the block that follows. */
  onClose: (left: Left, given: boolean, next: Begun) => void;
}

export function WordsEditor({ label, text, begun, max, onKeep, onClose }: WordsEditorProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [value, setValue] = useState(begun?.text ?? text);
  const next = useRef(NOTHING);
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const composing = useRef(false);

  useGrowth(area, value);
  // Before anything is painted: keys that are pressed meanwhile have somewhere to go.
  useLayoutEffect(() => {
    const { current } = area;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  const finish = useCallback(
    async (left: Left): Promise<boolean> => {
      if (isDone.current) {
        return true;
      }
      const kept = value.trim();
      isDone.current = true;
      next.current = NOTHING;
      if (left === 'on') {
        // Who types on does not wait: it is the next block already.
        setValue('');
      }
      try {
        if (kept !== text.trim()) {
          await onKeep(kept);
        }
        if (left === 'on') {
          // At once: between this editor and the next one no key may fall.
          flushSync(() => onClose(left, false, next.current));
        } else {
          onClose(left, false, NOTHING);
        }
        return true;
      } catch (reason) {
        isDone.current = false;
        setValue([value, next.current.text].filter(Boolean).join('\n'));
        notices.report(reason);
        area.current?.focus();
        return false;
      }
    },
    [value, text, onKeep, onClose, notices],
  );
  useEffect(() => client.editors.join(() => finish('away')), [client, finish]);
  const isEnded = begun?.ended === true;
  const end = useRef(finish);
  useEffect(() => {
    if (isEnded) {
      void end.current('back');
    }
  }, [isEnded]);

  return (
    <span className="dc-editor">
      <textarea
        ref={area}
        className="dc-area"
        aria-label={label}
        rows={1}
        dir="auto"
        maxLength={max}
        value={value}
        data-testid="block-editor"
        onChange={(event) => {
          next.current = { ...next.current, text: event.target.value };
          setValue(event.target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onBlur={() => void finish('away')}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229 || composing.current) {
            return;
          }
          const isEnter = event.key === 'Enter' && !event.shiftKey && !event.altKey;
          if (isEnter && isDone.current) {
            next.current = { ...next.current, ended: true };
          } else if (isEnter) {
            void finish(event.ctrlKey || event.metaKey ? 'on' : 'back');
          } else if (event.key === 'Escape') {
            isDone.current = true;
            onClose('back', true, NOTHING);
          }
          if (isEnter || event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
      />
      <span className="dc-hint">{say('documents-edit-hint')}</span>
    </span>
  );
}
