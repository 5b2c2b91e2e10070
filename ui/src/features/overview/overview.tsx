/** Where we stand, what comes next, what has changed: one page, each line of which leads to its rows. */
import type { MomentView } from '@/generated/wire.ts';
import { Button, EmptyState, Menu, MenuItem, MenuSection } from '@/kit/index.ts';
import { usePlan, useSource, useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useReading } from '@/lib/reading.ts';
import type { ScreenProps } from '@/lib/screen.ts';
import { whenOf } from '@/lib/sources.ts';
import { useStore } from '@/lib/store.ts';
import { Changed } from './changed.tsx';
import { Next } from './next.tsx';
import { Objectives } from './objectives.tsx';
import { FirstQuestions } from './questions.tsx';
import './overview.css';
import { chosenFor, othersOf, type OverviewState, sinceOf, stateKey } from './state.ts';

export function Overview({ state, onOpen }: ScreenProps<OverviewState>) {
  const { say } = useWords();
  const source = useSource();
  const navigation = useNavigation();
  const plan = usePlan();
  const chosen = chosenFor(useStore(state.choices), plan);
  const moments = useReading('moments_list', {}, state);
  const standing = useReading('objectives_standing', { source }, state);
  const others = moments.value && othersOf(moments.value, source);
  const since = others && sinceOf(others, chosen);
  const isEmpty =
    standing.value !== undefined &&
    standing.value.other === 0 &&
    standing.value.objectives.every(({ count }) => count === 0);
  return (
    <section
      className="o-screen"
      aria-label={say('screen-overview')}
      aria-busy={standing.value === undefined && standing.error === undefined}
      data-testid="overview"
    >
      <header className="o-head">
        <h1>{say('overview-title')}</h1>
        {since && others ? (
          <Since moments={others} since={since} onChoose={(moment) => state.choose(plan, stateKey(moment))} />
        ) : null}
      </header>
      {standing.error !== undefined ? (
        <EmptyState icon="warning" title={say('overview-failed')}>
          {standing.error instanceof Error ? standing.error.message : null}
        </EmptyState>
      ) : isEmpty ? (
        <section className="o-card" aria-label={say('overview-objectives')}>
          <EmptyState
            icon="overview"
            title={say('overview-empty-title')}
            actions={
              <Button look="primary" onPress={() => navigation.show('commitments')}>
                {say('overview-empty-go')}
              </Button>
            }
          >
            {say('overview-empty-text')}
          </EmptyState>
        </section>
      ) : (
        <Objectives standing={standing.value} />
      )}
      <div className="o-cards">
        <Next state={state} onOpen={onOpen} />
        <Changed state={state} since={since} onOpen={onOpen} />
        <FirstQuestions state={state} />
      </div>
    </section>
  );
}

interface SinceProps {
  moments: readonly MomentView[];
  since: MomentView;
  onChoose: (moment: MomentView) => void;
}

/** Restore points that are offered: the others are in History. */
const FEW = 8;

function Since({ moments, since, onChoose }: SinceProps) {
  const { say, locale } = useWords();
  const sorts = [
    ['overview-since-named', moments.filter(({ sort }) => ['edition', 'snapshot', 'start'].includes(sort))],
    ['overview-since-origin', moments.filter(({ sort }) => sort === 'parent')],
    ['overview-since-kept', moments.filter(({ sort }) => sort === 'restore_point').slice(0, FEW)],
    ['overview-since-shipped', moments.filter(({ sort }) => sort === 'shipped')],
  ] as const;
  const choose = (key: string): void => {
    const found = moments.find((one) => stateKey(one) === key);
    if (found) {
      onChoose(found);
    }
  };
  return (
    <p className="o-since">
      <span>{say('overview-compared')}</span>
      <Menu
        label={say('overview-since-menu')}
        selectionMode="single"
        selectedKeys={[stateKey(since)]}
        onAction={(key) => choose(String(key))}
        trigger={
          <Button look="quiet" opens data-testid="overview-since">
            <bdi>{since.name}</bdi>
          </Button>
        }
      >
        {sorts
          .filter(([, found]) => found.length > 0)
          .map(([label, found]) => (
            <MenuSection key={label} label={say(label)}>
              {found.map((one) => (
                <MenuItem
                  key={stateKey(one)}
                  id={stateKey(one)}
                  label={one.name}
                  hint={whenOf(one, locale) || undefined}
                />
              ))}
            </MenuSection>
          ))}
      </Menu>
    </p>
  );
}
