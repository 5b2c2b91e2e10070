/** One role in a list: what it is, who holds it, since when, who says so; and what can be done with it. */
import { useRef, useState } from 'react';
import type { RoleView, RowBrief, RowKey } from '@/generated/wire.ts';
import { IconButton, Menu, MenuItem } from '@/kit/index.ts';
import { useClient, useDiscreet, useOff, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useKeysBack } from '@/parts/forms/index.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { RoleChip } from './role-chip.tsx';
import type { Stated } from './stated.ts';
import './roles.css';

export interface RoleLineProps {
  role: RoleView;
  onOpen: (key: RowKey) => void;
  editable: boolean;
  /** `holder`: in the list of a place, who holds it. `place`: in the list of a holder, where. */
  show?: 'holder' | 'place';
  /** The line above says the same role of the same holder: only where else it is stated is shown. */
  again?: boolean;
  /** The role with all that states it, this line among them. */
  stated: Stated;
}

type Asked = 'edit' | 'end';

export function RoleLine({ role, onOpen, editable, show = 'holder', again = false, stated }: RoleLineProps) {
  const client = useClient();
  const notices = useNotices();
  const discreet = useDiscreet();
  const { say } = useWords();
  const why = useOff();
  const off = editable ? '' : why;
  const line = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const person = discreet ? '' : role.person;
  const named = show === 'holder' ? role.holder : role.place;
  const remove = async (): Promise<void> => {
    const next = neighbour(line.current);
    await client.write('assignment_delete', { id: role.id });
    next?.focus();
  };
  // The menu that asked for the dialog is gone; its button is where it was.
  useKeysBack(asked !== undefined, () =>
    line.current?.querySelector<HTMLElement>('[data-role-menu]')?.focus(),
  );
  const close = (): void => setAsked(undefined);
  const facts = [
    role.state === '' && !role.ended ? say('roles-state-unknown') : '',
    role.stated_as === '' ? '' : say('roles-stated-as', { words: role.stated_as }),
    role.when,
    role.provenance === '' ? role.basis : role.provenance,
    role.as_of === '' ? '' : say('roles-as-of', { date: role.as_of }),
  ].filter((fact) => fact !== '');
  return (
    <div
      ref={line}
      className="r-line"
      data-ended={role.ended || undefined}
      data-again={again || undefined}
      data-role={role.id}
    >
      <div className={again ? 'k-hidden' : 'r-main'}>
        <RoleChip role={role} sources={again ? 1 : stated.sources} />
        <span className="r-names">
          {named ? <Name row={named} onOpen={again ? undefined : onOpen} /> : null}
          {person === '' ? null : (
            <button
              type="button"
              className="r-name"
              disabled={role.person_id === null || again}
              onClick={() => {
                if (role.person_id !== null) {
                  onOpen({ kind: 'person', id: role.person_id });
                }
              }}
            >
              <bdi>{person}</bdi>
            </button>
          )}
          {named === null && person === '' ? <span className="k-quiet">{say('roles-nobody')}</span> : null}
        </span>
      </div>
      {facts.length === 0 ? null : (
        <p className="r-facts">
          {facts.map((fact, at) => (
            <span key={fact}>
              {at > 0 ? ' · ' : null}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      )}
      <div className="r-tools">
        <Menu
          placement="bottom end"
          trigger={
            <IconButton
              icon="more"
              label={say('roles-menu', { role: nameOf(role, person) })}
              data-role-menu
            />
          }
        >
          <MenuItem
            id="edit"
            icon="edit"
            label={say('roles-edit')}
            off={off}
            onAction={() => setAsked('edit')}
          />
          <MenuItem
            id="end"
            icon="calendar"
            label={say('roles-end')}
            isDisabled={role.ended}
            off={off}
            onAction={() => setAsked('end')}
          />
          <MenuItem
            id="open"
            icon="panel"
            label={say('roles-open')}
            onAction={() => onOpen({ kind: 'assignment', id: role.id })}
          />
          <MenuItem
            id="delete"
            icon="delete"
            danger
            label={say(stated.all.length > 1 ? 'roles-delete-one' : 'roles-delete')}
            off={off}
            onAction={() => void remove().catch(notices.report)}
          />
        </Menu>
      </div>
      {asked === 'edit' ? <AssignDialog place={role.place} assignment={role} onClose={close} /> : null}
      {asked === 'end' ? <EndDialog role={role} all={stated.all} onClose={close} /> : null}
    </div>
  );
}

function Name({ row, onOpen }: { row: RowBrief; onOpen: ((key: RowKey) => void) | undefined }) {
  const { short, title, kind, id } = row;
  const words =
    short === '' || short === title ? (
      <bdi>{title}</bdi>
    ) : (
      <>
        <bdi className="r-short">{short}</bdi> <bdi className="r-title">{title}</bdi>
      </>
    );
  return onOpen ? (
    <button type="button" className="r-name" onClick={() => onOpen({ kind, id })}>
      {words}
    </button>
  ) : (
    words
  );
}

/** How the line is spoken of: "ITU, co-lead, announced". */
function nameOf({ holder, words }: RoleView, person: string): string {
  return [holder?.short || holder?.title || person, words].filter((part) => part !== '').join(', ');
}

/** Where the focus goes when a line is taken away: to the next one, the one before, or what holds them. */
function neighbour(line: HTMLElement | null): HTMLElement | undefined {
  const lines = [...(line?.closest('[data-roles]')?.querySelectorAll<HTMLElement>('.r-line') ?? [])];
  const at = line ? lines.indexOf(line) : -1;
  const next = lines[at + 1] ?? lines[at - 1];
  return (
    next?.querySelector<HTMLElement>('[data-role-menu]') ??
    line?.closest<HTMLElement>('[data-roles]') ??
    undefined
  );
}
