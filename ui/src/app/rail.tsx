/** The rail: one entry per screen, with the number of what is there. */
import { Icon, type IconName } from '@/kit/index.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import { useStore } from '@/lib/store.ts';

interface Entry {
  icon: IconName;
  /** The kind of rows behind it: its name is that of the rows. */
  kind: string;
}

/** Screens that there are, in order. */
const ENTRIES: readonly Entry[] = [{ icon: 'commitments', kind: 'commitment' }];

/** From here on numbers are shortened; the foot of the window has them in full. */
const MANY = 10_000;

export function Rail({ folded }: { folded: boolean }) {
  const client = useClient();
  const kinds = useStore(client.kinds);
  const plan = usePlan();
  const { say, locale } = useWords();
  return (
    <nav
      className="a-rail"
      data-region="rail"
      data-folded={folded || undefined}
      aria-label={say('region-rail')}
    >
      <ul>
        {ENTRIES.map(({ icon, kind }) => {
          const label = kinds.get(kind)?.plural ?? '';
          const count = plan.open === 'nothing' ? undefined : plan.counts[kind];
          const notation = (count ?? 0) < MANY ? 'standard' : 'compact';
          const compact = new Intl.NumberFormat(locale, { notation });
          return (
            <li key={kind}>
              <button
                type="button"
                className="a-rail-entry"
                aria-current="page"
                title={folded ? label : undefined}
                data-testid={`rail-${kind}`}
              >
                <Icon name={icon} />
                <span className={folded ? 'k-hidden' : 'a-rail-label'}>{label}</span>
                {count === undefined ? null : (
                  <span className={folded ? 'k-hidden' : 'a-rail-count'}>{compact.format(count)}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
