/** A review on paper: its files, and what is proposed as it is filtered, in sentences, with how each stands. */
import { PRINT_PAGE, type PrintContext, type PrintJob, type PrintPiece } from '@/lib/print.ts';
import { headingOf, standingOf } from './choices.ts';
import { filterOf } from './feed.ts';
import type { ReviewState } from './state.ts';

export async function printReview(
  { client, words }: PrintContext,
  { shown }: ReviewState,
): Promise<PrintJob> {
  const { say } = words;
  const discreet = client.discreet.get();
  const { review, filters } = shown.get();
  const title = say('screen-review');
  const view = await client.call('review_get', { ...(review === undefined ? {} : { review }), discreet });
  if (!view) {
    return { title, facts: [say('review-print-none')], pieces: async function* () {} };
  }
  const ask = (offset: number) =>
    client.call('review_items', {
      review: view.review,
      filter: filterOf(filters),
      offset,
      limit: PRINT_PAGE,
      discreet,
    });
  const { total } = await ask(0);
  const pieces = async function* (): AsyncGenerator<readonly PrintPiece[]> {
    yield [
      { sort: 'heading', text: say('review-files-title', { count: view.files.length }) },
      ...view.files.map((file): PrintPiece => ({ sort: 'text', text: file.sentence })),
      { sort: 'heading', text: say('review-list') },
      {
        sort: 'table',
        columns: [
          { label: say('print-difference'), share: 72 },
          { label: say('print-standing'), share: 28 },
        ],
      },
    ];
    let row = '';
    for (let offset = 0; offset < total; offset += PRINT_PAGE) {
      const { items } = await ask(offset);
      yield items.flatMap((item): PrintPiece[] => {
        const { lead, title: name } = headingOf(item);
        const here = `${item.kind} ${item.id}`;
        const head: PrintPiece[] = here === row ? [] : [{ sort: 'group', text: name, badge: lead }];
        row = here;
        const standing = standingOf(item);
        const how =
          standing === 'decided' || standing === 'later'
            ? say(`review-standing-${standing}`, { decision: item.decision?.text ?? '' })
            : say(`review-standing-${standing}`);
        return [...head, { sort: 'row', cells: [item.sentence, how] }];
      });
    }
  };
  return { title, facts: [view.sentence], total, pieces };
}
