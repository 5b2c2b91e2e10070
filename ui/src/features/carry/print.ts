/** An instrument on paper: its paragraphs, and what was decided about each. */
import type { CarryParagraph } from '@/generated/wire.ts';
import {
  PRINT_PAGE,
  type PrintContext,
  type PrintJob,
  type PrintPiece,
  type PrintText,
} from '@/lib/print.ts';
import { asked } from './feed.ts';
import type { CarryState } from './state.ts';

export async function printCarry({ client, words }: PrintContext, state: CarryState): Promise<PrintJob> {
  const { say } = words;
  const title = say('screen-carry');
  const source = client.source.get();
  const shown = state.shown.get();
  if (shown.instrument === undefined) {
    const list = await client.call('carry_list', { source });
    const pieces = async function* (): AsyncGenerator<readonly PrintPiece[]> {
      yield [
        {
          sort: 'table',
          columns: [
            { label: say('carry-print-instrument'), share: 60 },
            { label: say('carry-print-decided'), share: 40 },
          ],
        },
        ...list.map(({ instrument, counts }): PrintPiece => {
          const standing = say('carry-counts', { decided: counts.all - counts.open, all: counts.all });
          return { sort: 'row', cells: [`${instrument.short} ${instrument.title}`, standing] };
        }),
      ];
    };
    return { title, facts: [], total: list.length, pieces };
  }
  const ask = (from: number, to: number) => client.call('carry_get', { ...asked(shown), source, from, to });
  const { instrument, counts, count } = await ask(0, 1);
  const decided = (one: CarryParagraph): readonly PrintText[] => {
    if (one.decision === 'open') {
      return [{ text: say('carry-is-open'), quiet: true }];
    }
    if (one.decision === 'not_for_us') {
      const because = one.because === '' ? [] : [{ text: one.because, quiet: true, line: true }];
      return [{ text: say('carry-is-not-for-us') }, ...because];
    }
    return one.answers.flatMap(({ text, commitment }) => [
      { text, line: true },
      { text: commitment.title, quiet: true, line: true },
    ]);
  };
  const pieces = async function* (): AsyncGenerator<readonly PrintPiece[]> {
    yield [
      {
        sort: 'table',
        columns: [
          { label: say('carry-print-number'), share: 8 },
          { label: say('carry-print-paragraph'), share: 50 },
          { label: say('carry-print-decided'), share: 42 },
        ],
      },
    ];
    for (let from = 0; from < count; from += PRINT_PAGE) {
      const { paragraphs } = await ask(from, Math.min(count, from + PRINT_PAGE));
      yield paragraphs.map(
        (one): PrintPiece => ({
          sort: 'row',
          cells: [one.paragraph, one.title, decided(one)],
        }),
      );
    }
  };
  const facts = [
    [instrument.short, instrument.title].filter((name, at, all) => all.indexOf(name) === at).join(' · '),
    say('carry-counts', { decided: counts.all - counts.open, all: counts.all }),
  ];
  return { title, facts, total: count, pieces };
}
