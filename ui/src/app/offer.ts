/** The commands of the window itself. */
import { nextTextSize } from '@/kit/index.ts';
import { CommandError } from '@/lib/api.ts';
import type { Client } from '@/lib/client.ts';
import type { Command } from '@/lib/commands.ts';
import type { Notices } from '@/lib/notices.ts';
import type { Store } from '@/lib/store.ts';
import { timeOf } from '@/lib/times.ts';
import { closePlan, copyPlan, newPlan, openPlan, openStarter } from './files.ts';
import { change, type Panes } from './panes.ts';
import { nextRegion } from './regions.ts';
import { setSettings } from '@/lib/settings.ts';

export function windowCommands(client: Client, notices: Notices, panes: Store<Panes>): readonly Command[] {
  const say = (key: string, args?: Record<string, string>): string => client.words.get().say(key, args);
  const plan = () => client.plan.get();
  const isOpen = (): boolean => plan().open !== 'nothing';
  const resize = (step: 1 | -1) => (): Promise<void> =>
    setSettings(client, {
      text_size: Math.round(nextTextSize(client.settings.get().text_size / 100, step) * 100),
    });
  return [
    {
      id: 'undo',
      label: () => {
        const { undo } = plan();
        return undo ? say('undo-of', { step: undo.name }) : say('undo');
      },
      icon: 'undo',
      keys: ['Ctrl+Z'],
      leavesTyping: true,
      when: () => plan().undo !== null,
      run: () => undo(client, notices),
    },
    {
      id: 'redo',
      label: () => {
        const { redo } = plan();
        return redo ? say('redo-of', { step: redo.name }) : say('redo');
      },
      icon: 'redo',
      keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
      leavesTyping: true,
      when: () => plan().redo !== null,
      run: async () => {
        if (await client.editors.finish()) {
          await client.write('redo', {});
        }
      },
    },
    {
      id: 'save',
      label: () => say('save'),
      icon: 'save',
      keys: ['Ctrl+S'],
      run: () => notices.tell({ tone: 'done', text: savedWords(client) }),
    },
    {
      id: 'plan.open',
      label: () => say('plan-open'),
      icon: 'open',
      keys: ['Ctrl+O'],
      run: () => openPlan(client),
    },
    { id: 'plan.new', label: () => say('plan-new'), icon: 'new-file', run: () => newPlan(client, false) },
    {
      id: 'plan.empty',
      label: () => say('plan-new-empty'),
      icon: 'new-file',
      run: () => newPlan(client, true),
    },
    {
      id: 'plan.copy',
      label: () => say('plan-copy'),
      icon: 'copy',
      when: isOpen,
      run: async () => {
        if (await copyPlan(client)) {
          notices.tell({ tone: 'done', text: say('plan-copied') });
        }
      },
    },
    {
      id: 'plan.starter',
      label: () => say('plan-starter'),
      icon: 'documents',
      when: () => plan().open !== 'starter',
      run: () => openStarter(client),
    },
    {
      id: 'share',
      label: () => say('share'),
      icon: 'share',
      when: isOpen,
      run: () => change(panes, { dialog: 'share' }),
    },
    {
      id: 'plan.close',
      label: () => say('plan-close'),
      icon: 'close',
      when: () => isOpen() && plan().open !== 'starter',
      run: () => closePlan(client),
    },
    {
      id: 'palette',
      label: () => say('palette'),
      icon: 'search',
      keys: ['Ctrl+K'],
      hidden: true,
      run: () => change(panes, { dialog: 'palette' }),
    },
    {
      id: 'settings',
      label: () => say('settings'),
      icon: 'settings',
      keys: ['Ctrl+,'],
      run: () => change(panes, { dialog: 'settings' }),
    },
    {
      id: 'text.larger',
      label: () => say('text-larger'),
      icon: 'plus',
      keys: ['Ctrl++', 'Ctrl+='],
      inDialogs: true,
      run: resize(1),
    },
    {
      id: 'text.smaller',
      label: () => say('text-smaller'),
      icon: 'minus',
      keys: ['Ctrl+-'],
      inDialogs: true,
      run: resize(-1),
    },
    {
      id: 'text.normal',
      label: () => say('text-normal'),
      keys: ['Ctrl+0'],
      inDialogs: true,
      run: () => setSettings(client, { text_size: 100 }),
    },
    {
      id: 'region.next',
      label: () => say('region-next'),
      icon: 'forward',
      keys: ['F6'],
      hidden: true,
      run: () => nextRegion(1),
    },
    {
      id: 'region.previous',
      label: () => say('region-previous'),
      icon: 'back',
      keys: ['Shift+F6'],
      hidden: true,
      run: () => nextRegion(-1),
    },
  ];
}

async function undo(client: Client, notices: Notices): Promise<void> {
  // What is being kept is the newest step, not the one before it.
  if (!(await client.editors.finish())) {
    return;
  }
  try {
    await client.write('undo', { confirmed: false });
  } catch (error) {
    // A step of an earlier sitting is taken back only after a question.
    if (!(error instanceof CommandError) || error.code !== 'undo-other-sitting') {
      throw error;
    }
    const { say } = client.words.get();
    const yes = await notices.ask({
      title: say('undo-other-title'),
      text: error.message,
      yes: say('undo'),
      no: say('cancel'),
    });
    if (yes) {
      await client.write('undo', { confirmed: true });
    }
  }
}

function savedWords(client: Client): string {
  const { say, locale } = client.words.get();
  const { open, saved_at } = client.plan.get();
  if (open !== 'plan') {
    return say('saved-nothing');
  }
  return saved_at === '' ? say('saved-all') : say('saved-all-at', { time: timeOf(saved_at, locale) });
}
