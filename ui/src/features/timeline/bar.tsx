/** The bar above the timeline: lanes, what is shown, filters, what is compared, how near. */
import type { TimelineView } from '@/generated/wire.ts';
import {
  Button,
  Checkbox,
  FilterChip,
  IconButton,
  Menu,
  MenuItem,
  Popover,
  RadioGroup,
  SearchField,
} from '@/kit/index.ts';
import { LEVELS, nearestLevel, nextZoom } from '@/kit/timeline/index.ts';
import { useClient, useOff, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { useStore } from '@/lib/store.ts';
import { CompareMenu } from '@/parts/compare/index.ts';
import { FilterBar } from '@/parts/table/filters.tsx';
import { isFiltered } from '@/parts/table/list.ts';
import { FILTERED, LANES, type LaneBy, LINKS, type LinksShown, type TimelineState } from './state.ts';

export interface BarProps {
  state: TimelineState;
  view: TimelineView | undefined;
  onToday: () => void;
  onNew: () => void;
}

export function Bar({ state, view, onToday, onNew }: BarProps) {
  const client = useClient();
  const commands = useCommandList();
  const { say } = useWords();
  const off = useOff();
  const shown = useStore(state.shown);
  const list = useStore(state.list);
  const kind = useStore(client.kinds, (kinds) => kinds.get(FILTERED.kind));
  return (
    <header className="k-view-bar">
      <h1 className="t-title">{say('screen-timeline')}</h1>
      <div className="t-filters" role="group" aria-label={say('filters')}>
        <Menu
          label={say('timeline-lanes')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown.lanes]}
          onAction={(key) => state.change({ lanes: key as LaneBy, folded: new Set() })}
          trigger={
            <FilterChip isOn data-testid="timeline-lanes">
              <bdi>{say('timeline-lanes-are', { lanes: say(`timeline-lanes-${shown.lanes}`) })}</bdi>
            </FilterChip>
          }
        >
          {LANES.map((lanes) => (
            <MenuItem key={lanes} id={lanes} label={say(`timeline-lanes-${lanes}`)} />
          ))}
        </Menu>
        <ShowMenu state={state} />
        {kind ? <FilterBar kind={kind} state={{ list: state.list, def: FILTERED }} /> : null}
        <CompareMenu testId="timeline-compare" />
        {isFiltered(list) && view ? (
          <span className="tl-quiet" data-testid="timeline-filtered">
            {say('timeline-rows', { count: view.count })}
          </span>
        ) : null}
      </div>
      <div className="t-tools">
        <div className="t-search">
          <SearchField
            label={say('filter-text')}
            placeholder={say('filter-text')}
            value={list.text}
            onChange={(text) => state.list.set({ ...state.list.get(), text })}
            data-testid="timeline-text"
          />
        </div>
        <div className="tl-zoom" role="group" aria-label={say('timeline-zoom')}>
          <IconButton
            icon="minus"
            label={say('timeline-zoom-out')}
            shortcut="−"
            data-testid="zoom-out"
            onPress={() => state.change({ day: nextZoom(shown.day, -1) })}
          />
          <Menu
            label={say('timeline-zoom')}
            selectionMode="single"
            selectedKeys={[nearestLevel(shown.day)]}
            onAction={(key) => state.change({ day: LEVELS.find(([name]) => name === key)?.[1] ?? shown.day })}
            trigger={
              <Button look="quiet" opens data-testid="zoom-level">
                {say(`timeline-level-${nearestLevel(shown.day)}`)}
              </Button>
            }
          >
            {LEVELS.map(([name]) => (
              <MenuItem key={name} id={name} label={say(`timeline-level-${name}`)} />
            ))}
          </Menu>
          <IconButton
            icon="plus"
            label={say('timeline-zoom-in')}
            shortcut="+"
            data-testid="zoom-in"
            onPress={() => state.change({ day: nextZoom(shown.day, 1) })}
          />
        </div>
        <Button onPress={onToday} data-testid="timeline-go-today">
          {say('timeline-today')}
        </Button>
        <Button onPress={() => commands.run('timeline.table')} data-testid="timeline-table">
          {say('timeline-as-table')}
        </Button>
        <Menu
          label={say('timeline-more')}
          placement="bottom end"
          onAction={(key) => commands.run(String(key))}
          trigger={<IconButton icon="more" label={say('timeline-more')} data-testid="timeline-more" />}
        >
          <MenuItem id="timeline.pack" label={say('timeline-packs')} icon="calendar" />
          <MenuItem id="timeline.print" label={say('timeline-print')} icon="documents" />
          <MenuItem id="timeline.svg" label={say('timeline-svg')} icon="download" />
          <MenuItem id="timeline.png" label={say('timeline-png')} icon="download" />
        </Menu>
        <Button look="primary" icon="plus" off={off} onPress={onNew} data-testid="timeline-new">
          {say('new')}
        </Button>
      </div>
    </header>
  );
}

/** Which rows, which lines between them, how close. */
function ShowMenu({ state }: { state: TimelineState }) {
  const { say } = useWords();
  const shown = useStore(state.shown);
  return (
    <Popover
      label={say('timeline-show')}
      trigger={
        <FilterChip data-testid="timeline-show">
          <bdi>{say(shown.commitments ? 'timeline-show-both' : 'timeline-show-milestones')}</bdi>
        </FilterChip>
      }
    >
      <div className="t-filter">
        <Checkbox isSelected={shown.commitments} onChange={(commitments) => state.change({ commitments })}>
          {say('timeline-commitments')}
        </Checkbox>
        <Checkbox isSelected={shown.dense} onChange={(dense) => state.change({ dense })}>
          {say('timeline-dense')}
        </Checkbox>
        <RadioGroup
          label={say('timeline-links')}
          value={shown.links}
          onChange={(links) => state.change({ links: links as LinksShown })}
          choices={LINKS.map((links) => ({ id: links, label: say(`timeline-links-${links}`) }))}
        />
      </div>
    </Popover>
  );
}
