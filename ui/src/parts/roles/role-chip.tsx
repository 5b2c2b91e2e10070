/** A role as a chip: filled where it is announced, framed where it is confirmed, struck through where it has ended. */
import type { RoleView } from '@/generated/wire.ts';
import './roles.css';

export function RoleChip({ role, words = role.words }: { role: RoleView; words?: string }) {
  return (
    <span className="r-chip" data-state={role.ended ? 'ended' : role.state || undefined}>
      <bdi>{words}</bdi>
    </span>
  );
}
