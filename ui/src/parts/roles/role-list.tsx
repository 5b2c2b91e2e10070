/** Roles in a list, each holder and role once, with every source that states it. */
import type { RoleView } from '@/generated/wire.ts';
import { RoleLine, type RoleLineProps } from './role-line.tsx';
import { together } from './stated.ts';

export interface RoleListProps extends Pick<RoleLineProps, 'onOpen' | 'editable' | 'show'> {
  roles: readonly RoleView[];
}

export function RoleList({ roles, ...line }: RoleListProps) {
  return (
    <ul className="r-list">
      {together(roles).flatMap((stated) =>
        stated.all.map((role, at) => (
          <li key={role.id}>
            <RoleLine {...line} role={role} stated={stated} again={at > 0} />
          </li>
        )),
      )}
    </ul>
  );
}
