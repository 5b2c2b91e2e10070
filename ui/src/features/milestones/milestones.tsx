/** Milestones by date: what was, what is ahead, what waits for what. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RowKey, RowView, Written } from '@/generated/wire.ts';
import { Button, type CellValue } from '@/kit/index.ts';
import { isEditable, useClient, useOff, useWords } from '@/lib/client.ts';
import { type Command, useCommandList, useCommands } from '@/lib/commands.ts';
import { dateWords } from '@/lib/fields.ts';
import { keysOf } from '@/lib/key-table.ts';
import { useNavigation } from '@/lib/navigation.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { HangDialog, useMovedAlong } from '@/parts/hang/index.ts';
import { rowOf, TableScreen, type TableState } from '@/parts/table/index.ts';
import { adapt, hangs } from './columns.tsx';
import './milestones.css';
import { AHEAD, daysOf, today, useSections } from './sections.ts';
import { TakeDialog } from './take-dialog.tsx';

type Task = { what: 'hang'; id: string; typed: string } | { what: 'take' };

export function Milestones(props: ScreenProps<TableState>) {
  const { state, selected, onSelect } = props;
  const client = useClient();
  const commands = useCommandList();
  const { say } = useWords();
  const navigation = useNavigation();
  const off = useOff();
  const [task, setTask] = useState<Task>();
  const [sought, setSought] = useState<{ id: string }>();
  const groups = useSections(state);
  useMovedAlong();
  const here = useRef<RowKey | undefined>(selected);
  useEffect(() => {
    here.current = selected;
  }, [selected]);

  // One begins where today is.
  const ahead = groups?.find(({ key }) => key === AHEAD)?.from;
  const start = groups?.length === 0 ? undefined : (ahead ?? 0);
  const day = today();
  const tone = useCallback(
    (row: RowView) => {
      const { to } = daysOf(row);
      return to !== '' && to < day ? 'quiet' : undefined;
    },
    [day],
  );
  const onAct = useCallback((id: string, key: string, typed: string): boolean => {
    if (key === 'hangs_on') {
      setTask({ what: 'hang', id, typed });
    }
    return key === 'hangs_on';
  }, []);
  const onKeep = useCallback(
    (row: RowView, key: string, value: CellValue, typed: string): Promise<Written> | undefined => {
      if (key !== 'when' || !hangs(row)) {
        return undefined;
      }
      // It has no date that could be set or emptied: moving it changes how far away it hangs.
      if (typeof value !== 'string') {
        return Promise.reject(new Error(say('milestones-hangs-clear')));
      }
      const field = client.kinds
        .get()
        .get('milestone')
        ?.fields.find(({ name }) => name === 'date');
      const words = field ? dateWords(field, value, typed) : null;
      return client.write('milestone_move', {
        id: row.id,
        date: value,
        ...(words === null ? {} : { words }),
      });
    },
    [client, say],
  );
  const offer = useMemo((): readonly Command[] => {
    const words = (key: string): string => client.words.get().say(key);
    return [
      {
        id: 'milestone.take',
        label: () => words('milestones-take'),
        icon: 'calendar',
        when: () => isEditable(client),
        run: () => setTask({ what: 'take' }),
      },
      {
        id: 'milestone.timeline',
        label: () => words('milestones-as-timeline'),
        icon: 'timeline',
        keys: keysOf('timeline.table'),
        run: () => {
          const { filters, text } = state.list.get();
          navigation.show('timeline', { filters, text, ...(here.current ? { row: here.current } : {}) });
        },
      },
      {
        id: 'milestone.hang',
        label: () => words('milestones-hang'),
        icon: 'link',
        when: () => isEditable(client) && here.current !== undefined,
        run: () => {
          if (here.current) {
            setTask({ what: 'hang', id: here.current.id, typed: '' });
          }
        },
      },
    ];
  }, [client, navigation, state]);
  useCommands(offer);
  const close = useCallback(() => setTask(undefined), []);
  const take = (
    <Button icon="calendar" data-testid="take" off={off} onPress={() => commands.run('milestone.take')}>
      {say('milestones-take-short')}
    </Button>
  );

  return (
    <TableScreen
      {...props}
      adapt={adapt}
      groups={groups}
      tone={tone}
      onAct={onAct}
      onKeep={onKeep}
      start={start}
      sought={sought}
      actions={take}
      begin={take}
    >
      {task?.what === 'hang' ? (
        <HangDialog
          id={task.id}
          typed={task.typed}
          shown={rowOf(state.view, task.id)}
          onKept={async (op) => {
            await state.view.caughtUp(op);
            setSought({ id: task.id });
          }}
          onClose={close}
        />
      ) : null}
      {task?.what === 'take' ? <TakeDialog state={state} onSelect={onSelect} onClose={close} /> : null}
    </TableScreen>
  );
}
