/** The selected row in full: the same wherever the row is met. */
import { useEffect, useId, useRef, useState } from 'react';
import type { FieldInfo, KindInfo, RowDetail, RowKey } from '@/generated/wire.ts';
import { EmptyState, IconButton, Tabs } from '@/kit/index.ts';
import { useClient, useEditable, useWords } from '@/lib/client.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { cellOf } from '@/lib/fields.ts';
import { useStore } from '@/lib/store.ts';
import { Details } from './details.tsx';
import { isGone, useDetail } from './detail.ts';
import { FieldEditor } from './field-editor.tsx';
import './inspector.css';
import { History, Links, People, Updates } from './links.tsx';

export interface InspectorProps {
  row: RowKey | undefined;
  /** There is a row to go back to. */
  canGoBack: boolean;
  onBack: () => void;
  onOpen: (key: RowKey) => void;
  onClose: () => void;
}

export function Inspector({ row, canGoBack, onBack, onOpen, onClose }: InspectorProps) {
  const client = useClient();
  const { say } = useWords();
  const kinds = useStore(client.kinds);
  const { detail, error, reload } = useDetail(row);
  const [tab, setTab] = useState('details');
  const kind = detail ? kinds.get(detail.row.kind) : undefined;
  const bar = (
    <div className="i-bar">
      {canGoBack ? <IconButton icon="back" label={say('back')} onPress={onBack} /> : null}
      <span className="i-bar-space" />
      <IconButton icon="close" label={say('inspector-close')} onPress={onClose} />
    </div>
  );
  if (!detail || !kind) {
    return (
      <aside className="i-panel" aria-label={say('inspector')} data-testid="inspector">
        {bar}
        {row === undefined ? (
          <EmptyState title={say('inspector-empty-title')}>{say('inspector-empty-text')}</EmptyState>
        ) : error === undefined ? null : (
          <EmptyState
            icon="info"
            title={say(isGone(error) ? 'inspector-gone-title' : 'inspector-error-title')}
          >
            {error instanceof Error ? error.message : null}
          </EmptyState>
        )}
      </aside>
    );
  }
  const linked = detail.links.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <aside className="i-panel" aria-label={say('inspector')} data-testid="inspector">
      {bar}
      <Header key={detail.row.id} kind={kind} detail={detail} caughtUp={reload} />
      <Tabs
        label={say('inspector-tabs')}
        selected={tab}
        onSelect={setTab}
        items={[
          {
            id: 'details',
            label: say('inspector-details'),
            content: (
              <Details key={detail.row.id} kind={kind} detail={detail} caughtUp={reload} onOpen={onOpen} />
            ),
          },
          {
            id: 'links',
            label: say('inspector-links'),
            count: counted(linked),
            content: <Links detail={detail} onOpen={onOpen} />,
          },
          {
            id: 'people',
            label: say('inspector-people'),
            count: counted(detail.people.length),
            content: <People detail={detail} onOpen={onOpen} />,
          },
          {
            id: 'updates',
            label: say('inspector-updates'),
            count: counted(detail.updates.length),
            content: <Updates detail={detail} onOpen={onOpen} />,
          },
          { id: 'history', label: say('inspector-history'), content: <History detail={detail} /> },
        ]}
      />
    </aside>
  );
}

function counted(count: number): number | undefined {
  return count === 0 ? undefined : count;
}

interface HeaderProps {
  kind: KindInfo;
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
}

/** Reference, kind and owner; the title, which can be edited in place. */
function Header({ kind, detail, caughtUp }: HeaderProps) {
  const { say } = useWords();
  const { row } = detail;
  const choice = cellOf(row, 'kind');
  const owner = cellOf(row, 'owner');
  const facts = [
    row.short === row.title ? '' : row.short,
    choice.empty ? kind.label : choice.text,
    owner.empty ? '' : say('owned-by', { owner: owner.text }),
  ].filter((fact) => fact !== '');
  const field =
    kind.fields.find(({ name }) => name === 'title') ?? kind.fields.find(({ name }) => name === 'name');
  return (
    <header className="i-head">
      <p className="i-facts">
        {facts.map((fact, at) => (
          <span key={fact}>
            {at > 0 ? ' · ' : null}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </p>
      {field ? <Title field={field} detail={detail} caughtUp={caughtUp} /> : <h2>{row.title}</h2>}
    </header>
  );
}

interface TitleProps {
  field: FieldInfo;
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
}

function Title({ field, detail, caughtUp }: TitleProps) {
  const editing = useEditing();
  const editable = useEditable();
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const back = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const labelId = useId();
  const { row } = detail;
  useEffect(() => {
    if (!isOpen && back.current) {
      back.current = false;
      button.current?.focus();
    }
  }, [isOpen]);
  if (isOpen) {
    return (
      <>
        <span id={labelId} className="k-hidden">
          {field.label}
        </span>
        <FieldEditor
          field={field}
          row={row}
          labelId={labelId}
          onKeep={async (value, typed, was) => {
            const { kind, id } = row;
            const written = await editing.keep({ kind, id, field, value, typed, was, token: newToken() });
            await caughtUp(written.op);
          }}
          onDone={(byKey) => {
            back.current = byKey;
            setOpen(false);
          }}
        />
      </>
    );
  }
  return (
    <h2 className="i-title">
      {editable && !field.computed ? (
        <button
          ref={button}
          type="button"
          className="i-edit"
          title={say('edit-title')}
          onClick={() => setOpen(true)}
        >
          <bdi>{row.title}</bdi>
        </button>
      ) : (
        <bdi>{row.title}</bdi>
      )}
    </h2>
  );
}
