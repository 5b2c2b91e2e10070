/** Above a review: its files to filter by, what stands where in numbers, minutes, and the one step that applies it. */
import type { ReviewBrief, ReviewView } from '@/generated/wire.ts';
import { Button, FilterChip, IconButton, Menu, MenuItem, MenuSection, MenuSeparator } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { offOf, useCommandList } from '@/lib/commands.ts';
import { useStore } from '@/lib/store.ts';
import { dayOf } from '@/lib/times.ts';
import { change, filter, type ReviewState } from './state.ts';

export interface BarProps {
  view: ReviewView;
  all: readonly ReviewBrief[];
  state: ReviewState;
  isBusy: boolean;
  off: string;
  isAtFiles: boolean;
  canApply: boolean;
  onFiles: () => void;
  onApply: () => void;
  onMinutes: () => void;
  onBulk: () => void;
  onClose: () => void;
  onReopen: () => void;
}

export function Bar({
  view,
  all,
  state: { shown },
  isBusy,
  off,
  isAtFiles,
  canApply,
  onFiles,
  onApply,
  onMinutes,
  onBulk,
  onClose,
  onReopen,
}: BarProps) {
  const { say, locale } = useWords();
  const commands = useCommandList();
  const file = useStore(shown, ({ filters }) => filters.file);
  const add = commands.find('review.files');
  const { counts } = view;
  const numbers = new Intl.NumberFormat(locale);
  const closed = view.state === 'closed';
  const others = all.filter(({ review }) => review !== view.review);
  return (
    <header className="k-view-bar l-bar">
      <h1 className="k-view-title">{say('screen-review')}</h1>
      <div className="v-bar-files" role="group" aria-label={say('review-by-file')}>
        <FilterChip
          icon="documents"
          opens={false}
          isOn={isAtFiles}
          aria-pressed={isAtFiles}
          onPress={onFiles}
          data-testid="review-show-files"
        >
          {say('review-files-count', { count: view.files.length })}
        </FilterChip>
        {view.files.map(({ snapshot, who, at }) => (
          <FilterChip
            key={snapshot}
            opens={false}
            isOn={file === snapshot}
            aria-pressed={file === snapshot}
            onPress={() => filter(shown, { file: file === snapshot ? undefined : snapshot })}
            data-testid="review-chip"
          >
            <span className="l-chip-words">
              <bdi>{who}</bdi>
              {at === '' ? null : ` · ${dayOf(at, locale)}`}
            </span>
          </FilterChip>
        ))}
        <FilterChip
          icon="plus"
          opens={false}
          onPress={() => commands.run('review.files')}
          isDisabled={add ? offOf(add) !== '' : true}
          data-testid="review-add"
        >
          {say('review-add-file')}
        </FilterChip>
      </div>
      <div className="l-bar-end">
        <span className="v-counts" data-testid="review-counts">
          {say('review-counts', {
            count: counts.items,
            taken: numbers.format(counts.apply),
            open: numbers.format(counts.open),
          })}
        </span>
        <Menu
          label={say('review-more')}
          trigger={<IconButton icon="more" label={say('review-more')} data-testid="review-more" />}
        >
          <MenuItem
            id="bulk"
            icon="columns"
            label={say('review-bulk')}
            shortcut={say('review-bulk-key')}
            off={off}
            onAction={onBulk}
          />
          {closed ? (
            <MenuItem id="reopen" icon="undo" label={say('review-reopen')} onAction={onReopen} />
          ) : (
            <MenuItem id="close" icon="close" label={say('review-close')} off={off} onAction={onClose} />
          )}
          {others.length > 0 ? <MenuSeparator /> : null}
          {others.length > 0 ? (
            <MenuSection label={say('review-others')}>
              {others.slice(0, 10).map(({ review, sentence }) => (
                <MenuItem
                  key={review}
                  id={`review ${review}`}
                  label={sentence}
                  onAction={() => change(shown, { review, item: undefined, at: 0 })}
                />
              ))}
            </MenuSection>
          ) : null}
        </Menu>
        <Button onPress={onMinutes} data-testid="review-minutes">
          {say('review-minutes')}
        </Button>
        {closed ? (
          <Button look="primary" onPress={onReopen}>
            {say('review-reopen')}
          </Button>
        ) : (
          <Button
            look="primary"
            off={canApply ? '' : off || say('review-off-nothing')}
            isPending={isBusy}
            onPress={onApply}
            data-testid="review-apply"
          >
            {view.sentence}
          </Button>
        )}
      </div>
    </header>
  );
}
