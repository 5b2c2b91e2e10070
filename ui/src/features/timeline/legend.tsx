/** What the marks mean, and what is not on the picture. */
import type { TimelineView } from '@/generated/wire.ts';
import { Button } from '@/kit/index.ts';
import { Figure, type Shape } from '@/kit/timeline/index.ts';
import { useWords } from '@/lib/client.ts';
import { useNavigation } from '@/lib/navigation.ts';

const DAY: Shape = {
  left: 0,
  right: 16,
  exact: true,
  sureFrom: 8,
  sureTo: 8,
  openStart: false,
  openEnd: false,
};
const SPAN: Shape = { ...DAY, right: 36, exact: false, sureFrom: 0, sureTo: 36 };
const VAGUE: Shape = { ...SPAN, sureFrom: 18, sureTo: 18 };
const OPEN: Shape = { ...SPAN, sureTo: 12, openEnd: true };

const KINDS = ['event', 'deadline', 'deliverable', 'decision'] as const;
const BARS = [
  ['span', SPAN],
  ['vague', VAGUE],
  ['open', OPEN],
] as const;

export interface LegendProps {
  view: TimelineView | undefined;
  /** The name of the earlier state. */
  comparing: string | undefined;
}

export function Legend({ view, comparing }: LegendProps) {
  const { say } = useWords();
  const navigation = useNavigation();
  return (
    <footer className="tl-legend" data-testid="timeline-legend">
      <ul aria-label={say('timeline-legend')}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className="tl-sign">
              <Figure mark={{ sort: kind, kind: 'milestone' }} shape={DAY} />
            </span>
            {say(`timeline-sign-${kind}`)}
          </li>
        ))}
        {BARS.map(([name, shape]) => (
          <li key={name}>
            <span className="tl-sign" data-bar>
              <Figure mark={{ sort: '', kind: 'milestone' }} shape={shape} />
            </span>
            {say(`timeline-sign-${name}`)}
          </li>
        ))}
        <li>
          <span className="tl-sign k-tl-mark" data-computed>
            <Figure mark={{ sort: '', kind: 'milestone' }} shape={DAY} />
          </span>
          {say('timeline-sign-computed')}
        </li>
        <li>
          <span className="tl-sign k-tl-mark" data-doubt>
            <Figure mark={{ sort: '', kind: 'milestone' }} shape={DAY} />
          </span>
          {say('timeline-sign-doubt')}
        </li>
        {comparing === undefined ? null : (
          <li>
            <span className="tl-sign k-tl-mark" data-fate="gone">
              <Figure mark={{ sort: '', kind: 'milestone' }} shape={DAY} />
            </span>
            {say('timeline-sign-ghost', { state: comparing })}
          </li>
        )}
      </ul>
      <span className="tl-facts">
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
