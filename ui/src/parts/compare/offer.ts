/** The commands about what is compared: with which state, only what changed, and no longer. */
import { useMemo } from 'react';
import { useClient } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import { stopComparing } from './state.ts';

/** `place`: the timeline shows ghosts, and leaves nothing out. */
export function useCompareOffer(place: 'table' | 'timeline'): void {
  const client = useClient();
  const offer = useMemo((): readonly Command[] => {
    const say = (key: string): string => client.words.get().say(key);
    const isOn = (): boolean => client.compared.get() !== undefined;
    const choice: Command = {
      id: 'compare.with',
      label: () => say(isOn() ? 'compare-stop' : 'compare-with'),
      icon: 'history',
      keys: keysOf('compare.with'),
      run: () => {
        if (isOn()) {
          stopComparing(client);
        } else {
          // The choice is the menu's, which says what there is to choose from.
          document.querySelector<HTMLElement>('main [data-compare-menu]')?.click();
        }
      },
    };
    const only: Command = {
      id: 'compare.only',
      label: () => say(client.compared.get()?.only === true ? 'compare-all' : 'compare-only'),
      icon: 'filter',
      keys: keysOf('compare.only'),
      when: isOn,
      why: () => say('compare-nothing-yet'),
      run: () => {
        const compared = client.compared.get();
        client.compared.set(compared && { ...compared, only: !compared.only });
      },
    };
    return place === 'table' ? [choice, only] : [choice];
  }, [client, place]);
  useCommands(offer);
}
