/** The selected row in full: the same wherever the row is met. */
import { Fragment, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { FieldInfo, KindInfo, RowDetail, RowKey, RowView } from '@/generated/wire.ts';
import { EmptyState, IconButton, Tabs } from '@/kit/index.ts';
import {
  useClient,
  useCompared,
  useDiscreet,
  useEditable,
  usePlan,
  useSource,
  useWords,
} from '@/lib/client.ts';
import { newToken, useEditing } from '@/lib/editing.ts';
import { cellOf, textOf } from '@/lib/fields.ts';
import { useStore } from '@/lib/store.ts';
import { useQuickStatement } from './quick.ts';
import { useWished } from './wished.ts';
import { Details, type Kept } from './details.tsx';
import { isGone, useDetail } from './detail.ts';
import { FieldEditor } from './field-editor.tsx';
import { Was } from './field-line.tsx';
import { History } from './history.tsx';
import { Indicators, Measurements } from './indicators.tsx';
import './inspector.css';
import { takeFree, useKeepFocus } from './keep-focus.ts';
import { Links, useLinkGroups } from './links.tsx';
import { type PartName, partsOf } from './parts.ts';
import { Notes } from './notes.tsx';
import { People } from './people.tsx';
import { Told } from './told.tsx';
import { Updates } from './updates.tsx';
import { becameReading, WhereFrom } from './where-from.tsx';

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
  const { detail, error, isConcealed, reload } = useDetail(row);
  const [tab, setTab] = useState('details');
  const [kept, setKept] = useState<Kept>();
  const discreet = useDiscreet();
  const panel = useRef<HTMLElement>(null);
  useWished(detail, panel, setTab);
  useQuickStatement(row, detail, panel, setTab);
  useKeepFocus(panel, isConcealed);
  const onKept = (field: string, before: RowView): void => setKept({ field, before });
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
      <aside
        ref={panel}
        tabIndex={-1}
        className="k-view i-panel"
        aria-label={say('inspector')}
        data-testid="inspector"
      >
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
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className="k-view i-panel"
      aria-label={say('inspector')}
      data-testid="inspector"
    >
      {bar}
      {discreet && kind.private ? (
        <EmptyState icon="eye-off" title={say('inspector-discreet-title')}>
          {say('inspector-discreet-text')}
        </EmptyState>
      ) : (
        <>
          <Header
            key={detail.row.id}
            kind={kind}
            detail={detail}
            caughtUp={reload}
            kept={kept}
            onKept={onKept}
          />
          <Parts
            kind={kind}
            detail={detail}
            caughtUp={reload}
            kept={kept}
            onKept={onKept}
            onOpen={onOpen}
            tab={tab}
            onTab={setTab}
          />
        </>
      )}
    </aside>
  );
}

interface PartsProps extends HeaderProps {
  onOpen: (key: RowKey) => void;
  tab: string;
  onTab: (tab: string) => void;
}

/** The tabs of a row: those that its kind can fill. */
function Parts({ kind, detail, caughtUp, kept, onKept, onOpen, tab, onTab }: PartsProps) {
  const { say } = useWords();
  const { open } = usePlan();
  const source = useSource();
  const discreet = useDiscreet();
  const links = useLinkGroups(detail).reduce((sum, group) => sum + group.count, 0);
  // A snapshot has no steps, an earlier moment does not tell its own; and steps name persons.
  const hasHistory = (open === 'plan' || open === 'plan_read_only') && source.at === 'now' && !discreet;
  const names = partsOf(kind.kind, hasHistory, discreet);
  const shared = { detail, caughtUp, onOpen };
  const counts: Partial<Record<PartName, number>> = {
    links,
    people: detail.role_count,
    roles: detail.role_count,
    updates: detail.updates.length,
    indicators: detail.indicators.length,
    measurements: detail.indicators[0]?.measurements.length ?? 0,
    told: detail.statements.length,
    notes: detail.notes.length,
  };
  const content = (name: PartName): ReactNode => {
    switch (name) {
      case 'details':
        return <Details {...shared} kind={kind} hasHistory={hasHistory} kept={kept} onKept={onKept} />;
      case 'links':
        return <Links {...shared} />;
      case 'people':
      case 'roles':
        return <People {...shared} />;
      case 'updates':
        return <Updates {...shared} />;
      case 'indicators':
        return <Indicators {...shared} />;
      case 'measurements':
        return detail.indicators[0] ? (
          <div className="i-section">
            <Measurements {...shared} indicator={detail.indicators[0]} />
          </div>
        ) : null;
      case 'told':
        return <Told {...shared} />;
      case 'notes':
        return <Notes {...shared} />;
      case 'history':
        return <History detail={detail} />;
    }
  };
  return (
    <Tabs
      label={say('inspector-tabs')}
      selected={names.some((name) => name === tab) ? tab : 'details'}
      onSelect={onTab}
      items={names.map((name) => ({
        id: name,
        label: say(`inspector-${name}`),
        count: counted(counts[name]),
        content: <Fragment key={`${detail.row.kind} ${detail.row.id}`}>{content(name)}</Fragment>,
      }))}
    />
  );
}

function counted(count: number | undefined): number | undefined {
  return count === 0 ? undefined : count;
}

interface HeaderProps {
  kind: KindInfo;
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  kept: Kept | undefined;
  onKept: (field: string, before: RowView) => void;
}

/** Reference, kind and owner; the title, which can be edited in place. */
function Header({ kind, detail, caughtUp, kept, onKept }: HeaderProps) {
  const editable = useEditable();
  const { say } = useWords();
  const discreet = useDiscreet();
  const { row } = detail;
  const compared = useCompared();
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
      {field ? (
        <Title field={field} detail={detail} caughtUp={caughtUp} onKept={onKept} />
      ) : (
        <h2 className="i-title">
          <bdi>{discreet && row.kind === 'assignment' ? withoutPerson(row) : row.title}</bdi>
        </h2>
      )}
      <Was words={field && row.mark?.was[field.name]} />
      {row.mark?.what === 'added' ? (
        <p className="i-was" data-testid="new-since">
          <bdi>{say('inspector-new-since', { state: compared?.name ?? '' })}</bdi>
        </p>
      ) : null}
      {editable && kept && kept.field === field?.name && becameReading(kept.before, row) ? (
        <WhereFrom row={row} fields={kind.fields} caughtUp={caughtUp} became />
      ) : null}
    </header>
  );
}

/** The name of an assignment without who holds it for an organization. */
function withoutPerson(row: RowView): string {
  const parts = ['role', 'organization', 'group', 'commitment', 'milestone', 'action_line'];
  return parts
    .map((name) => textOf(row, name))
    .filter((text) => text !== '')
    .join(' · ');
}

interface TitleProps {
  field: FieldInfo;
  detail: RowDetail;
  caughtUp: (op: number | null) => Promise<void>;
  onKept: (field: string, before: RowView) => void;
}

function Title({ field, detail, caughtUp, onKept }: TitleProps) {
  const editing = useEditing();
  const editable = useEditable();
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const back = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const labelId = useId();
  const { row } = detail;
  useLayoutEffect(() => {
    if (!isOpen && back.current) {
      back.current = false;
      takeFree(button.current);
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
            onKept(field.name, row);
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
