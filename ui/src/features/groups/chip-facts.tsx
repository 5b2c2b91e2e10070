/** What is to be known of the chip that one is on: its state, its years, who says so and as of when, in words. */
import type { RoleView } from '@/generated/wire.ts';
import { useWords } from '@/lib/client.ts';

export interface ChipFactsProps {
  /** All that states the role; empty: no chip. */
  roles: readonly RoleView[];
  editable: boolean;
}

export function ChipFacts({ roles, editable }: ChipFactsProps) {
  const { say } = useWords();
  const [role] = roles;
  return (
    <div id="g-chip-facts" className="g-chip-facts" data-testid="chip-facts">
      {role ? (
        <>
          <p>
            <bdi>{role.words}</bdi> · <bdi>{role.holder?.short || role.holder?.title || role.person}</bdi> ·{' '}
            <bdi>{role.place.title}</bdi>
          </p>
          {roles.map((one) => (
            <p key={one.id} className="k-quiet">
              {factsOf(one, say).map((fact, at) => (
                <span key={fact}>
                  {at > 0 ? ' · ' : null}
                  <bdi>{fact}</bdi>
                </span>
              ))}
            </p>
          ))}
        </>
      ) : editable ? (
        <p className="k-quiet">{say('groups-carry-hint')}</p>
      ) : null}
    </div>
  );
}

type Say = ReturnType<typeof useWords>['say'];

function factsOf(role: RoleView, say: Say): readonly string[] {
  return [
    role.state_label === '' ? say('roles-state-unknown') : role.state_label,
    role.when === '' ? say('groups-term-unknown') : role.when,
    role.stated_as === '' ? '' : say('roles-stated-as', { words: role.stated_as }),
    role.provenance === '' ? role.basis : role.provenance,
    role.as_of === '' ? '' : say('roles-as-of', { date: role.as_of }),
  ].filter((fact) => fact !== '');
}
