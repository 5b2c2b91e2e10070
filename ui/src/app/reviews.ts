/** What the frame knows of reviews: how many files wait in one, and which files are offered for one. */
import { useEffect, useState } from 'react';
import type { ConflictCopy } from '@/generated/wire.ts';
import { type Client, useClient, usePlan } from '@/lib/client.ts';
import type { Navigation } from '@/lib/navigation.ts';
import { type Notices, useNotices } from '@/lib/notices.ts';
import { atLeisure } from '@/lib/leisure.ts';
import { openFile } from './files.ts';
import { tellReplaced } from './stuck.ts';

/** Files of the review that is open; 0: there is none. */
export function useOpenFiles(): number {
  const client = useClient();
  const notices = useNotices();
  const { open } = usePlan();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const isPlan = open === 'plan' || open === 'plan_read_only';
      const all = isPlan ? await client.call('reviews_list', {}) : [];
      if (!left) {
        setCount(all.find(({ state }) => state === 'open')?.files.length ?? 0);
      }
    };
    const soon = (): void => {
      ask().catch(notices.report);
    };
    // A step seldom has to do with it: whoever types on is not met by it.
    const later = atLeisure(soon);
    soon();
    const leave = [
      client.reviewed.listen(soon),
      client.changed.listen(later.soon),
      client.opened.listen(soon),
    ];
    return () => {
      left = true;
      later.forget();
      for (const stop of leave) {
        stop();
      }
    };
  }, [client, notices, open]);
  return count;
}

/** Files that were dropped: into the review of one's own plan; one alone may be meant to be opened. */
async function dropped(
  client: Client,
  notices: Notices,
  navigation: Navigation,
  files: readonly string[],
): Promise<void> {
  const { say } = client.words.get();
  const [only, ...others] = files;
  if (only === undefined) {
    return;
  }
  const isMine = client.plan.get().open === 'plan';
  if (others.length > 0) {
    if (isMine) {
      navigation.show('review', { files });
    } else {
      notices.tell({ tone: 'attention', text: say('dropped-needs-plan') });
    }
    return;
  }
  const isReview =
    isMine &&
    (await notices.ask({
      title: say('dropped-title'),
      text: say('dropped-text'),
      yes: say('dropped-review'),
      no: say('dropped-open'),
    }));
  if (isReview) {
    navigation.show('review', { files });
  } else {
    await openFile(client, only);
  }
}

/** Listens for what is offered for a review: files that are dropped, and copies beside the plan. */
export function useReviewOffers(navigation: Navigation): void {
  const client = useClient();
  const notices = useNotices();
  const { open, file } = usePlan();
  useEffect(
    () =>
      client.filesDropped.listen((files) => {
        dropped(client, notices, navigation, files).catch(notices.report);
      }),
    [client, notices, navigation],
  );
  const path = file?.file;
  useEffect(() => {
    if (open !== 'plan' || path === undefined) {
      return undefined;
    }
    const told = new Set<string>();
    let left = false;
    const look = async (): Promise<void> => {
      const copies = await client.call('conflict_copies', {});
      const fresh = copies.filter(
        (copy) => !copy.reviewed && !told.has(`${copy.sort} ${copy.file.name} ${copy.sentence}`),
      );
      if (left || fresh.length === 0) {
        return;
      }
      for (const copy of fresh) {
        told.add(`${copy.sort} ${copy.file.name} ${copy.sentence}`);
      }
      offer(client, notices, navigation, fresh);
    };
    const soon = (): void => {
      look().catch(notices.report);
    };
    soon();
    window.addEventListener('focus', soon);
    return () => {
      left = true;
      window.removeEventListener('focus', soon);
    };
  }, [client, notices, navigation, open, path]);
}

function offer(
  client: Client,
  notices: Notices,
  navigation: Navigation,
  copies: readonly ConflictCopy[],
): void {
  const other = copies.find(({ sort }) => sort === 'replaced');
  if (other) {
    tellReplaced(client, notices, navigation, other);
    return;
  }
  const { say } = client.words.get();
  const files = copies.map((copy) => copy.file.file);
  const sentences = copies.map((copy) => say('copies-line', { name: copy.file.name, what: copy.sentence }));
  notices.tell({
    tone: 'attention',
    text: [say('copies-found', { count: copies.length }), ...sentences].join(' '),
    action: { label: say('copies-review'), run: () => navigation.show('review', { files }) },
  });
}
