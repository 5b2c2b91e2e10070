/** The menu behind the plan's name. */
import { Button, Menu, MenuItem, MenuSection, MenuSeparator } from '@/kit/index.ts';
import { useClient, usePlan, useWords } from '@/lib/client.ts';
import { type Command, offOf, useCommandList } from '@/lib/commands.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { openFile } from './files.ts';
import { commandKeys } from '@/lib/key-words.ts';

const FIRST = ['plan.new', 'plan.empty', 'plan.open'];
const SECOND = [
  'plan.copy',
  'share',
  'plan.export',
  'print',
  'review.files',
  'show.history',
  'plan.starter',
  'plan.developments',
  'plan.close',
];
const THIRD = ['guide', 'keys', 'discreet', 'settings'];

export function PlanMenu() {
  const client = useClient();
  const plan = usePlan();
  const { say } = useWords();
  const commands = useCommandList();
  const notices = useNotices();
  const recent = useStore(client.recent);
  useStore(commands.all);
  const items = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const command = commands.find(id);
      return command ? [entry(command)] : [];
    });
  const entry = (command: Command) => (
    <MenuItem
      key={command.id}
      id={command.id}
      label={command.label()}
      icon={command.icon}
      shortcut={commandKeys(command, say)}
      off={offOf(command)}
      onAction={() => commands.run(command.id)}
    />
  );
  const title = plan.title === '' ? say('app-name') : plan.title;
  return (
    <Menu
      label={say('plan-menu')}
      trigger={
        <Button look="quiet" opens data-testid="plan-menu" aria-label={say('plan-menu-of', { title })}>
          {/* Cut at its own end, whichever side that is on. */}
          <span className="a-plan-title" dir="auto">
            {title}
          </span>
        </Button>
      }
    >
      {items(FIRST)}
      {recent.length > 0 ? (
        <MenuSection label={say('plan-recent')}>
          {recent.map((file) => (
            <MenuItem
              key={file.file}
              id={`recent ${file.file}`}
              label={file.name}
              hint={file.exists ? file.folder : say('plan-missing', { folder: file.folder })}
              isDisabled={!file.exists}
              onAction={() => {
                openFile(client, file.file).catch(notices.report);
              }}
            />
          ))}
        </MenuSection>
      ) : null}
      <MenuSeparator />
      {items(SECOND)}
      <MenuSeparator />
      {items(THIRD)}
    </Menu>
  );
}
