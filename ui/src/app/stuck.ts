/** Where nothing can be written to the file any more, or for now: what was refused is said where it was typed, the way on here. */
import { useEffect } from 'react';
import type { ConflictCopy } from '@/generated/wire.ts';
import { type Client, useClient } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import type { Navigation } from '@/lib/navigation.ts';
import { type Notice, type Notices, STUCK, useNotices } from '@/lib/notices.ts';
import { reviewReplaced } from './files.ts';
import { focusScreenSoon } from './regions.ts';

export function useStuck(navigation: Navigation): void {
  const client = useClient();
  const commands = useCommandList();
  const notices = useNotices();
  useEffect(() => {
    const wayOn = async (code: string): Promise<void> => {
      const copies = code === 'moved' ? await client.call('conflict_copies', {}) : [];
      const other = copies.find(({ sort }) => sort === 'replaced');
      if (other) {
        tellReplaced(client, notices, navigation, other);
        return;
      }
      const copy = commands.find('plan.copy');
      notices.tell({
        tone: 'attention',
        step: STUCK,
        text: client.words.get().say('stuck'),
        ...(copy ? { action: { label: copy.label(), run: () => commands.run(copy.id) } } : {}),
      });
    };
    return client.stuck.listen((code) => {
      wayOn(code).catch(notices.report);
    });
  }, [client, commands, notices, navigation]);
}

/** Says that another file lies in the place of the plan, and offers to review what is open into it. */
export function tellReplaced(
  client: Client,
  notices: Notices,
  navigation: Navigation,
  { sentence }: ConflictCopy,
): void {
  const { say } = client.words.get();
  const notice: Notice = {
    tone: 'attention',
    step: STUCK,
    text: say('replaced', { what: sentence }),
    action: {
      label: say('replaced-review'),
      run: () => {
        review(client, notices, navigation).catch(notices.report);
      },
    },
  };
  notices.tell(notice);
}

async function review(client: Client, notices: Notices, navigation: Navigation): Promise<void> {
  const { say } = client.words.get();
  const started = await reviewReplaced(client, () =>
    notices.ask({
      title: say('replaced-without-title'),
      text: say('replaced-without-text'),
      yes: say('replaced-without-yes'),
      no: say('cancel'),
    }),
  );
  if (!started) {
    return;
  }
  const mine = started.review?.files[0]?.file;
  navigation.show('review', { started });
  focusScreenSoon('review');
  if (mine !== undefined) {
    notices.tell({ tone: 'done', text: say('replaced-done', { name: mine }) });
  }
}
