/** Every key there is: those of commands as they are offered now, and those of the table. */
import { Dialog, Key } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { type Command, useCommandList } from '@/lib/commands.ts';
import { useStore } from '@/lib/store.ts';
import { keyWords } from './key-words.ts';

/** Keys of tables and editors: they are not commands, because they mean something only where the keys are. */
const IN_TABLES: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['Enter', 'Shift+Enter'], 'keys-table-enter'],
  [['Tab', 'Shift+Tab'], 'keys-table-tab'],
  [['F2'], 'keys-table-edit'],
  [['Escape'], 'keys-table-escape'],
  [['Delete'], 'keys-table-clear'],
  [['Shift+ArrowDown'], 'keys-table-range'],
  [['Ctrl+C', 'Ctrl+V'], 'keys-table-copy'],
  [['Ctrl+;'], 'keys-table-today'],
  [['Ctrl+Home', 'Ctrl+End'], 'keys-table-ends'],
  [['Alt+Enter'], 'keys-table-open'],
];

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const commands = useCommandList();
  const all = useStore(commands.all);
  // Of two commands with one name the newer one is meant.
  const shown = [...new Map(all.filter(hasKeys).map((command) => [command.id, command])).values()];
  return (
    <Dialog title={say('keys-title')} isOpen onClose={onClose} size="medium">
      <div className="a-keys" data-testid="keys">
        <section>
          <h3>{say('keys-everywhere')}</h3>
          <dl>
            {shown.map((command) => (
              <Line key={command.id} keys={command.keys ?? []} words={command.label()} />
            ))}
          </dl>
        </section>
        <section>
          <h3>{say('keys-tables')}</h3>
          <dl>
            {IN_TABLES.map(([keys, words]) => (
              <Line key={words} keys={keys} words={say(words)} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function hasKeys({ keys }: Command): boolean {
  return keys !== undefined && keys.length > 0;
}

function Line({ keys, words }: { keys: readonly string[]; words: string }) {
  const { say } = useWords();
  return (
    <div className="a-keys-line">
      <dt>
        {keys.map((one) => (
          <Key key={one}>{keyWords(one, say)}</Key>
        ))}
      </dt>
      <dd>
        <bdi>{words}</bdi>
      </dd>
    </div>
  );
}
