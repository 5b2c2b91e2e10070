/** The commands of the window itself. */
import { nextTextSize } from '@/kit/index.ts';
import { CommandError } from '@/lib/api.ts';
import { type Client, isEditable, NOW, offWords } from '@/lib/client.ts';
import type { Command } from '@/lib/commands.ts';
import type { Notices } from '@/lib/notices.ts';
import type { Store } from '@/lib/store.ts';
import type { Say } from '@/lib/words.ts';
import { timeOf } from '@/lib/times.ts';
import type { Navigation } from '@/lib/navigation.ts';
import { closePlan, copyPlan, newPlan, openDevelopments, openPlan, openStarter } from './files.ts';
import { change, type DialogName, type Panes } from './panes.ts';
import { focusScreenSoon, nextRegion } from './regions.ts';
import { screenLabel } from './screen-label.ts';
import type { Screens } from './screens.tsx';
import { setSettings } from '@/lib/settings.ts';

/** What the commands of the window work with. */
export interface Frame {
  client: Client;
  notices: Notices;
  panes: Store<Panes>;
  screens: Screens;
  navigation: Navigation;
}

export function windowCommands({ client, notices, panes, screens, navigation }: Frame): readonly Command[] {
  const say: Say = (key, args) => client.words.get().say(key, args);
  const plan = () => client.plan.get();
  const isOpen = (): boolean => plan().open !== 'nothing';
  const resize = (step: 1 | -1) => (): Promise<void> =>
    setSettings(client, {
      text_size: Math.round(nextTextSize(client.settings.get().text_size / 100, step) * 100),
    });
  const isNow = (): boolean => client.source.get().at === 'now';
  const whyNotOpen = (): string => (isOpen() ? '' : say('off-nothing-open'));
  const mayReview = (): boolean => plan().open === 'plan';
  const whyNoReview = (): string => whyNotOpen() || offWords(client);
  const dialog = (name: DialogName) => (): void => change(panes, { dialog: name });
  return [
    {
      id: 'undo',
      label: () => {
        const { undo } = plan();
        return undo && !client.discreet.get() ? say('undo-of', { step: undo.name }) : say('undo');
      },
      icon: 'undo',
      keys: ['Ctrl+Z'],
      leavesTyping: true,
      when: () => isNow() && plan().undo !== null,
      why: () => offWords(client) || say('off-undo'),
      run: () => undo(client, notices),
    },
    {
      id: 'redo',
      label: () => {
        const { redo } = plan();
        return redo && !client.discreet.get() ? say('redo-of', { step: redo.name }) : say('redo');
      },
      icon: 'redo',
      keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
      leavesTyping: true,
      when: () => isNow() && plan().redo !== null,
      why: () => offWords(client) || say('off-redo'),
      run: async () => {
        if (await client.editors.finish()) {
          await client.write('redo', { discreet: client.discreet.get() });
        }
      },
    },
    {
      id: 'save',
      label: () => say('save'),
      icon: 'save',
      keys: ['Ctrl+S'],
      run: () => save(client, notices, navigation),
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
      // What is one's own already is copied as any other file is.
      label: () => say(plan().open === 'plan' ? 'plan-save-copy' : 'plan-copy'),
      icon: 'copy',
      when: isOpen,
      why: whyNotOpen,
      run: async () => {
        const mine = plan().open === 'plan';
        const name = await copyPlan(client, () =>
          notices.ask({
            title: say('copy-without-title'),
            text: say('copy-without-text'),
            yes: say('copy-without-yes'),
            no: say('cancel'),
          }),
        );
        if (name !== undefined) {
          const text = mine ? say('plan-copy-saved', { name }) : say('plan-copied');
          notices.tell({ tone: 'done', text });
        }
      },
    },
    {
      id: 'plan.starter',
      label: () => say('plan-starter'),
      icon: 'documents',
      when: () => plan().open !== 'starter',
      why: () => say('off-starter'),
      run: () => openStarter(client),
    },
    {
      id: 'plan.developments',
      label: () => say('plan-developments'),
      icon: 'documents',
      run: () => openDevelopments(client),
    },
    {
      id: 'review.files',
      label: () => say('review-files-choose'),
      icon: 'review',
      when: mayReview,
      why: whyNoReview,
      run: async () => {
        const files = await client.call('files_choose', {});
        if (files.length > 0) {
          navigation.show('review', { files: files.map(({ file }) => file) });
          focusScreenSoon('review');
        }
      },
    },
    {
      id: 'review.developments',
      label: () => say('review-developments'),
      icon: 'review',
      when: mayReview,
      why: whyNoReview,
      run: () => {
        navigation.show('review', { shipped: 'developments' });
        focusScreenSoon('review');
      },
    },
    {
      id: 'share',
      label: () => say('share'),
      icon: 'share',
      when: isOpen,
      why: whyNotOpen,
      run: dialog('share'),
    },
    {
      id: 'plan.export',
      label: () => say('export-command'),
      icon: 'download',
      when: isOpen,
      why: whyNotOpen,
      run: dialog('export'),
    },
    {
      id: 'print',
      label: () => say('print'),
      icon: 'documents',
      keys: ['Ctrl+P'],
      when: () => isOpen() && screens.get(panes.get().screen).print !== undefined,
      why: () => whyNotOpen() || say('print-nothing'),
      run: dialog('print'),
    },
    {
      id: 'plan.close',
      label: () => say('plan-close'),
      icon: 'close',
      when: () => isOpen() && plan().open !== 'starter',
      why: () => whyNotOpen() || say('off-starter'),
      run: () => closePlan(client),
    },
    {
      id: 'palette',
      label: () => say('palette'),
      icon: 'search',
      keys: ['Ctrl+K'],
      hidden: true,
      run: dialog('palette'),
    },
    {
      id: 'settings',
      label: () => say('settings'),
      icon: 'settings',
      keys: ['Ctrl+,'],
      run: dialog('settings'),
    },
    {
      id: 'keys',
      label: () => say('keys'),
      icon: 'keyboard',
      keys: ['F1', 'Ctrl+/'],
      run: dialog('keys'),
    },
    { id: 'guide', label: () => say('guide'), icon: 'info', run: dialog('guide') },
    {
      id: 'discreet',
      label: () => say(client.discreet.get() ? 'discreet-leave' : 'discreet'),
      icon: 'eye-off',
      keys: ['F9'],
      run: () => client.discreet.set(!client.discreet.get()),
    },
    {
      id: 'moment.leave',
      label: () => say('moment-leave'),
      icon: 'history',
      when: () => !isNow(),
      run: () => navigation.look(NOW),
    },
    ...screens.all
      .filter(({ isInRail }) => isInRail)
      .map(
        ({ name, icon, kind }, at): Command => ({
          id: `show.${name}`,
          label: () => say('screen-show', { screen: screenLabel(client.kinds.get(), say, name, kind) }),
          icon,
          // There are nine such keys.
          ...(at < 9 ? { keys: [`Ctrl+${at + 1}`] } : {}),
          when: isOpen,
          why: whyNotOpen,
          run: () => {
            navigation.show(name);
            focusScreenSoon(name);
          },
        }),
      ),
    {
      id: 'carry.open',
      label: () => say('carry-command'),
      icon: 'forward',
      when: isOpen,
      why: whyNotOpen,
      run: () => {
        navigation.show('carry');
        focusScreenSoon('carry');
      },
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
  const discreet = client.discreet.get();
  try {
    await client.write('undo', { confirmed: false, discreet });
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
      await client.write('undo', { confirmed: true, discreet: client.discreet.get() });
    }
  }
}

/** Everything is on the disk already; what is asked for is something to come back to. */
async function save(client: Client, notices: Notices, navigation: Navigation): Promise<void> {
  const { say, locale } = client.words.get();
  if (!isEditable(client)) {
    notices.tell({ tone: 'info', text: say('saved-nothing') });
    return;
  }
  if (!(await client.editors.finish())) {
    return;
  }
  await client.call('restore_point_make', { name: '' });
  notices.tell({
    tone: 'done',
    text: say('saved-restore-point', { time: timeOf(new Date().toISOString(), locale) }),
    action: { label: say('restore-points'), run: () => navigation.show('history') },
  });
}
