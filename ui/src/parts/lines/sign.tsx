/** How a line stands, by a shape: the words are beside it. */
import { Icon, type IconName } from '@/kit/index.ts';

export interface SignProps {
  /** None: somebody is asked. */
  icon?: IconName;
  isDone?: boolean;
}

export function Sign({ icon, isDone = false }: SignProps) {
  return icon === undefined ? (
    <span className="l-sign" data-tone="asked" aria-hidden="true">
      ?
    </span>
  ) : (
    <span className="l-sign" data-tone={isDone ? 'done' : undefined}>
      <Icon name={icon} />
    </span>
  );
}
