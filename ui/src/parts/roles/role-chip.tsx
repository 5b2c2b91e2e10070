/**
 * A role as a chip: filled where it is announced, framed where it is confirmed, with dots and a question mark where nothing is
 * stated of its state, dashed where it has ended.
 */
import type { RoleView } from '@/generated/wire.ts';
import { Icon } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import './roles.css';

export interface RoleChipProps {
  role: RoleView;
  words?: string;
  /** How many documents state it. */
  sources?: number;
}

export function RoleChip({ role, words = role.words, sources = 1 }: RoleChipProps) {
  const { say } = useWords();
  const unknown = !role.ended && role.state === '';
  // That it is over is said by its state, or by its end alone: then the words do not have it.
  const over = role.ended && role.state !== 'ended';
  return (
    <>
      <span className="r-chip" data-state={role.ended ? 'ended' : role.state || 'unknown'}>
        <bdi>{over ? say('roles-over', { role: words }) : words}</bdi>
        {unknown ? (
          <>
            <Icon name="questions" size={12} />
            <span className="k-hidden">
              {', '}
              {say('roles-state-unknown')}
            </span>
          </>
        ) : null}
      </span>
      {sources > 1 ? <span className="r-sources"> {say('roles-sources', { count: sources })}</span> : null}
    </>
  );
}
