/** What else can be done with a table: looking for words, an order, many rows at once, and views under a name. */
import { useState } from 'react';
import { IconButton, Menu, MenuItem, MenuSection } from '@/kit/index.ts';
import { useOff, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { keysOf } from '@/lib/key-table.ts';
import { useStore } from '@/lib/store.ts';
import type { Bench } from './actions.ts';
import { add, drop, type KeptView, keepShape, move, useKeptViews } from './kept-views.ts';
import { isShown, savedAs, shownAs, standardOf } from './saved.ts';

/** Each entry of it is a command. */
export function MoreMenu({ bench }: { bench: Bench }) {
  const { state } = bench;
  const { list, def } = state;
  const { say } = useWords();
  const commands = useCommandList();
  const kept = useKeptViews(state);
  const now = useStore(list);
  const off = useOff();
  const [key, replaceKey] = [keysOf('table.find')[0], keysOf('table.replace')[0]];
  const shown = kept.find(({ view }) => isShown(view, now));
  const [last, setLast] = useState<string>();
  // The one that was chosen last is the one that can be changed, though it may no longer be shown just so.
  const chosen = shown ?? kept.find(({ view }) => view.id === last);
  const show = (one: KeptView) => (
    <MenuItem
      key={one.view.id}
      id={`view-${one.view.id}`}
      icon={one === shown ? 'check' : undefined}
      label={one.view.name}
      onAction={() => {
        setLast(one.view.id);
        list.set(shownAs(one.view, list.get()));
      }}
    />
  );
  const here = kept.filter(({ place }) => place === 'here');
  const ofPlan = kept.filter(({ place }) => place === 'plan');
  return (
    <Menu
      label={say('views-more')}
      placement="bottom end"
      trigger={<IconButton icon="more" label={say('views-more')} data-testid="table-more" />}
    >
      <MenuItem
        id="find"
        icon="search"
        label={say('find')}
        shortcut={key}
        onAction={() => commands.run(`${def.kind}.find`)}
      />
      <MenuItem
        id="replace"
        icon="swap"
        label={say('find-and-replace')}
        shortcut={replaceKey}
        onAction={() => commands.run(`${def.kind}.replace`)}
      />
      <MenuItem
        id="sort"
        icon="ascending"
        label={say('sort-title')}
        onAction={() => commands.run(`${def.kind}.sort`)}
      />
      <MenuItem
        id="bulk"
        icon="edit"
        label={say('bulk')}
        off={off}
        onAction={() => commands.run(`${def.kind}.bulk`)}
      />
      <MenuSection label={say('views-saved')}>
        <MenuItem
          id="standard"
          label={say('views-standard')}
          onAction={() => list.set(standardOf(def, list.get()))}
        />
        {here.map(show)}
        <MenuItem
          id="save"
          icon="save"
          label={say('views-save-as')}
          onAction={() => bench.show({ task: 'save' })}
        />
      </MenuSection>
      {ofPlan.length > 0 ? <MenuSection label={say('views-of-plan')}>{ofPlan.map(show)}</MenuSection> : null}
      {chosen ? <ChosenItems bench={bench} chosen={chosen} isShown={chosen === shown} off={off} /> : null}
    </Menu>
  );
}

interface ChosenItemsProps {
  bench: Bench;
  chosen: KeptView;
  /** What is seen is just what it shows. */
  isShown: boolean;
  /** Why nothing in the plan can be changed. */
  off: string;
}

/** What can be done with the view that was chosen. */
function ChosenItems({ bench, chosen, isShown: isSame, off }: ChosenItemsProps) {
  const { state, notices } = bench;
  const { say } = useWords();
  const { place, view } = chosen;
  const { id, name } = view;
  const ofPlan = place === 'plan' ? off : '';
  const remove = async (): Promise<void> => {
    await drop(bench, chosen);
    notices.tell({
      tone: 'info',
      text: say('views-deleted', { name }),
      action: { label: say('views-back'), run: () => void add(bench, chosen).catch(notices.report) },
    });
  };
  const moved = async (): Promise<void> => {
    await move(bench, chosen);
    notices.tell({
      tone: 'done',
      text: say(place === 'here' ? 'views-in-plan' : 'views-only-here', { name }),
    });
  };
  return (
    <MenuSection label={name}>
      {isSame ? null : (
        <MenuItem
          id="update"
          label={say('views-update-this', { name })}
          off={ofPlan}
          onAction={() => {
            keepShape(bench, { place, view: savedAs(id, name, state.list.get()) }).catch(notices.report);
          }}
        />
      )}
      <MenuItem
        id="rename"
        label={say('views-rename-this', { name })}
        off={ofPlan}
        onAction={() => bench.show({ task: 'save', view: chosen })}
      />
      <MenuItem
        id="move"
        label={say(place === 'here' ? 'views-to-plan' : 'views-to-here', { name })}
        off={off}
        onAction={() => {
          moved().catch(notices.report);
        }}
      />
      <MenuItem
        id="remove"
        danger
        label={say('views-delete-this', { name })}
        off={ofPlan}
        onAction={() => {
          remove().catch(notices.report);
        }}
      />
    </MenuSection>
  );
}
