/** What the marks mean, and what is not on the picture. */
import type { TimelineView } from '@/generated/wire.ts';
import { Button, Icon } from '@/kit/index.ts';
import { Figure, GHOST, markKey, SIGNS } from '@/kit/timeline/index.ts';
import { useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';

export interface LegendProps {
  view: TimelineView | undefined;
  /** The name of the earlier state. */
  comparing: string | undefined;
  /** The mark that is looked at: what should be noticed about it is said in words, not under the pointer alone. */
  looked: string | undefined;
}

export function Legend({ view, comparing, looked }: LegendProps) {
  const { say } = useWords();
  const navigation = useNavigation();
  const note = view?.marks.find((mark) => mark.count === 1 && markKey(mark) === looked)?.note ?? '';
  return (
    <footer className="tl-legend" data-testid="timeline-legend">
      <ul aria-label={say('timeline-legend')}>
        {(comparing === undefined ? SIGNS : [...SIGNS, GHOST]).map(({ name, shape }) => (
          <li key={name}>
            <span
              className={shape.exact ? 'tl-sign k-tl-mark' : 'tl-sign'}
              data-bar={!shape.exact || undefined}
              data-computed={name === 'computed' || undefined}
              data-doubt={name === 'doubt' || undefined}
              data-fate={name === 'ghost' ? 'gone' : undefined}
            >
              <Figure mark={{ sort: name, kind: 'milestone' }} shape={shape} />
            </span>
            {say(`timeline-sign-${name}`, { state: comparing ?? '' })}
          </li>
        ))}
      </ul>
      <span className="tl-facts">
        {note === '' ? null : (
          <span className="tl-noticed" data-testid="timeline-note">
            <Icon name="info" size={14} />
            <bdi>{note}</bdi>
          </span>
        )}
        {comparing !== undefined && view && view.compared !== '' ? (
          <span data-testid="timeline-compared">
            <bdi>{view.compared}</bdi>
          </span>
        ) : null}
        {view && view.undated > 0 ? (
          <Button look="quiet" data-testid="timeline-undated" onPress={() => navigation.show('milestones')}>
            {say('timeline-undated', { count: view.undated })}
          </Button>
        ) : null}
      </span>
    </footer>
  );
}
