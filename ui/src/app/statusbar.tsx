/** The foot of the window: counts, language, and that nothing leaves this machine. */
import { Button, Menu, MenuItem } from '@/kit/index.ts';
import type { Choice } from '@/generated/wire.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { setSettings } from '@/lib/settings.ts';
import { useCounts } from './counts.ts';

const COUNTED = ['commitment', 'milestone'] as const;

export function StatusBar({ languages }: { languages: readonly Choice[] }) {
  const client = useClient();
  const plan = usePlan();
  const notices = useNotices();
  const { say, language } = useWords();
  const { commitment: commitments, milestone: milestones } = useCounts(COUNTED);
  const here = languages.find(({ code }) => code === language);
  return (
    <footer className="a-foot" data-region="foot" tabIndex={-1} aria-label={say('region-foot')}>
      {plan.open === 'nothing' ? null : (
        <span className="a-counts" data-testid="counts">
          {commitments === undefined ? null : <span>{say('count-commitments', { count: commitments })}</span>}
          {milestones === undefined ? null : <span>{say('count-milestones', { count: milestones })}</span>}
        </span>
      )}
      <span className="a-foot-space" />
      <Menu
        label={say('language')}
        placement="top end"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[language]}
        onAction={(code) => {
          setSettings(client, { language: String(code) }).catch(notices.report);
        }}
        trigger={
          <Button
            look="quiet"
            data-testid="language"
            aria-label={say('language-is', { language: here?.label ?? language })}
          >
            <bdi>{here?.label ?? language}</bdi>
          </Button>
        }
      >
        {languages.map(({ code, label }) => (
          <MenuItem key={code} id={code} label={label} />
        ))}
      </Menu>
      <span data-testid="offline">{say('offline')}</span>
    </footer>
  );
}
