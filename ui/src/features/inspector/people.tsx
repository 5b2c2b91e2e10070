/** Who holds which role here; or, of whoever holds roles, where. */
import { useState } from 'react';
import type { RoleView, RowDetail, RowKey } from '@/generated/wire.ts';
import { Button, EmptyState } from '@/kit/index.ts';
import { useDiscreet, useEditable, useWords } from '@/lib/client.ts';
import { AssignDialog, RoleList } from '@/parts/roles/index.ts';
import { isPlace } from './parts.ts';

export interface PeopleProps {
  detail: RowDetail;
  onOpen: (key: RowKey) => void;
}

export function People({ detail, onOpen }: PeopleProps) {
  const { say } = useWords();
  const editable = useEditable();
  const discreet = useDiscreet();
  const [assigns, setAssigns] = useState(false);
  const { kind, id } = detail.row;
  const place = isPlace(kind);
  // A role that only a person holds says nothing once the person is not named.
  const roles = detail.roles.filter((role) => !discreet || role.holder !== null);
  const standing = roles.filter(({ ended }) => !ended);
  const ended = roles.filter(({ ended }) => ended);
  const more = detail.role_count - detail.roles.length;
  return (
    <>
      {place && editable ? (
        <div className="i-actions i-actions-top">
          <Button icon="plus" data-testid="assign" data-focus-home onPress={() => setAssigns(true)}>
            {say('people-assign')}
          </Button>
        </div>
      ) : null}
      {roles.length === 0 ? (
        <EmptyState icon="person" title={say(place ? 'people-empty-title' : 'roles-empty-title')}>
          {say(place ? 'people-empty-text' : 'roles-empty-text')}
        </EmptyState>
      ) : null}
      <Lines roles={standing} place={place} editable={editable} onOpen={onOpen} />
      {ended.length > 0 ? (
        <section className="i-section" aria-label={say('people-ended')}>
          <h3>{say('people-ended')}</h3>
          <Lines roles={ended} place={place} editable={editable} onOpen={onOpen} />
        </section>
      ) : null}
      {more > 0 ? <p className="i-section i-hint">{say('links-beyond', { count: more })}</p> : null}
      {assigns ? <AssignDialog place={{ kind, id }} onClose={() => setAssigns(false)} /> : null}
    </>
  );
}

interface LinesProps {
  roles: readonly RoleView[];
  place: boolean;
  editable: boolean;
  onOpen: (key: RowKey) => void;
}

function Lines({ roles, place, editable, onOpen }: LinesProps) {
  return roles.length === 0 ? null : (
    <div className="i-roles" data-roles tabIndex={-1}>
      <RoleList roles={roles} onOpen={onOpen} editable={editable} show={place ? 'holder' : 'place'} />
    </div>
  );
}
