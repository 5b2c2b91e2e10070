/** The groups: the tree of bodies, and the card that answers who sits where and what is not stated. */
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { GroupCard, GroupNode, KindInfo, RowKey } from '@/generated/wire.ts';
import {
  Button,
  EmptyState,
  IconButton,
  type IconName,
  Menu,
  MenuItem,
  MenuSeparator,
  SearchField,
  Tabs,
} from '@/kit/index.ts';
import { useClient, useEditable, useOff, useWords } from '@/lib/client.ts';
import { type CommandList, useCommandList } from '@/lib/commands.ts';
import { textOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { useKeysBack } from '@/parts/forms/index.ts';
import { AssignDialog } from '@/parts/roles/index.ts';
import { Assignments } from './assignments.tsx';
import { useCard } from './card.ts';
import { CardHead, CardRoles } from './card-view.tsx';
import { ConcludeDialog, MoveDialog, NewGroupDialog, SucceedDialog } from './dialogs.tsx';
import './groups.css';
import { type DialogName, useOffer } from './offer.ts';
import type { GroupsState, Part, Tree } from './state.ts';
import { countFitting, linesOf, pathOf } from './tree.ts';
import { TreeView } from './tree-view.tsx';

export function Groups(props: ScreenProps<GroupsState>) {
  const kind = useStore(useClient().kinds, (kinds) => kinds.get('group'));
  return kind ? <Screen {...props} kind={kind} /> : null;
}

function Screen({ state, selected, onSelect, onOpen, kind }: ScreenProps<GroupsState> & { kind: KindInfo }) {
  const notices = useNotices();
  const { say } = useWords();
  const commands = useCommandList();
  const editable = useEditable();
  const off = useOff();
  const tree = useStore(state.tree);
  const turned = useStore(state.turned);
  const filter = useStore(state.filter);
  const chosen = useStore(state.chosen);
  const part = useStore(state.part);
  const { card, below, error } = useCard(chosen);
  const [dialog, setDialog] = useState<DialogName>();
  const focusRef = useRef<() => void>(() => undefined);
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (tree.error !== undefined) {
      notices.report(tree.error);
    }
  }, [tree.error, notices]);

  // What is typed is shown at once; ten thousand names are gone through when there is time.
  const sought = useDeferredValue(filter);
  const lines = useMemo(() => linesOf(tree.nodes, turned, sought), [tree.nodes, turned, sought]);
  // The inspector, where it is open, stays with what one looks at.
  const shown = selected?.kind;
  const choose = useCallback(
    (id: string): void => {
      state.reveal(id);
      if (shown !== undefined) {
        onSelect({ kind: 'group', id });
      }
    },
    [state, shown, onSelect],
  );

  const focusTree = useCallback(() => focusRef.current(), []);
  const focusFilter = useCallback(() => search.current?.focus(), []);
  const { keep, forget } = useKeysBack(dialog !== undefined, focusTree);
  const end = card && card.row.id === chosen ? textOf(card.row, 'end') : '';
  const ask = useCallback(
    (next: DialogName): void => {
      if (next === 'conclude' && end !== '') {
        // Whoever asks by the palette is told why.
        notices.tell({ tone: 'info', text: say('groups-end-stated', { date: end }) });
        return;
      }
      keep();
      setDialog(next);
    },
    [keep, notices, say, end],
  );
  useOffer({ state, notices, ask, focusTree, focusFilter });

  /** What the person had looked for is not taken away unsaid. */
  const tellFilter = (again: (() => void) | undefined): void => {
    if (again) {
      notices.tell({
        tone: 'info',
        text: say('filters-left'),
        action: { label: say('filters-back'), run: again },
      });
    }
  };
  const close = (made?: string): void => {
    setDialog(undefined);
    if (made !== undefined && (dialog === 'new' || dialog === 'sub')) {
      state.reveal(made);
      state
        .caughtUp()
        .then(() => tellFilter(state.show(made)))
        .catch(notices.report);
      // The keys go on with what was made.
      forget();
    }
  };

  const node = tree.nodes.find((one) => one.id === chosen);
  return (
    <section
      className="k-view g-screen"
      aria-label={kind.plural}
      aria-busy={!tree.loaded && tree.error === undefined}
      data-testid="groups"
    >
      <header className="k-view-bar">
        <h1 className="k-view-title">{kind.plural}</h1>
        <div className="g-tools">
          <Button icon="plus" off={off} data-testid="group-new" onPress={() => commands.run('group.new')}>
            {say('groups-new')}
          </Button>
          {/* The table of assignments has a button of its own. */}
          {part === 'roles' ? (
            <Button
              look="primary"
              icon="plus"
              off={off}
              isDisabled={node === undefined}
              shortcut={say('groups-assign-key')}
              data-testid="assign"
              onPress={() => commands.run('assignment.new')}
            >
              {say('groups-assign')}
            </Button>
          ) : null}
        </div>
      </header>
      <div className="g-main">
        <div className="g-side">
          <div className="g-find">
            <SearchField
              label={say('groups-find')}
              placeholder={say('groups-find')}
              inputRef={search}
              value={filter}
              onChange={(text) => state.filter.set(text)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' || event.key === 'Enter') {
                  event.preventDefault();
                  const first = lines.find((line) => line.fits);
                  const here = lines.some((line) => line.fits && line.node.id === chosen);
                  if (first && !here) {
                    choose(first.node.id);
                  }
                  focusTree();
                }
              }}
              data-testid="group-filter"
            />
            {filter.trim() === '' ? null : (
              <span className="g-count" role="status">
                {say('rows-of', { shown: countFitting(lines), total: tree.nodes.length })}
              </span>
            )}
          </div>
          {lines.length > 0 ? (
            <TreeView
              label={kind.plural}
              lines={lines}
              chosen={chosen}
              sought={sought}
              onChoose={choose}
              onTurn={state.turn}
              onOpen={(id) => onOpen({ kind: 'group', id })}
              onLetter={(letter) => {
                if (letter.toLowerCase() !== 'a') {
                  return false;
                }
                if (off !== '') {
                  notices.tell({ tone: 'info', text: off });
                  return true;
                }
                return commands.run('assignment.new');
              }}
              focusRef={focusRef}
            />
          ) : tree.loaded ? (
            <NoGroups
              filtered={tree.nodes.length > 0}
              editable={editable}
              commands={commands}
              onClear={() => state.filter.set('')}
            />
          ) : null}
        </div>
        {card && chosen !== undefined ? (
          <Card
            state={state}
            card={card}
            below={below}
            part={part}
            editable={editable}
            onChoose={choose}
            onOpen={onOpen}
          />
        ) : error === undefined ? (
          <div className="g-card" />
        ) : (
          <div className="g-card">
            <EmptyState icon="info" title={say('groups-error-title')}>
              {error instanceof Error ? error.message : null}
            </EmptyState>
          </div>
        )}
      </div>
      {dialog === 'new' ? <NewGroupDialog parent={undefined} onClose={close} /> : null}
      {node && dialog === 'sub' ? <NewGroupDialog parent={node} onClose={close} /> : null}
      {node && dialog === 'move' ? <MoveDialog group={node} onClose={() => close()} /> : null}
      {node && dialog === 'conclude' ? <ConcludeDialog group={node} onClose={() => close()} /> : null}
      {node && dialog === 'succeed' ? (
        <SucceedDialog
          group={node}
          row={card?.row.id === node.id ? card.row : undefined}
          onClose={() => close()}
        />
      ) : null}
      {node && dialog === 'assign' ? (
        <AssignDialog place={{ kind: 'group', id: node.id }} onClose={close} />
      ) : null}
    </section>
  );
}

interface CardProps {
  state: GroupsState;
  card: GroupCard;
  below: string;
  part: Part;
  editable: boolean;
  onChoose: (id: string) => void;
  onOpen: (key: RowKey) => void;
}

const Card = memo(function Card({ state, card, below, part, editable, onChoose, onOpen }: CardProps) {
  const { say } = useWords();
  const nodes = useStore(state.tree, nodesOf);
  const { id } = card.row;
  const path = useMemo(() => pathOf(nodes, id), [nodes, id]);
  const node = useMemo(() => nodes.find((one) => one.id === id), [nodes, id]);
  return (
    <article className="g-card" aria-label={card.row.title} data-testid="group-card" data-group={card.row.id}>
      <div className="g-card-top">
        <CardHead card={card} node={node} below={below} path={path} onChoose={onChoose} />
        <div className="g-verbs">
          <Verbs end={textOf(card.row, 'end')} onDetails={() => onOpen({ kind: 'group', id: card.row.id })} />
        </div>
      </div>
      <Tabs
        label={say('groups-parts')}
        selected={part}
        onSelect={(id) => state.part.set(id === 'assignments' ? 'assignments' : 'roles')}
        items={[
          {
            id: 'roles',
            label: say('groups-roles'),
            content: <CardRoles card={card} editable={editable} onChoose={onChoose} onOpen={onOpen} />,
          },
          {
            id: 'assignments',
            label: say('groups-assignments'),
            content: <Assignments state={state} group={card.row.id} onOpen={onOpen} />,
          },
        ]}
      />
    </article>
  );
});

const nodesOf = (tree: Tree): readonly GroupNode[] => tree.nodes;

interface VerbsProps {
  /** Its end in words; empty: none is stated. */
  end: string;
  onDetails: () => void;
}

/** What can be done with the group, beside what is always in view. */
function Verbs({ end, onDetails }: VerbsProps) {
  const { say } = useWords();
  const off = useOff();
  const commands = useCommandList();
  const item = (id: string, label: string, icon: IconName, why = '') => (
    <MenuItem
      id={id}
      icon={icon}
      label={say(label)}
      hint={why === '' ? undefined : why}
      isDisabled={why !== ''}
      off={off}
      onAction={() => commands.run(id)}
    />
  );
  return (
    <>
      <Button look="quiet" icon="panel" onPress={onDetails} data-testid="group-details">
        {say('groups-details')}
      </Button>
      <Menu
        placement="bottom end"
        trigger={<IconButton icon="more" label={say('groups-menu')} data-testid="group-menu" />}
      >
        {item('group.new_sub', 'groups-new-sub', 'tree')}
        {item(
          'group.conclude',
          'groups-conclude',
          'check',
          end === '' ? '' : say('groups-end-stated', { date: end }),
        )}
        {item('group.succeed', 'groups-succeed', 'forward')}
        <MenuSeparator />
        {item('group.move', 'groups-move', 'groups')}
        {item('group.up', 'groups-up', 'up')}
        {item('group.down', 'groups-down', 'down')}
        <MenuSeparator />
        <MenuItem
          id="group.delete"
          icon="delete"
          danger
          label={say('groups-delete')}
          off={off}
          onAction={() => commands.run('group.delete')}
        />
      </Menu>
    </>
  );
}

interface NoGroupsProps {
  filtered: boolean;
  editable: boolean;
  commands: CommandList;
  onClear: () => void;
}

function NoGroups({ filtered, editable, commands, onClear }: NoGroupsProps) {
  const { say } = useWords();
  return filtered ? (
    <EmptyState
      icon="filter"
      title={say('groups-filtered-title')}
      actions={<Button onPress={onClear}>{say('groups-filtered-clear')}</Button>}
    />
  ) : (
    <EmptyState
      icon="groups"
      title={say('groups-empty-title')}
      actions={
        editable ? (
          <Button look="primary" icon="plus" onPress={() => commands.run('group.new')}>
            {say('groups-new')}
          </Button>
        ) : undefined
      }
    >
      {say('groups-empty-text')}
    </EmptyState>
  );
}
