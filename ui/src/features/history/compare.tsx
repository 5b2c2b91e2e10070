/** Two states side by side: what came, what went, what is different. */
import type { RowKey, Source } from '@/generated/wire.ts';
import { type Choice, EmptyState, FilterChip, Icon, IconButton, Select } from '@/kit/index.ts';
import { NOW, useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { keyOf } from '@/lib/sources.ts';
import { useStore } from '@/lib/store.ts';
import { type What, WHAT_SHAPES } from './changes.ts';
import { type Differences, useDifferences } from './differences.ts';
import type { EarlierState } from './moments.ts';
import { RowList } from './row-list.tsx';
import { change, type Comparison, type HistoryState, withExtra } from './state.ts';

export interface CompareProps {
  shown: HistoryState['shown'];
  states: readonly EarlierState[];
  onOpen: (key: RowKey) => void;
}

export function Compare({ shown, states, onOpen }: CompareProps) {
  const comparison = useStore(shown, (state) => state.comparison);
  const { say } = useWords();
  // Nobody has chosen yet: what was sent or kept last, beside now.
  const first = (
    states.find(({ sort }) => sort === 'snapshot' || sort === 'edition') ??
    // Not the copy that the application made a moment ago: that is hardly another state.
    states.find(({ sort, source }) => source && sort !== 'restore_point') ??
    states.find(({ source }) => source)
  )?.source;
  const pair = comparison ?? (first && { before: first, after: NOW, kind: undefined });
  if (!pair) {
    return <EmptyState icon="columns" title={say('history-compare-nothing')} />;
  }
  return <Pair shown={shown} states={states} pair={pair} onOpen={onOpen} />;
}

function Pair({ shown, states, pair, onOpen }: CompareProps & { pair: Comparison }) {
  const { say } = useWords();
  const found = useDifferences(pair);
  const set = (part: Partial<Comparison>): void =>
    change(shown, { comparison: { ...pair, kind: undefined, ...part } });
  return (
    <div className="h-compare" data-testid="compare">
      <div className="h-pair">
        <StateChooser
          label={say('history-before')}
          value={pair.before}
          states={states}
          shown={shown}
          onChoose={(before) => set({ before })}
          testId="compare-before"
        />
        <IconButton
          icon="swap"
          label={say('history-swap')}
          onPress={() => set({ before: pair.after, after: pair.before })}
          data-testid="compare-swap"
        />
        <StateChooser
          label={say('history-after')}
          value={pair.after}
          states={states}
          shown={shown}
          onChoose={(after) => set({ after })}
          testId="compare-after"
        />
      </div>
      <Found
        found={found}
        kind={pair.kind}
        onKind={(kind) => change(shown, { comparison: { ...pair, kind } })}
        onOpen={onOpen}
      />
    </div>
  );
}

const FILE = 'a file';

interface StateChooserProps {
  label: string;
  value: Source;
  states: readonly EarlierState[];
  shown: HistoryState['shown'];
  onChoose: (source: Source) => void;
  testId: string;
}

function StateChooser({ label, value, states, shown, onChoose, testId }: StateChooserProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const extras = useStore(shown, (state) => state.extras);
  const sources = new Map<string, Source>([[keyOf(NOW), NOW]]);
  const choices: Choice[] = [{ id: keyOf(NOW), label: say('history-now') }];
  for (const { source, name, hint } of [
    ...extras.map((extra) => ({ ...extra, hint: '' })),
    ...states.filter(({ named }) => named).map((state) => ({ ...state, hint: state.note })),
    ...states.filter(({ named }) => !named).map((state) => ({ ...state, hint: state.note })),
  ]) {
    const key = source && keyOf(source);
    if (source && key !== undefined && !sources.has(key)) {
      sources.set(key, source);
      choices.push({ id: key, label: name, hint: hint === '' ? undefined : hint });
    }
  }
  choices.push({ id: FILE, label: say('history-a-file') });
  const chooseFile = async (): Promise<void> => {
    const file = await client.call('file_choose', { purpose: 'open', suggested: '' });
    if (file) {
      const source: Source = { at: 'file', file: file.file };
      change(shown, { extras: withExtra(shown.get().extras, { source, name: file.name }) });
      onChoose(source);
    }
  };
  return (
    <Select
      label={label}
      placeholder={say('choose')}
      choices={choices}
      value={keyOf(value)}
      onChange={(key) => {
        const source = sources.get(String(key));
        if (source) {
          onChoose(source);
        } else if (key === FILE) {
          chooseFile().catch(notices.report);
        }
      }}
      data-testid={testId}
    />
  );
}

interface FoundProps {
  found: Differences;
  kind: string | undefined;
  onKind: (kind: string | undefined) => void;
  onOpen: (key: RowKey) => void;
}

function Found({ found, kind, onKind, onOpen }: FoundProps) {
  const { say } = useWords();
  if (found.error !== undefined) {
    return (
      <EmptyState icon="warning" title={say('history-compare-failed')}>
        {found.error instanceof Error ? found.error.message : null}
      </EmptyState>
    );
  }
  if (found.reading) {
    return <p className="h-reading">{say('history-reading')}</p>;
  }
  if (found.kinds.length === 0) {
    return (
      <EmptyState icon="check" title={say('history-same-title')}>
        {say('history-same-text')}
      </EmptyState>
    );
  }
  // Of a part nothing is counted: it would read like the whole.
  const limited = found.total > found.listed;
  const chosen = found.kinds.some((one) => one.kind === kind) ? kind : undefined;
  const kinds = chosen === undefined ? found.kinds : found.kinds.filter((one) => one.kind === chosen);
  return (
    <>
      <CountLine found={found} />
      {found.kinds.length > 1 ? (
        <div className="h-kinds" role="group" aria-label={say('history-filter-kind')}>
          <FilterChip
            opens={false}
            isOn={chosen === undefined}
            aria-pressed={chosen === undefined}
            onPress={() => onKind(undefined)}
          >
            {say('history-all-kinds')}
          </FilterChip>
          {found.kinds.map((one) => (
            <FilterChip
              key={one.kind}
              opens={false}
              isOn={chosen === one.kind}
              aria-pressed={chosen === one.kind}
              onPress={() => onKind(chosen === one.kind ? undefined : one.kind)}
              data-testid={`compare-kind-${one.kind}`}
            >
              {limited ? one.label : say('history-kind-count', { label: one.label, count: one.rows.length })}
            </FilterChip>
          ))}
        </div>
      ) : null}
      {limited ? (
        <p className="h-limit">{say('history-limit', { listed: found.listed, total: found.total })}</p>
      ) : null}
      <RowList key={`${chosen ?? ''}`} kinds={kinds} onOpen={onOpen} />
    </>
  );
}

const WHATS: readonly What[] = ['added', 'changed', 'removed'];

function CountLine({ found }: { found: Differences }) {
  const { say } = useWords();
  return (
    <ul className="h-counts" data-testid="compare-counts" aria-live="polite">
      {WHATS.map((what) => (
        <li key={what} data-what={what}>
          <Icon name={WHAT_SHAPES[what]} size={14} />
          {say(`history-count-${what}`, { count: found.counts[what] })}
        </li>
      ))}
    </ul>
  );
}
