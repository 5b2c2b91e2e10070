/** Questions on paper: by rule, each with what helps and the rows that it touches; or those that are intended, with the reason. */
import { PRINT_PAGE, type PrintContext, type PrintJob, type PrintPiece } from '@/lib/print.ts';
import type { QuestionsState } from './state.ts';

export async function printQuestions(
  { client, words }: PrintContext,
  { shown }: QuestionsState,
): Promise<PrintJob> {
  const { say } = words;
  const discreet = client.discreet.get();
  const source = client.source.get();
  const { intended } = shown.get();
  const title = say('screen-questions');
  if (discreet) {
    return { title, facts: [say('questions-discreet-title')], pieces: async function* () {} };
  }
  const ask = (from: number, to: number, rule?: string) =>
    client.call('questions_list', { source, intended, from, to, ...(rule === undefined ? {} : { rule }) });
  const { rules, open, intended: meant } = await ask(0, 1);
  const total = intended ? meant : open;
  const pieces = async function* (): AsyncGenerator<readonly PrintPiece[]> {
    for (const { rule, title: about, why, count } of rules) {
      yield [
        { sort: 'heading', text: about },
        { sort: 'text', text: why, quiet: true },
        {
          sort: 'table',
          columns: [
            { label: say('print-question'), share: 62 },
            { label: say('print-touches'), share: 38 },
          ],
        },
      ];
      for (let from = 0; from < count; from += PRINT_PAGE) {
        const { questions } = await ask(from, Math.min(count, from + PRINT_PAGE), rule);
        yield questions.map((question): PrintPiece => {
          const names = question.rows.map((row) =>
            row.short === '' || row.short === row.title ? row.title : `${row.short} ${row.title}`,
          );
          const more = question.count - question.rows.length;
          const under = question.intended?.words ?? question.remedy;
          return {
            sort: 'row',
            cells: [
              [{ text: question.words }, ...(under === '' ? [] : [{ text: under, quiet: true, line: true }])],
              [...names, ...(more > 0 ? [say('print-more-rows', { count: more })] : [])].map((text) => ({
                text,
                line: true,
              })),
            ],
          };
        });
      }
    }
  };
  return {
    title: intended ? say('questions-intended') : title,
    facts: [say('questions-count', { count: total })],
    total,
    pieces,
  };
}
