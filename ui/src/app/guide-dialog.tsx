/** The first ten minutes: what can be done here, each with a way to do it at once. */
import type { ReactNode } from 'react';
import { Button, Dialog, Icon, type IconName } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { offOf, useCommandList } from '@/lib/commands.ts';

interface Lesson {
  id: string;
  icon: IconName;
  /** Commands that do it. */
  commands: readonly string[];
}

const LESSONS: readonly Lesson[] = [
  { id: 'copy', icon: 'copy', commands: ['plan.copy'] },
  { id: 'edit', icon: 'edit', commands: ['show.commitments', 'keys'] },
  { id: 'milestones', icon: 'calendar', commands: ['show.milestones'] },
  { id: 'groups', icon: 'groups', commands: ['show.groups'] },
  { id: 'documents', icon: 'documents', commands: ['show.documents', 'plan.export'] },
  { id: 'review', icon: 'review', commands: ['review.files'] },
  { id: 'back', icon: 'history', commands: ['show.history'] },
  { id: 'share', icon: 'share', commands: ['share'] },
  { id: 'developments', icon: 'documents', commands: ['plan.developments', 'review.developments'] },
];

export function GuideDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  return (
    <Dialog title={say('guide-title')} isOpen onClose={onClose} size="medium">
      <p>{say('guide-text')}</p>
      <ol className="a-guide" data-testid="guide">
        {LESSONS.map(({ id, icon, commands }) => (
          <li key={id}>
            <Icon name={icon} />
            <div className="a-guide-words">
              <h3>{say(`guide-${id}-title`)}</h3>
              <p>{say(`guide-${id}-text`)}</p>
            </div>
            <div className="a-guide-actions">
              {commands.map((command) => (
                <Do key={command} command={command} onClose={onClose} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function Do({ command: id, onClose }: { command: string; onClose: () => void }): ReactNode {
  const commands = useCommandList();
  const command = commands.find(id);
  return command ? (
    <Button
      off={offOf(command)}
      data-testid={`guide-${id}`}
      onPress={() => {
        onClose();
        commands.run(id);
      }}
    >
      <bdi>{command.label()}</bdi>
    </Button>
  ) : null;
}
