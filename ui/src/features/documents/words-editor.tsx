/** The words of a block, typed where they stand. Enter keeps them, Shift+Enter is a new line, Escape leaves them as they were. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';

/** How an editor was left: with the keys back in the outline, with a new block to follow, or for another place. */
export type Left = 'back' | 'on' | 'away';

export interface WordsEditorProps {
  label: string;
  text: string;
  max: number;
  /** Keeps what was typed; rejects where it cannot be kept, and the editor stays open. */
  onKeep: (text: string) => Promise<void>;
  /** It is closed. `given`: what was typed was given up. */
  onClose: (left: Left, given: boolean) => void;
}

export function WordsEditor({ label, text, max, onKeep, onClose }: WordsEditorProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [value, setValue] = useState(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const composing = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is as high as what is in it.
  useLayoutEffect(() => {
    const { current } = area;
    if (current) {
      current.style.blockSize = 'auto';
      current.style.blockSize = `${current.scrollHeight}px`;
    }
  }, [value]);
  useEffect(() => {
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
      try {
        if (kept !== text.trim()) {
          await onKeep(kept);
        }
        onClose(left, false);
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
  useEffect(() => client.editors.join(() => finish('away')), [client, finish]);

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
        onChange={(event) => setValue(event.target.value)}
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
          if (isEnter) {
            void finish(event.ctrlKey || event.metaKey ? 'on' : 'back');
          } else if (event.key === 'Escape') {
            isDone.current = true;
            onClose('back', true);
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
