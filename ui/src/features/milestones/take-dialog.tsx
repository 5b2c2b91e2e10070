/** Takes milestones from the reference calendar: what is known of the coming years, and what is in the plan already. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RowKey, RowView, ViewQuery } from '@/generated/wire.ts';
import { Button, Dialog, type PickItem, PickList, SearchField } from '@/kit/index.ts';
import { NOW, useClient, useWords } from '@/lib/client.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { FIT, fitOf } from '@/lib/fit.ts';
import { useNotices } from '@/lib/notices.ts';
import { EVERYTHING } from '@/lib/views.ts';
import type { TableState } from '@/parts/table/index.ts';
import { lastYear, today } from './sections.ts';

const ENTRY = 'calendar_entry';
const FIELDS = ['title', 'kind', 'date', 'place', 'document_symbol'];
/** More entries than this nobody reads through; the field of search finds the others. */
const MOST = 500;
const OPTION = '[role="option"]:not([aria-disabled])';

export interface TakeDialogProps {
  state: TableState;
  onSelect: (key: RowKey) => void;
  onClose: () => void;
}

export function TakeDialog({ state, onSelect, onClose }: TakeDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [text, setText] = useState('');
  const [entries, setEntries] = useState<readonly RowView[]>();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let left = false;
    const query: ViewQuery = {
      ...EVERYTHING,
      text: text.trim(),
      sort: [{ field: 'date', descending: false }],
    };
    client.call('view_get', { kind: ENTRY, source: NOW, query, from: 0, to: MOST, fields: FIELDS }).then(
      ({ rows }) => {
        if (!left) {
          setEntries(rows);
        }
      },
      (reason: unknown) => notices.report(reason),
    );
    return () => {
      left = true;
    };
  }, [client, notices, text]);
  useEffect(() => {
    client.call('view_choices', { kind: 'milestone', source: NOW, query: EVERYTHING, field: ENTRY }).then(
      (found) => setTaken(new Set(found.flatMap(({ key }) => key ?? []))),
      (reason: unknown) => notices.report(reason),
    );
  }, [client, notices]);

  const sections = useMemo(() => {
    const item = (entry: RowView): PickItem => ({
      id: entry.id,
      lead: textOf(entry, 'date'),
      label: entry.title,
      hint: ['kind', 'place', 'document_symbol']
        .map((name) => textOf(entry, name))
        .filter((part) => part !== '')
        .join(' · '),
      note: taken.has(entry.id) ? say('milestones-taken') : undefined,
      isDisabled: taken.has(entry.id),
    });
    // What is over is looked for seldom: it stands behind.
    const year = today().slice(0, 4);
    const isOver = (entry: RowView): boolean => {
      const { value } = cellOf(entry, 'date');
      return typeof value === 'string' && lastYear(value) < year;
    };
    // What is looked for stands before what only mentions it.
    const mentions = (entry: RowView): number => Number(fitOf(text, [entry.title]) === FIT.somewhere);
    const all = (entries ?? []).toSorted((a, b) => mentions(a) - mentions(b));
    return [
      { label: say('milestones-take-ahead'), items: all.filter((entry) => !isOver(entry)).map(item) },
      { label: say('milestones-take-over'), items: all.filter(isOver).map(item) },
    ].filter(({ items }) => items.length > 0);
  }, [entries, taken, say, text]);

  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      // In the order of the list, which is that of their dates.
      const wanted = (entries ?? []).map(({ id }) => id).filter((id) => chosen.has(id));
      const { created, op } = await client.write('milestone_take', { entries: wanted });
      await state.view.caughtUp(op);
      if (created !== null) {
        onSelect({ kind: 'milestone', id: created });
      }
      onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={say('milestones-take-title')}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            data-testid="take-keep"
            isDisabled={chosen.size === 0}
            isPending={isBusy}
            onPress={() => {
              take().catch(notices.report);
            }}
          >
            {say('milestones-take-keep', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <div className="m-take">
        <p>{say('milestones-take-text')}</p>
        <div
          onKeyDownCapture={(event) => {
            // From what is searched for, down goes to what was found.
            const [first] = list.current?.querySelectorAll<HTMLElement>(OPTION) ?? [];
            if (event.key === 'ArrowDown' && first) {
              event.preventDefault();
              first.focus();
            }
          }}
        >
          <SearchField
            autoFocus
            label={say('milestones-take-search')}
            placeholder={say('milestones-take-search')}
            value={text}
            onChange={(next) => {
              setText(next);
              setChosen(new Set());
            }}
            data-testid="take-search"
          />
        </div>
        <div ref={list}>
          <PickList
            label={say('milestones-take-list')}
            sections={sections}
            selected={chosen}
            onChange={setChosen}
            empty={entries === undefined ? '' : say('milestones-take-none')}
            data-testid="take-list"
          />
        </div>
      </div>
    </Dialog>
  );
}
