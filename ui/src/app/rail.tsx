/** The rail: one entry per screen, with the number of what is there. */
import { useMemo } from 'react';
import { Icon } from '@/kit/index.ts';
import { useClient, useDiscreet, usePlan, useSource, useWords } from '@/lib/client.ts';
import { useReading } from '@/lib/reading.ts';
import { useNavigation } from '@/lib/navigation.ts';
import type { ScreenName } from '@/lib/screen.ts';
import { useStore } from '@/lib/store.ts';
import { useCounts } from './counts.ts';
import { useOpenFiles } from './reviews.ts';
import { screenLabel } from './screen-label.ts';
import type { Screens } from './screens.tsx';

/** From here on numbers are shortened; the foot of the window has them in full. */
const MANY = 10_000;

/** The first of the screens that look back and look up, behind those that plan. */
const SECOND: ScreenName = 'review';

export interface RailProps {
  folded: boolean;
  screens: Screens;
  current: ScreenName;
}

export function Rail({ folded, screens, current }: RailProps) {
  const client = useClient();
  const kinds = useStore(client.kinds);
  const navigation = useNavigation();
  const counted = useMemo(() => screens.all.flatMap(({ kind }) => kind ?? []), [screens]);
  const counts = useCounts(counted);
  const files = useOpenFiles();
  const open = useOpenQuestions();
  const { say, locale } = useWords();
  return (
    <nav
      className="a-rail"
      data-region="rail"
      tabIndex={-1}
      data-folded={folded || undefined}
      aria-label={say('region-rail')}
    >
      <ul>
        {screens.all
          .filter(({ isInRail }) => isInRail)
          .map(({ name, icon, kind }) => {
            const label = screenLabel(kinds, say, name, kind);
            const count = name === 'questions' ? open : kind === undefined ? undefined : counts[kind];
            const notation = (count ?? 0) < MANY ? 'standard' : 'compact';
            const compact = new Intl.NumberFormat(locale, { notation });
            return (
              <li key={name} className={name === SECOND ? 'a-rail-second' : undefined}>
                <button
                  type="button"
                  className="a-rail-entry"
                  aria-current={name === current ? 'page' : undefined}
                  aria-label={folded ? label : undefined}
                  title={folded ? label : undefined}
                  data-testid={`rail-${name}`}
                  onClick={() => navigation.show(name)}
                >
                  <Icon name={icon} />
                  <span className={folded ? 'k-hidden' : 'a-rail-label'}>{label}</span>
                  {name === 'review' && files > 0 ? (
                    <span
                      className={folded ? 'k-hidden' : 'a-rail-count a-rail-waits'}
                      data-testid="rail-files"
                    >
                      {say('rail-files', { count: files })}
                    </span>
                  ) : null}
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

/** How many questions there are; before an audience nobody is told. */
function useOpenQuestions(): number | undefined {
  const discreet = useDiscreet();
  const source = useSource();
  const plan = usePlan();
  const isAsked = !discreet && plan.open !== 'nothing';
  const { value } = useReading('questions_list', isAsked ? { source, from: 0, to: 1 } : undefined, {
    atLeisure: true,
  });
  return isAsked ? value?.open : undefined;
}
