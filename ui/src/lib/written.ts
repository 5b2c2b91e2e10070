/** What can be done with a file that was just written, where there is a desktop that shows and opens files. */
import type { FileInfo } from '@/generated/wire.ts';
import type { Client } from './client.ts';
import type { NoticeAction, Notices } from './notices.ts';

/** `opens`: there are programs for it. Plans and snapshots are opened by this window itself. */
export function offersOf(
  client: Client,
  notices: Notices,
  file: FileInfo['file'],
  opens = true,
): readonly NoticeAction[] {
  if (!client.hasDesktop.get()) {
    return [];
  }
  const say = client.words.get().say;
  const hand = (command: 'file_show' | 'file_open', label: string): NoticeAction => ({
    label: say(label),
    run: () => void client.call(command, { file }).catch(notices.report),
  });
  return [hand('file_show', 'written-show'), ...(opens ? [hand('file_open', 'written-open')] : [])];
}
