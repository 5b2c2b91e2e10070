/** Which state of the plan is meant, and how to tell one from another. */
import type { MomentView, Source } from '@/generated/wire.ts';
import { dayAndTime } from './times.ts';

/** One text for one source, to tell them apart. */
export function keyOf(source: Source): string {
  switch (source.at) {
    case 'now':
      return 'now';
    case 'moment':
      return `moment ${source.moment}`;
    case 'file':
      return `file ${source.file}`;
    case 'shipped':
      return `shipped ${source.name}`;
  }
}

/** When a state was made: its time in this window, or the day in words where nothing but the day is known. */
export function whenOf({ at, day }: Pick<MomentView, 'at' | 'day'>, locale: string): string {
  return day !== '' || at === '' ? day : dayAndTime(at, locale);
}
