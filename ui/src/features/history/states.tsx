/** Earlier states: named ones on top, those that the application kept by itself folded below. */
import { useId, useState } from 'react';
import type { Source } from '@/generated/wire.ts';
import { Button, Dialog, Icon, type IconName, IconButton, TextField } from '@/kit/index.ts';
import { NOW, useClient, useEditable, usePlan, useSource, useWords } from '@/lib/client.ts';
import { copyText } from '@/lib/copied.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';
import { keyOf } from '@/lib/sources.ts';
import type { EarlierState, EarlierStates } from './moments.ts';
import { type Roving, useRoving } from './roving.ts';
import { compare, type HistoryState } from './state.ts';

export interface StatesProps extends EarlierStates {
  shown: HistoryState['shown'];
}

export function States({ shown, states, loaded }: StatesProps) {
  const { say } = useWords();
  const editable = useEditable();
  const [open, setOpen] = useState<string>();
  const [isUnfolded, setUnfolded] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const listId = useId();
  const named = states.filter((state) => state.named);
  const automatic = states.filter((state) => !state.named);
  const visible = isUnfolded ? [...named, ...automatic] : named;
  const roving = useRoving(visible.map(({ key }) => key));
  const item = (state: EarlierState) => (
    <StateItem
      key={state.key}
      state={state}
      isOpen={open === state.key}
      onToggle={() => setOpen(open === state.key ? undefined : state.key)}
      stop={roving.stop(state.key)}
      shown={shown}
    />
  );
  return (
    <div className="h-states" data-testid="states" {...roving.list}>
      <header className="h-states-head">
        <h2>{say('history-states')}</h2>
        {editable ? (
          <IconButton
            icon="plus"
            label={say('history-keep-state')}
            onPress={() => setNaming(true)}
            data-testid="restore-point-new"
          />
        ) : null}
      </header>
      {loaded && states.length === 0 ? <p className="h-states-none">{say('history-states-none')}</p> : null}
      <ul aria-label={say('history-states-named')}>{named.map(item)}</ul>
      {automatic.length > 0 ? (
        <>
          <button
            type="button"
            className="h-fold"
            aria-expanded={isUnfolded}
            aria-controls={listId}
            onClick={() => setUnfolded(!isUnfolded)}
            data-testid="states-automatic"
          >
            <Icon name={isUnfolded ? 'down' : 'forward'} size={14} />
            {say('history-states-automatic', { count: automatic.length })}
          </button>
          <ul id={listId} aria-label={say('history-states-kept')} hidden={!isUnfolded}>
            {isUnfolded ? automatic.map(item) : null}
          </ul>
        </>
      ) : null}
      {isNaming ? <NameDialog onClose={() => setNaming(false)} /> : null}
    </div>
  );
}

const SHAPES: { readonly [K in EarlierState['sort']]: IconName } = {
  start: 'flag',
  edition: 'documents',
  snapshot: 'share',
  restore_point: 'save',
  parent: 'download',
  shipped: 'documents',
};

interface StateItemProps {
  state: EarlierState;
  isOpen: boolean;
  onToggle: () => void;
  stop: ReturnType<Roving['stop']>;
  shown: HistoryState['shown'];
}

function StateItem({ state, isOpen, onToggle, stop, shown }: StateItemProps) {
  const { say } = useWords();
  const source = useSource();
  const looked = state.source !== undefined && keyOf(source) === keyOf(state.source);
  return (
    <li className="h-state" data-open={isOpen || undefined}>
      <button type="button" className="h-state-head" aria-expanded={isOpen} onClick={onToggle} {...stop}>
        <span className="h-step-shape">
          <Icon name={SHAPES[state.sort]} size={14} />
        </span>
        <span className="h-state-words">
          <span className="h-state-name">
            <bdi>{state.name}</bdi>
          </span>
          <span className="h-state-note">
            {say(`history-sort-${state.sort}`)}
            {state.note === '' ? null : (
              <>
                {' · '}
                <bdi>{state.note}</bdi>
              </>
            )}
          </span>
        </span>
        {state.damaged ? <span className="h-word">{say('history-damaged')}</span> : null}
        {looked ? <span className="h-word h-word-looked">{say('history-looked-at')}</span> : null}
      </button>
      {isOpen ? <StateActions state={state} shown={shown} /> : null}
    </li>
  );
}

function StateActions({ state, shown }: { state: EarlierState; shown: HistoryState['shown'] }) {
  const client = useClient();
  const notices = useNotices();
  const navigation = useNavigation();
  // Also while one looks at it: that is when one knows that one wants it back.
  const isPlan = usePlan().open === 'plan';
  const { say } = useWords();
  const { source, name } = state;
  const look = async (of: Source): Promise<void> => {
    await navigation.look(of, name);
    navigation.show('commitments');
  };
  const goBack = async (): Promise<void> => {
    const yes = await notices.ask({
      title: say('history-go-back-title', { name }),
      text: say('history-go-back-means'),
      yes: say('history-go-back-do'),
      no: say('cancel'),
    });
    if (yes && (await client.editors.finish())) {
      const { op } =
        state.restorePoint === undefined
          ? await client.write('moment_return', { source: source ?? NOW })
          : await client.write('restore_point_return', { id: state.restorePoint });
      // What is looked at is the plan again, not what it was.
      await navigation.look(NOW);
      notices.tell(
        op === null
          ? { tone: 'info', text: say('history-gone-back-same', { name }) }
          : { tone: 'done', text: say('history-gone-back', { name }) },
      );
    }
  };
  const run = (work: () => Promise<void>): void => {
    work().catch(notices.report);
  };
  if (state.damaged) {
    return <p className="h-actions h-note">{say('history-damaged-note')}</p>;
  }
  return (
    <div className="h-actions" role="group" aria-label={say('history-state-actions')}>
      {source ? (
        <>
          <Button icon="eye" onPress={() => run(() => look(source))} data-testid="state-look">
            {say('history-look')}
          </Button>
          <Button
            icon="columns"
            onPress={() => compare(shown, source, NOW, { source, name })}
            data-testid="state-compare"
          >
            {say('history-compare-now')}
          </Button>
        </>
      ) : null}
      {state.quote === '' ? null : (
        <Button
          icon="copy"
          onPress={() => run(() => copyText(client, state.quote))}
          data-testid="state-quote"
        >
          {say('copy-citation')}
        </Button>
      )}
      {isPlan ? (
        <Button icon="history" onPress={() => run(goBack)} data-testid="state-return">
          {say('history-go-back')}
        </Button>
      ) : null}
    </div>
  );
}

/** Keeps the state of now, under a name. */
function NameDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [name, setName] = useState('');
  const keep = async (): Promise<void> => {
    if (await client.editors.finish()) {
      await client.write('restore_point_make', { name: name.trim() });
      onClose();
      notices.tell({ tone: 'done', text: say('history-kept') });
    }
  };
  const press = (): void => {
    keep().catch((reason: unknown) => {
      onClose();
      notices.report(reason);
    });
  };
  return (
    <Dialog
      title={say('history-keep-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button look="primary" icon="save" onPress={press} data-testid="restore-point-make">
            {say('history-keep-do')}
          </Button>
        </>
      }
    >
      <p>{say('history-keep-text')}</p>
      <TextField
        label={say('history-keep-name')}
        description={say('history-keep-hint')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            press();
          }
        }}
        data-testid="restore-point-name"
      />
    </Dialog>
  );
}
