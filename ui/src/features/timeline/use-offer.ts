/** The commands of the timeline, while it is shown. */
import { useEffect, useMemo, useRef } from 'react';
import type { RowKey } from '@/generated/wire.ts';
import { isEditable, offWords, useClient } from '@/lib/client.ts';
import { type Command, useCommands } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import { useNavigation } from '@/lib/navigation.ts';
import type { TimelineState } from './state.ts';

export interface OfferProps {
  state: TimelineState;
  selected: RowKey | undefined;
  hang: (id: string) => void;
  pack: (id: string) => void;
  save: (format: 'svg' | 'png') => Promise<void>;
  print: () => Promise<void>;
  add: () => void;
  goToday: () => void;
  zoomBy: (step: number) => void;
}

export function useOffer(props: OfferProps): void {
  const client = useClient();
  const navigation = useNavigation();
  const now = useRef(props);
  useEffect(() => {
    now.current = props;
  });
  const offer = useMemo((): readonly Command[] => {
    const say = (key: string): string => client.words.get().say(key);
    const milestone = (): string | undefined => {
      const { selected } = now.current;
      return selected?.kind === 'milestone' ? selected.id : undefined;
    };
    const editable = { when: () => isEditable(client), why: () => offWords(client) };
    return [
      {
        id: 'timeline.table',
        label: () => say('timeline-as-table'),
        icon: 'columns',
        keys: keysOf('timeline.table'),
        run: () => asTable(navigation, now.current.state, now.current.selected),
      },
      {
        id: 'timeline.today',
        label: () => say('timeline-go-today'),
        icon: 'calendar',
        keys: keysOf('timeline.today'),
        leavesTyping: true,
        run: () => now.current.goToday(),
      },
      {
        id: 'timeline.new',
        label: () => say('milestones-new'),
        icon: 'plus',
        keys: keysOf('timeline.new'),
        once: true,
        ...editable,
        run: () => now.current.add(),
      },
      {
        id: 'timeline.hang',
        label: () => say('milestones-hang'),
        icon: 'link',
        keys: keysOf('timeline.hang'),
        leavesTyping: true,
        when: () => isEditable(client) && milestone() !== undefined,
        why: () => offWords(client) || say('timeline-hang-none'),
        run: () => {
          const id = milestone();
          if (id !== undefined) {
            now.current.hang(id);
          }
        },
      },
      {
        id: 'timeline.pack',
        label: () => say('timeline-packs'),
        icon: 'calendar',
        keys: keysOf('timeline.pack'),
        leavesTyping: true,
        when: () => isEditable(client) && milestone() !== undefined,
        why: () => offWords(client) || say('timeline-hang-none'),
        run: () => {
          const id = milestone();
          if (id !== undefined) {
            now.current.pack(id);
          }
        },
      },
      {
        id: 'timeline.svg',
        label: () => say('timeline-svg'),
        icon: 'download',
        run: () => now.current.save('svg'),
      },
      {
        id: 'timeline.png',
        label: () => say('timeline-png'),
        icon: 'download',
        run: () => now.current.save('png'),
      },
      {
        id: 'timeline.print',
        label: () => say('timeline-print'),
        icon: 'documents',
        keys: keysOf('timeline.print'),
        run: () => now.current.print(),
      },
      {
        id: 'timeline.nearer',
        label: () => say('timeline-zoom-in'),
        icon: 'plus',
        run: () => now.current.zoomBy(1),
      },
      {
        id: 'timeline.farther',
        label: () => say('timeline-zoom-out'),
        icon: 'minus',
        run: () => now.current.zoomBy(-1),
      },
    ];
  }, [client, navigation]);
  useCommands(offer);
}

/** The table of the same milestones: the same filter, the same row. */
export function asTable(
  navigation: ReturnType<typeof useNavigation>,
  { list }: TimelineState,
  selected: RowKey | undefined,
): void {
  const { filters, text } = list.get();
  navigation.show('milestones', {
    filters,
    text,
    ...(selected?.kind === 'milestone' ? { row: selected } : {}),
  });
}
