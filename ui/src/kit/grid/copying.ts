/** The selected cells to the clipboard: at once where their rows are there, else once they have been read. */
import { type ClipboardEvent, type RefObject, useCallback, useRef } from 'react';
import type { Announce } from '../announce.tsx';
import type { KitStrings } from '../strings.tsx';
import { toHtml, toTsv } from './clipboard.ts';
import type { GridController } from './controller.ts';
import { isMirrored } from './layout.ts';
import type { GridCopied, GridRange } from './types.ts';

export interface Copying<Row> {
  controller: GridController<Row>;
  scroller: RefObject<HTMLElement | null>;
  copyRange: ((range: GridRange) => Promise<GridCopied>) | undefined;
  announce: Announce;
  strings: KitStrings;
}

interface Flavours {
  text: string;
  html: string;
  cells: number;
  leftOff: number;
}

/** What was read for a range, and could not be put on the clipboard then. */
interface Ready {
  range: string;
  flavours: Flavours;
}

export function useCopying<Row>({
  controller,
  scroller,
  copyRange,
  announce,
  strings,
}: Copying<Row>): (event: ClipboardEvent, cut: boolean) => void {
  const ready = useRef<Ready | undefined>(undefined);
  return useCallback(
    (event, cut) => {
      const selected = controller.texts();
      const range = controller.range();
      if (!selected || !range) {
        return;
      }
      const direction = isMirrored(scroller.current) ? 'rtl' : 'ltr';
      const flavoursOf = ({ rows, leftOff }: GridCopied): Flavours => ({
        text: toTsv(rows),
        html: toHtml(rows, direction),
        cells: rows.reduce((sum, row) => sum + row.length, 0),
        leftOff,
      });
      const done = ({ text, cells, leftOff }: Flavours): void => {
        if (cut) {
          controller.markCut(text.replaceAll('\r\n', '\n'));
        } else {
          controller.forgetCut();
        }
        if (leftOff > 0) {
          controller.tell(strings.copiedPart(leftOff));
        } else {
          announce(cut ? strings.cut(cells) : strings.copied(cells));
        }
      };
      const key = JSON.stringify([range.from, range.to, range.columns]);
      const kept = ready.current?.range === key ? ready.current.flavours : undefined;
      ready.current = undefined;
      const now = selected.whole || !copyRange ? flavoursOf({ rows: selected.rows, leftOff: 0 }) : kept;
      if (now) {
        event.clipboardData.setData('text/plain', now.text);
        event.clipboardData.setData('text/html', now.html);
        done(now);
        return;
      }
      const reading = (copyRange as NonNullable<typeof copyRange>)(range).then(flavoursOf);
      announce(strings.copying());
      writeLater(reading).then(
        async () => done(await reading),
        async () => {
          // The browser gives the clipboard to nobody who was not just asked: it is ready at the next press.
          try {
            ready.current = { range: key, flavours: await reading };
            controller.tell(strings.copyAgain());
          } catch {
            controller.tell(strings.copyFailed());
          }
        },
      );
    },
    [controller, scroller, copyRange, announce, strings],
  );
}

/** Promises the clipboard what is still being read. */
async function writeLater(reading: Promise<Flavours>): Promise<void> {
  const blob = (type: string, of: (flavours: Flavours) => string): Promise<Blob> =>
    reading.then((flavours) => new Blob([of(flavours)], { type }));
  const item = new ClipboardItem({
    'text/plain': blob('text/plain', ({ text }) => text),
    'text/html': blob('text/html', ({ html }) => html),
  });
  await navigator.clipboard.write([item]);
}
