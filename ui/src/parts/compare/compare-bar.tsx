/** Over the rows of a list that is compared: with what, how many are others, and those that are no longer there. */
import { useEffect } from 'react';
import type { Compared as Counts, ViewQuery } from '@/generated/wire.ts';
import { Button, Checkbox, Icon, IconButton, Popover, useAnnounce } from '@/kit/index.ts';
import { useClient, useCompared, useSource, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import './compare.css';
import { stopComparing } from './state.ts';

/** Rows that are listed at the most. */
const MOST = 200;

export interface CompareBarProps {
  kind: string;
  query: ViewQuery;
  /** Of the rows that are shown; none: not known yet. */
  counts: Counts | undefined;
  /** Tells what is seen from there. */
  onLeave: () => void;
}

export function CompareBar({ kind, query, counts, onLeave }: CompareBarProps) {
  const client = useClient();
  const announce = useAnnounce();
  const { say } = useWords();
  const compared = useCompared();
  const words = counts?.words;
  const name = compared?.name;
  useEffect(() => {
    if (name !== undefined && words !== undefined) {
      announce(say('compare-said', { state: name, counts: words }));
    }
  }, [announce, say, name, words]);
  if (!compared) {
    return null;
  }
  return (
    <section className="cm-bar" aria-label={say('compare-bar')} data-testid="compare-bar">
      <p className="cm-words">
        <Icon name="history" size={14} />
        <span className="cm-state">
          <bdi>{say('compare-with-state', { state: compared.name })}</bdi>
        </span>
        <span className="cm-counts" data-testid="compare-counts">
          <bdi>{words ?? ''}</bdi>
        </span>
      </p>
      <div className="cm-tools">
        {counts && counts.removed > 0 ? <Gone kind={kind} query={query} /> : null}
        <Checkbox isSelected={compared.only} onChange={(only) => client.compared.set({ ...compared, only })}>
          {say('compare-only')}
        </Checkbox>
        <IconButton
          icon="close"
          label={say('compare-stop')}
          shortcut="Escape"
          data-testid="compare-stop"
          onPress={() => {
            stopComparing(client);
            onLeave();
          }}
        />
      </div>
    </section>
  );
}

interface GoneProps {
  kind: string;
  query: ViewQuery;
}

/** Opens the list of the rows that are no longer there. */
function Gone({ kind, query }: GoneProps) {
  const { say } = useWords();
  return (
    <Popover
      label={say('compare-gone-title')}
      placement="bottom end"
      trigger={
        <Button look="quiet" opens data-testid="compare-gone">
          {say('compare-gone')}
        </Button>
      }
    >
      <GoneList kind={kind} query={query} />
    </Popover>
  );
}

function GoneList({ kind, query }: GoneProps) {
  const { say } = useWords();
  const source = useSource();
  const { value } = useReading('view_gone', { kind, source, query, limit: MOST });
  if (!value) {
    return null;
  }
  const more = value.count - value.rows.length;
  return (
    <div className="cm-gone">
      <h3>{say('compare-gone-title')}</h3>
      {/* What is scrolled is reached by the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="cm-gone-rows" tabIndex={0} role="group" aria-label={say('compare-gone-title')}>
        <ul data-testid="compare-gone-list">
          {value.rows.map((row) => (
            <li key={row.id}>
              <del>
                {row.short === row.title ? null : <bdi className="cm-short">{row.short}</bdi>}
                <bdi>{row.title}</bdi>
              </del>
              {row.note === '' ? null : <bdi className="k-quiet">{row.note}</bdi>}
            </li>
          ))}
        </ul>
      </div>
      {more > 0 ? <p className="k-quiet">{say('compare-gone-more', { count: more })}</p> : null}
    </div>
  );
}
