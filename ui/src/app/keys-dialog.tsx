/** Every key there is: those of the window's commands, and those that mean something only in a part of it. */
import { useMemo } from 'react';
import { Dialog, Key } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { type Command, useCommandList } from '@/lib/commands.ts';
import { KEY_TABLE } from '@/lib/key-table.ts';
import { useStore } from '@/lib/store.ts';
import { keyWords } from '@/lib/key-words.ts';

/** The keys of commands that screens offer, as they have them from the table. */
const OF_SCREENS = new Set<readonly string[] | undefined>(
  KEY_TABLE.flatMap(({ lines }) => lines.map(({ keys }) => keys)),
);

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const commands = useCommandList();
  const all = useStore(commands.all);
  // The commands of the screen that is shown have their keys from the table below.
  const everywhere = useMemo(
    () => all.filter((command) => hasKeys(command) && !OF_SCREENS.has(command.keys)),
    [all],
  );
  return (
    <Dialog title={say('keys-title')} isOpen onClose={onClose} size="large">
      {/* What is scrolled is reached by the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="a-keys" data-testid="keys" tabIndex={0} role="group" aria-label={say('keys-title')}>
        <section>
          <h3>{say('keys-everywhere')}</h3>
          <dl>
            {everywhere.map((command) => (
              <Line key={command.id} keys={command.keys ?? []} words={command.label()} />
            ))}
          </dl>
        </section>
        {KEY_TABLE.map((place) => (
          <section key={place.words}>
            <h3>{say(place.words)}</h3>
            <dl>
              {place.lines.map(({ keys, words }) => (
                <Line key={words} keys={keys} words={say(words)} />
              ))}
            </dl>
          </section>
        ))}
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
