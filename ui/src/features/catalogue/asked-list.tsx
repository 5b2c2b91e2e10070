/** Who is asked in a table, by equal words: whom each names, and a way to say it otherwise. What is not known stands first. */
import { useEffect, useId, useRef, useState } from 'react';
import type { AskedView, InstrumentTable, RowKey, RowView } from '@/generated/wire.ts';
import { Button, Callout, type Choice, Chip, ComboBox } from '@/kit/index.ts';
import { NOW, useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';
import { EVERYTHING } from '@/lib/views.ts';

/** Names that are listed at first; a button shows the others. */
const FEW = 40;
/** Organizations and groups that can be chosen. */
const MOST = 2_000;
const KINDS = ['organization', 'group'] as const;

export interface AskedListProps {
  read: InstrumentTable;
  onChoose: (words: string, rows: RowKey[] | undefined) => void;
}

export function AskedList({ read, onChoose }: AskedListProps) {
  const { say } = useWords();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const choices = useWhoCanBeAsked();
  const list = useRef<HTMLUListElement>(null);
  /** Whose line was just changed: its control is gone, and the keys go on. */
  const changed = useRef<string>(undefined);
  useEffect(() => {
    const words = changed.current;
    if (words === undefined) {
      return;
    }
    changed.current = undefined;
    const lines = [...(list.current?.children ?? [])];
    const next = lines.find((line) => line.getAttribute('data-how') === 'unknown');
    const own = lines.find((line) => line.getAttribute('data-words') === words);
    (next ?? own)?.querySelector<HTMLElement>('input, button')?.focus();
  }, [read]);
  const choose: AskedListProps['onChoose'] = (words, rows) => {
    changed.current = words;
    onChoose(words, rows);
  };
  const shown = isWhole ? read.asked : read.asked.slice(0, FEW);
  return (
    <section className="c-inst-part" aria-labelledby={id} data-testid="asked">
      <h3 id={id}>{say('catalogue-asked')}</h3>
      {read.unknown > 0 ? (
        <Callout tone="question">{say('catalogue-asked-unknown', { count: read.unknown })}</Callout>
      ) : null}
      <ul ref={list} className="c-asked">
        {shown.map((one) => (
          <li key={one.words} data-how={one.how} data-words={one.words} data-testid="asked-one">
            <div className="c-asked-words">
              <bdi>{one.words}</bdi>
              <span className="k-quiet">{say('catalogue-asked-count', { count: one.count })}</span>
            </div>
            <Who one={one} choices={choices} onChoose={choose} />
          </li>
        ))}
      </ul>
      {read.asked.length > shown.length ? (
        <Button look="quiet" onPress={() => setWhole(true)}>
          {say('catalogue-asked-rest', { count: read.asked.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

interface WhoProps {
  one: AskedView;
  choices: readonly Choice[];
  onChoose: AskedListProps['onChoose'];
}

function Who({ one, choices, onChoose }: WhoProps) {
  const { say } = useWords();
  const { words } = one;
  if (one.how === 'unknown') {
    return (
      <div className="c-asked-who">
        {one.suggestions.map((row) => (
          <Button
            key={row.id}
            aria-label={say('catalogue-asked-choose-one', { words, name: row.title })}
            onPress={() => onChoose(words, [{ kind: row.kind, id: row.id }])}
          >
            {say('catalogue-asked-suggested', { name: row.short })}
          </Button>
        ))}
        <ComboBox
          label={say('catalogue-asked-who', { words })}
          labelHidden
          placeholder={say('catalogue-asked-choose')}
          choices={choices}
          onSelectionChange={(key) => {
            const [kind, ...id] = String(key ?? '').split(' ');
            if (kind && id.length > 0) {
              onChoose(words, [{ kind, id: id.join(' ') }]);
            }
          }}
        />
      </div>
    );
  }
  // Several at once are named by their short names: the words beside them say who they are.
  const many = one.rows.length > 3;
  const isChosen = one.how === 'chosen' || one.how === 'words';
  return (
    <div className="c-asked-who">
      {one.how === 'words' ? <span className="k-quiet">{say('catalogue-asked-kept')}</span> : null}
      {one.rows.map((row) => (
        <span key={`${row.kind} ${row.id}`} className="c-asked-row">
          <Chip label={row.short} />
          {many || row.short === row.title ? null : <bdi className="k-quiet">{row.title}</bdi>}
          {row.note === '' ? null : <span className="k-quiet">{row.note}</span>}
        </span>
      ))}
      {one.note === '' ? null : <span className="k-quiet">{one.note}</span>}
      <Button
        look="quiet"
        aria-label={say(isChosen ? 'catalogue-asked-reset-one' : 'catalogue-asked-keep-one', { words })}
        onPress={() => onChoose(words, isChosen ? undefined : [])}
      >
        {say(isChosen ? 'catalogue-asked-reset' : 'catalogue-asked-keep')}
      </Button>
    </div>
  );
}

/** Organizations and groups, by what they are called. */
function useWhoCanBeAsked(): readonly Choice[] {
  const client = useClient();
  const notices = useNotices();
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    const ask = (kind: string): Promise<{ rows: readonly RowView[] }> =>
      client.call('view_get', { kind, source: NOW, query: EVERYTHING, from: 0, to: MOST, fields: ['id'] });
    return awaited(
      Promise.all(KINDS.map(ask)),
      (found) =>
        setChoices(
          found.flatMap(({ rows }, at) =>
            rows.map((row) => ({
              id: `${KINDS[at]} ${row.id}`,
              label: row.short === row.title ? row.title : `${row.short}, ${row.title}`,
            })),
          ),
        ),
      notices.report,
    );
  }, [client, notices]);
  return choices;
}
